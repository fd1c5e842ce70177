package app.steelyard.app.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Edits of a plan's scenarios. */
public final class ScenarioEdits {
    private ScenarioEdits() {}

    private static Plan with(Plan plan, List<Scenario> scenarios) {
        return plan.withWhatIf(plan.whatIf().withScenarios(scenarios));
    }

    private static Plan change(Plan plan, int index, UnaryOperator<Scenario> change) {
        List<Scenario> scenarios = new ArrayList<>(plan.whatIf().scenarios());
        scenarios.set(index, change.apply(scenarios.get(index)));
        return with(plan, scenarios);
    }

    /** The name, or that with the first number behind it that makes it another one. */
    private static String free(Plan plan, String name) {
        List<String> taken =
                plan.whatIf().scenarios().stream().map(Scenario::name).toList();
        return taken.contains(name)
                ? IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> name + " " + i)
                        .filter(n -> !taken.contains(n))
                        .findFirst()
                        .orElseThrow()
                : name;
    }

    /** With one more scenario, equal to the plan. */
    public static Plan add(Plan plan, String name) {
        return with(
                plan,
                Stream.concat(plan.whatIf().scenarios().stream(), Stream.of(new Scenario(free(plan, name), List.of())))
                        .toList());
    }

    public static Plan duplicate(Plan plan, int index) {
        List<Scenario> scenarios = new ArrayList<>(plan.whatIf().scenarios());
        Scenario copied = scenarios.get(index);
        scenarios.add(index + 1, copied.withName(free(plan, copied.name())));
        return with(plan, scenarios);
    }

    public static Plan remove(Plan plan, int index) {
        List<Scenario> scenarios = new ArrayList<>(plan.whatIf().scenarios());
        scenarios.remove(index);
        return with(plan, scenarios);
    }

    public static Plan rename(Plan plan, int index, String name) {
        return change(plan, index, s -> s.withName(name));
    }

    /** With the number at {@code path} replaced in one scenario. */
    public static Plan set(Plan plan, int index, String path, double value) {
        return change(
                plan,
                index,
                s -> s.withValues(Stream.concat(
                                s.values().stream().filter(v -> !v.path().equals(path)),
                                Stream.of(new Scenario.Value(path, value)))
                        .toList()));
    }

    /** With the number at {@code path} that of the plan again in one scenario. */
    public static Plan reset(Plan plan, int index, String path) {
        return change(
                plan,
                index,
                s -> s.withValues(
                        s.values().stream().filter(v -> !v.path().equals(path)).toList()));
    }

    /** On another model in one scenario; on that of the plan where {@code model} is null. */
    public static Plan on(Plan plan, int index, Scenario.Models.Role role, @Nullable PriceRef model) {
        return change(plan, index, s -> s.withModels(s.models().with(role, model)));
    }
}
