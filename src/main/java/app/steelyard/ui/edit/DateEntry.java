package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A date of the plan, chosen from a calendar or typed as 2026-11-23. */
public final class DateEntry {
    private static final Texts TEXTS = Texts.of(DateEntry.class);

    private final Workspace workspace;
    private final String path;
    private final String name;
    private final Function<Plan, @Nullable LocalDate> getter;
    private final BiFunction<Plan, LocalDate, Plan> setter;
    private final DatePicker picker = Fx.styled(new DatePicker(), Styles.SMALL);
    private final CommittingField<TextField> typed;

    /**
     * @param path of the date within the plan
     * @param name as shown and as read out
     */
    public DateEntry(
            Workspace workspace,
            String path,
            String name,
            Function<Plan, @Nullable LocalDate> getter,
            BiFunction<Plan, LocalDate, Plan> setter) {
        this.workspace = workspace;
        this.path = path;
        this.name = name;
        this.getter = getter;
        this.setter = setter;
        TextField editor = Fx.id(path + ".text", picker.getEditor());
        typed = new CommittingField<>(
                editor,
                workspace,
                path,
                name,
                () -> {
                    LocalDate date = getter.apply(workspace.plan());
                    return date == null ? "" : date.toString();
                },
                this::take);
        editor.getStyleClass().remove(Styles.SMALL);
        picker.setId(path);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setAccessibleText(name);
        picker.accessibleHelpProperty().bind(editor.accessibleHelpProperty());
        typed.message()
                .visibleProperty()
                .subscribe(refused -> picker.pseudoClassStateChanged(Styles.STATE_DANGER, refused));
        picker.setConverter(new Converter());
        picker.valueProperty().subscribe(this::choose);
        // The picker keeps some keys from its editor.
        picker.addEventFilter(KeyEvent.KEY_PRESSED, typed::pressed);
        refresh();
    }

    public DatePicker picker() {
        return picker;
    }

    /** Why the date is refused; takes no room while it is not. */
    public Label message() {
        return typed.message();
    }

    /** Shows what the plan says, unless a refused date waits to be put right or one is being typed. */
    public void refresh() {
        typed.refresh();
        if (!typed.pending()) {
            picker.setValue(getter.apply(workspace.plan()));
        }
    }

    private void choose(@Nullable LocalDate date) {
        if (date != null) {
            typed.field().setText(date.toString());
            typed.commit();
        }
    }

    private Optional<String> take(String text) {
        if (text.isEmpty() && getter.apply(workspace.plan()) == null) {
            return Optional.empty();
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return Optional.of(TEXTS.get("date.none", text));
        }
        return Problem.first(workspace.edit(name, path, p -> setter.apply(p, date)));
    }

    /** Lets the picker write its date into its editor only where no other text waits there. */
    private final class Converter extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate date) {
            return typed.pending() || date == null ? typed.field().getText() : date.toString();
        }

        @Override
        public @Nullable LocalDate fromString(String text) {
            typed.commit();
            return typed.pending() ? picker.getValue() : getter.apply(workspace.plan());
        }
    }
}
