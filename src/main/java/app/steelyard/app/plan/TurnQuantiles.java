package app.steelyard.app.plan;

import app.steelyard.cost.column.Turns;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.Optional;

/**
 * How unlike the conversations of a plan are, in turns.
 *
 * @param half so many turns at most has one half of them
 * @param most so many turns one in twenty has more than
 */
public record TurnQuantiles(double half, double most) {
    private static final double TWENTIETH = 0.05;

    /** Of what {@code plan} is priced with; empty where it has no conversations, or tells them apart by size. */
    public static Optional<TurnQuantiles> of(Plan plan) {
        if (!PlanField.TURNS_SPREAD.matters(plan)) {
            return Optional.empty();
        }
        Turns turns = Turns.of(PlanField.TURNS.get(plan), PlanField.TURNS_SPREAD.get(plan));
        double half = last(turns, 0.5);
        double most = last(turns, TWENTIETH);
        // The nearer of two whole numbers.
        boolean less = most > half
                && Math.abs(turns.reaching(most) - TWENTIETH) < Math.abs(turns.reaching(most + 1) - TWENTIETH);
        return Optional.of(new TurnQuantiles(half, less ? most - 1 : most));
    }

    /** The fewest turns that no more than {@code share} of the sessions go beyond. */
    private static double last(Turns turns, double share) {
        double low = 0;
        double high = 1;
        while (turns.reaching(high + 1) > share) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (turns.reaching(middle + 1) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Whether they are as good as equally long: two neighbouring numbers of turns make up a mean between. */
    public boolean alike() {
        return most - half <= 1 && half - most <= 1;
    }
}
