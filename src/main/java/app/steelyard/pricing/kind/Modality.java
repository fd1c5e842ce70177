package app.steelyard.pricing.kind;

/** What tokens stand for, where it is not text. */
public enum Modality {
    AUDIO,
    IMAGE,
    VIDEO
}
