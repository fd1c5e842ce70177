package app.steelyard.ui.shell;

import app.steelyard.app.Headline;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The answer to the plan as a sentence, with what is to be known of it. */
final class AnswerLine extends VBox {
    private static final Texts TEXTS = Texts.of(AnswerLine.class);

    private final Workspace workspace;
    private final Label headline = Fx.id("headline", Fx.paragraph("", "headline"));
    private final Label detail = Fx.id("headline.detail", Fx.paragraph(""));
    private final Label certain = Fx.id("headline.certain", Fx.paragraph("", Styles.TEXT_MUTED));

    AnswerLine(Workspace workspace) {
        this.workspace = workspace;
        getStyleClass().add("headline-bar");
        getChildren().addAll(headline, detail, certain);
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
    }
}
