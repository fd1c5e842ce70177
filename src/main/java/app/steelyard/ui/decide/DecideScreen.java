package app.steelyard.ui.decide;

import app.steelyard.decision.Answers;
import app.steelyard.decision.Interview;
import app.steelyard.plan.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.ui.decide.Page.Stage;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Dialogs;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks page by page, and then says what belongs where. */
public final class DecideScreen extends BorderPane {
    private static final Texts TEXTS = Texts.of(DecideScreen.class);

    private final Workspace workspace;
    private final Session session;
    private final Dialogs dialogs;
    private final Outcome outcome;
    private final Papers papers;
    private final Runnable applied;

    private final Map<Stage, ToggleButton> steps = new EnumMap<>(Stage.class);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label where = Fx.label("", Styles.TEXT_MUTED);
    private final ScrollPane scroll = new ScrollPane();
    private final Label told = Fx.paragraph("", Styles.TEXT_MUTED);
    private final Button back = new Button(TEXTS.get("back"));
    private final Button skip = new Button();
    private final Button next = new Button(TEXTS.get("next"));
    private final MenuItem sample = new MenuItem(TEXTS.get("answers.sample"));
    private final ChangeListener<@Nullable Node> revealing = (o, was, is) -> reveal(is);
    private @Nullable View view;
    private @Nullable Page shown;

