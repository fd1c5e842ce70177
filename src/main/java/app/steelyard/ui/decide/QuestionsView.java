package app.steelyard.ui.decide;

import app.steelyard.app.decide.Deciding;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Beside;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The questions about one item, or those about the system. */
final class QuestionsView extends View {
    private static final Texts TEXTS = Texts.of(QuestionsView.class);

    private final Workspace workspace;
    private final Session session;
    private final String item;
    private final Label title = Fx.id("decide.title", Fx.paragraph("", Styles.TITLE_3));
    private final Label detail = Fx.paragraph("", Styles.TEXT_MUTED);
    private final VBox list = new VBox(10);
    private final Deciding deciding;
    private final SoFarView soFar;
    private final Map<AnswerKey, QuestionView> known = new HashMap<>();
    private List<QuestionView> views = List.of();

    /** @param item id of the item; empty for the system */
    QuestionsView(Workspace workspace, Session session, Deciding deciding, String item) {
        super(workspace);
        this.workspace = workspace;
        this.session = session;
        this.deciding = deciding;
        this.item = item;
        soFar = new SoFarView(item);
        getChildren().addAll(new VBox(2, title, detail), Beside.aside(list, soFar));
        refresh();
    }

    /** Questions come and go with the answers to others; those that stay keep their controls and the focus. */
    @Override
    void refresh() {
        super.refresh();
        title.setText(TEXTS.get("system.title"));
        detail.setText(TEXTS.get("system.intro"));
        workspace.plan().item(item).ifPresent(this::head);
        List<Interview.Step> steps = session.steps(item);
        views = steps.stream()
                .map(s -> known.computeIfAbsent(s.key(), k -> new QuestionView(workspace, session, this, s)))
                .toList();
        if (!views.equals(list.getChildren())) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            list.getChildren().setAll(views);
            if (focused != null && focused.getScene() != null && !focused.isFocused()) {
                focused.requestFocus();
            }
        }
        views.forEach(QuestionView::refresh);
        deciding.wantDecision();
        soFar.show(deciding.decision());
    }

    @Override
    void left() {
        super.left();
        deciding.stop();
    }

    private void head(ContextItem shown) {
        title.setText(shown.name());
        detail.setText(TEXTS.get("item.detail", Numbers.count(shown.tokens()), Names.of(shown.scope())));
    }

    @Override
    void begin() {
        views.stream()
                .filter(v -> session.followed(v.key()))
                .findFirst()
                .or(() -> views.stream().findFirst())
                .ifPresent(QuestionView::begin);
    }
}
