package app.steelyard.ui.usage;

import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Usage as it was measured: read from exports into a ledger that is kept, looked at by day, model and project, held
 * against its bill, and put into a plan.
 */
public final class UsageScreen extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(UsageScreen.class);

    private final UsageModel model = new UsageModel();
    private final UsageWork work;

    public UsageScreen(Surroundings surroundings) {
        work = new UsageWork(model, surroundings);
        Label temporary = Fx.id("usage.temporary", Fx.paragraph(""));
        HBox.setHgrow(temporary, Priority.ALWAYS);
        HBox notKept = new HBox(8, Chip.of(TEXTS.get("temporary.chip"), "warning-chip"), temporary);
        EmptyView empty = new EmptyView(work);
        Tiles side = new Tiles(12, 430, 2);
        side.getChildren().addAll(new BreakdownView(model, work, surroundings), new HitRateView(model, surroundings));
        VBox full = new VBox(
                12,
                new ScopeBar(model, work),
                new KpiCards(model),
                new TimeLineView(model, work, surroundings),
                side,
                new ReconcileView(model, work, surroundings.workspace().book()));
        full.setId("usage.figures");
        HBox buttons = new HBox(8, button("choose", Feather.FILE_PLUS, work::choose));
        buttons.getChildren().add(button("chooseFolder", Feather.FOLDER, work::chooseFolder));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox header = Fx.row(12, Fx.label(TEXTS.get("title"), Styles.TITLE_3), Fx.spacer(), buttons);
        VBox page = new VBox(
                header,
                notKept,
                new ProgressView(model, work),
                new MappingView(model, work),
                new OutcomeView(model, work),
                new LeftOutView(model, work),
                empty,
                full,
                new SourcesView(model, work));
        page.getStyleClass().addAll("page", "usage-page");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("usage");
        model.temporary().subscribe(why -> {
            temporary.setText(TEXTS.get("temporary", why));
            Fx.show(notKept, !why.isEmpty());
        });
        model.figures().subscribe(figures -> {
            boolean nothing = figures != null && figures.isEmpty();
            boolean leftOut = figures != null && !figures.all().excluded().isEmpty();
            Fx.show(empty, nothing && !leftOut);
            Fx.show(full, figures != null && !nothing);
            Fx.show(buttons, figures != null && (!nothing || leftOut));
        });
        model.pointing().subscribe(sample -> {
            if (sample != null) {
                setVvalue(0);
            }
        });
        model.outcome().subscribe(outcome -> {
            if (outcome != null) {
                setVvalue(0);
            }
        });
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = Fx.id("usage." + key, Fx.button(TEXTS.get(key), action, Styles.SMALL));
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    @Override
    public Node node() {
        return this;
    }

    /** The ledger is opened, if it was not yet. */
    @Override
    public void shown() {
        work.begin();
    }

    @Override
    public void read(List<Path> files) {
        work.read(files);
    }

    @Override
    public void close() {
        work.close();
    }
}
