package app.steelyard.report.record;

import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.advice.Argument;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.Evidence;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would flip the decision, and what it rests on. */
record TrailSection(Markdown out, Decision decision, List<Flip> flips, DecisionRecord.Details details) {
    private static final Texts TEXTS = Texts.of(TrailSection.class);
    private static final int FLIPS = 5;

    void write() {
        out.line("## More Information");
        out.line("");
        out.line(TEXTS.get("record.flips"));
        out.line("");
        flips.stream().limit(FLIPS).forEach(f -> out.bullet(Markdown.plain(f.text())));
        if (flips.isEmpty()) {
            out.bullet(TEXTS.get("record.flips.none"));
        }
        out.line("");
        out.line(TEXTS.get("record.evidence"));
        out.line("");
        evidence(true).forEach(e -> out.bullet(Markdown.plain(e.cite())));
        out.line("");
        out.line(TEXTS.get("record.contrary"));
        out.line("");
        evidence(false).forEach(e -> out.bullet(Markdown.plain(e.cite())));
        out.line("");
        rules();
        out.line(TEXTS.get("record.trail"));
        out.line("");
        out.bullet(TEXTS.get("record.trail.plan", Markdown.plain(details.planFile()), details.planDigest()));
        out.bullet(TEXTS.get("record.trail.rules", decision.rules().version()));
        documents();
        prices().forEach(p -> out.bullet(Markdown.plain(p)));
    }

    private void rules() {
        out.line(TEXTS.get("record.rules"));
        out.line("");
        decision.items()
                .forEach(a -> out.bullet(TEXTS.get(
                        "record.score",
                        Markdown.plain(a.item().name()),
                        score(a.classification().score()))));
        Stream.concat(
                        decision.items().stream().flatMap(a -> a.classification().because().stream()),
                        decision.alternatives().stream()
                                .flatMap(a -> Stream.concat(a.good().stream(), a.bad().stream()))
                                .map(Argument::rule))
                .distinct()
                .forEach(r -> out.bullet(TEXTS.get("record.rule", r.id(), Markdown.plain(r.sentence()))));
        out.line("");
    }

    private static String score(ScoreRange score) {
        return score.settled()
                ? Numbers.count(score.score())
                : TEXTS.get(
                        "record.range",
                        Numbers.count(score.score()),
                        Numbers.count(score.low()),
                        Numbers.count(score.high()));
    }

    private Set<Evidence> evidence(boolean supporting) {
        return decision.alternatives().stream()
                .flatMap(a -> Stream.concat(a.good().stream(), a.bad().stream()))
                .map(Argument::rule)
                .flatMap(r -> (supporting ? r.evidence() : r.contrary()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the plan says of where its numbers come from. */
    private void documents() {
        if (decision.plan().sources().keySet().stream().noneMatch(k -> k.startsWith("items."))) {
            out.bullet(TEXTS.get("record.trail.noSource"));
        }
        for (Map.Entry<String, String> source : decision.plan().sources().entrySet()) {
            if (source.getKey().startsWith("items.")) {
                out.bullet(TEXTS.get("record.trail.source", source.getKey(), Markdown.plain(source.getValue())));
            }
        }
    }

    private List<String> prices() {
        Set<String> prices = new LinkedHashSet<>();
        List<Line> lines = new ArrayList<>();
        decision.recommended().priced().map(Evaluation.Priced::statement).ifPresent(lines::addAll);
        for (Line line : lines) {
            if (line.price().source() != null) {
                prices.add(TEXTS.get(
                        "record.trail.price",
                        line.price().owner(),
                        Derivations.describe(line.price().source())));
            }
        }
        return List.copyOf(prices);
    }
}
