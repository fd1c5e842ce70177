package app.steelyard.report.record;

import app.steelyard.cost.Improvement;
import app.steelyard.cost.result.Notice;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Matrix;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Argument;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Strength;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the decision is, what follows from it, and what speaks for and against each way. */
record OptionsSection(Markdown out, Decision decision) {
    private static final Texts TEXTS = Texts.of(OptionsSection.class);

    /**
     * @param could what could be done about the cache without moving an item
     * @param difference that another design costs least; empty where it is the recommended one
     */
    void outcome(List<Improvement> could, Optional<String> difference) {
        Alternative chosen = decision.recommended();
        out.line("## Decision Outcome");
        out.line("");
        Set<String> placed = decision.items().stream()
                .filter(a -> a.option() != Option.PLAIN_PROMPT || decision.approach() == Approach.PLAIN_PROMPT)
                .map(a -> a.item().name())
                .collect(Collectors.toSet());
        String because = chosen.good().stream()
                .filter(a -> a.rule().strength() == Strength.STRONG)
                .filter(a -> a.items().stream().anyMatch(placed::contains))
                .limit(3)
                .map(a -> TEXTS.get(
                        "record.chosen.reason",
                        Markdown.clause(a.rule()),
                        Markdown.plain(String.join(", ", a.items()))))
                .collect(Collectors.joining("; "));
        out.line(TEXTS.get(
                "record.chosen", decision.headline(), because.isEmpty() ? TEXTS.get("record.chosen.weak") : because));
        out.line("");
        out.line(Markdown.plain(decision.price()));
        difference.ifPresent(d -> {
            out.line("");
            out.line(Markdown.plain(d));
        });
        if (!decision.settled()) {
            out.line("");
            out.line(TEXTS.get(
                    "record.open",
                    decision.alsoPossible().stream().map(Approach::label).collect(Collectors.joining(", "))));
        }
        out.line("");
        out.line("### Consequences");
        out.line("");
        chosen.good().forEach(a -> argued("record.good", a));
        chosen.bad().forEach(a -> argued("record.bad", a));
        decision.findings().stream()
                .filter(f -> f.severity() != Notice.Severity.INFO)
                .forEach(f -> out.bullet(TEXTS.get(
                        "record.bad",
                        Markdown.plain((f.item().isEmpty() ? "" : DecisionRecord.name(decision, f.item()) + ": ")
                                + f.text()))));
        could.forEach(i -> out.bullet(TEXTS.get("record.improvement", Markdown.plain(i.text()))));
        out.line("");
    }

    void prosAndCons() {
        out.line("## Pros and Cons of the Options");
        out.line("");
        Matrix matrix = Matrix.of(decision);
        for (int i = 0; i < matrix.columns().size(); i++) {
            Alternative alternative = matrix.columns().get(i);
            out.line("### " + alternative.name());
            out.line("");
            alternative.good().forEach(a -> argued("record.good", a));
            for (Matrix.Row row : matrix.rows()) {
                out.bullet(TEXTS.get(
                        "record.neutral." + row.aspect(),
                        Markdown.plain(row.cells().get(i))));
            }
            alternative
                    .bad()
                    .forEach(a -> argued(alternative.ruledOut().contains(a) ? "record.ruledOut" : "record.bad", a));
            alternative.obstacles().forEach(o -> out.bullet(TEXTS.get("record.obstacle", Markdown.plain(o))));
            out.line("");
        }
    }

    private void argued(String key, Argument argument) {
        out.bullet(TEXTS.get(key, Markdown.clause(argument.rule()))
                + TEXTS.get(
                        "record.argued",
                        Markdown.plain(String.join(", ", argument.items())),
                        argument.rule().strength().label()));
    }
}
