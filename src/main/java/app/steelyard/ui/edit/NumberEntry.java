package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The text field of one number in the plan, or of the range it may lie in. */
public final class NumberEntry extends CommittingField<TextField> {
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
                new NumberField(),
                workspace,
                subject.path(),
                subject.name(),
                new Shown(subject, workspace)::text,
                typed -> take(subject, typed, workspace));
        field().getStyleClass().add("number");
        Crowded.watch(field());
    }

    public static NumberEntry of(Workspace workspace, PlanField field) {
        return of(workspace, field, Names.of(field));
    }

    /** @param name as shown and as read out */
    public static NumberEntry of(Workspace workspace, PlanNumber number, String name) {
        return new NumberEntry(
                workspace,
                new Subject(number.path(), name, number.unit(), number.optional(), true, number::get, number::with));
    }

    /** As wide as its style says, whatever stands in it: another number leaves the page around it as it is. */
    private static final class NumberField extends TextField {
        @Override
        public void requestLayout() {
            if (getWidth() > 0) {
                setNeedsLayout(true);
            } else {
                super.requestLayout();
            }
        }
    }

    /** The number as text, written anew only when it is another one. */
    private static final class Shown {
        private final Subject subject;
        private final Workspace workspace;
        private double value = Double.NaN;
        private @Nullable Range range;
        private @Nullable Currency currency;
        private String text = "";

        Shown(Subject subject, Workspace workspace) {
            this.subject = subject;
            this.workspace = workspace;
        }

        String text() {
            Plan plan = workspace.plan();
            double now = subject.getter().applyAsDouble(plan);
            Range ranged = plan.whatIf().range(subject.path()).orElse(null);
            if (now != value
                    || !Objects.equals(ranged, range)
                    || !plan.currency().equals(currency)) {
                value = now;
                range = ranged;
                currency = plan.currency();
                text = NumberEntry.text(subject, plan);
            }
            return text;
        }
    }

    private static String text(Subject subject, Plan plan) {
        Optional<Range> range = plan.whatIf().range(subject.path());
        if (range.isPresent()) {
            PlanNumber number = PlanNumber.at(plan, subject.path()).orElseThrow();
            return RangeText.format(number.get(plan), range.get(), number);
        }
        double value = subject.getter().applyAsDouble(plan);
        return subject.withUnit()
                ? Typing.withUnit(plan.currency().of(value, subject.unit()))
                : Typing.of(value, subject.unit());
    }

    private static Optional<String> take(Subject subject, String typed, Workspace workspace) {
        boolean left = typed.isEmpty() && subject.optional();
        if (typed.isEmpty() && !left) {
            return Optional.of(TEXTS.get("number.missing"));
        }
        PlanNumber number = PlanNumber.at(workspace.plan(), subject.path()).orElse(null);
        UnaryOperator<Plan> change;
        if (number == null) {
            NumberReader reader = NumberReader.chosen(workspace.plan().currency());
            NumberReader.Reading reading =
                    left ? new NumberReader.Value(Double.NaN) : reader.read(typed, subject.unit());
            if (reading instanceof NumberReader.Problem problem) {
                return Optional.of(problem.sentence());
            }
            change = p -> subject.setter().with(p, reading.orThrow());
        } else {
            RangeText.Reading reading =
                    left ? new RangeText.Point(Double.NaN) : RangeText.parse(typed, number, workspace.plan());
            if (reading instanceof RangeText.Refused refused) {
                return Optional.of(refused.reason());
            }
            change = p -> RangeText.apply(p, number, reading);
        }
        List<Problem> problems = workspace.edit(subject.name(), subject.path(), change);
        // What is wrong with the number itself is told before what would follow from it elsewhere.
        return problems.stream()
                .filter(p -> p.pointer().equals(subject.path()))
                .findFirst()
                .or(() -> problems.stream().findFirst())
                .map(p -> reason(p, subject.path()));
    }

    /** A problem elsewhere is told with the name of its field. */
    private static String reason(Problem problem, String path) {
        return problem.pointer().equals(path)
                ? problem.reason()
                : PlanField.at(problem.pointer())
                        .map(f -> TEXTS.get("number.elsewhere", Names.of(f), problem.reason()))
                        .orElse(problem.reason());
    }
}
