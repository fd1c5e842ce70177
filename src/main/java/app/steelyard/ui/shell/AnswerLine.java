package app.steelyard.ui.shell;

import app.steelyard.app.Headline;
import app.steelyard.app.decide.Deciding;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The answer to the plan as a sentence, with what is to be known of it. */
final class AnswerLine extends VBox {
    private static final Texts TEXTS = Texts.of(AnswerLine.class);

    private final Workspace workspace;
    private final Label headline = Fx.id("headline", Fx.paragraph("", "headline"));
    private final Label detail = Fx.id("headline.detail", Fx.paragraph(""));
    private final Label certain = Fx.id("headline.certain", Fx.paragraph("", Styles.TEXT_MUTED));

    private final Label differs = Fx.id("headline.differs", Fx.paragraph("", Styles.TEXT_MUTED));
    /** Decides when the plan has been still for a moment, not with every step of a slider. */
    private final PauseTransition still = new PauseTransition(Duration.millis(300));

    private final Deciding deciding;

    AnswerLine(Workspace workspace) {
        this.workspace = workspace;
        deciding = new Deciding(
                workspace::plan, workspace::answers, workspace::book, Background::stoppable, this::refreshDifference);
        still.setOnFinished(e -> deciding.wantDecision());
        getStyleClass().add("headline-bar");
        getChildren().addAll(headline, detail, differs, certain);
    }

    void refresh() {
        Headline answer = Headline.of(workspace.comparison());
        headline.setText(answer.sentence());
        boolean refused = !workspace.refusals().isEmpty();
        if (refused) {
            Workspace.RefusedEdit refusal =
                    workspace.refusals().values().iterator().next();
            detail.setText(TEXTS.get("stale", refusal.field(), refusal.reason()));
        } else {
            detail.setText(answer.detail());
        }
        Fx.style(detail, "headline-stale", refused);
        Fx.style(detail, "headline-warning", !refused && answer.warning());
        Fx.style(detail, Styles.TEXT_MUTED, !refused && !answer.warning());
        Fx.show(detail, !detail.getText().isEmpty());
        Workspace.Certainty certainty = workspace.certaintyProperty().get();
        boolean same = certainty != null && certainty.plan().equals(workspace.plan());
        certain.setText(same ? TEXTS.get("certain", certainty.percent(), certainty.words()) : "");
        Fx.show(certain, same);
        refreshDifference();
    }

    /** That what was answered in Decide recommends another design, once that is known of the plan as it is. */
    private void refreshDifference() {
        boolean answered = !workspace.answers().equals(Answers.NONE);
        Optional<Decision> decision = deciding.decision()
                .filter(d -> answered
                        && d.plan().equals(workspace.plan())
                        && d.answers().equals(workspace.answers()));
        if (answered && decision.isEmpty()) {
            still.playFromStart();
        }
        Optional<String> difference = decision.flatMap(
                d -> Agreement.difference(d, workspace.comparison().verdict()));
        differs.setText(difference.orElse(""));
        Fx.show(differs, difference.isPresent());
    }
}
