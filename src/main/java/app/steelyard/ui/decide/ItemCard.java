package app.steelyard.ui.decide;

import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Explained;
import app.steelyard.ui.kit.Fold;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One item: what it is, where it belongs, and why, once unfolded. */
record ItemCard(ItemAdvice advice, Currency currency) {
    private static final Texts TEXTS = Texts.of(ItemCard.class);

    static Explained of(ItemAdvice advice, Currency currency) {
        Label name = Fx.label(advice.item().name(), "decide-name");
        name.setMinWidth(60);
        name.setTooltip(Fx.tooltip(advice.item().name()));
        HBox head = new HBox(8, name, Fx.spacer());
        if (!advice.alsoPossible().isEmpty()) {
            Label open = Fx.label(TEXTS.get("item.or", places(advice.alsoPossible())), Styles.TEXT_MUTED);
            open.getStyleClass().add(Styles.TEXT_SMALL);
            open.setTooltip(Fx.tooltip(TEXTS.get("item.possible", places(advice.alsoPossible()))));
            head.getChildren().add(open);
        }
        head.getChildren()
                .addAll(
                        Chip.of(advice.classification().kind()),
                        Chip.of(advice.option().label(), "place-chip"));
        Fold fold = new Fold(
                "decide.item." + advice.item().id(),
                head,
                TEXTS.get(
                        "item.spoken",
                        advice.item().name(),
                        advice.option().label(),
                        Names.of(advice.classification().kind())),
                new ItemCard(advice, currency)::fill);
        return new Explained(fold, because(advice));
    }

    /** What speaks first for its place, else for its kind. */
    private static String because(ItemAdvice advice) {
        return Stream.concat(advice.score(advice.option()).good().stream(), advice.classification().because().stream())
                .findFirst()
                .map(Rule::sentence)
                .orElse("");
    }

    private static String places(List<Option> options) {
        return options.stream().map(Option::label).collect(Collectors.joining(", "));
    }

    private void fill(VBox content) {
        Reasons reasons = new Reasons(content);
        content.getChildren().add(Fx.paragraph(classified(advice), "decide-name"));
        advice.classification().because().forEach(r -> reasons.add("reason.kind", r, List.of()));
        OptionScore taken = advice.score(advice.option());
        content.getChildren()
                .add(Fx.paragraph(TEXTS.get("item.place", advice.option().label()), "decide-name"));
        if (!advice.alsoPossible().isEmpty()) {
            content.getChildren()
                    .add(Fx.paragraph(TEXTS.get("item.possible", places(advice.alsoPossible())), Styles.WARNING));
        }
        taken.good().forEach(r -> reasons.add("reason.for", r, List.of()));
        taken.bad().forEach(r -> reasons.add("reason.against", r, List.of()));
        VBox others = new VBox(2, Fx.label(TEXTS.get("item.others"), "decide-name"));
        advice.options().stream()
                .filter(o -> o.option() != advice.option())
                .forEach(o -> others.getChildren().add(other(o)));
        content.getChildren().add(others);
        reasons.addEvidence();
        reasons.addDetails("decide.item." + advice.item().id(), scores());
    }

    /** Its kind, as a sentence with its confidence. */
    static String classified(ItemAdvice advice) {
        return TEXTS.get(
                "item.kind",
                Names.of(advice.classification().kind()),
                advice.classification().confidence().label());
    }

    /** What the rules add up to, for its kind and for each place. */
    private List<String> scores() {
        List<String> scores = new ArrayList<>();
        scores.add(TEXTS.get(
                "details.kind",
                Names.of(advice.classification().kind()),
                score(advice.classification().score())));
        advice.options()
                .forEach(o -> scores.add(TEXTS.get("details.place", o.option().label(), score(o.score()))));
        return scores;
    }

    private static String score(ScoreRange range) {
        return range.settled()
                ? Numbers.count(range.score())
                : TEXTS.get(
                        "score.range",
                        Numbers.count(range.score()),
                        Numbers.count(range.low()),
                        Numbers.count(range.high()));
    }

    private Label other(OptionScore option) {
        boolean weighed = advice.weighed().stream().anyMatch(w -> w.option() == option.option());
        StringBuilder text = new StringBuilder(
                option.excluded() == Truth.TRUE
                        ? TEXTS.get("item.other.out", option.option().label())
                        : TEXTS.get(
                                weighed ? "item.other.weighed" : "item.other",
                                option.option().label()));
        advice.weighed().stream()
                .filter(w -> w.option() == option.option())
                .forEach(w -> text.append(' ').append(weighed(w)));
        option.bad().stream().findFirst().ifPresent(r -> text.append(' ').append(r.sentence()));
        return Fx.paragraph(text.toString());
    }

    private String weighed(ItemAdvice.Weighed weighed) {
        String cost = Double.isNaN(weighed.tco())
                ? TEXTS.get("alternative.unpriced")
                : currency.of(weighed.ranked()).inShort();
        String key = weighed.perSuccess() ? "item.other.cost.success" : "item.other.cost";
        return TEXTS.get(weighed.feasible() ? key : key + ".infeasible", cost);
    }
}
