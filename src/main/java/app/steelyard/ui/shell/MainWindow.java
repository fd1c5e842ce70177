package app.steelyard.ui.shell;

import app.steelyard.app.Dialogs;
import app.steelyard.app.Settings;
import app.steelyard.cost.result.Notice;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Texts;
import app.steelyard.ui.calculate.CalculateScreen;
import app.steelyard.ui.decide.DecideScreen;
import app.steelyard.ui.edit.Shortened;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.gallery.Example;
import app.steelyard.ui.gallery.GalleryScreen;
import app.steelyard.ui.kit.Afterwards;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Headline;
import app.steelyard.ui.kit.Lazy;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.report.ReportScreen;
import app.steelyard.ui.usage.UsageScreen;
import app.steelyard.ui.whatif.WhatIfScreen;
import app.steelyard.ui.work.Actions;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Header, rail, the answer as a sentence, and the screen chosen. */
public final class MainWindow extends BorderPane {
    private static final Texts TEXTS = Texts.of(MainWindow.class);
    private static final double LONGEST_UNDO = 440;

    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Look look;
    private final Clock clock;
    private final Actions actions;

    private final GalleryScreen gallery;
    private final Lazy<DecideScreen> decide;
    private final Lazy<CalculateScreen> calculate;
    private final Lazy<WhatIfScreen> whatIf;
    private final Lazy<UsageScreen> usage;
    private final Lazy<ReportScreen> report;
    private final StackPane place = new StackPane();
    private final Map<Screen, ToggleButton> rail = new EnumMap<>(Screen.class);

    private final TextEntry planName;
    private final Label saved = Fx.label("", "chip");
    private final Button undo = Fx.iconButton(Feather.CORNER_UP_LEFT, TEXTS.get("undo"), () -> {});
    private final Button redo = Fx.iconButton(Feather.CORNER_UP_RIGHT, TEXTS.get("redo"), () -> {});
    private final Button warnings = new Button();
    private final Label pricesAsOf = Fx.label("", "chip");
    private final Label currency = Fx.label("", "chip");
    private final Button theme = Fx.iconButton(Feather.MOON, TEXTS.get("theme"), () -> {});
    private final Label headline = Fx.paragraph("", "headline");
    private final Label detail = Fx.paragraph("");
    private final Label certain = Fx.paragraph("", Styles.TEXT_MUTED);
    private @Nullable Plan certaintyOf;
    private final VBox headlineBar = new VBox(headline, detail, certain);

    public MainWindow(Workspace workspace, Dialogs dialogs, Settings settings, Look look, Clock clock) {
        this(
                workspace,
                dialogs,
                settings,
                look,
                clock,
                CompletableFuture.completedFuture(Example.all(workspace.book())));
    }

