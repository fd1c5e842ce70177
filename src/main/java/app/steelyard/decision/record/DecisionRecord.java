package app.steelyard.decision.record;

import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Notice;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.GuideTargets;
import app.steelyard.decision.Matrix;
import app.steelyard.decision.Thresholds;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Argument;
import app.steelyard.decision.advice.Classification;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Evidence;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Strength;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision as a Markdown record with the headings of MADR 4, to be kept beside the code. */
public final class DecisionRecord {
    private static final Texts TEXTS = Texts.of(DecisionRecord.class);
    private static final int FLIPS = 5;

    private final Decision decision;
    private final List<Flip> flips;
    private final PriceBook book;
    private final Details details;
    private final StringBuilder out = new StringBuilder();

    /**
     * What a record says of itself.
     *
     * @param status such as {@code proposed} or {@code accepted}
     * @param planFile name of the file the plan came from
     * @param planDigest SHA-256 of that file
     */
    public record Details(
            LocalDate date,
            String status,
            List<String> decisionMakers,
            List<String> consulted,
            List<String> informed,
            String planFile,
            String planDigest) {

        public Details {
            decisionMakers = List.copyOf(decisionMakers);
            consulted = List.copyOf(consulted);
            informed = List.copyOf(informed);
        }

        /** A proposal that names nobody. */
        public static Details proposed(LocalDate date, String planFile, String planDigest) {
            return new Details(date, "proposed", List.of(), List.of(), List.of(), planFile, planDigest);
        }
    }

    private DecisionRecord(Decision decision, List<Flip> flips, PriceBook book, Details details) {
        this.decision = decision;
        this.flips = flips;
        this.book = book;
        this.details = details;
    }

    /** The record, always the same for the same decision and details. */
    public static String markdown(Decision decision, List<Flip> flips, PriceBook book, Details details) {
        DecisionRecord written = new DecisionRecord(decision, flips, book, details);
        written.frontMatter();
        written.context();
        written.drivers();
        written.outcome();
        written.confirmation();
        written.options();
        written.more();
        return written.out.toString();
    }

    private void frontMatter() {
        line("---");
        line("status: " + quoted(details.status()));
        line("date: " + details.date());
        people("decision-makers", details.decisionMakers());
        people("consulted", details.consulted());
        people("informed", details.informed());
        line("---");
        line("");
    }

