package app.steelyard.ui.prices;

import app.steelyard.app.Dialogs;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What every model costs, where that is known from, and what a person adds to it. */
public final class PricesScreen extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(PricesScreen.class);
    private static final double GAP = 12;

    private final PricesDesk desk;
    private final PriceList list;
    /** What is being done: a price typed, a table pasted, newer data held against the prices. */
    private final VBox task = new VBox();

    /** What is looked at: a model, or some side by side. */
    private final VBox looked = new VBox();

    private final Button undo;

    public PricesScreen(Surroundings surroundings) {
        desk = new PricesDesk(surroundings);
        list = new PriceList(desk, this::look, this::compare);
        undo = Fx.id("prices.undo", Fx.button(TEXTS.get("prices.undo"), this::undo));
        FlowPane doings = new FlowPane(
                8,
                8,
                Fx.id("prices.add", Fx.button(TEXTS.get("prices.add"), () -> type(""))),
                Fx.id("prices.paste", Fx.button(TEXTS.get("prices.paste"), this::paste)),
                Fx.id("prices.import", Fx.button(TEXTS.get("prices.import"), this::choose)),
                undo);
        VBox content = new VBox(
                GAP,
                Fx.label(TEXTS.get("prices.title"), Styles.TITLE_2),
                Fx.paragraph(TEXTS.get("prices.intro"), Styles.TEXT_MUTED),
                doings,
                task,
                list,
                looked);
        content.getStyleClass().add("gallery");
        content.setMaxWidth(1240);
        content.setPadding(new Insets(18, 24, 24, 24));
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("prices");
        Fx.show(task, false);
        desk.onChange(this::refresh);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        refresh();
    }

    @Override
    public void focus() {
        list.focusSearch();
    }

    @Override
    public void planOpened() {
        list.planOpened();
    }

    @Override
    public void read(List<Path> files) {
        show(new ImportCard(desk, files, this::close));
    }

    @Override
    public void close() {
        if (task.isFocusWithin() || looked.isFocusWithin()) {
            // Else the next key would go to whatever comes first in the window.
            list.focusSearch();
        }
        task.getChildren().clear();
        Fx.show(task, false);
        looked.getChildren().clear();
    }

    private void refresh() {
        Fx.show(undo, desk.folder().hasImports());
        list.refresh();
    }

    private void look(PriceLine line) {
        lookAt(new ModelCard(desk, line, () -> type(line.ref().toString()), this::close));
    }

    private void compare(List<PriceLine> lines) {
        lookAt(new CompareCard(desk, lines, this::close));
    }

    private void type(String model) {
        show(new EntryCard(desk, model, this::close));
    }

    private void paste() {
        show(new PasteCard(desk, this::close));
    }

    private void choose() {
        List<Path> files = desk.surroundings().dialogs().openSeveral(Dialogs.FileKind.PRICES);
        if (!files.isEmpty()) {
            read(files);
        }
    }

    private void undo() {
        desk.change(() -> desk.folder().undo());
        close();
    }

    private void show(Node card) {
        looked.getChildren().clear();
        task.getChildren().setAll(card);
        Fx.show(task, true);
        setVvalue(0);
    }

    private void lookAt(Node card) {
        looked.getChildren().setAll(card);
    }
}
