package app.steelyard.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts, made the same way everywhere. */
public final class Fx {
    private Fx() {}

    public static Label label(String text, String... styles) {
        return Fx.styled(new Label(text), styles);
    }

    /** The node, under the id by which tests and keys find it, in the given styles too. */
    public static <N extends Node> N id(String id, N node, String... styles) {
        node.setId(id);
        return styled(node, styles);
    }

    /** The node, in the given styles too. */
    public static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** A label that breaks its text into lines. */
    public static Label paragraph(String text, String... styles) {
        return styled(new Paragraph(text), styles);
    }

    /** The label, as the name of {@code control} to those who do not see that it stands beside it. */
    public static Label naming(Node control, Label label) {
        label.setLabelFor(control);
        return label;
    }

    /** The text with its numbers kept on one line with their units. */
    public static String unbroken(String text) {
        return text.replaceAll("(\\d) (?=(%|s)(\\W|$))", "$1\u00a0");
    }

    /** A button that is only an icon; {@code name} is what it does. */
    public static Button iconButton(Ikon icon, String name, Runnable action) {
        Button button = Fx.styled(new Button(null, new FontIcon(icon)), Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(name);
        button.setTooltip(tooltip(name));
        button.setOnAction(e -> action.run());
        return button;
    }

    public static Button button(String text, Runnable action, String... styles) {
        Button button = Fx.styled(new Button(text), styles);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** An item of a menu. */
    public static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }

    /** A field for several lines, which Tab leaves. */
    public static TextArea area(String id, String name, int rows) {
        TextArea area = Fx.id(id, new TextArea());
        area.setAccessibleText(name);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown() && !e.isAltDown()) {
                area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
        return area;
    }

    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(Duration.millis(300));
        return tooltip;
    }

    /** Has a control say a text under the mouse; another text is said by the same tooltip, as a new one costs a window. */
    public static void explain(Control control, String text) {
        if (control.getTooltip() == null) {
            control.setTooltip(tooltip(text));
        } else {
            control.getTooltip().setText(text);
        }
    }

    /** A row whose parts stand on one line. */
    public static HBox row(double spacing, Node... parts) {
        HBox row = new HBox(spacing, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Lets a part of a row take the room that is left. */
    public static void grow(Region part) {
        HBox.setHgrow(part, Priority.ALWAYS);
        part.setMaxWidth(Double.MAX_VALUE);
    }

    /** As {@link #grow}, and gives way where there is none. */
    public static void fill(Region part) {
        grow(part);
        part.setMinWidth(0);
    }

    /** What takes the room that is left in a row. */
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /** The node, hidden and without taking room when it is not wanted. */
    public static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    /** The node with {@code id} inside {@code parent}; ids of fields have dots, which selectors do not take. */
    public static Optional<Node> find(Parent parent, String id) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (id.equals(child.getId())) {
                return Optional.of(child);
            }
            Optional<Node> inside = child instanceof Parent p ? find(p, id) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    /** Puts a text on the clipboard. */
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Makes the rows of a list those of another, and leaves alone what is equal. */
    public static <T> void replace(ObservableList<T> rows, List<? extends T> others) {
        if (rows.size() != others.size()) {
            rows.setAll(others);
            return;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!rows.get(i).equals(others.get(i))) {
                rows.set(i, others.get(i));
            }
        }
    }

    /** Adds or takes away a style class. */
    public static void style(Node node, String style, boolean wanted) {
        if (!wanted) {
            node.getStyleClass().remove(style);
        } else if (!node.getStyleClass().contains(style)) {
            node.getStyleClass().add(style);
        }
    }

    /**
     * A text that breaks into lines and remembers how high it is at a width until it changes. JavaFX would break its lines
     * three times in each layout: for the least, the preferred and the final height.
     */
    private static final class Paragraph extends Label {
        private double width = Double.NaN;
        private double height;

        Paragraph(String text) {
            super(text);
            setWrapText(true);
            setMinHeight(USE_PREF_SIZE);
        }

        @Override
        public void requestLayout() {
            width = Double.NaN;
            super.requestLayout();
        }

        @Override
        protected double computePrefHeight(double asked) {
            if (asked != width) {
                height = super.computePrefHeight(asked);
                width = asked;
            }
            return height;
        }
    }
}
