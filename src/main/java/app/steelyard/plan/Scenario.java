package app.steelyard.plan;

import java.util.List;

/**
 * The plan with some numbers replaced.
 *
 * @param name as shown, distinct in its plan
 * @param values at most one for each number
 */
public record Scenario(String name, List<Value> values) {

    /**
     * @param path of a number
     * @param value in its unit
     */
    public record Value(String path, double value) {}

    public Scenario {
        values = List.copyOf(values);
    }

    public Scenario withValues(List<Value> value) {
        return new Scenario(name, value);
    }

    /** {@code plan} as it would be; numbers that it does not have are left aside. */
    public Plan apply(Plan plan) {
        Plan changed = plan;
        for (Value value : values) {
            PlanNumber number = PlanNumber.at(plan, value.path()).orElse(null);
            changed = number == null ? changed : number.with(changed, value.value());
        }
        return changed;
    }
}
