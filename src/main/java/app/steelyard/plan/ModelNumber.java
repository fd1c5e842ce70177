package app.steelyard.plan;

import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number that a plan states of one model, whichever design it runs. All may be left out.
 *
 * @param model whose it is
 */
public record ModelNumber(PriceRef model, Kind kind) implements PlanNumber {
    static final String PREFIX = "models.";

    /**
     * What is known of one model in the place of any: how often it succeeds, and how many tokens it takes and makes. It goes before
     * what the plan says of all its designs; what is left out here is as it is there.
     *
     * @param prompted share of the sessions that succeed where all that the model is to know stands in the prompt, 0 to 1
     * @param tuned the same where behaviour is in its weights
     * @param retrieved the same where information is looked up
     * @param informationInWeights the same where information is in its weights
     * @param outputTokens of an answer, by its own count
     * @param reasoningTokens that it thinks before an answer and that are paid as output; {@code outputTokens} is without them
     * @param tokenFactor how many times as many tokens it makes of a text as the plan counts
     */
    public record StatedModel(
            PriceRef model,
            @Nullable Double prompted,
            @Nullable Double tuned,
            @Nullable Double retrieved,
            @Nullable Double informationInWeights,
            @Nullable Double outputTokens,
            @Nullable Double reasoningTokens,
            @Nullable Double tokenFactor) {

        /** Nothing is known of it yet. */
        public StatedModel(PriceRef model) {
            this(model, null, null, null, null, null, null, null);
        }

        /** The same, without what it says of success. */
        public StatedModel withoutSuccess() {
            return new StatedModel(model, null, null, null, null, outputTokens, reasoningTokens, tokenFactor);
        }
    }

    /** Which number. */
    public enum Kind {
        PROMPTED("prompted", Unit.FRACTION, 0, 1),
        TUNED("tuned", Unit.FRACTION, 0, 1),
        RETRIEVED("retrieved", Unit.FRACTION, 0, 1),
        INFORMATION_IN_WEIGHTS("informationInWeights", Unit.FRACTION, 0, 1),
        OUTPUT_TOKENS("outputTokens", Unit.TOKENS, 0, 1e7),
        REASONING_TOKENS("reasoningTokens", Unit.TOKENS, 0, 1e7),
        TOKEN_FACTOR("tokenFactor", Unit.COUNT, 0.1, 10);

        private final String key;
        private final Unit unit;
        private final double min;
        private final double max;
        private final RecordPath component;

        Kind(String key, Unit unit, double min, double max) {
            this.key = key;
            this.unit = unit;
            this.min = min;
            this.max = max;
            this.component = new RecordPath(StatedModel.class, key);
        }

        /** The number of {@code stated}; NaN where it is left out. */
        public double get(StatedModel stated) {
            return component.get(stated) instanceof Double value ? value : Double.NaN;
        }

        /** With another number; NaN leaves it out, and what is thought goes with the answer that it is counted beside. */
        private StatedModel with(StatedModel stated, double value) {
            boolean out = Double.isNaN(value);
            StatedModel changed = (StatedModel) component.with(stated, out ? null : Double.valueOf(value));
            return out && this == OUTPUT_TOKENS ? REASONING_TOKENS.with(changed, value) : changed;
        }
    }

    /** Those of all models that the plan says anything of. */
    public static Stream<ModelNumber> of(Plan plan) {
        return plan.models().stream().flatMap(m -> Stream.of(Kind.values()).map(k -> new ModelNumber(m.model(), k)));
    }

    /** The number at {@code path}, if the plan says anything of such a model. */
    static Optional<ModelNumber> at(Plan plan, String path) {
        return of(plan).filter(n -> n.path().equals(path)).findFirst();
    }

    @Override
    public String path() {
        return PREFIX + model + "." + kind.key;
    }

    @Override
    public Unit unit() {
        return kind.unit;
    }

    @Override
    public double min() {
        return kind.min;
    }

    @Override
    public double max() {
        return kind.max;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public double get(Plan plan) {
        return plan.stated(model).map(kind::get).orElse(Double.NaN);
    }

    @Override
    public Plan with(Plan plan, double value) {
        List<StatedModel> changed = new ArrayList<>(plan.models());
        changed.replaceAll(m -> m.model().equals(model) ? kind.with(m, value) : m);
        return plan.withModelNumbers(changed);
    }
}
