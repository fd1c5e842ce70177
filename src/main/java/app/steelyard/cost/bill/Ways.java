package app.steelyard.cost.bill;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Served;
import app.steelyard.plan.bill.Way;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways of serving that a plan speaks of, beside the usual.
 *
 * @param batchCached whether the vendor's cache serves batch requests
 */
public record Ways(List<Way> list, boolean batchCached) {
    /** All is served as usual. */
    public static final Ways ALIKE = new Ways(List.of(), true);

    public Ways {
        list = List.copyOf(list);
    }

    /** Those of which {@code plan} states a share, be it none. */
    public static List<Way> stated(Plan plan) {
        return plan.inference().served().equals(Served.ALIKE)
                ? List.of()
                : Stream.of(Way.values())
                        .filter(w -> !Double.isNaN(PlanField.served(w).get(plan)))
                        .toList();
    }

    /** Whether requests served so never look into a cache. */
    boolean uncached(Way way) {
        return way == Way.BATCH && !batchCached;
    }
}
