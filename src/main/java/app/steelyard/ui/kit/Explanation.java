package app.steelyard.ui.kit;

import app.steelyard.cost.explain.Derivation;
import app.steelyard.text.Texts;
import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;

/** How a figure came about, in a popover beside it. */
public final class Explanation {
    private static final Texts TEXTS = Texts.of(Explanation.class);

    private static final double WIDTH = 560;

    private Explanation() {}

    /** A figure that opens its derivation. */
    public static FigureButton figure(String id) {
        return new FigureButton(id);
    }

    /** What a popover shows of {@code derivation}. */
    public static VBox content(Derivation derivation) {
        Label title = Fx.paragraph(derivation.title(), Styles.TITLE_4);
        Label result = Fx.paragraph(derivation.result(), Styles.TITLE_3);
        Label formula = Fx.id("derivation-formula", Fx.paragraph(derivation.formula(), "formula"));
        VBox content = Fx.id("derivation", new VBox(10, title, result, formula, terms(derivation)), "explanation");
        if (!derivation.note().isEmpty()) {
            content.getChildren().add(Fx.paragraph(derivation.note(), Styles.TEXT_MUTED));
        }
        HBox actions = new HBox(
                Fx.spacer(), Fx.button(TEXTS.get("explain.copy"), () -> copy(derivation), Styles.SMALL, Styles.FLAT));
        content.getChildren().add(actions);
        content.setPrefWidth(WIDTH);
        return content;
    }

    /** Shows {@code derivation} beside {@code owner}. */
    public static void show(Derivation derivation, Node owner) {
        ScrollPane scroll = Fx.styled(new ScrollPane(content(derivation)), "plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setMaxHeight(560);
        Callout.show(scroll, owner, ArrowLocation.TOP_CENTER);
        // The first control to take the focus stands at the end, and would have the text scrolled there.
        Platform.runLater(() -> {
            scroll.requestFocus();
            scroll.setVvalue(0);
        });
    }

    private static GridPane terms(Derivation derivation) {
        GridPane grid = new GridPane(14, 6);
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(30);
        ColumnConstraints value = new ColumnConstraints();
        value.setPercentWidth(28);
        ColumnConstraints source = new ColumnConstraints();
        source.setPercentWidth(42);
        grid.getColumnConstraints().addAll(name, value, source);
        int row = 0;
        for (Derivation.Term term : derivation.terms()) {
            Label amount = Fx.paragraph(Fx.unbroken(term.value()), "figures");
            amount.setMaxWidth(Double.MAX_VALUE);
            amount.setMinWidth(Region.USE_COMPUTED_SIZE);
            grid.addRow(
                    row++,
                    Fx.paragraph(term.name()),
                    amount,
                    Fx.paragraph(term.source(), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        }
        return grid;
    }

    private static void copy(Derivation derivation) {
        StringBuilder text =
                new StringBuilder(derivation.title() + ": " + derivation.result() + "\n" + derivation.formula() + "\n");
        derivation.terms().forEach(t -> text.append(t.name() + "\t" + t.value() + "\t" + t.source() + "\n"));
        text.append(derivation.note());
        Fx.copy(text.toString().strip());
    }

    /** A figure that opens its derivation by click, Enter or space. */
    public static final class FigureButton extends javafx.scene.control.Button {
        private FigureButton(String id) {
            setId(id);
            getStyleClass().addAll(Styles.FLAT, "figure");
        }

        /** @param name what the figure is, as read out */
        public void show(String figure, String name, Supplier<Derivation> derivation) {
            setText(figure);
            setAccessibleText(name + ": " + figure + ". " + TEXTS.get("explain.help"));
            setOnAction(e -> Explanation.show(derivation.get(), this));
            setDisable(false);
        }

        /** Shows that there is no figure. */
        public void showNone(String name) {
            setText("–");
            setAccessibleText(name + ": " + TEXTS.get("explain.none"));
            setOnAction(null);
            setDisable(true);
        }
    }
}
