package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Truth;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import java.util.List;

/**
 * What to do with one item, and why.
 *
 * @param option the one recommended
 * @param options all, the best first and the excluded last
 * @param weighed the options whose cost decided, with it; empty where the rules decided
 * @param alsoPossible further options that what is open could lead to
 */
public record ItemAdvice(
        ContextItem item,
        Classification classification,
        Option option,
        List<OptionScore> options,
        List<Weighed> weighed,
        List<Option> alsoPossible) {

    public ItemAdvice {
        options = List.copyOf(options);
        weighed = List.copyOf(weighed);
        alsoPossible = List.copyOf(alsoPossible);
    }

    /**
     * One option put to its cost, all other items as recommended.
     *
     * @param tco total over the horizon in the plan's currency; NaN where it is unpriced
     * @param ranked that total, or what as many successes as there are sessions cost where it is known of all designs
     * @param feasible whether it meets no obstacle
     */
    public record Weighed(Option option, double tco, double ranked, boolean feasible) {

        /** Whether options are ranked by what as many successes as there are sessions cost. */
        public boolean perSuccess() {
            return ranked != tco && !Double.isNaN(tco);
        }
    }

    /** The score of {@code wanted}. */
    public OptionScore score(Option wanted) {
        return options.stream().filter(o -> o.option() == wanted).findFirst().orElseThrow();
    }

    /** Whether no rule keeps the item from going there. */
    public boolean allows(Placement placement) {
        return placement == option.placement()
                || options.stream()
                        .filter(o -> o.option().placement() == placement && o.option() != Option.STRUCTURED_OUTPUT)
                        .anyMatch(o -> o.excluded() != Truth.TRUE);
    }

    /** The item with its kind and placement as advised. */
    public ContextItem applied() {
        return appliedTo(item);
    }

    /** {@code other}, the same item in another plan, with its kind and placement as advised. */
    public ContextItem appliedTo(ContextItem other) {
        return other.withKind(classification.kind()).withPlacement(option.placement());
    }
}
