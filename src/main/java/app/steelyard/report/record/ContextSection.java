package app.steelyard.report.record;

import app.steelyard.decision.Decision;
import app.steelyard.decision.Flips;
import app.steelyard.decision.advice.Classification;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.stream.Collectors;

/** What is decided on, what was answered, and which ways there are. */
record ContextSection(Markdown out, Decision decision) {
    private static final Texts TEXTS = Texts.of(ContextSection.class);

    void write() {
        context();
        drivers();
    }

    private void context() {
        Plan plan = decision.plan();
        out.line("# " + TEXTS.get("record.title", decision.headline(), Markdown.plain(plan.name())));
        out.line("");
        out.line("## Context and Problem Statement");
        out.line("");
        if (!plan.purpose().isBlank()) {
            plan.purpose()
                    .lines()
                    .map(l -> l.isBlank() ? "" : Markdown.plain(l))
                    .forEach(out::line);
            out.line("");
        }
        out.line(TEXTS.get(
                "record.question",
                Numbers.count(plan.traffic().requestsPerMonth()),
                plan.inference().model(),
                plan.inference().pricesAsOf()));
        out.line("");
        out.line(TEXTS.get("record.items"));
        out.line("| --- | --: | --- | --: | --- | --- |");
        for (ItemAdvice advice : decision.items()) {
            ContextItem item = advice.item();
            out.line("| "
                    + String.join(
                            " | ",
                            Markdown.plain(item.name()),
                            Numbers.count(item.tokens()),
                            Names.of(item.scope()),
                            Numbers.count(item.changesPerMonth()),
                            kind(advice.classification()),
                            advice.option().label())
                    + " |");
        }
        out.line("");
        decision.items().forEach(this::because);
        out.line("");
    }

    /** The rules that made an item information or behaviour. */
    private void because(ItemAdvice advice) {
        Classification classification = advice.classification();
        if (!classification.because().isEmpty()) {
            out.bullet(TEXTS.get(
                    "record.because",
                    Markdown.plain(advice.item().name()),
                    Names.of(classification.kind()),
                    classification.because().stream().map(Markdown::clause).collect(Collectors.joining("; "))));
        }
    }

    private static String kind(Classification classification) {
        return TEXTS.get(
                "record.kind",
                Names.of(classification.kind()),
                classification.confidence().label());
    }

    private void drivers() {
        out.line("## Decision Drivers");
        out.line("");
        Questions.get().about(Question.About.SYSTEM).forEach(q -> driver(AnswerKey.ofSystem(q.id()), q));
        for (ItemAdvice advice : decision.items()) {
            Questions.get()
                    .about(Question.About.ITEM)
                    .forEach(q -> driver(AnswerKey.ofItem(advice.item().id(), q.id()), q));
        }
        if (decision.answers().given().isEmpty()) {
            out.bullet(TEXTS.get("record.noAnswers"));
        }
        out.line("");
        out.line("## Considered Options");
        out.line("");
        decision.alternatives().forEach(a -> out.bullet(a.name()));
        out.line("");
    }

    private void driver(AnswerKey key, Question question) {
        decision.answers()
                .get(key)
                .ifPresent(a -> out.bullet((key.aboutSystem() ? "" : DecisionRecord.name(decision, key.item()) + ": ")
                        + Markdown.plain(question.text() + " " + Flips.said(question, a))));
    }
}
