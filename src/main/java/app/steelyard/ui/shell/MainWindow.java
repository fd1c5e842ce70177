package app.steelyard.ui.shell;

import app.steelyard.app.Dialogs;
import app.steelyard.app.journal.Journal;
import app.steelyard.app.journal.Unfinished;
import app.steelyard.app.plan.Example;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Settings;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.UndoKeys;
import app.steelyard.ui.gallery.NewPlanPage;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.steady.PulseWork;
import app.steelyard.ui.work.Actions;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Navigation;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Header, rail, the answer as a sentence, and the screen chosen. */
public final class MainWindow extends BorderPane implements Navigation {
    private static final Texts TEXTS = Texts.of(MainWindow.class);

    private final Workspace workspace;
    private final Surroundings surroundings;
    private final Map<Screen, Lazy<Page>> pages = new EnumMap<>(Screen.class);
    private final Lazy<Page> questions;
    private final Rail rail = new Rail(this::show);
    private final Header header;
    private final AnswerLine answer;
    private final StackPane place = new StackPane();
    private final Journalling keeping;
    private final Recovery recovery;
    private Page shown;

    /** @param examples for the gallery, which need not be there yet */
    MainWindow(
            Workspace workspace,
            Dialogs dialogs,
            Settings settings,
            Look look,
            Clock clock,
            CompletableFuture<List<Example>> examples) {
        this.workspace = workspace;
        surroundings = new Surroundings(
                workspace, new Actions(workspace, dialogs, settings), dialogs, settings, look, clock, examples, this);
        for (Screen screen : Screen.values()) {
            pages.put(screen, new Lazy<>(() -> screen.make(surroundings)));
        }
        questions = new Lazy<>(() -> new NewPlanPage(surroundings, () -> show(Screen.GALLERY)));
        keeping = new Journalling(surroundings);
        recovery = new Recovery(
                clock.getZone(),
                found -> keeping.restore(found, this::toOpenedPlan),
                why -> dialogs.error(TEXTS.get("recovery.failed"), why, why));
        header = new Header(workspace, look, new ActionMenu(this, surroundings, keeping));
        answer = new AnswerLine(workspace);
        shown = page(Screen.GALLERY);
        setTop(new VBox(header, recovery));
        setLeft(rail);
        setCenter(new BorderPane(place, answer, null, null, null));
        show(Screen.GALLERY);
        PulseWork answered = new PulseWork(answer, this::refreshAnswer);
        workspace.planProperty().subscribe(plan -> answered.request());
        workspace.certaintyProperty().subscribe(certainty -> refreshAnswer());
        workspace.refusals().addListener((MapChangeListener<String, Workspace.RefusedEdit>) c -> refreshAnswer());
        widthProperty().subscribe(w -> {
            rail.narrow(w.doubleValue() < FirstFrame.NARROW);
            header.narrow(w.doubleValue() < FirstFrame.NARROW);
        });
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
    }

    /** Gives the stage its title and question before closing, keeps the answers then, and gives the scene its keys. */
    void attach(Stage stage, Scene scene) {
        stage.titleProperty().bind(workspace.planProperty().map(p -> TEXTS.get("window.title", p.name())));
        stage.setOnCloseRequest(e -> {
            takeTyped();
            if (!surroundings.actions().mayLeave()) {
                e.consume();
            }
        });
        stage.setOnHidden(e -> close());
        UndoKeys.in(scene, workspace);
        // Else the first field would have it, with its text selected.
        rail.focus(Screen.GALLERY);
    }

    /** Makes what is not seen yet, piece by piece, which would keep one waiting when it is opened. */
    void prepare(Stage stage) {
        List<Runnable> pieces = new ArrayList<>();
        pieces.add(() -> stage.getIcons().setAll(Logo.icons()));
        pages.values().forEach(page -> pieces.add(page::get));
        Afterwards.run(pieces);
    }

    /** Looks for what was not saved when the program ended, and offers it. */
    void recover() {
        Path journals = Journal.folder(surroundings.settings().folder());
        Background.run(
                () -> Unfinished.in(journals),
                found -> {
                    recovery.add(found.plans());
                    if (!found.told().isEmpty()) {
                        String told = String.join("\n", found.told());
                        surroundings.dialogs().error(TEXTS.get("recovery.refused"), told, told);
                    }
                },
                error -> surroundings
                        .dialogs()
                        .error(TEXTS.get("recovery.refused"), String.valueOf(error.getMessage()), error.toString()));
    }

    /** Keeps the answers, and lets go of what is held open. */
    void close() {
        pages.values().forEach(page -> page.ifMade(Page::close));
        keeping.close();
        recovery.close();
    }

    private Page page(Screen screen) {
        return Objects.requireNonNull(pages.get(screen)).get();
    }

    // Where to

    /** Brings a screen to the front. */
    void show(Screen screen) {
        show(screen, page(screen));
    }

    /** @param screen that {@code page} belongs to */
    private void show(Screen screen, Page page) {
        shown = page;
        shown.shown();
        rail.select(screen);
        if (getScene() != null && within(place, getScene().getFocusOwner())) {
            // Else the plan's name would have it, and the next key would overwrite that.
            rail.focus(screen);
        }
        place.getChildren().setAll(shown.node());
        shown.focus();
        header.warn(shown.answer() != Page.Answer.NOWHERE);
        Fx.show(answer, shown.answer() == Page.Answer.ABOVE);
        refreshAnswer();
    }

    private static boolean within(Node place, @Nullable Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(place)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is priced for an answer that nobody sees: the first window need not wait for prices. */
    private void refreshAnswer() {
        if (shown.answer() == Page.Answer.ABOVE) {
            answer.refresh();
        }
    }

    @Override
    public void toNewPlan() {
        show(Screen.GALLERY, questions.get());
    }

    @Override
    public void toOpenedPlan() {
        show(Screen.CALCULATE);
        pages.values().forEach(page -> page.ifMade(Page::planOpened));
        // One that is made now begins by itself; what it keeps belongs to the plan from its first edit on.
        page(Screen.DECIDE);
    }

    @Override
    public void toOpenedAnswers() {
        toOpenedPlan();
        show(Screen.DECIDE);
    }

    @Override
    public void toResult() {
        show(Screen.CALCULATE);
    }

    @Override
    public void toInput(PlanField field) {
        show(Screen.CALCULATE);
        page(Screen.CALCULATE).focus(field);
    }

    // What is done with the plan as a whole

    /** Opens a plan file. */
    void open(Path file) {
        takeTyped();
        opened(surroundings.actions().open(file));
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
            page(Screen.USAGE).read(files);
        }
    }

    private void opened(boolean done) {
        if (done) {
            toOpenedPlan();
        }
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

    void begin() {
        takeTyped();
        toNewPlan();
    }

    void choose() {
        takeTyped();
        opened(surroundings.actions().open());
    }

    void save() {
        takeTyped();
        surroundings.actions().save();
    }

    void saveAs() {
        takeTyped();
        surroundings.actions().saveAs();
    }

    void export() {
        show(Screen.REPORT);
        page(Screen.REPORT).export();
    }
}
