package app.steelyard.ui.kit;

import app.steelyard.text.Texts;
import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button that shows what is chosen and opens a list to search in.
 *
 * @param <T> what is chosen
 */
public final class Picker<T> extends Button {
    private static final Texts TEXTS = Texts.of(Picker.class);

    private static final double PADDING = 26;
    private static final double WIDTH = 480;
    /** Of the list, which ends where the window does. */
    private static final double MOST = 400;

    private static final double LEAST = 120;
    /** The search field and the rim. */
    private static final double AROUND = 90;

    private final Label shown = new Label();
    private final String name;
    private @Nullable Option<T> current;
    private final Supplier<List<Option<T>>> options;
    private final Consumer<@Nullable T> chosen;

    /**
     * One thing to choose.
     *
     * @param value null for "none"
     * @param detail beside the title, such as a price
     * @param marks what to beware of, as short words
     */
    public record Option<T>(@Nullable T value, String title, String detail, List<String> marks) {}

    /**
     * @param name of what is chosen, as read out
     * @param options asked each time the list opens
     */
    public Picker(String id, String name, Supplier<List<Option<T>>> options, Consumer<@Nullable T> chosen) {
        this.name = name;
        this.options = options;
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("picker");
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Fx.fill(shown);
        HBox face = Fx.row(6, shown, new FontIcon(Feather.CHEVRON_DOWN));
        face.setMinWidth(0);
        face.prefWidthProperty().bind(widthProperty().map(w -> Math.max(0, w.doubleValue() - PADDING)));
        setGraphic(face);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setPrefWidth(200);
        setOnAction(e -> open());
    }

    /** One whose options are all something, so that what is chosen is never null. */
    public static <T> Picker<T> of(String id, String name, Supplier<List<Option<T>>> options, Consumer<T> chosen) {
        return new Picker<>(id, name, options, value -> {
            if (value != null) {
                chosen.accept(value);
            }
        });
    }

    /** Shows what is chosen. */
    public void set(Option<T> option) {
        if (option.equals(current)) {
            return;
        }
        current = option;
        String marks = option.marks().isEmpty() ? "" : " (" + String.join(", ", option.marks()) + ")";
        shown.setText(option.title() + marks);
        setAccessibleText(name + ": " + option.title() + marks);
        setTooltip(Fx.tooltip(option.title() + marks + (option.detail().isEmpty() ? "" : "\n" + option.detail())));
    }

    private void open() {
        FilteredList<Option<T>> found = new FilteredList<>(FXCollections.observableList(options.get()));
        TextField search = Fx.id("picker-search", new TextField());
        search.setPromptText(TEXTS.get("picker.search"));
        search.setAccessibleText(TEXTS.get("picker.search.of", name));
        SortedList<Option<T>> closest = new SortedList<>(found);
        ListView<Option<T>> list = Fx.id("picker-list", new ListView<Option<T>>(closest));
        list.setAccessibleText(name);
        list.setCellFactory(l -> new OptionCell<>());
        double above = localToScene(getLayoutBounds()).getMaxY();
        double below = getScene().getHeight() - above + getHeight();
        boolean down = below >= above;
        list.setPrefSize(WIDTH, Math.clamp((down ? below : above) - AROUND, LEAST, MOST));
        int at = found.stream().map(Option::value).toList().indexOf(current == null ? null : current.value());
        list.getSelectionModel().select(Math.max(0, at));
        list.scrollTo(Math.max(0, at));
        list.setPlaceholder(Fx.label(TEXTS.get("picker.none"), Styles.TEXT_MUTED));
        PopOver callout = Callout.show(
                new VBox(8, search, list), this, down ? ArrowLocation.LEFT_TOP : ArrowLocation.LEFT_BOTTOM);
        search.textProperty().addListener((o, was, is) -> {
            found.setPredicate(option -> matches(option, is));
            // What is called just so stands before what has it in its name.
            closest.setComparator(Comparator.comparingInt(option -> distance(option, is.strip())));
            list.getSelectionModel().selectFirst();
        });
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            }
        });
        Runnable choose = () -> {
            Option<T> option = list.getSelectionModel().getSelectedItem();
            if (option != null) {
                callout.hide();
                chosen.accept(option.value());
            }
        };
        search.setOnAction(e -> choose.run());
        list.setOnMouseClicked(e -> choose.run());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose.run();
            }
        });
        search.requestFocus();
    }

    private static <T> boolean matches(Option<T> option, String words) {
        String text = (option.title() + " " + String.join(" ", option.marks())).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Titles say who sells it before what it is called. */
    private static int distance(Option<?> option, String words) {
        String title = option.title().toLowerCase(Locale.ROOT);
        int at = title.lastIndexOf(words.toLowerCase(Locale.ROOT));
        boolean begins = at == 0 || at > 0 && title.charAt(at - 1) == ' ';
        return begins ? at + words.length() == title.length() ? 0 : 1 : 2;
    }

    private static final class OptionCell<T> extends ListCell<Option<T>> {
        OptionCell() {
            // As wide as the list, so that nothing of it has to be scrolled to.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Option<T> option, boolean empty) {
            super.updateItem(option, empty);
            if (empty || option == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            Label title = Fx.label(option.title());
            Fx.fill(title);
            Label detail = Fx.label(option.detail(), Styles.TEXT_MUTED, Styles.TEXT_SMALL, "figures");
            detail.setMinWidth(USE_PREF_SIZE);
            VBox lines = new VBox(3, Fx.row(8, title, detail));
            lines.setAlignment(Pos.CENTER_LEFT);
            if (!option.marks().isEmpty()) {
                FlowPane marks = new FlowPane(6, 3);
                option.marks().forEach(m -> marks.getChildren().add(Fx.label(m, "chip", "warning-chip")));
                lines.getChildren().add(marks);
            }
            setGraphic(lines);
            setText(null);
            setAccessibleText(option.title() + " " + option.detail() + " " + String.join(", ", option.marks()));
        }
    }
}
