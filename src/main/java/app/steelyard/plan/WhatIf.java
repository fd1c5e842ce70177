package app.steelyard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How sure the plan's numbers are, and what else they might be.
 *
 * @param ranges at most one for each number
 * @param correlations at most one for each pair of ranges
 * @param scenarios with distinct names, in the order shown
 */
public record WhatIf(List<Range> ranges, List<Correlation> correlations, List<Scenario> scenarios) {
    /** Every number a point, no scenario. */
    public static final WhatIf NOTHING = new WhatIf(List.of(), List.of(), List.of());

    public WhatIf {
        ranges = List.copyOf(ranges);
        correlations = List.copyOf(correlations);
        scenarios = List.copyOf(scenarios);
    }

    /** The range of the number at {@code path}, if it has one. */
    public Optional<Range> range(String path) {
        return ranges.stream().filter(r -> r.path().equals(path)).findFirst();
    }

    /** With {@code range} in place of what its number had. */
    public WhatIf with(Range range) {
        List<Range> changed = new ArrayList<>(ranges);
        Optional<Range> before = range(range.path());
        if (before.isPresent()) {
            changed.set(changed.indexOf(before.get()), range);
        } else {
            changed.add(range);
        }
        return new WhatIf(changed, correlations, scenarios);
    }

    /** With the number at {@code path} a point again, and uncorrelated. */
    public WhatIf withoutRange(String path) {
        return new WhatIf(
                ranges.stream().filter(r -> !r.path().equals(path)).toList(),
                correlations.stream()
                        .filter(c -> !c.first().equals(path) && !c.second().equals(path))
                        .toList(),
                scenarios);
    }

    public WhatIf withCorrelations(List<Correlation> value) {
        return new WhatIf(ranges, value, scenarios);
    }

    public WhatIf withScenarios(List<Scenario> value) {
        return new WhatIf(ranges, correlations, value);
    }

    /** What of it is about numbers that {@code plan} has. */
    WhatIf of(Plan plan) {
        Set<String> paths = PlanNumber.of(plan).stream().map(PlanNumber::path).collect(Collectors.toSet());
        Predicate<String> stays = path ->
                !path.startsWith(ItemNumber.PREFIX) && !path.startsWith(ModelNumber.PREFIX) || paths.contains(path);
        return new WhatIf(
                ranges.stream().filter(r -> stays.test(r.path())).toList(),
                correlations.stream()
                        .filter(c -> stays.test(c.first()) && stays.test(c.second()))
                        .toList(),
                scenarios.stream()
                        .map(s -> s.withValues(s.values().stream()
                                .filter(v -> stays.test(v.path()))
                                .toList()))
                        .toList());
    }
}
