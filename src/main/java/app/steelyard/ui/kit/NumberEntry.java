package app.steelyard.ui.kit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanProblem;
import app.steelyard.plan.Unit;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * The text field of one number in the plan. It takes over on Enter or when it is left; what makes no sense stays in it,
 * outlined, with the reason below, until it is put right, undone, or taken back with Escape.
 */
public final class NumberEntry {
    private static final Texts TEXTS = Texts.of(NumberEntry.class);

    /** Makes a plan with another value; NaN leaves an optional number out. */
    public interface Setter {
        Plan with(Plan plan, double value);
    }

    private final Workspace workspace;
    private final String path;
    private final String name;
    private final Unit unit;
    private final boolean optional;
    private final boolean withUnit;
    private final ToDoubleFunction<Plan> getter;
    private final Setter setter;
    private final TextField field = new TextField();
    private final Label message = Fx.paragraph("", "refusal");
    private String shown = "";

    /**
     * @param path of the number in the plan
     * @param name as shown and as read out
     * @param optional whether it may be left out
     * @param withUnit whether the unit is shown behind the number
     */
    public NumberEntry(
            Workspace workspace,
            String path,
            String name,
            Unit unit,
            boolean optional,
            boolean withUnit,
            ToDoubleFunction<Plan> getter,
            Setter setter) {
        this.workspace = workspace;
        this.path = path;
        this.name = name;
        this.unit = unit;
        this.optional = optional;
        this.withUnit = withUnit;
        this.getter = getter;
        this.setter = setter;
        field.getStyleClass().addAll("number", Styles.SMALL);
        field.setId(path);
        field.setAccessibleText(name);
        message.setId(path + ".refusal");
        Fx.show(message, false);
        field.setOnAction(e -> commit());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                takeBack();
                e.consume();
            }
        });
        refresh();
    }

    public static NumberEntry of(Workspace workspace, PlanField field) {
        return new NumberEntry(
                workspace, field.path(), Names.of(field), field.unit(), field.optional(), true, field::get, field::with);
    }

    public TextField field() {
        return field;
    }

    /** Why the text is refused; takes no room while it is not. */
    public Label message() {
        return message;
    }

    /** Shows the plan's number, unless a refused text waits to be put right. */
    public void refresh() {
        if (workspace.refusals().containsKey(path)) {
            return;
        }
        String text = text(getter.applyAsDouble(workspace.plan()));
        boolean typing = field.isFocused() && !field.getText().equals(shown);
        if (typing && text.equals(shown)) {
            return;
        }
        shown = text;
        field.setText(text);
        accept();
    }

    private String text(double value) {
        String number = NumberText.format(value, unit);
        if (number.isEmpty() || !withUnit) {
            return number;
        }
        return unit == Unit.MONEY
                ? Numbers.symbol(workspace.plan().finance().currency()) + number
                : TEXTS.get("unit." + unit, number);
    }

    private void takeBack() {
        workspace.withdraw(path);
        refresh();
        field.setText(shown);
        accept();
    }

    private void commit() {
        String text = field.getText() == null ? "" : field.getText().strip();
        if (text.equals(shown)) {
            workspace.withdraw(path);
            accept();
            return;
        }
        OptionalDouble number = NumberText.parse(text, unit);
        if (number.isEmpty() && !(text.isEmpty() && optional)) {
            refuse(TEXTS.get(text.isEmpty() ? "number.missing" : "number.none", text));
            return;
        }
        double value = number.orElse(Double.NaN);
        List<PlanProblem> problems = workspace.edit(name, path, p -> setter.with(p, value));
        if (!problems.isEmpty()) {
            refuse(reason(problems.get(0)));
            return;
        }
        workspace.withdraw(path);
        shown = text(value);
        field.setText(shown);
        accept();
    }

    private String reason(PlanProblem problem) {
        if (problem.path().equals(path)) {
            return problem.reason();
        }
        return PlanField.at(problem.path())
                .map(f -> Names.of(f) + ": " + problem.reason())
                .orElse(problem.reason());
    }

    private void refuse(String reason) {
        message.setText(reason);
        Fx.show(message, true);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
        field.setAccessibleHelp(reason);
        workspace.refuse(path, new Workspace.Refusal(name, reason));
    }

    private void accept() {
        Fx.show(message, false);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        field.setAccessibleHelp(null);
    }
}