    /** @param examples for the gallery, which need not be there yet */
    MainWindow(
            Workspace workspace,
            Dialogs dialogs,
            Settings settings,
            Look look,
            Clock clock,
            CompletableFuture<List<Example>> examples) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.look = look;
        this.clock = clock;
        planName = new TextEntry(
                workspace,
                "name",
                TEXTS.get("plan.name"),
                Plan::name,
                (p, name) -> name.isEmpty() ? p : p.withName(name));
        actions = new Actions(workspace, dialogs, settings);
        gallery = new GalleryScreen(actions, settings, clock, examples, this::planOpened);
        decide = new Lazy<>(() -> new DecideScreen(
                workspace,
                actions,
                dialogs,
                settings.folder().resolve("answers"),
                clock,
                this::answersOpened,
                () -> show(Screen.CALCULATE)));
        calculate = new Lazy<>(() -> new CalculateScreen(workspace, dialogs, look));
        whatIf = new Lazy<>(() -> new WhatIfScreen(
                workspace, new WhatIfScreen.Surroundings(dialogs, look, this::toRanges, this::certain)));
        usage = new Lazy<>(() -> new UsageScreen(
                workspace,
                new UsageScreen.Surroundings(
                        actions, dialogs, look, settings.folder(), this::planOpened, () -> show(Screen.CALCULATE))));
        report = new Lazy<>(() -> new ReportScreen(workspace, dialogs, clock));
        headlineBar.getStyleClass().add("headline-bar");
        headline.setId("headline");
        detail.setId("headline.detail");
        certain.setId("headline.certain");
        setTop(header());
        setLeft(rail());
        setCenter(new BorderPane(place, headlineBar, null, null, null));
        workspace.planProperty().subscribe(plan -> refreshHeadline());
        // The last thing that changes with an edit; and saving changes the mark alone.
        workspace.planProperty().subscribe(plan -> refreshHeader());
        workspace.editedProperty().subscribe(edited -> refreshHeader());
        workspace.fileProperty().subscribe(file -> refreshHeader());
        workspace.undoNameProperty().subscribe(name -> refreshHeader());
        workspace.redoNameProperty().subscribe(name -> refreshHeader());
        workspace.refusals().addListener((MapChangeListener<String, Workspace.Refusal>) c -> refreshHeadline());
        look.paletteProperty().subscribe(palette -> refreshTheme());
        widthProperty().subscribe(w -> narrow(w.doubleValue() < FirstFrame.NARROW));
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        setOnDragDropped(e -> {
            Dragboard board = e.getDragboard();
            if (board.hasFiles()) {
                dropped(board.getFiles().stream().map(File::toPath).toList());
            }
            e.setDropCompleted(board.hasFiles());
            e.consume();
        });
        show(Screen.GALLERY);
    }

    /** Gives the stage its title and question before closing, keeps the answers then, and gives the scene its keys. */
    void attach(Stage stage, Scene scene) {
        stage.titleProperty().bind(workspace.planProperty().map(p -> TEXTS.get("window.title", p.name())));
        stage.setOnCloseRequest(e -> {
            takeTyped();
            if (!actions.mayLeave()) {
                e.consume();
            }
        });
        stage.setOnHidden(e -> close());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Else the first field would have it, with its text selected.
        Objects.requireNonNull(rail.get(Screen.GALLERY)).requestFocus();
    }

    /** Makes what is not seen yet, piece by piece, which would keep one waiting when it is opened. */
    void prepare(Stage stage) {
        Afterwards.run(List.of(
                () -> stage.getIcons().setAll(Logo.icons()),
                calculate::get,
                decide::get,
                whatIf::get,
                usage::get,
                report::get));
    }

    /** Keeps the answers, and lets go of what is held open. */
    void close() {
        decide.ifMade(DecideScreen::keep);
        usage.ifMade(UsageScreen::close);
    }

    /** Opens a plan file. */
    void open(Path file) {
        takeTyped();
        if (actions.open(file)) {
            planOpened();
        }
    }

    /** A plan opens; anything else is a usage export. */
    void dropped(List<Path> files) {
        List<Path> plans = files.stream()
                .filter(f -> f.toString().endsWith(PlanFile.ENDING))
                .toList();
        if (!plans.isEmpty()) {
            open(plans.get(0));
        } else {
            show(Screen.USAGE);
            usage.get().read(files);
        }
    }

    /** Turns to a plan that was just opened. */
    void planOpened() {
        calculate.ifMade(CalculateScreen::rewind);
        show(Screen.CALCULATE);
        decide.ifMade(DecideScreen::begin);
        // One that is made now begins by itself; what it keeps belongs to the plan from its first edit on.
        decide.get();
    }

    private void answersOpened() {
        planOpened();
        show(Screen.DECIDE);
    }

    /** Brings a screen to the front. */
    void show(Screen screen) {
        Node view = switch (screen) {
            case GALLERY -> gallery;
            case DECIDE -> decide.get();
            case CALCULATE -> calculate.get();
            case WHAT_IF -> whatIf.get();
            case USAGE -> usage.get();
            case REPORT -> report.get();
        };
        if (screen == Screen.GALLERY) {
            gallery.refresh();
        }
        if (screen == Screen.REPORT) {
            report.get().refresh();
        }
        if (screen == Screen.USAGE) {
            usage.get().opened();
        }
        ToggleButton chosen = Objects.requireNonNull(rail.get(screen));
        chosen.setSelected(true);
        if (getScene() != null && within(place, getScene().getFocusOwner())) {
            // Else the plan's name would have it, and the next key would overwrite that.
            chosen.requestFocus();
        }
        place.getChildren().setAll(view);
        if (screen == Screen.DECIDE) {
            decide.get().focus();
        }
        refreshWarnings();
        // What is recommended need not be what is cheapest: Decide has its own answer, and so has What if.
        Fx.show(headlineBar, screen == Screen.CALCULATE || screen == Screen.USAGE || screen == Screen.REPORT);
        refreshHeadline();
    }

    /** Beside the headline, as long as the plan is the one it was worked out for. */
    private void certain(WhatIfScreen.Certainty certainty) {
        certaintyOf = certainty.plan();
        certain.setText(TEXTS.get("certain", certainty.percent(), certainty.words()));
        refreshHeadline();
    }

    /** Where a range is typed. */
    private void toRanges() {
        show(Screen.CALCULATE);
        calculate.get().focus(PlanField.REQUESTS_PER_MONTH);
    }

    private static boolean within(Node place, @Nullable Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(place)) {
                return true;
            }
        }
        return false;
    }

    // Header

    private HBox header() {
        planName.field().getStyleClass().add("plan-name");
        planName.field().setPrefColumnCount(22);
        saved.setId("saved");
        undo.setId("undo");
        undo.setOnAction(e -> workspace.undo());
        redo.setId("redo");
        redo.setOnAction(e -> workspace.redo());
        undo.setContentDisplay(javafx.scene.control.ContentDisplay.LEFT);
        undo.setMaxWidth(LONGEST_UNDO);
        warnings.setId("warnings");
        warnings.getStyleClass().addAll("chip", "warning-chip");
        warnings.setMinWidth(USE_PREF_SIZE);
        warnings.setOnAction(e -> showWarnings());
        theme.setId("theme");
        theme.setOnAction(e -> look.toggle());
        Label brand = Fx.label(TEXTS.get("name"), "brand");
        brand.setGraphic(Logo.shape());
        brand.setGraphicTextGap(8);
        brand.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        pricesAsOf.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        currency.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        saved.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox header = new HBox(
                8,
                brand,
                new Shortened(planName.field()),
                saved,
                undo,
                redo,
                Fx.spacer(),
                warnings,
                pricesAsOf,
                currency,
                theme,
                menu());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("header");
        return header;
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(null, new FontIcon(Feather.MENU));
        menu.setId("menu");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        menu.setAccessibleText(TEXTS.get("menu"));
        menu.setTooltip(Fx.tooltip(TEXTS.get("menu")));
        menu.getItems()
                .addAll(
                        item("new", "Shortcut+N", this::begin),
                        item("open", "Shortcut+O", this::choose),
                        item("save", "Shortcut+S", this::save),
                        item("saveAs", "Shortcut+Shift+S", this::saveAs),
                        new SeparatorMenuItem(),
                        item("undo", "Shortcut+Z", workspace::undo),
                        item("redo", "Shortcut+Shift+Z", workspace::redo),
                        new SeparatorMenuItem(),
                        item("samples", null, () -> show(Screen.GALLERY)),
                        item("decide", "Shortcut+D", () -> show(Screen.DECIDE)),
                        item("importUsage", null, () -> show(Screen.USAGE)),
                        item("export", "Shortcut+P", this::exportReport),
                        new SeparatorMenuItem(),
                        item("theme", null, look::toggle),
                        item("shortcuts", "F1", this::tellShortcuts));
        return menu;
    }

    private static MenuItem item(String key, @Nullable String keys, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setId("menu." + key);
        if (keys != null) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(e -> action.run());
        return item;
    }

    private void begin() {
        takeTyped();
        if (actions.begin(LocalDate.now(clock))) {
            planOpened();
        }
    }

    private void save() {
        takeTyped();
        actions.save();
    }

    private void saveAs() {
        takeTyped();
        actions.saveAs();
    }

    /** A key leaves a field where it is; what was typed into it belongs to the plan that is asked about or saved. */
    private void takeTyped() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner instanceof TextInputControl field) {
            int caret = field.getCaretPosition();
            requestFocus();
            field.requestFocus();
            field.positionCaret(caret);
        }
    }

    private void choose() {
        takeTyped();
        if (actions.open()) {
            planOpened();
        }
    }

    private void exportReport() {
        show(Screen.REPORT);
        report.get().exportPdf();
    }

    private void tellShortcuts() {
        dialogs.tell(TEXTS.get("shortcuts"), TEXTS.get("shortcuts.text"));
    }

    /** Keys that no menu item carries; text fields keep their own undo and redo as long as they have something for them. */
    private void key(KeyEvent e) {
        if (new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN).match(e)) {
            workspace.redo();
            e.consume();
        } else if (new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN).match(e)
                && !typing(TextInputControl::isUndoable)) {
            workspace.undo();
            e.consume();
        } else if (new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN).match(e)
                && !typing(TextInputControl::isRedoable)) {
            workspace.redo();
            e.consume();
        }
    }

    private boolean typing(Predicate<TextInputControl> busy) {
        return getScene().getFocusOwner() instanceof TextInputControl field && busy.test(field);
    }

    private void showWarnings() {
        VBox list = new VBox(8);
        list.setPrefWidth(460);
        list.setId("warning-list");
        warningTexts().forEach(t -> list.getChildren().add(Fx.paragraph(t)));
        Popover popover = new Popover(list);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.show(warnings);
    }

    private List<String> warningTexts() {
        return workspace.comparison().priced().stream()
                .flatMap(e -> e.notices().stream())
                .filter(n -> n.severity() != Notice.Severity.INFO)
                .map(Notice::text)
                .distinct()
                .toList();
    }

    // Rail

    private VBox rail() {
        VBox box = new VBox();
        box.getStyleClass().add("rail");
        box.setId("rail");
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(TEXTS.name(screen), new FontIcon(screen.icon()));
            button.setId("rail." + screen);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(TEXTS.name(screen));
            button.setTooltip(Fx.tooltip(TEXTS.get("Screen." + screen + ".help")));
            button.setOnAction(e -> show(screen));
            rail.put(screen, button);
            box.getChildren().add(button);
        }
        return box;
    }

    private void narrow(boolean narrow) {
        rail.forEach((screen, button) -> button.setText(narrow ? "" : TEXTS.name(screen)));
        ((VBox) getLeft()).setPrefWidth(narrow ? FirstFrame.NARROW_RAIL : FirstFrame.RAIL);
        Fx.show(currency, !narrow);
    }

    // What changes

    private void refreshHeader() {
        planName.refresh();
        boolean edited = workspace.editedProperty().get();
        PlanFile file = workspace.fileProperty().get();
        boolean made = file == null && workspace.undoNameProperty().get().isEmpty();
        saved.setText(TEXTS.get(edited ? made ? "made" : "edited" : file == null ? "unsaved" : "saved"));
        String where = file == null ? TEXTS.get("nofile") : file.path().toString();
        if (saved.getTooltip() == null || !where.equals(saved.getTooltip().getText())) {
            saved.setTooltip(Fx.tooltip(where));
        }
        name(undo, "undo", workspace.undoNameProperty().get());
        name(redo, "redo", workspace.redoNameProperty().get());
        undo.setText(workspace.undoNameProperty().get().isEmpty() ? null : undo.getAccessibleText());
        refreshWarnings();
        pricesAsOf.setText(TEXTS.get(
                "pricesAsOf", workspace.plan().inference().pricesAsOf().toString()));
        currency.setText(workspace.plan().finance().currency());
    }

    /** In the gallery no plan was chosen yet whose warnings would be worth reading. */
    private void refreshWarnings() {
        int count = inGallery() ? 0 : warningTexts().size();
        warnings.setText(TEXTS.get("warnings", count));
        Fx.show(warnings, count > 0);
    }

    private boolean inGallery() {
        return place.getChildren().isEmpty() || place.getChildren().contains(gallery);
    }

    private static void name(Button button, String key, String edit) {
        button.setDisable(edit.isEmpty());
        String name = edit.isEmpty() ? TEXTS.get(key) : TEXTS.get(key + ".edit", edit);
        if (!name.equals(button.getAccessibleText()) || button.getTooltip() == null) {
            button.setAccessibleText(name);
            button.setTooltip(Fx.tooltip(name));
        }
    }

    /** Nothing is priced for an answer that nobody sees: the first window need not wait for prices. */
    private void refreshHeadline() {
        if (inGallery()) {
            return;
        }
        Headline answer = Headline.of(workspace.comparison());
        headline.setText(answer.sentence());
        Fx.show(certain, workspace.plan().equals(certaintyOf));
        boolean refused = !workspace.refusals().isEmpty();
        if (refused) {
            Workspace.Refusal refusal = workspace.refusals().values().iterator().next();
            detail.setText(TEXTS.get("stale", refusal.field(), refusal.reason()));
        } else {
            detail.setText(answer.detail());
        }
        Fx.style(detail, "headline-stale", refused);
        Fx.style(detail, "headline-warning", !refused && answer.warning());
        Fx.style(detail, Styles.TEXT_MUTED, !refused && !answer.warning());
        Fx.show(detail, !detail.getText().isEmpty());
    }

    private void refreshTheme() {
        theme.setGraphic(new FontIcon(look.dark() ? Feather.SUN : Feather.MOON));
        String name = TEXTS.get(look.dark() ? "theme.light" : "theme.dark");
        theme.setAccessibleText(name);
        theme.setTooltip(Fx.tooltip(name));
    }
}
