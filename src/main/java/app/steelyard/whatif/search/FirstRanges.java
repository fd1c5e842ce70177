package app.steelyard.whatif.search;

import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.trials.Assumptions;
import app.steelyard.whatif.trials.Tornado;
import java.util.List;
import java.util.stream.Stream;

/** Ranges to begin with, for a plan that states none: the same share to either side of each main number. */
public final class FirstRanges {
    private FirstRanges() {}

    /**
     * {@code plan} with ranges for those of its main numbers that have none; 90 % of all cases lie inside.
     *
     * @param share of the number to either side, above 0
     */
    public static Plan around(Plan plan, double share) {
        Plan changed = plan;
        for (PlanNumber number : numbers(plan)) {
            double base = number.get(plan);
            double low = Math.max(number.min(), base - share * Math.abs(base));
            double high = Math.min(number.max(), base + share * Math.abs(base));
            if (low < high && plan.whatIf().range(number.path()).isEmpty()) {
                changed = changed.withWhatIf(
                        changed.whatIf().with(new Range(number.path(), low, high, Distribution.NORMAL, null)));
            }
        }
        return changed;
    }

    /** The main numbers of {@code plan} that can have a range: those that change its answer in most plans. */
    public static List<PlanNumber> numbers(Plan plan) {
        return Switching.numbers(plan).stream()
                .filter(n -> n != PlanField.HORIZON_MONTHS && n.get(plan) != 0)
                .toList();
    }

    /**
     * The numbers of {@code batch}'s plan that move its answer, the strongest first: over their ranges or, while there is
     * none, over {@code share} to either side of the main ones. Two at least, if the plan has them.
     */
    public static List<PlanNumber> movers(Batch batch, PriceBook book, double share) {
        Plan plan = batch.plan();
        boolean stated = plan.whatIf().ranges().size() > 1;
        Batch doubted = stated ? batch : Batch.of(around(plan, share), book);
        Stream<PlanNumber> moving = Tornado.oneAtATime(doubted, Assumptions.of(doubted.plan())).stream()
                .filter(b -> b.width() > 0)
                .map(b -> b.assumption().number());
        return Stream.concat(moving, numbers(plan).stream()).distinct().toList();
    }
}
