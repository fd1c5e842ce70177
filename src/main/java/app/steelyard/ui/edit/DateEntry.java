package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.check.PlanProblem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A date of the plan, chosen or typed as 2026-11-23. A text that is no date, or a date that the plan refuses, stays with
 * the reason below until it is put right, undone, or taken back with Escape.
 */
public final class DateEntry {
    private static final Texts TEXTS = Texts.of(DateEntry.class);

    private final Workspace workspace;
    private final String path;
    private final String name;
    private final Function<Plan, LocalDate> getter;
    private final BiFunction<Plan, LocalDate, Plan> setter;
    private final DatePicker picker = new DatePicker();
    private final Label message = Fx.paragraph("", "refusal");
    private boolean following;

    /**
     * @param path of the date within the plan
     * @param name as shown and as read out
     */
    public DateEntry(
            Workspace workspace,
            String path,
            String name,
            Function<Plan, LocalDate> getter,
            BiFunction<Plan, LocalDate, Plan> setter) {
        this.workspace = workspace;
        this.path = path;
        this.name = name;
        this.getter = getter;
        this.setter = setter;
        picker.setId(path);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.getStyleClass().add(Styles.SMALL);
        picker.getEditor().setAccessibleText(name);
        picker.setAccessibleText(name);
        picker.setConverter(new Converter());
        message.setId(path + ".refusal");
        Fx.show(message, false);
        picker.valueProperty().addListener((o, was, is) -> {
            if (is != null && !following) {
                take(is);
            }
        });
        picker.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && workspace.refusals().containsKey(path)) {
                workspace.withdraw(path);
                refresh();
                e.consume();
            }
        });
        refresh();
    }

    public DatePicker picker() {
        return picker;
    }

    /** Why the date is refused; takes no room while it is not. */
    public Label message() {
        return message;
    }

    /** Shows what the plan says, unless a refused date waits to be put right. */
    public void refresh() {
        if (workspace.refusals().containsKey(path)) {
            return;
        }
        LocalDate now = getter.apply(workspace.plan());
        following = true;
        picker.setValue(now);
        picker.getEditor().setText(now.toString());
        following = false;
        mark("");
    }

    private void take(LocalDate date) {
        List<PlanProblem> problems = workspace.edit(name, path, p -> setter.apply(p, date));
        if (problems.isEmpty()) {
            workspace.withdraw(path);
            refresh();
        } else {
            refuse(date.toString(), problems.get(0).reason());
        }
    }

    private void refuse(String typed, String reason) {
        workspace.refuse(path, new Workspace.RefusedEdit(name, reason));
        mark(reason);
        // The picker writes its last date back when it has asked for this one.
        Platform.runLater(() -> {
            if (workspace.refusals().containsKey(path)) {
                picker.getEditor().setText(typed);
            }
        });
    }

    private void mark(String reason) {
        message.setText(reason);
        Fx.show(message, !reason.isEmpty());
        picker.pseudoClassStateChanged(Styles.STATE_DANGER, !reason.isEmpty());
        picker.setAccessibleHelp(reason.isEmpty() ? null : reason);
    }

    private final class Converter extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate date) {
            return date == null ? "" : date.toString();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            LocalDate before = picker.getValue();
            try {
                LocalDate date = LocalDate.parse(text.strip());
                if (date.equals(before) && workspace.refusals().containsKey(path)) {
                    // No change that the picker would tell of.
                    take(date);
                }
                return date;
            } catch (DateTimeParseException e) {
                refuse(text, TEXTS.get("date.none", text.strip()));
                return before;
            }
        }
    }
}
