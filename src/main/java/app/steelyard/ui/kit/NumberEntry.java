package app.steelyard.ui.kit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanProblem;
import app.steelyard.plan.Unit;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The text field of one number in the plan. */
public final class NumberEntry extends Entry {
    private static final Texts TEXTS = Texts.of(NumberEntry.class);

    /** Makes a plan with another value; NaN leaves an optional number out. */
    public interface Setter {
        Plan with(Plan plan, double value);
    }

    /**
     * One number of the plan.
     *
     * @param path within the plan
     * @param name as shown and as read out
     * @param optional whether it may be left out
     * @param withUnit whether the unit is shown behind the number
     */
    public record Number(
            String path,
            String name,
            Unit unit,
            boolean optional,
            boolean withUnit,
            ToDoubleFunction<Plan> getter,
            Setter setter) {}

    public NumberEntry(Workspace workspace, Number number) {
        super(
                workspace,
                number.path(),
                number.name(),
                () -> text(number, workspace.plan()),
                typed -> take(number, typed, workspace));
        field().getStyleClass().add("number");
    }

    public static NumberEntry of(Workspace workspace, PlanField field) {
        return new NumberEntry(
                workspace,
                new Number(
                        field.path(), Names.of(field), field.unit(), field.optional(), true, field::get, field::with));
    }

    private static String text(Number number, Plan plan) {
        String text = NumberText.format(number.getter().applyAsDouble(plan), number.unit());
        if (text.isEmpty() || !number.withUnit()) {
            return text;
        }
        return number.unit() == Unit.MONEY
                ? Numbers.symbol(plan.finance().currency()) + text
                : TEXTS.get("unit." + number.unit(), text);
    }

    private static Optional<String> take(Number number, String typed, Workspace workspace) {
        OptionalDouble parsed = NumberText.parse(typed, number.unit());
        if (parsed.isEmpty() && !(typed.isEmpty() && number.optional())) {
            return Optional.of(TEXTS.get(typed.isEmpty() ? "number.missing" : "number.none", typed));
        }
        double value = parsed.orElse(Double.NaN);
        List<PlanProblem> problems = workspace.edit(
                number.name(), number.path(), p -> number.setter().with(p, value));
        return problems.stream().findFirst().map(p -> reason(p, number.path()));
    }

    /** A problem elsewhere is told with the name of its field. */
    private static String reason(PlanProblem problem, String path) {
        return problem.path().equals(path)
                ? problem.reason()
                : PlanField.at(problem.path())
                        .map(f -> TEXTS.get("number.elsewhere", Names.of(f), problem.reason()))
                        .orElse(problem.reason());
    }
}
