package app.steelyard.cost.bill;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has no price of what one architecture takes. */
public final class PriceGaps {
    private final Plan plan;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<Gap> all = new LinkedHashSet<>();

    /**
     * What no price list has.
     *
     * @param taken how much of it
     * @param stated what the plan says that it costs; null where it cannot say so
     */
    public record Gap(PlanField taken, @Nullable PlanField stated) {
        /** 1 in the rows in which it is taken and has no price. */
        public Column in(Block x) {
            Column any = x.get(taken).exceeds(Column.ZERO);
            return stated == null ? any : any.times(x.get(stated).known().not());
        }

        private boolean in(Plan plan) {
            return taken.get(plan) > 0 && (stated == null || Double.isNaN(stated.get(plan)));
        }
    }

    public PriceGaps(Plan plan) {
        this.plan = plan;
    }

    /** A price that is needed is not known. */
    public void missing(String text) {
        missing.add(text);
    }

    /** What {@code taken} counts has no price, which is told where the plan takes any of it. */
    public void unpriced(PlanField taken, String text) {
        add(new Gap(taken, null), text);
    }

    /** The same of what is used, where the plan does not state its price. */
    public void unpriced(Use use, String text) {
        add(new Gap(use.count(), use.price()), text);
    }

    private void add(Gap gap, String text) {
        all.add(gap);
        if (gap.in(plan)) {
            missing.add(text);
        }
    }

    /** Why the plan has no price, as sentences; empty where it has one. */
    public Set<String> missing() {
        return missing;
    }

    public List<Gap> all() {
        return List.copyOf(all);
    }
}
