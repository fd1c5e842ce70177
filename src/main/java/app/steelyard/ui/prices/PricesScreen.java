package app.steelyard.ui.prices;

import app.steelyard.app.Dialogs;
import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.plan.Plan;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What every model costs, where that is known from, and what a person adds to it. */
public final class PricesScreen extends BorderPane implements Page {
    private static final Texts TEXTS = Texts.of(PricesScreen.class);
    private static final double GAP = 12;

    private final PricesDesk desk;
    private final PriceList list;
    /** What is being done: a price typed, a table pasted, newer data held against the prices. */
    private final VBox task = new VBox();

    /** What is looked at: a model, or some side by side. */
    private final VBox looked = new VBox();

    private final Button undo;
    private final ScrollPane scrolled = new ScrollPane();
    /** What ends the task, in sight however long it is. */
    private final VBox foot = Fx.styled(new VBox(), "prices-foot");

    private final Label told = Fx.id("prices.told", Fx.label("", Styles.TEXT_BOLD));
    private final FlowPane done = new FlowPane(12, 8);

    public PricesScreen(Surroundings surroundings) {
        desk = new PricesDesk(surroundings);
        list = new PriceList(desk, this::look, this::compare, this::nothingFound);
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
                done,
                task,
                list,
                looked);
        content.getStyleClass().add("gallery");
        content.setMaxWidth(1240);
        content.setPadding(new Insets(18, 24, 24, 24));
        scrolled.setContent(content);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollBarPolicy.NEVER);
        scrolled.getStyleClass().add("plain-scroll");
        setCenter(scrolled);
        setBottom(foot);
        setId("prices");
        Fx.show(done, false);
        Fx.show(foot, false);
        Fx.show(task, false);
        desk.onChange(this::refresh);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        Fx.show(done, false);
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
        if (task.isFocusWithin() || foot.isFocusWithin() || looked.isFocusWithin()) {
            // Else the next key would go to whatever comes first in the window.
            list.focusSearch();
        }
        task.getChildren().clear();
        foot.getChildren().clear();
        Fx.show(task, false);
        Fx.show(foot, false);
        looked.getChildren().clear();
    }

    private void refresh() {
        Fx.show(undo, desk.folder().hasImports());
        list.refresh();
    }

    private void look(PriceLine line) {
        lookAt(new ModelCard(
                desk,
                line,
                () -> type(line.ref().toString()),
                () -> use(line),
                () -> look(list.now(line)),
                this::close));
    }

    /** The plan's model becomes this one, which Ctrl+Z takes back; what that costs is told. */
    private void use(PriceLine line) {
        Workspace workspace = desk.surroundings().workspace();
        workspace.edit(
                TEXTS.get("model.use"), null, p -> p.withInference(p.inference().withModel(line.ref())));
        String month = OnPlan.of(line.ref(), desk.plan(), desk.book())
                .flatMap(OnPlan::today)
                .map(Money::full)
                .orElse(TEXTS.get("list.unpriced"));
        Plan used = desk.plan();
        tell(TEXTS.get("model.using", used.name(), line.ref(), month), () -> {
            // Else it would take back what was done since.
            if (desk.plan().equals(used)) {
                workspace.undo();
            }
        });
        look(list.now(line));
    }

    private void nothingFound() {
        looked.getChildren().clear();
    }

    private void kept(int prices, Runnable back) {
        close();
        tell(TEXTS.get("prices.kept", prices), back);
    }

    /** Tells what was done, with what takes it back. */
    private void tell(String words, Runnable back) {
        told.setText(words);
        Button button = Fx.id("prices.told.undo", Fx.button(TEXTS.get("told.undo"), () -> {
            Fx.show(done, false);
            looked.getChildren().clear();
            back.run();
        }));
        done.getChildren().setAll(told, button);
        Fx.show(done, true);
        scrolled.setVvalue(0);
    }

    private void compare(List<PriceLine> lines) {
        lookAt(new CompareCard(desk, lines, this::look, this::close));
        intoSight();
    }

    /** What was asked for below the list is shown, also in a low window. */
    private void intoSight() {
        scrolled.applyCss();
        scrolled.layout();
        double hidden = scrolled.getContent().getLayoutBounds().getHeight()
                - scrolled.getViewportBounds().getHeight();
        if (hidden > 0) {
            scrolled.setVvalue(Math.min(1, looked.getBoundsInParent().getMinY() / hidden));
        }
    }

    private void type(String model) {
        show(new EntryCard(desk, model, this::close, this::kept));
    }

    private void paste() {
        show(new PasteCard(desk, this::close, this::kept));
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

    private <C extends Node & Task> void show(C card) {
        looked.getChildren().clear();
        Fx.show(done, false);
        task.getChildren().setAll(card);
        foot.getChildren().setAll(card.foot());
        Fx.show(task, true);
        Fx.show(foot, true);
        scrolled.setVvalue(0);
        card.begin();
    }

    private void lookAt(Node card) {
        looked.getChildren().setAll(card);
    }
}
