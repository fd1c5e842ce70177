package app.steelyard.ui.calculate.input;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.edit.DateEntry;
import app.steelyard.ui.edit.FieldRow;
import app.steelyard.ui.kit.Choice;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows that a plan's inputs are made of; each that was made shows the plan as it is at every refresh. */
final class InputRows {
    private static final Texts TEXTS = Texts.of(InputRows.class);

    private final Workspace workspace;
    private final List<Runnable> refreshes = new ArrayList<>();

    InputRows(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Has {@code refresh} run with those of the rows. */
    void add(Runnable refresh) {
        refreshes.add(refresh);
    }

    /** Shows what the plan says now. */
    void refresh() {
        refreshes.forEach(Runnable::run);
    }

    Input field(PlanField field) {
        return new Input(field.path(), Names.of(field), () -> {
            FieldRow row = new FieldRow(workspace, field);
            refreshes.add(row::refresh);
            return row;
        });
    }

    List<Input> fields(String prefix) {
        return fields(prefix, f -> true);
    }

    List<Input> fields(String prefix, Predicate<PlanField> wanted) {
        return Stream.of(PlanField.values())
                .filter(f -> f.path().startsWith(prefix + ".") && wanted.test(f))
                .map(this::field)
                .toList();
    }

    interface Setter<E> {
        Plan with(Plan plan, E value);
    }

    static HBox row(String key, Node control) {
        Label label = Fx.naming(control, Fx.label(TEXTS.get(key), "field-name", "row-name"));
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = Fx.row(8, label, control);
        if (TEXTS.has(key + ".help")) {
            label.setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
        }
        return row;
    }

    /** Yes or no. */
    Input flag(String key, Predicate<Plan> getter, Setter<Boolean> setter) {
        return flag(key, p -> true, getter, setter);
    }

    /** @param asked whether the plan as it is can be asked that */
    Input flag(String key, Predicate<Plan> asked, Predicate<Plan> getter, Setter<Boolean> setter) {
        return new Input(key, TEXTS.get(key), () -> {
            CheckBox box = Fx.id(key, new CheckBox(TEXTS.get(key)));
            box.setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
            box.setOnAction(e -> workspace.edit(TEXTS.get(key), null, p -> setter.with(p, box.isSelected())));
            refreshes.add(() -> {
                box.setSelected(getter.test(workspace.plan()));
                box.setDisable(!asked.test(workspace.plan()));
            });
            return box;
        });
    }

    <E extends Enum<E>> Input choice(String key, E[] values, Function<Plan, E> getter, Setter<E> setter) {
        return new Input(key, TEXTS.get(key), () -> {
            Choice<E> choice = new Choice<>(
                    TEXTS.get(key),
                    Arrays.asList(values),
                    value -> workspace.edit(TEXTS.get(key), null, p -> setter.with(p, value)));
            choice.setId(key);
            choice.getStyleClass().add("wide-choice");
            choice.setMaxWidth(Double.MAX_VALUE);
            refreshes.add(() -> choice.set(getter.apply(workspace.plan())));
            return row(key, choice);
        });
    }

    /** A table that is typed or pasted as text, over the whole width. */
    <T> Input table(
            String key,
            String path,
            Function<Plan, String> getter,
            Function<String, SessionText.Reading<T>> reader,
            Setter<List<T>> setter) {
        return new Input(path, TEXTS.get(key), () -> {
            String name = TEXTS.get(key);
            CommittingField<TextField> entry = new CommittingField<>(
                    new TextField(), workspace, path, name, () -> getter.apply(workspace.plan()), typed -> {
                        SessionText.Reading<T> reading = reader.apply(typed);
                        return reading.refusal().isEmpty()
                                ? workspace.edit(name, path, p -> setter.with(p, reading.rows())).stream()
                                        .findFirst()
                                        .map(Problem::reason)
                                : Optional.of(reading.refusal());
                    });
            entry.field().setPromptText(TEXTS.get(key + ".prompt"));
            entry.field().setTooltip(Fx.tooltip(TEXTS.get(key + ".help")));
            refreshes.add(entry::refresh);
            return new VBox(4, Fx.naming(entry.field(), Fx.label(name, "field-name")), entry.withMessage());
        });
    }

    <T> Input picker(String key, Supplier<Picker<T>> maker, Supplier<Picker.Option<T>> shown) {
        return new Input(key, TEXTS.get(key), () -> {
            Picker<T> picker = maker.get();
            refreshes.add(() -> picker.set(shown.get()));
            return row(key, picker);
        });
    }

    Input date(String key, Function<Plan, @Nullable LocalDate> getter, Setter<LocalDate> setter) {
        return new Input(key, TEXTS.get(key), () -> {
            DateEntry entry = new DateEntry(workspace, key, TEXTS.get(key), getter, setter::with);
            refreshes.add(entry::refresh);
            return new VBox(row(key, entry.picker()), entry.message());
        });
    }
}
