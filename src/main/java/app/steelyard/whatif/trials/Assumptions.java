package app.steelyard.whatif.trials;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import java.util.ArrayList;
import java.util.List;

/** Every number of a plan that is not sure, and which of them move together. */
public final class Assumptions {
    private final List<Assumption> list;
    private final Copula copula;

    private Assumptions(Plan plan, List<Assumption> list) {
        this.list = List.copyOf(list);
        this.copula = Copula.of(
                this.list.stream().map(a -> a.number().path()).toList(),
                plan.whatIf().correlations(),
                path -> NumberLabels.withPath(plan, path));
    }

    /**
     * Those of {@code plan}, which must be free of problems, in the order of its numbers.
     *
     * @throws ContradictionException if its correlations cannot hold together
     */
    public static Assumptions of(Plan plan) {
        List<Assumption> list = new ArrayList<>();
        for (PlanNumber number : PlanNumber.of(plan)) {
            Range range = plan.whatIf().range(number.path()).orElse(null);
            double base = number.get(plan);
            if (range != null && !Double.isNaN(base)) {
                list.add(new Assumption(number, range, base));
            }
        }
        return new Assumptions(plan, list);
    }

    public List<Assumption> list() {
        return list;
    }

    /** What ties the samples together; its members count as in {@link #list()}. */
    Copula copula() {
        return copula;
    }
}
