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
import javafx.scene.control.TextField;

/** The text field of one number in the plan. */
public final class NumberEntry extends Entry<TextField> {
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
    public record Subject(
            String path,
            String name,
            Unit unit,
            boolean optional,
            boolean withUnit,
            ToDoubleFunction<Plan> getter,
            Setter setter) {}

    public NumberEntry(Workspace workspace, Subject subject) {
        super(
                new TextField(),
                workspace,
                subject.path(),
                subject.name(),
                new Shown(subject, workspace)::text,
                typed -> take(subject, typed, workspace));
        field().getStyleClass().add("number");
    }

    public static NumberEntry of(Workspace workspace, PlanField field) {
        return new NumberEntry(
                workspace,
                new Subject(
                        field.path(), Names.of(field), field.unit(), field.optional(), true, field::get, field::with));
    }

    /** The number as text, written anew only when it is another one. */
    private static final class Shown {
        private final Subject subject;
        private final Workspace workspace;
        private double value = Double.NaN;
        private String currency = "";
        private String text = "";

        Shown(Subject subject, Workspace workspace) {
            this.subject = subject;
            this.workspace = workspace;
        }

        String text() {
            Plan plan = workspace.plan();
            double now = subject.getter().applyAsDouble(plan);
            if (now != value || !plan.finance().currency().equals(currency)) {
                value = now;
                currency = plan.finance().currency();
                text = NumberEntry.text(subject, plan);
            }
            return text;
        }
    }

    private static String text(Subject subject, Plan plan) {
        String text = NumberText.format(subject.getter().applyAsDouble(plan), subject.unit());
        if (text.isEmpty() || !subject.withUnit()) {
            return text;
        }
        return subject.unit() == Unit.MONEY
                ? Numbers.symbol(plan.finance().currency()) + text
                : TEXTS.get("unit." + subject.unit(), text);
    }

    private static Optional<String> take(Subject subject, String typed, Workspace workspace) {
        OptionalDouble parsed = NumberText.parse(typed, subject.unit());
        if (parsed.isEmpty() && !(typed.isEmpty() && subject.optional())) {
            return Optional.of(TEXTS.get(typed.isEmpty() ? "number.missing" : "number.none", typed));
        }
        double value = parsed.orElse(Double.NaN);
        List<PlanProblem> problems = workspace.edit(
                subject.name(), subject.path(), p -> subject.setter().with(p, value));
        return problems.stream().findFirst().map(p -> reason(p, subject.path()));
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
