package app.steelyard.pricing.kind;

/** The kinds of tokens beside those of text. */
public enum TokenKind {
    AUDIO_INPUT(Modality.AUDIO, Flow.INPUT),
    AUDIO_CACHED_INPUT(Modality.AUDIO, Flow.CACHED_INPUT),
    AUDIO_OUTPUT(Modality.AUDIO, Flow.OUTPUT),
    IMAGE_INPUT(Modality.IMAGE, Flow.INPUT),
    IMAGE_CACHED_INPUT(Modality.IMAGE, Flow.CACHED_INPUT),
    IMAGE_OUTPUT(Modality.IMAGE, Flow.OUTPUT),
    VIDEO_INPUT(Modality.VIDEO, Flow.INPUT),
    VIDEO_CACHED_INPUT(Modality.VIDEO, Flow.CACHED_INPUT),
    VIDEO_OUTPUT(Modality.VIDEO, Flow.OUTPUT);

    /** Where tokens go, and so which of a model's prices is theirs. */
    public enum Flow {
        /** Into the model, not out of its cache. */
        INPUT,
        /** Read from the cache. */
        CACHED_INPUT,
        /** Out of the model. */
        OUTPUT
    }

    private final Modality modality;
    private final Flow flow;

    TokenKind(Modality modality, Flow flow) {
        this.modality = modality;
        this.flow = flow;
    }

    public static TokenKind of(Modality modality, Flow flow) {
        for (TokenKind kind : values()) {
            if (kind.modality == modality && kind.flow == flow) {
                return kind;
            }
        }
        throw new IllegalArgumentException(modality + " " + flow);
    }

    public Modality modality() {
        return modality;
    }

    public Flow flow() {
        return flow;
    }
}
