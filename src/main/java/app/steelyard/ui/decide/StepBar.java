package app.steelyard.ui.decide;

import app.steelyard.app.decide.WizardPage;
import app.steelyard.app.decide.WizardPage.Stage;
import app.steelyard.decision.advice.Interview;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The steps, which of them is open, and how much was answered. */
final class StepBar extends VBox {
    private static final Texts TEXTS = Texts.of(StepBar.class);

    private final Workspace workspace;
    private final Session session;
    private final Map<Stage, ToggleButton> steps = new EnumMap<>(Stage.class);
    private final ProgressBar progress = Fx.styled(new ProgressBar(0), Styles.SMALL);
    private final Label where = Fx.id("decide.progress", Fx.label("", Styles.TEXT_MUTED));

    StepBar(Workspace workspace, Session session) {
        this.workspace = workspace;
        this.session = session;
        HBox bar = Fx.row(4);
        ToggleGroup group = new ToggleGroup();
        for (Stage stage : Stage.values()) {
            ToggleButton step = Fx.id("decide.step." + stage, new ToggleButton(TEXTS.name(stage)), "architecture");
            step.setToggleGroup(group);
            step.setOnAction(e -> {
                step.setSelected(true);
                session.go(stage);
            });
            steps.put(stage, step);
            bar.getChildren().add(step);
        }
        where.setMinWidth(USE_PREF_SIZE);
        progress.setPrefWidth(140);
        progress.setMinHeight(6);
        progress.setAccessibleText(TEXTS.get("progress"));
        HBox state = Fx.row(10, where, progress);
        FlowPane line = new FlowPane(20, 8, bar, state);
        line.setRowValignment(VPos.CENTER);
        getChildren().add(line);
        getStyleClass().add("headline-bar");
    }

    void show(WizardPage page) {
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
    }
}
