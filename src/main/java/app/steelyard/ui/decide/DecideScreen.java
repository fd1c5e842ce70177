package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.app.decide.Deciding;
import app.steelyard.app.decide.WizardPage;
import app.steelyard.app.decide.WizardPage.Stage;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.RememberedAnswers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Navigation;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Asks page by page, and then says what belongs where. */
public final class DecideScreen extends BorderPane implements Page {
    private static final Texts TEXTS = Texts.of(DecideScreen.class);

    private final Workspace workspace;
    private final Session session;
    private final Dialogs dialogs;
    private final Deciding deciding;
    private final Papers papers;
    private final AnswerFiles files;
    private final Runnable applied;

    private final StepBar steps;
    private final ItemList items;
    private final PageScroll scroll = new PageScroll();
    private final Label told = Fx.id("decide.told", Fx.paragraph("", Styles.TEXT_MUTED));
    private final Button back = Fx.id("decide.back", new Button(TEXTS.get("back")));
    private final Button skip = Fx.id("decide.skip", new Button(TEXTS.get("skip.items")), Styles.FLAT);
    private final Button next = Fx.id("decide.next", new Button(TEXTS.get("next")), Styles.ACCENT);
    private final MenuItem sample = new MenuItem(TEXTS.get("answers.sample"));
    private @Nullable View view;
    private @Nullable WizardPage shown;

    public DecideScreen(Surroundings surroundings) {
        workspace = surroundings.workspace();
        dialogs = surroundings.dialogs();
        Navigation navigation = surroundings.navigation();
        applied = navigation::toResult;
        Path memory = surroundings.settings().folder().resolve("answers");
        session =
                new Session(workspace, new RememberedAnswers(memory), this::tell, () -> Platform.runLater(this::focus));
        deciding =
                new Deciding(workspace::plan, session::answers, workspace::book, Background::stoppable, this::refresh);
        papers = new Papers(workspace, dialogs, surroundings.clock(), this::tell);
        files = new AnswerFiles(
                workspace, session, surroundings.actions(), dialogs, navigation::toOpenedAnswers, this::tell);
        steps = new StepBar(workspace, session);
        items = new ItemList(workspace, session, this::focus);
        setId("decide");
        setTop(steps);
        setLeft(items);
        setCenter(scroll);
        setBottom(bottom());
        addEventHandler(KeyEvent.KEY_PRESSED, this::turn);
        // A filter, or the button would take the key for itself; Space is there to choose.
        addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        session.pageProperty().subscribe(page -> refresh());
        workspace.answersProperty().subscribe(answers -> refresh());
        workspace.planProperty().subscribe(plan -> refresh());
        // Away from the window nothing is worked on; back in it, the page is as it was.
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                deciding.stop();
                tell("");
            }
            if (is != null) {
                refresh();
            }
        });
        planOpened();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Answer answer() {
        return Answer.ON_PAGE;
    }

    /** Goes on with a plan just opened where it was left. */
    @Override
    public void planOpened() {
        shown = null;
        String told = session.begin();
        refresh();
        tell(told);
    }

    /** Keeps what was answered, before the window goes. */
    @Override
    public void close() {
        session.keepNow();
    }

    /**
     * Puts the focus where the open page begins. To be called once this screen is in the window: its scroll pane takes
     * the page in only when it is styled, which would otherwise be at the next pulse, too late to focus anything now.
     */
    @Override
    public void focus() {
        applyCss();
        if (view != null) {
            view.begin();
        }
    }

    private void turn(KeyEvent e) {
        if (e.isAltDown() && e.getCode() == KeyCode.LEFT) {
            session.back();
            e.consume();
        } else if (e.isAltDown() && e.getCode() == KeyCode.RIGHT) {
            session.next();
            e.consume();
        }
    }

    private void enter(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER
                && (e.getTarget() instanceof RadioButton || e.getTarget() instanceof CheckBox)) {
            next.fire();
            e.consume();
        }
    }

    private HBox bottom() {
        back.setOnAction(e -> session.back());
        skip.setOnAction(e -> session.skipStep());
        next.setDefaultButton(true);
        next.setOnAction(e -> session.next());
        MenuButton answers = Fx.id("decide.answers", new MenuButton(TEXTS.get("answers")));
        answers.getItems()
                .addAll(
                        item("save", files::save),
                        item("open", files::open),
                        sample,
                        item("forget", () -> session.set(TEXTS.get("answers.forget"), Answers.NONE)));
        sample.setId("decide.answers.sample");
        sample.setOnAction(e -> session.useSample());
        Fx.fill(told);
        List.<Region>of(back, skip, next, answers).forEach(r -> r.setMinWidth(USE_PREF_SIZE));
        return Fx.styled(Fx.row(8, answers, told, skip, back, next), "decide-bottom");
    }

    private static MenuItem item(String key, Runnable action) {
        return Fx.item("decide.answers." + key, TEXTS.get("answers." + key), action);
    }

    private void tell(String text) {
        told.setText(text);
    }

    private void refresh() {
        WizardPage page = session.page();
        if (!page.equals(shown)) {
            open(page);
        } else if (view != null && (getScene() != null || page.stage() != Stage.RESULT)) {
            view.refresh();
        }
        steps.show(page);
        boolean asking = page.stage() == Stage.QUESTIONS;
        Fx.show(items, asking);
        if (asking) {
            items.show(page.item());
        }
        boolean result = page.stage() == Stage.RESULT;
        back.setDisable(page.stage() == Stage.DESCRIBE);
        Fx.show(next, !result);
        next.setDefaultButton(!result);
        next.setText(TEXTS.get(page.stage() == Stage.SYSTEM ? "next.decide" : "next"));
        Fx.show(skip, asking);
        sample.setVisible(session.sample().isPresent());
    }

    private void open(WizardPage page) {
        boolean turned = shown != null;
        shown = page;
        leave();
        tell("");
        View opened = switch (page.stage()) {
            case DESCRIBE -> new DescribeView(workspace, session);
            case ITEMS -> new ItemsView(workspace, session, dialogs);
            case QUESTIONS, SYSTEM -> new QuestionsView(workspace, session, deciding, page.item());
            case RESULT -> new ResultView(workspace, deciding, papers, applied);
        };
        view = opened;
        scroll.open(opened);
        if (turned && getScene() != null && !items.isFocused()) {
            // Later: a button pressed by its letter acts first and takes the focus then.
            Platform.runLater(this::focus);
        }
    }

    /** A text being typed is taken over, or refused for good, before its field goes. */
    private void leave() {
        View before = view;
        view = null;
        if (before != null) {
            if (before.getScene() != null && !items.isFocused()) {
                scroll.requestFocus();
            }
            before.left();
        }
    }
}
