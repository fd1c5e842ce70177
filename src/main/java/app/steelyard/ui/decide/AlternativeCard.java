package app.steelyard.ui.decide;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Argument;
import app.steelyard.plan.Finance;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Explained;
import app.steelyard.ui.kit.Fold;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One way to build the system: its cost, and its reasons once unfolded. */
final class AlternativeCard {
    private static final Texts TEXTS = Texts.of(AlternativeCard.class);
    private static final int MOST_REASONS = 3;

    private AlternativeCard() {}

    /** @param dearest the monthly cost that fills the bar beside the cost */
    static Explained of(Alternative alternative, Finance finance, double dearest) {
        HBox head = new HBox(8, Fx.label(alternative.approach().label(), "decide-name"));
        if (alternative.chosen()) {
            head.getChildren().add(Chip.of(TEXTS.get("alternative.chosen"), "good-chip"));
        }
        String chip = TEXTS.get(alternative.ruledOut().isEmpty() ? "alternative.infeasible" : "alternative.ruledOut");
        boolean obstacle = !alternative.possible();
        if (obstacle) {
            head.getChildren().add(Chip.of(chip, "danger-chip"));
        }
        String cost = cost(alternative, finance);
        Label shown = Fx.label(cost, Styles.TEXT_MUTED);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().addAll(Fx.spacer(), shown, bar(alternative, dearest));
        String spoken = alternative.approach().label() + ". " + cost + (obstacle ? ". " + chip : "");
        Fold fold = new Fold(
                "decide.alternative." + alternative.approach(), head, spoken, content -> fill(content, alternative));
        return new Explained(fold, because(alternative));
    }

    /** What keeps it from doing the job, else what speaks first for the one chosen or against another. */
    private static String because(Alternative alternative) {
        List<Argument> first = alternative.chosen() ? alternative.good() : alternative.bad();
        return Stream.concat(
                        alternative.obstacles().stream(),
                        Stream.concat(alternative.ruledOut().stream(), first.stream())
                                .map(a -> a.rule().sentence()))
                .findFirst()
                .orElse("");
    }

    /** Shows what the cost beside it says, so it has no name; without a price it is empty room. */
    private static ProgressBar bar(Alternative alternative, double dearest) {
        ProgressBar bar = new ProgressBar(
                alternative.priced().map(p -> month(p) / dearest).orElse(0.0));
        bar.setId("decide.bar." + alternative.approach());
        bar.getStyleClass().addAll(Styles.SMALL, "cost-bar");
        bar.setVisible(alternative.priced().isPresent());
        Fx.style(bar, "chosen", alternative.chosen());
        return bar;
    }

    /** What an alternative costs a month, the greatest of all that have a price. */
    static double dearest(List<Alternative> alternatives) {
        return alternatives.stream()
                .flatMap(a -> a.priced().stream())
                .mapToDouble(AlternativeCard::month)
                .max()
                .orElse(0);
    }

    private static double month(Evaluation.Priced priced) {
        return priced.measures().averageMonth();
    }

    private static void fill(VBox content, Alternative alternative) {
        alternative.obstacles().forEach(t -> content.getChildren().add(Fx.paragraph(t, Styles.DANGER)));
        Reasons reasons = new Reasons(content);
        add(content, reasons, "reason.for", alternative.good());
        add(content, reasons, "reason.against", alternative.bad());
        if (content.getChildren().isEmpty()) {
            content.getChildren().add(Fx.paragraph(TEXTS.get("reason.none"), Styles.TEXT_MUTED));
        }
        reasons.addEvidence();
        reasons.addDetails("decide.alternative." + alternative.approach(), List.of());
    }

    private static void add(VBox content, Reasons reasons, String key, List<Argument> arguments) {
        arguments.stream().limit(MOST_REASONS).forEach(a -> reasons.add(key, a.rule(), Several.named(a.items())));
        if (arguments.size() > MOST_REASONS) {
            String more = TEXTS.get("reason.more", arguments.size() - MOST_REASONS);
            content.getChildren().add(Fx.paragraph(more, Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        }
    }

    private static String cost(Alternative alternative, Finance finance) {
        return alternative
                .priced()
                .map(RoundedMoney::new)
                .map(m -> TEXTS.get(
                        "alternative.cost",
                        m.averageMonth().inShort(),
                        m.total().inShort(),
                        Numbers.count(finance.horizonMonths())))
                .orElse(TEXTS.get("alternative.unpriced"));
    }
}
