package app.steelyard.plan;

import app.steelyard.text.Alike;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One number of a plan, by its path: what a range, a scenario, a sweep or a search may vary. */
public sealed interface PlanNumber permits PlanField, ItemNumber, ModelNumber {

    /** Where it stands in the plan file, such as {@code traffic.requestsPerMonth} or {@code items.price-list.tokens}. */
    String path();

    Unit unit();

    /** The smallest value allowed. */
    double min();

    /** The largest value allowed. */
    double max();

    /** Whether only whole numbers make sense. */
    boolean whole();

    /** Whether the plan may leave the number out; it is then NaN. */
    boolean optional();

    /** The number in {@code plan}; NaN where it is left out or not there. */
    double get(Plan plan);

    /** The plan with this number replaced. The value is not checked here. */
    Plan with(Plan plan, double value);

    /** Every number of {@code plan}: those of its items first, then the others in their order, those of models last. */
    static List<PlanNumber> of(Plan plan) {
        return Stream.<Stream<? extends PlanNumber>>of(
                        plan.items().stream().flatMap(ItemNumber::of),
                        Stream.of(PlanField.values()),
                        ModelNumber.of(plan))
                .<PlanNumber>flatMap(s -> s)
                .toList();
    }

    /** The paths of {@code plan} that are most like {@code path}, the nearest first; empty where none is. */
    static List<String> alike(Plan plan, String path) {
        return Alike.to(path, of(plan).stream().map(PlanNumber::path).toList(), '.');
    }

    /** The number at {@code path} of {@code plan}, if there is one. */
    static Optional<PlanNumber> at(Plan plan, String path) {
        if (path.startsWith(ItemNumber.PREFIX)) {
            return ItemNumber.at(plan, path).map(PlanNumber.class::cast);
        }
        return path.startsWith(ModelNumber.PREFIX)
                ? ModelNumber.at(plan, path).map(PlanNumber.class::cast)
                : PlanField.at(path).map(PlanNumber.class::cast);
    }
}
