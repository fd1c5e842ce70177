package app.steelyard.ui.shell;

import app.steelyard.cost.result.Notice;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.Shortened;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Callout;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.steady.PulseWork;
import app.steelyard.ui.work.FrameShare;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The plan's name, whether it is saved, what can be taken back, and what to beware of. */
final class Header extends HBox {
    private static final Texts TEXTS = Texts.of(Header.class);

    private static final double LINES = 32;
    /** The longest that is said of a plan's file. */
    private static final double SAVED = 92;

    private final Workspace workspace;
    private final TextEntry planName;
    private final Label saved = Fx.id("saved", chip());
    private final Button undo;
    private final Button redo;
    private final Label steps = Fx.id("steps", Fx.label("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    private final Button warnings = Fx.id("warnings", new Button(), "chip", "warning-chip");
    private final Label pricesAsOf = chip();
    private final Label currency = chip();
    private final PulseWork counted;
    private boolean warned;

    Header(Workspace workspace, Look look, MenuButton menu) {
        this.workspace = workspace;
        counted = new PulseWork(this, workspace.frames().of(this::refreshWarnings)::request);
        planName = new TextEntry(
                workspace,
                "name",
                TEXTS.get("plan.name"),
                Plan::name,
                (p, name) -> name.isEmpty() ? p : p.withName(name));
        planName.field().getStyleClass().add("plan-name");
        planName.field().setPrefColumnCount(18);
        undo = Fx.id("undo", Fx.iconButton(Feather.CORNER_UP_LEFT, TEXTS.get("undo"), workspace::undo));
        redo = Fx.id("redo", Fx.iconButton(Feather.CORNER_UP_RIGHT, TEXTS.get("redo"), workspace::redo));
        // As wide as there is room, so that nothing moves when it comes to say something else.
        steps.setPrefWidth(0);
        steps.setMinWidth(0);
        // Two lines are no higher than the buttons beside.
        steps.setWrapText(true);
        steps.setMaxHeight(LINES);
        steps.setPrefHeight(LINES);
        Fx.fill(steps);
        // Else what it says would move all behind it.
        saved.setPrefWidth(SAVED);
        saved.setAlignment(Pos.CENTER);
        warnings.setMinWidth(USE_PREF_SIZE);
        warnings.setOnAction(e -> showWarnings());
        Label brand = Fx.label(TEXTS.get("name"), "brand");
        brand.setGraphic(Logo.shape());
        brand.setGraphicTextGap(8);
        brand.setMinWidth(USE_PREF_SIZE);
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("header");
        getChildren()
                .addAll(
                        brand,
                        new Shortened(planName.field()),
                        saved,
                        undo,
                        redo,
                        steps,
                        warnings,
                        pricesAsOf,
                        currency,
                        theme(look),
                        menu);
        FrameShare.Shared turn = workspace.frames().of(this::refresh);
        // The last thing that changes with an edit; and saving changes the mark alone.
        workspace.planProperty().subscribe(plan -> turn.request());
        workspace.editedProperty().subscribe(edited -> turn.request());
        workspace.fileProperty().subscribe(file -> turn.request());
        workspace.undoNameProperty().subscribe(name -> turn.request());
        workspace.redoNameProperty().subscribe(name -> turn.request());
    }

    private static Label chip() {
        Label chip = Fx.label("", "chip");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private static Button theme(Look look) {
        Button theme = Fx.id("theme", Fx.iconButton(Feather.MOON, TEXTS.get("theme"), look::toggle));
        look.paletteProperty().subscribe(palette -> {
            theme.setGraphic(new FontIcon(look.dark() ? Feather.SUN : Feather.MOON));
            name(theme, TEXTS.get(look.dark() ? "theme.light" : "theme.dark"));
        });
        return theme;
    }

    /** Without what can be read elsewhere, where there is no room for it. */
    void narrow(boolean narrow) {
        Fx.show(currency, !narrow);
    }

    /** @param wanted whether there is a plan whose warnings are worth reading */
    void warn(boolean wanted) {
        warned = wanted;
        refreshWarnings();
    }

    private void refresh() {
        planName.refresh();
        boolean edited = workspace.editedProperty().get();
        PlanFile file = workspace.fileProperty().get();
        String undone = workspace.undoNameProperty().get();
        boolean made = file == null && undone.isEmpty();
        saved.setText(TEXTS.get(edited ? made ? "made" : "edited" : file == null ? "unsaved" : "saved"));
        String where = file == null ? TEXTS.get("nofile") : file.path().toString();
        Fx.explain(saved, where);
        String redone = workspace.redoNameProperty().get();
        step(undo, "undo", undone);
        step(redo, "redo", redone);
        steps.setText(Stream.of(undo, redo)
                .filter(step -> !step.isDisable())
                .map(Node::getAccessibleText)
                .collect(Collectors.joining("\n")));
        counted.request();
        pricesAsOf.setText(TEXTS.get(
                "pricesAsOf", workspace.plan().inference().pricesAsOf().toString()));
        currency.setText(workspace.plan().currency().code());
    }

    private static void step(Button button, String key, String edit) {
        button.setDisable(edit.isEmpty());
        name(button, edit.isEmpty() ? TEXTS.get(key) : TEXTS.get(key + ".edit", edit));
    }

    private static void name(Button button, String name) {
        button.setAccessibleText(name);
        Fx.explain(button, name);
    }

    private void refreshWarnings() {
        int count = warned ? warningTexts().size() : 0;
        warnings.setText(TEXTS.get("warnings", count));
        Fx.show(warnings, count > 0);
    }

    private void showWarnings() {
        VBox list = Fx.id("warning-list", new VBox(8));
        list.setPrefWidth(460);
        warningTexts().forEach(t -> list.getChildren().add(Fx.paragraph(t)));
        Callout.show(list, warnings, ArrowLocation.TOP_RIGHT);
    }

    private List<String> warningTexts() {
        return workspace.comparison().priced().stream()
                .flatMap(e -> e.notices().stream())
                .filter(n -> n.severity() != Notice.Severity.INFO)
                .map(Notice::text)
                .distinct()
                .toList();
    }
}
