package app.steelyard.cost.bill;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Media;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of tokens that are not text. */
public enum MediaLine {
    AUDIO_INPUT(TokenKind.AUDIO_INPUT, LineKind.AUDIO_INPUT, PlanField.AUDIO_INPUT),
    AUDIO_READ(TokenKind.AUDIO_CACHED_INPUT, LineKind.AUDIO_READ, PlanField.AUDIO_INPUT),
    AUDIO_OUTPUT(TokenKind.AUDIO_OUTPUT, LineKind.AUDIO_OUTPUT, PlanField.AUDIO_OUTPUT),
    IMAGE_INPUT(TokenKind.IMAGE_INPUT, LineKind.IMAGE_INPUT, PlanField.IMAGE_INPUT),
    IMAGE_READ(TokenKind.IMAGE_CACHED_INPUT, LineKind.IMAGE_READ, PlanField.IMAGE_INPUT),
    IMAGE_OUTPUT(TokenKind.IMAGE_OUTPUT, LineKind.IMAGE_OUTPUT, PlanField.IMAGE_OUTPUT),
    VIDEO_INPUT(TokenKind.VIDEO_INPUT, LineKind.VIDEO_INPUT, PlanField.VIDEO_INPUT),
    VIDEO_READ(TokenKind.VIDEO_CACHED_INPUT, LineKind.VIDEO_READ, PlanField.VIDEO_INPUT),
    VIDEO_OUTPUT(TokenKind.VIDEO_OUTPUT, LineKind.VIDEO_OUTPUT, PlanField.VIDEO_OUTPUT);

    private static final Map<LineKind, MediaLine> BY_LINE =
            Stream.of(values()).collect(Collectors.toMap(MediaLine::line, m -> m));

    private final TokenKind kind;
    private final LineKind line;
    private final PlanField tokens;

    MediaLine(TokenKind kind, LineKind line, PlanField tokens) {
        this.kind = kind;
        this.line = line;
        this.tokens = tokens;
    }

    public LineKind line() {
        return line;
    }

    public TokenKind kind() {
        return kind;
    }

    /** All tokens of that kind, read from the cache or not. */
    public PlanField field() {
        return tokens;
    }

    public boolean output() {
        return kind.flow() == TokenKind.Flow.OUTPUT;
    }

    /** Those of which {@code plan} states something. */
    public static List<MediaLine> stated(Plan plan) {
        return plan.traffic().media().equals(Media.NONE)
                ? List.of()
                : Stream.of(values())
                        .filter(m -> !Double.isNaN(m.tokens.get(plan)))
                        .filter(m -> m.kind.flow() != TokenKind.Flow.CACHED_INPUT
                                || !Double.isNaN(PlanField.MEDIA_CACHED_SHARE.get(plan)))
                        .toList();
    }

    /** Its line of that kind; empty where that is no such line. */
    public static Optional<MediaLine> of(LineKind line) {
        return Optional.ofNullable(BY_LINE.get(line));
    }

    /** Tokens of a request, on average. */
    public Column of(Block x) {
        Column count = known(x.get(tokens));
        Column cached = known(x.get(PlanField.MEDIA_CACHED_SHARE));
        return switch (kind.flow()) {
            case INPUT -> count.times(cached.not());
            case CACHED_INPUT -> count.times(cached);
            case OUTPUT -> count;
        };
    }

    /** All of a request that goes into the model. */
    public static Column input(Block x) {
        return known(x.get(PlanField.AUDIO_INPUT))
                .plus(known(x.get(PlanField.IMAGE_INPUT)))
                .plus(known(x.get(PlanField.VIDEO_INPUT)));
    }

    private static Column known(Column stated) {
        return stated.known().choose(stated, Column.ZERO);
    }

    /** What 1M of them cost; empty where that is not known. What is read without a price for it is paid as other input is. */
    public Optional<BigDecimal> price(TokenPrices prices) {
        return prices.of(kind)
                .or(() -> kind.flow() == TokenKind.Flow.CACHED_INPUT
                        ? prices.of(TokenKind.of(kind.modality(), TokenKind.Flow.INPUT))
                        : Optional.empty());
    }
}
