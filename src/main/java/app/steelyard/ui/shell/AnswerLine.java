package app.steelyard.ui.shell;

import app.steelyard.app.Headline;
import app.steelyard.app.decide.Deciding;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Callout;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.FrameShare;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * The answer to the plan as a sentence, with what is to be known of it. It always has one height: what has no
 * room opens beside it, so that an edit never moves the form below it away from the mouse.
 */
final class AnswerLine extends Region {
    private static final Texts TEXTS = Texts.of(AnswerLine.class);
    private static final double GAP = 16;
    /** A line of the sentence and two below it, or two and one. */
    private static final double HIGH = 74;

    private static final double CERTAIN = 150;
    private static final double CALLOUT = 560;

    private final Workspace workspace;
    private final Label headline = Fx.id("headline", Fx.paragraph("", "headline"));
    private final Label detail = Fx.id("headline.detail", Fx.paragraph(""));
    private final Button more = Fx.id("headline.more", Fx.button("", this::showAll, Styles.FLAT, Styles.SMALL));
    private final Label percent = Fx.id("headline.percent", Fx.label("", "headline"));
    private final Label certain = Fx.id("headline.certain", Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL));
    /** Decides when the plan has been still for a moment, not with every step of a slider. */
    private final PauseTransition still = new PauseTransition(Duration.millis(300));

    private final Deciding deciding;
    private final Surety surety;
    /** Sentences below the answer, the first of them first. */
    private List<String> lines = List.of();

    /** What stands below the sentence takes its turn while a hand drags. */
    private final FrameShare.Shared below;

    private Headline answer = new Headline("", "", false);
    private String told = "";
    private String differs = "";
    /** For what the lines were placed. */
    private List<Object> placed = List.of();

    AnswerLine(Workspace workspace) {
        this.workspace = workspace;
        deciding = new Deciding(
                workspace::plan, workspace::answers, workspace::book, Background::stoppable, this::refreshDifference);
        surety = new Surety(workspace);
        still.setOnFinished(e -> deciding.wantDecision());
        below = workspace.frames().of(this::refreshBelow);
        getStyleClass().add("headline-bar");
        percent.getStyleClass().add("figures");
        certain.getStyleClass().add("figures");
        more.getStyleClass().add("headline-more");
        getChildren().addAll(headline, detail, more, percent, certain);
    }

    void refresh() {
        answer = workspace.headline();
        set(headline, answer.sentence());
        below.request();
    }

    private void refreshBelow() {
        boolean refused = !workspace.refusals().isEmpty();
        if (refused) {
            Workspace.RefusedEdit refusal =
                    workspace.refusals().values().iterator().next();
            told = TEXTS.get("stale", refusal.field(), refusal.reason());
        } else {
            told = answer.detail();
        }
        Fx.style(detail, "headline-stale", refused);
        Fx.style(detail, "headline-warning", !refused && answer.warning());
        Fx.style(detail, Styles.TEXT_MUTED, !refused && !answer.warning());
        Workspace.Certainty certainty = workspace.certaintyProperty().get();
        boolean same = certainty != null && certainty.plan().equals(workspace.plan());
        boolean doubted = surety.wanted();
        if (doubted && !same) {
            surety.refresh();
        }
        set(percent, same ? certainty.sure().confidence().percent() : "");
        set(certain, same ? TEXTS.get("certain", certainty.sure().confidence().words()) : TEXTS.get("certain.not"));
        // There also until it is known, for the sentence beside it would break elsewhere.
        percent.setVisible(doubted || same);
        certain.setVisible(doubted || same);
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
        differs = decision.flatMap(
                        d -> Agreement.difference(d, workspace.comparison().verdict()))
                .orElse("");
        List<String> now = new ArrayList<>(told.isEmpty() ? List.of() : List.of(told.split("\n", -1)));
        if (!differs.isEmpty()) {
            now.addFirst(differs);
        }
        if (!now.equals(lines)) {
            lines = List.copyOf(now);
            setNeedsLayout(true);
            detail.setAccessibleText(String.join("\n", lines));
        }
        if (getWidth() > 0) {
            layoutChildren();
        }
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private void showAll() {
        VBox all = Fx.id("headline.all", new VBox(8));
        all.setPrefWidth(CALLOUT);
        lines.forEach(l -> all.getChildren().add(Fx.paragraph(l)));
        Callout.show(all, more, ArrowLocation.TOP_RIGHT);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + getInsets().getBottom() + HIGH;
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double room = getWidth() - left - getInsets().getRight();
        double high = getHeight() - top - getInsets().getBottom();
        double text = percent.isVisible() ? room - CERTAIN - GAP : room;
        if (percent.isVisible()) {
            double line = percent.prefHeight(CERTAIN);
            percent.resizeRelocate(left + room - CERTAIN, top, CERTAIN, line);
            certain.resizeRelocate(left + room - CERTAIN, top + line, CERTAIN, high - line);
        }
        Fx.style(headline, "headline-long", false);
        double sentence = headline.prefHeight(text);
        if (sentence > high) {
            Fx.style(headline, "headline-long", true);
            headline.applyCss();
            sentence = headline.prefHeight(text);
        }
        headline.resizeRelocate(left, top, text, sentence);
        placeLines(left, top + sentence + 2, text, high - sentence - 2);
    }

    /** As many whole sentences as there is room for; how many are left, stands at their end. */
    private void placeLines(double left, double top, double width, double high) {
        List<Object> now = List.of(lines, left, top, width, high);
        if (now.equals(placed)) {
            return;
        }
        placed = now;
        int shown = lines.size() + 1;
        double room;
        do {
            shown--;
            int rest = lines.size() - shown;
            String said = rest == 0 ? "" : TEXTS.get("headline.more", rest);
            if (!said.equals(more.getText())) {
                more.setText(said);
            }
            room = rest == 0 ? width : width - Math.ceil(more.prefWidth(-1)) - GAP;
        } while (shown > 0 && !fits(shown, room, high));
        // Of what has no room as a whole, the first sentence may have.
        String begun = shown > 0 || lines.isEmpty() ? "" : firstSentence(lines.getFirst());
        boolean part = !begun.isEmpty() && fits(begun, room, high);
        more.setVisible(shown < lines.size());
        detail.setVisible(shown > 0 || part);
        set(detail, part ? begun : String.join("\n", lines.subList(0, shown)));
        double lines = detail.isVisible() ? detail.prefHeight(room) : high;
        detail.resizeRelocate(left, top, room, lines);
        double line = more.prefHeight(-1);
        more.resizeRelocate(left + room + GAP, top + lines - line, width - room - GAP, line);
    }

    private static String firstSentence(String line) {
        int end = line.indexOf(". ");
        return end < 0 ? "" : line.substring(0, end + 1);
    }

    private boolean fits(int count, double width, double high) {
        return fits(String.join("\n", lines.subList(0, count)), width, high);
    }

    private boolean fits(String text, double width, double high) {
        set(detail, text);
        return detail.prefHeight(width) <= high + 1;
    }
}