    private void people(String key, List<String> names) {
        if (!names.isEmpty()) {
            line(key + ": " + names.stream().map(DecisionRecord::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private void context() {
        Plan plan = decision.plan();
        line("# " + TEXTS.get("record.title", decision.headline(), plain(plan.name())));
        line("");
        line("## Context and Problem Statement");
        line("");
        if (!plan.purpose().isBlank()) {
            plan.purpose().lines().map(l -> l.isBlank() ? "" : plain(l)).forEach(this::line);
            line("");
        }
        line(TEXTS.get(
                "record.question",
                Numbers.count(plan.traffic().requestsPerMonth()),
                plan.inference().model(),
                plan.inference().pricesAsOf()));
        line("");
        line(TEXTS.get("record.items"));
        line("| --- | --: | --- | --: | --- | --- |");
        for (ItemAdvice advice : decision.items()) {
            ContextItem item = advice.item();
            line("| "
                    + String.join(
                            " | ",
                            plain(item.name()),
                            Numbers.count(item.tokens()),
                            Names.of(item.scope()),
                            Numbers.count(item.changesPerMonth()),
                            kind(advice.classification()),
                            advice.option().label())
                    + " |");
        }
        line("");
        decision.items().forEach(this::because);
        line("");
    }

    /** The rules that made an item information or behaviour. */
    private void because(ItemAdvice advice) {
        Classification classification = advice.classification();
        if (!classification.because().isEmpty()) {
            bullet(TEXTS.get(
                    "record.because",
                    plain(advice.item().name()),
                    Names.of(classification.kind()),
                    classification.because().stream()
                            .map(r -> clause(r) + " (" + r.id() + ")")
                            .collect(Collectors.joining("; "))));
        }
    }

    private static String kind(Classification classification) {
        ScoreRange score = classification.score();
        String range = score.settled()
                ? Numbers.count(score.score())
                : TEXTS.get(
                        "record.range",
                        Numbers.count(score.score()),
                        Numbers.count(score.low()),
                        Numbers.count(score.high()));
        return TEXTS.get(
                "record.kind", Names.of(classification.kind()), range, TEXTS.name(classification.confidence()));
    }

    private void drivers() {
        line("## Decision Drivers");
        line("");
        Questions.get().about(Question.About.SYSTEM).forEach(q -> driver(AnswerKey.ofSystem(q.id()), q));
        for (ItemAdvice advice : decision.items()) {
            Questions.get()
                    .about(Question.About.ITEM)
                    .forEach(q -> driver(AnswerKey.ofItem(advice.item().id(), q.id()), q));
        }
        if (decision.answers().given().isEmpty()) {
            bullet(TEXTS.get("record.noAnswers"));
        }
        line("");
        line("## Considered Options");
        line("");
        decision.alternatives().forEach(a -> bullet(a.approach().label()));
        line("");
    }

    private void driver(AnswerKey key, Question question) {
        decision.answers()
                .get(key)
                .ifPresent(a -> bullet((key.aboutSystem() ? "" : name(key.item()) + ": ")
                        + plain(question.text() + " " + Flips.said(question, a))));
    }

    private String name(String id) {
        return decision.item(id).map(a -> plain(a.item().name())).orElse(id);
    }

    private void outcome() {
        Alternative chosen = decision.recommended();
        line("## Decision Outcome");
        line("");
        Set<String> placed = decision.items().stream()
                .filter(a -> a.option() != Option.PLAIN_PROMPT || decision.approach() == Approach.PLAIN_PROMPT)
                .map(a -> a.item().name())
                .collect(Collectors.toSet());
        String because = chosen.good().stream()
                .filter(a -> a.rule().strength() == Strength.STRONG)
                .filter(a -> a.items().stream().anyMatch(placed::contains))
                .limit(3)
                .map(a -> TEXTS.get("record.chosen.reason", clause(a.rule()), plain(String.join(", ", a.items()))))
                .collect(Collectors.joining("; "));
        line(TEXTS.get(
                "record.chosen", decision.headline(), because.isEmpty() ? TEXTS.get("record.chosen.weak") : because));
        line("");
        line(plain(decision.price()));
        if (!decision.settled()) {
            line("");
            line(TEXTS.get(
                    "record.open",
                    decision.alsoPossible().stream().map(Approach::label).collect(Collectors.joining(", "))));
        }
        line("");
        line("### Consequences");
        line("");
        chosen.good().forEach(a -> argued("record.good", a));
        chosen.bad().forEach(a -> argued("record.bad", a));
        decision.findings().stream()
                .filter(f -> f.severity() != Notice.Severity.INFO)
                .forEach(f -> bullet(TEXTS.get(
                        "record.bad", plain((f.item().isEmpty() ? "" : name(f.item()) + ": ") + f.text()))));
        line("");
    }

    private void confirmation() {
        String currency = decision.plan().finance().currency();
        Thresholds thresholds = Thresholds.of(decision, book, details.date());
        line("### Confirmation");
        line("");
        each(thresholds.hitRate(), thresholds.derivedHitRate(), "record.hitRate", true, currency);
        each(thresholds.costPerQuery(), thresholds.derivedCostPerQuery(), "record.costPerQuery", false, currency);
        guide(GuideTargets.of(decision));
        thresholds.invalidations().ifPresent(n -> bullet(TEXTS.get("record.invalidations", Numbers.count(n))));
        if (decision.recommended().placements().contains(Placement.WEIGHTS)) {
            bullet(TEXTS.get("record.regression"));
        }
        bullet(TEXTS.get("record.review", thresholds.review()));
        line("");
    }

    private void guide(GuideTargets guide) {
        guide.band()
                .ifPresent(band -> guide.hitRate()
                        .ifPresent(rate -> bullet(TEXTS.get(
                                "record.guide.hitRate",
                                band.label(),
                                Numbers.percent(band.low()),
                                Numbers.percent(band.high()),
                                Numbers.share(rate),
                                TEXTS.get("record.guide." + against(rate, band.low(), band.high()))))));
        if (guide.migrates()) {
            bullet(TEXTS.get("record.guide.migration", Numbers.percent(GuideTargets.FIRST_HIT_RATE)));
        }
        guide.costDrop()
                .ifPresent(drop -> bullet(TEXTS.get(
                        drop >= 0 ? "record.guide.cost" : "record.guide.dearer",
                        Numbers.percent(GuideTargets.COST_DROP_LOW),
                        Numbers.percent(GuideTargets.COST_DROP_HIGH),
                        Numbers.percent(Math.abs(drop)),
                        TEXTS.get("record.guide."
                                + against(drop, GuideTargets.COST_DROP_LOW, GuideTargets.COST_DROP_HIGH)))));
    }

    private static String against(double value, double low, double high) {
        return value < low ? "below" : value > high ? "above" : "within";
    }

    private void each(OptionalDouble limit, OptionalDouble derived, String key, boolean share, String currency) {
        if (limit.isPresent() && derived.isPresent()) {
            bullet(TEXTS.get(
                    key,
                    share ? Numbers.share(limit.getAsDouble()) : Numbers.unitPrice(six(limit), currency),
                    share ? Numbers.share(derived.getAsDouble()) : Numbers.unitPrice(six(derived), currency)));
        }
    }

    private static double six(OptionalDouble value) {
        return Math.round(value.getAsDouble() * 1e6) / 1e6;
    }

    private void options() {
        line("## Pros and Cons of the Options");
        line("");
        Matrix matrix = Matrix.of(decision);
        for (int i = 0; i < matrix.columns().size(); i++) {
            Alternative alternative = matrix.columns().get(i);
            line("### " + alternative.approach().label());
            line("");
            alternative.good().forEach(a -> argued("record.good", a));
            for (Matrix.Row row : matrix.rows()) {
                bullet(TEXTS.get(
                        "record.neutral." + row.aspect(), plain(row.cells().get(i))));
            }
            alternative
                    .bad()
                    .forEach(a -> argued(alternative.ruledOut().contains(a) ? "record.ruledOut" : "record.bad", a));
            alternative.obstacles().forEach(o -> bullet(TEXTS.get("record.obstacle", plain(o))));
            line("");
        }
    }

    private void argued(String key, Argument argument) {
        bullet(TEXTS.get(key, clause(argument.rule()))
                + TEXTS.get(
                        "record.argued",
                        plain(String.join(", ", argument.items())),
                        argument.rule().strength().label(),
                        argument.rule().id()));
    }

    /** The sentence as it stands after “because”. */
    private static String clause(Rule rule) {
        String sentence = rule.sentence();
        String clause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = clause.length() > 1 && !Character.isUpperCase(clause.charAt(1));
        return plain(word ? clause.substring(0, 1).toLowerCase(Texts.LOCALE) + clause.substring(1) : clause);
    }

    private void more() {
        line("## More Information");
        line("");
        line(TEXTS.get("record.flips"));
        line("");
        flips.stream().limit(FLIPS).forEach(f -> bullet(plain(f.text())));
        if (flips.isEmpty()) {
            bullet(TEXTS.get("record.flips.none"));
        }
        line("");
        line(TEXTS.get("record.evidence"));
        line("");
        evidence(true).forEach(e -> bullet(plain(e.cite())));
        line("");
        line(TEXTS.get("record.contrary"));
        line("");
        evidence(false).forEach(e -> bullet(plain(e.cite())));
        line("");
        line(TEXTS.get("record.trail"));
        line("");
        bullet(TEXTS.get("record.trail.plan", plain(details.planFile()), details.planDigest()));
        bullet(TEXTS.get("record.trail.rules", decision.rules().version()));
        documents();
        prices().forEach(p -> bullet(plain(p)));
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
            bullet(TEXTS.get("record.trail.noSource"));
        }
        for (Map.Entry<String, String> source : decision.plan().sources().entrySet()) {
            if (source.getKey().startsWith("items.")) {
                bullet(TEXTS.get("record.trail.source", source.getKey(), plain(source.getValue())));
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

    private void bullet(String text) {
        line("* " + text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }

    /** Text that Markdown takes as it stands. */
    private static String plain(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
