package app.steelyard.cli;

import app.steelyard.cost.Evaluation;
import app.steelyard.decision.Alternative;
import app.steelyard.decision.Approach;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.ItemAdvice;
import app.steelyard.decision.Option;
import app.steelyard.decision.OptionScore;
import app.steelyard.decision.Range;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** A decision for a terminal. */
final class DecideText {
    private static final Texts TEXTS = Console.TEXTS;

    private final Decision decision;
    private final String currency;
    private final StringBuilder out = new StringBuilder();

    private DecideText(Decision decision) {
        this.decision = decision;
        currency = decision.plan().finance().currency();
    }

    static String of(Decision decision, List<Flip> flips) {
        DecideText text = new DecideText(decision);
        text.head();
        decision.items().forEach(text::item);
        text.findings();
        text.alternatives();
        text.flips(flips);
        return text.out.toString();
    }

    private void head() {
        line(TEXTS.get(
                "decide.head", decision.plan().name(), decision.approach().label()));
        line(decision.price());
        if (!decision.settled()) {
            line(TEXTS.get(
                    "decide.open",
                    decision.alsoPossible().stream().map(Approach::label).collect(Collectors.joining(", "))));
        }
    }

    private void item(ItemAdvice advice) {
        Range score = advice.classification().score();
        line("");
        line(TEXTS.get("decide.item", advice.item().name(), advice.option().label()));
        line("  "
                + TEXTS.get(
                        "decide.kind",
                        Names.of(advice.classification().kind()),
                        Numbers.count(score.score()),
                        Numbers.count(score.low()),
                        Numbers.count(score.high()),
                        advice.classification().confidence().label()));
        advice.classification().because().forEach(r -> line("  " + TEXTS.get("decide.because", r.sentence())));
        if (!advice.alsoPossible().isEmpty()) {
            line("  "
                    + TEXTS.get(
                            "decide.possible",
                            advice.alsoPossible().stream().map(Option::label).collect(Collectors.joining(", "))));
        }
        if (!advice.weighed().isEmpty()) {
            line("  "
                    + TEXTS.get(
                            "decide.weighed",
                            advice.weighed().stream()
                                    .map(w -> w.option().label() + " " + money(w.tco()))
                                    .collect(Collectors.joining(", "))));
        }
        OptionScore taken = advice.score(advice.option());
        taken.good().forEach(r -> line("  " + TEXTS.get("decide.for", r.sentence())));
        taken.bad().forEach(r -> line("  " + TEXTS.get("decide.against", r.sentence())));
    }

    private String money(double tco) {
        return Double.isNaN(tco) ? TEXTS.get("decide.unpriced") : Numbers.moneyShort(tco, currency);
    }

    private void findings() {
        if (!decision.findings().isEmpty()) {
            line("");
            line(TEXTS.get("decide.findings"));
            decision.findings().forEach(f -> {
                String about =
                        decision.item(f.item()).map(a -> a.item().name() + ": ").orElse("");
                line("  " + TEXTS.get("decide.finding." + f.severity(), about + f.text()));
            });
        }
    }

    private void alternatives() {
        line("");
        line(TEXTS.get("decide.alternatives"));
        TextTable table = new TextTable(1);
        for (Alternative alternative : decision.alternatives()) {
            double tco = alternative.priced().map(p -> p.measures().tco()).orElse(Double.NaN);
            boolean feasible =
                    alternative.priced().map(Evaluation.Priced::feasible).orElse(true);
            table.row(
                    "  " + alternative.approach().label(), money(tco), feasible ? "" : TEXTS.get("decide.infeasible"));
        }
        out.append(table.text());
    }

    private void flips(List<Flip> flips) {
        line("");
        line(TEXTS.get("decide.flips"));
        flips.forEach(f -> line("  " + f.text()));
        if (flips.isEmpty()) {
            line("  " + TEXTS.get("decide.flips.none"));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
