package app.steelyard.cli.decide;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Evidence;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.setup.Setup;
import app.steelyard.plan.item.Scope;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A decision for a terminal. */
final class DecideText {
    private static final Texts TEXTS = Console.TEXTS;

    private final Decision decision;
    /** Whether rules are told by their ids, and what they add up to. */
    private final boolean details;

    private final Currency currency;
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final StringBuilder out = new StringBuilder();

    private DecideText(Decision decision, boolean details) {
        this.decision = decision;
        this.details = details;
        currency = decision.plan().currency();
    }

    static String of(
            Decision decision, List<Flip> flips, Optional<String> difference, Optional<Setup> setup, boolean details) {
        DecideText text = new DecideText(decision, details);
        text.head(difference);
        decision.items().forEach(text::item);
        text.findings();
        text.alternatives();
        text.flips(flips);
        setup.ifPresent(s -> text.line("\n" + s.text().stripTrailing()));
        text.evidence();
        return text.out.toString();
    }

    private void head(Optional<String> difference) {
        line(TEXTS.get("decide.head", decision.plan().name(), decision.headline()));
        line(decision.price());
        difference.ifPresent(this::line);
        if (!decision.settled()) {
            line(TEXTS.get(
                    "decide.open",
                    decision.alsoPossible().stream().map(Approach::label).collect(Collectors.joining(", "))));
        }
    }

    private void item(ItemAdvice advice) {
        ScoreRange score = advice.classification().score();
        line("");
        line(TEXTS.get("decide.item", advice.item().name(), advice.option().label()));
        line("  "
                + TEXTS.get(
                        details ? "decide.kind.details" : "decide.kind",
                        Names.of(advice.classification().kind()),
                        Numbers.count(score.score()),
                        Numbers.count(score.low()),
                        Numbers.count(score.high()),
                        advice.classification().confidence().label()));
        advice.classification().because().forEach(r -> reason("decide.because", r));
        if (!advice.alsoPossible().isEmpty()) {
            line("  "
                    + TEXTS.get(
                            "decide.possible",
                            advice.alsoPossible().stream().map(Option::label).collect(Collectors.joining(", "))));
        }
        if (!advice.weighed().isEmpty()) {
            line("  "
                    + TEXTS.get(
                            advice.weighed().stream().anyMatch(ItemAdvice.Weighed::perSuccess)
                                    ? "decide.weighed.success"
                                    : "decide.weighed",
                            advice.weighed().stream()
                                    .map(w -> w.option().label() + " " + money(w.ranked()))
                                    .collect(Collectors.joining(", "))));
        }
        OptionScore taken = advice.score(advice.option());
        taken.good().forEach(r -> reason("decide.for", r));
        taken.bad().forEach(r -> reason("decide.against", r));
        if (advice.item().scope() != Scope.REQUEST) {
            advice.options().stream().filter(o -> !o.equals(taken)).forEach(this::other);
        }
    }

    /** Another place the item could go, and what speaks for and against that. */
    private void other(OptionScore other) {
        List<Rule> excluding = other.excluding();
        String place = other.option().label();
        line("  "
                + (excluding.isEmpty()
                        ? TEXTS.get(
                                details ? "decide.other.details" : "decide.other",
                                place,
                                Numbers.count(other.score().score()))
                        : TEXTS.get("decide.other.ruledOut", place)));
        if (excluding.isEmpty()) {
            other.good().forEach(r -> reason("  ", "decide.for", r));
        }
        (excluding.isEmpty() ? other.bad() : excluding).forEach(r -> reason("  ", "decide.against", r));
    }

    private void reason(String key, Rule rule) {
        reason("", key, rule);
    }

    private void reason(String indent, String key, Rule rule) {
        String contrary = rule.contrary().isEmpty() ? "" : TEXTS.get("decide.contrary", numbered(rule.contrary()));
        line(indent
                + "  "
                + TEXTS.get(
                        details ? "decide.reason.details" : "decide.reason",
                        TEXTS.get(key, rule.sentence()),
                        rule.strength().label(),
                        rule.id(),
                        numbered(rule.evidence()),
                        contrary));
    }

    private String numbered(List<Evidence> cited) {
        evidence.addAll(cited);
        List<Evidence> all = List.copyOf(evidence);
        return cited.stream().map(e -> String.valueOf(all.indexOf(e) + 1)).collect(Collectors.joining(", "));
    }

    private void evidence() {
        line("");
        line(TEXTS.get("decide.evidence"));
        int number = 0;
        for (Evidence cited : evidence) {
            number++;
            line("  " + TEXTS.get("decide.evidence.one", number, cited.cite()));
        }
    }

    private String money(double tco) {
        return Double.isNaN(tco)
                ? TEXTS.get("decide.unpriced")
                : currency.of(tco).inShort();
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
            double tco = alternative
                    .priced()
                    .map(p -> new RoundedMoney(p).total().value())
                    .orElse(Double.NaN);
            table.row("  " + alternative.approach().label(), money(tco));
        }
        List<String> rows = table.text().lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            line(rows.get(i));
            remarks(decision.alternatives().get(i)).forEach(r -> line("    " + r));
        }
    }

    /** Why it is not to be had, or not priced, or costs what another does. */
    private List<String> remarks(Alternative alternative) {
        List<String> remarks = new ArrayList<>();
        alternative
                .ruledOut()
                .forEach(a ->
                        remarks.add(TEXTS.get("decide.ruledOut", a.rule().sentence(), String.join(", ", a.items()))));
        remarks.addAll(alternative.obstacles());
        decision.alike(alternative)
                .ifPresent(
                        a -> remarks.add(TEXTS.get("decide.alike", a.approach().label())));
        return remarks;
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