    /** @param applied told when the plan has become as recommended */
    public DecideScreen(Workspace workspace, Dialogs dialogs, Clock clock, Runnable applied) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.applied = applied;
        session = new Session(workspace);
        outcome = new Outcome(workspace, session, this::refresh);
        papers = new Papers(workspace, session, dialogs, clock, this::tell);
        setId("decide");
        scroll.setId("decide.scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        setTop(top());
        setCenter(scroll);
        setBottom(bottom());
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() && e.getCode() == KeyCode.LEFT) {
                session.back();
                e.consume();
            } else if (e.isAltDown() && e.getCode() == KeyCode.RIGHT) {
                session.next();
                e.consume();
            }
        });
        session.pageProperty().subscribe(page -> refresh());
        session.answersProperty().subscribe(answers -> refresh());
        workspace.planProperty().subscribe(plan -> refresh());
        // Away from the window nothing is worked on; back in it, the page is as it was.
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(revealing);
                outcome.stop();
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(revealing);
                refresh();
                // Later, or the scene would give the focus of the screen that went away to whatever comes first.
                Platform.runLater(this::focus);
            }
        });
    }

    /** Begins anew, for a plan just opened. */
    public void begin() {
        shown = null;
        session.begin();
        refresh();
    }

    private void focus() {
        if (view != null && getScene() != null) {
            view.begin();
        }
    }

    private VBox top() {
        HBox bar = new HBox(4);
        ToggleGroup group = new ToggleGroup();
        for (Stage stage : Stage.values()) {
            ToggleButton step = new ToggleButton(TEXTS.get("step." + stage));
            step.setId("decide.step." + stage);
            step.setToggleGroup(group);
            step.getStyleClass().add("architecture");
            step.setOnAction(e -> {
                step.setSelected(true);
                session.go(stage);
            });
            steps.put(stage, step);
            bar.getChildren().add(step);
        }
        where.setId("decide.progress");
        where.setMinWidth(USE_PREF_SIZE);
        progress.setPrefWidth(140);
        progress.setMinHeight(6);
        progress.getStyleClass().add(Styles.SMALL);
        progress.setAccessibleText(TEXTS.get("progress"));
        HBox state = new HBox(10, where, progress);
        state.setAlignment(Pos.CENTER_LEFT);
        FlowPane line = new FlowPane(20, 8, bar, state);
        line.setRowValignment(javafx.geometry.VPos.CENTER);
        VBox top = new VBox(line);
        top.getStyleClass().add("headline-bar");
        return top;
    }

    private HBox bottom() {
        back.setId("decide.back");
        back.setOnAction(e -> session.back());
        skip.setId("decide.skip");
        skip.getStyleClass().add(Styles.FLAT);
        skip.setOnAction(e -> session.skipStep());
        next.setId("decide.next");
        next.getStyleClass().add(Styles.ACCENT);
        next.setDefaultButton(true);
        next.setOnAction(e -> session.next());
        MenuButton answers = new MenuButton(TEXTS.get("answers"));
        answers.setId("decide.answers");
        answers.getItems()
                .addAll(
                        item("save", papers::saveAnswers),
                        item("open", papers::openAnswers),
                        sample,
                        item("forget", () -> session.set(Answers.NONE)));
        sample.setId("decide.answers.sample");
        sample.setOnAction(e -> session.useSample());
        told.setId("decide.told");
        told.setMinWidth(0);
        HBox.setHgrow(told, javafx.scene.layout.Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        for (Node node : List.of(back, skip, next, answers)) {
            ((javafx.scene.layout.Region) node).setMinWidth(USE_PREF_SIZE);
        }
        HBox bar = new HBox(8, answers, told, skip, back, next);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("decide-bottom");
        return bar;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get("answers." + key));
        item.setId("decide.answers." + key);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void tell(String text) {
        told.setText(text);
    }

    /** Scrolls to what the keyboard has reached. */
    private void reveal(@Nullable Node focused) {
        Node content = scroll.getContent();
        if (focused == null || content == null || !inside(focused, content)) {
            return;
        }
        Bounds target = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double height = content.getLayoutBounds().getHeight();
        double view = scroll.getViewportBounds().getHeight();
        double room = height - view;
        double top = scroll.getVvalue() * room;
        if (room > 0 && (target.getMinY() < top || target.getMaxY() > top + view)) {
            scroll.setVvalue(Math.clamp((target.getMinY() - view / 3) / room, 0, 1));
        }
    }

    private static boolean inside(Node node, Node content) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(content)) {
                return true;
            }
        }
        return false;
    }

    private void refresh() {
        Page page = session.page();
        if (!page.equals(shown)) {
            open(page);
        } else if (view != null && (getScene() != null || page.stage() != Stage.RESULT)) {
            view.refresh();
        }
        Objects.requireNonNull(steps.get(page.stage())).setSelected(true);
        Objects.requireNonNull(steps.get(Stage.QUESTIONS))
                .setDisable(workspace.plan().items().isEmpty());
        List<Interview.Step> asked = session.steps();
        long done = asked.stream().filter(Interview.Step::done).count();
        List<String> ids =
                workspace.plan().items().stream().map(ContextItem::id).toList();
        where.setText(
                page.stage() == Stage.QUESTIONS
                        ? TEXTS.get("progress.item", ids.indexOf(page.item()) + 1, ids.size(), done, asked.size())
                        : TEXTS.get("progress.all", done, asked.size()));
        progress.setProgress(asked.isEmpty() ? 0 : (double) done / asked.size());
        boolean result = page.stage() == Stage.RESULT;
        back.setDisable(page.stage() == Stage.DESCRIBE);
        next.setVisible(!result);
        next.setManaged(!result);
        next.setDefaultButton(!result);
        next.setText(TEXTS.get(page.stage() == Stage.SYSTEM ? "next.decide" : "next"));
        boolean skippable = page.stage() == Stage.QUESTIONS || page.stage() == Stage.SYSTEM;
        Fx.show(skip, skippable);
        skip.setText(TEXTS.get(page.stage() == Stage.QUESTIONS ? "skip.items" : "skip.system"));
        sample.setVisible(session.sample().isPresent());
    }

    private void open(Page page) {
        View before = view;
        boolean turned = shown != null;
        shown = page;
        tell("");
        View opened = switch (page.stage()) {
            case DESCRIBE -> new DescribeView(workspace, session);
            case ITEMS -> new ItemsView(workspace, session, dialogs);
            case QUESTIONS, SYSTEM -> new QuestionsView(workspace, session, page.item());
            case RESULT -> new ResultView(workspace, outcome, papers, applied);
        };
        view = opened;
        scroll.setContent(opened);
        scroll.setVvalue(0);
        if (before != null) {
            before.left();
        }
        if (turned) {
            // Later, or a key that pressed a button by its letter would give the focus to the button.
            Platform.runLater(this::focus);
        }
    }
}
