package app.steelyard.ui.calculate.input;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Finds an input by words of its name or its section: what has none of them is out of the way until the search is emptied. */
final class FieldSearch extends VBox {
    private static final Texts TEXTS = Texts.of(FieldSearch.class);

    private final List<InputSection> sections;
    private final TextField field = Fx.id("inputs.search", new TextField(), Styles.SMALL);
    private final Label none = Fx.id("inputs.search.none", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private List<Input> found = List.of();

    /** @param focus brings the input of an id into view */
    FieldSearch(List<InputSection> sections, Consumer<String> focus) {
        super(4);
        this.sections = sections;
        getStyleClass().add("field-search");
        field.setPromptText(TEXTS.get("search.prompt"));
        field.setAccessibleText(TEXTS.get("search.name"));
        field.setAccessibleHelp(TEXTS.get("search.help"));
        field.setTooltip(Fx.tooltip(TEXTS.get("search.help")));
        field.textProperty().subscribe(text -> look());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                clear();
                e.consume();
            } else if ((e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.DOWN) && !found.isEmpty()) {
                focus.accept(found.get(0).ids().get(0));
                e.consume();
            }
        });
        Fx.show(none, false);
        getChildren().addAll(field, none);
    }

    TextField field() {
        return field;
    }

    /** Shows all again, folded as it was. */
    void clear() {
        field.clear();
    }

    /** Whether an input is not among those that are looked for. */
    boolean hides(String id) {
        return looks() && found.stream().noneMatch(i -> i.ids().contains(id));
    }

    private boolean looks() {
        return !Input.words(field.getText()).isEmpty();
    }

    private void look() {
        List<String> words = Input.words(field.getText());
        List<Input> all = sections.stream().flatMap(s -> s.look(words).stream()).toList();
        found = words.isEmpty() ? List.of() : all;
        boolean nothing = looks() && found.isEmpty();
        none.setText(nothing ? TEXTS.get("search.nothing", field.getText().strip()) : "");
        Fx.show(none, nothing);
    }
}
