package app.steelyard.decision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.decision.Decision;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.PlanFacts;
import app.steelyard.decision.advice.Reasoning;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.Sketch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class RulesTest {
    private static final List<String> MODELS = List.of(
            "openai/gpt-4.1",
            "openai/gpt-4.1-mini",
            "anthropic/claude-opus-5-5",
            "azure-openai/gpt-4.1",
            "openai/gpt-3.5-turbo");

    /** A system as nobody would build it, with random answers to what is asked. */
    public static Sketch sketch(Seeded.Draw random) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = random.whole(1, 3); i > 0; i--) {
            items.add(new ContextItem(
                    "item-" + i,
                    "Item " + i,
                    Math.rint(random.scaled(100, 2e6)),
                    random.oneOf(Kind.values()),
                    random.oneOf(Scope.SHARED, Scope.SHARED, Scope.SHARED, Scope.TENANT, Scope.REQUEST),
                    random.maybe() ? 0.05 : Math.rint(random.scaled(0.1, 1e5) * 10) / 10,
                    Placement.PLAIN_PROMPT));
        }
        return new Sketch(
                "Random",
                PriceRef.parse(random.oneOf(MODELS)),
                random.maybe() ? PriceRef.parse(random.oneOf(MODELS)) : null,
                null,
                LocalDate.of(2026, 1, 31).plusMonths(random.whole(0, 14)),
                random.scaled(100, 1e7),
                200,
                random.whole(1, 300),
                1000,
                items);
    }

    public static Answers answers(Seeded.Draw random, Plan plan) {
        Answers answers = Answers.NONE;
        for (int round = 0; round < 2; round++) {
            for (Interview.Step step : Interview.steps(plan, answers, Cases.BOOK)) {
                // What the plan states is seldom doubted, or no rule about sizes and changes would ever hold.
                boolean stated = step.question().answering() instanceof Answering.FromPlan;
                if (random.whole(0, 3) > (stated ? 2 : 0)) {
                    answers = answers.with(
                            step.key(), answer(random, step.question().answering()));
                }
            }
        }
        return answers;
    }

    private static Answer answer(Seeded.Draw random, Answering answering) {
        return switch (answering) {
            case Answering.Choice choice -> Answer.of(random.oneOf(choice.words()));
            case Answering.Amount number ->
                Answer.of(number.max() <= 1 ? random.between(0, 1) : random.scaled(Math.max(0.5, number.min()), 2000));
            case Answering.Vendors vendors -> new Answer.Names(List.of(random.oneOf("openai", "anthropic")));
            case Answering.FromPlan plan -> Answer.DONT_KNOW;
        };
    }

    @Test
    void everyRuleCanApply() {
        Set<String> silent =
                RuleBook.get().rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        for (Cases.Case one : Cases.all()) {
            silent.removeAll(holding(one.plan(), one.answers()));
        }
        // No price list of this book has a model without any offer to tune elsewhere: the book does it.
        Cases.Case fhir = Cases.get("fhir-2027-02");
        app.steelyard.pricing.PriceBook closed = new app.steelyard.pricing.PriceBook(
                Cases.BOOK.profiles().stream()
                        .filter(p -> p.vendor().equals("openai"))
                        .toList(),
                List.of());
        silent.removeAll(Reasoning.of(PlanFacts.of(fhir.plan(), closed), fhir.answers(), RuleBook.get())
                .holding());
        Plan docs = Cases.get("docs-100k").plan();
        Plan talk = PlanField.TURNS
                .with(docs, 8)
                .withItem(0, docs.items().get(0).withScope(Scope.SESSION).withGrowth(new Growth(500, 0, null, 0.02)));
        silent.removeAll(holding(talk, Answers.NONE));
        Seeded.forAll(800, random -> {
            if (!silent.isEmpty()) {
                Plan plan = sketch(random).plan();
                silent.removeAll(holding(plan, answers(random, plan)));
            }
        });
        assertEquals(Set.of(), silent, "no input was found for which these apply");
    }

    private static Set<String> holding(Plan plan, Answers answers) {
        return Reasoning.of(PlanFacts.of(plan, Cases.BOOK), answers, RuleBook.get())
                .holding();
    }

    /** Two strong rules for and against what is not ruled out are always told, whatever was answered. */
    @Test
    void noTwoRulesContradictSilently() {
        int[] contradictions = {0};
        Seeded.forAll(150, random -> {
            Plan plan = hasty(sketch(random).plan(), random);
            Decision decision = Decision.of(plan, answered(random, plan), Cases.BOOK);
            for (ItemAdvice advice : decision.items()) {
                for (OptionScore option : advice.options()) {
                    if (option.excluded() == Truth.TRUE) {
                        continue;
                    }
                    List<Rule> good = strong(option.good());
                    List<Rule> bad = strong(option.bad());
                    boolean told = decision.findings().stream()
                            .anyMatch(f -> f.item().equals(advice.item().id())
                                    && f.rules().size() == 2
                                    && good.contains(f.rules().get(0))
                                    && bad.contains(f.rules().get(1)));
                    assertEquals(!good.isEmpty() && !bad.isEmpty(), told, advice.toString());
                    contradictions[0] += told ? 1 : 0;
                }
            }
        });
        assertTrue(contradictions[0] >= 5, () -> "only " + contradictions[0] + " were met");
    }

    /** Some items change every other minute, which speaks strongly against the cache. */
    private static Plan hasty(Plan plan, Seeded.Draw random) {
        return plan.withItems(plan.items().stream()
                .map(i -> random.maybe() ? i.withChangesPerMonth(20_000) : i)
                .toList());
    }

    /** With manners for items, and an answer for each that speaks strongly for a place, which its size or its changes may speak against. */
    private static Answers answered(Seeded.Draw random, Plan plan) {
        Answers answers = answers(random, plan);
        for (ContextItem item : plan.items()) {
            answers = answers.with(item.id(), "nature", Answer.of("tone"))
                    .with(item.id(), "manages", Answer.of(random.oneOf("prompt", "few-shot", "no")));
        }
        return answers;
    }

    private static List<Rule> strong(List<Rule> rules) {
        return rules.stream().filter(r -> r.strength() == Strength.STRONG).toList();
    }

    /** Whatever is still open: once it is answered, the score lies inside the range that was announced. */
    @Test
    void rangesHoldWhateverIsAnswered() {
        Seeded.forAll(100, random -> {
            Plan plan = sketch(random).plan();
            Answers full = answers(random, plan);
            Answers part = full;
            for (AnswerKey key : full.given().keySet()) {
                if (random.maybe() && full.get(key).orElseThrow() instanceof Answer.Word) {
                    part = part.without(key);
                }
            }
            Decision before = Decision.of(plan, part, Cases.BOOK);
            Decision after = Decision.of(plan, full, Cases.BOOK);
            for (ItemAdvice advice : after.items()) {
                ScoreRange range = before.item(advice.item().id())
                        .orElseThrow()
                        .classification()
                        .score();
                double score = advice.classification().score().score();
                assertTrue(range.low() <= score && score <= range.high(), range + " " + score);
            }
        });
    }

    @Test
    void everyQuestionIsAskedForSomeRule() {
        Set<String> used = new TreeSet<>();
        RuleBook.get().rules().forEach(r -> used.addAll(r.when().names()));
        for (Question question : Questions.get().all()) {
            boolean behind = question.answering() instanceof Answering.Vendors
                    || question.id().equals("requests")
                    || question.id().startsWith("accuracy")
                    || question.id().equals("tuningCustomer");
            assertTrue(
                    behind || used.contains(question.name()),
                    () -> question.name() + " is asked, but no rule in rules.json depends on it");
        }
    }

    @Test
    void everyQuestionHasItsWords() {
        Texts texts = Texts.of(Question.class);
        List<String> missing = new ArrayList<>();
        for (Question question : Questions.get().all()) {
            List<String> keys = new ArrayList<>(List.of("question." + question.name(), "help." + question.name()));
            if (question.answering() instanceof Answering.Choice choice) {
                choice.words().stream()
                        .filter(w -> !texts.has("choice." + w))
                        .forEach(w -> keys.add("choice." + question.name() + "." + w));
            }
            keys.stream().filter(k -> !texts.has(k) || texts.get(k).isBlank()).forEach(missing::add);
        }
        assertEquals(
                "",
                missing.stream().map(k -> "\n" + k + " = …").collect(Collectors.joining()),
                "add these to src/main/resources/app/steelyard/decision/messages.properties");
    }

    @Test
    void contraryEvidenceIsCarried() {
        Set<String> contrary = RuleBook.get().rules().stream()
                .flatMap(r -> r.contrary().stream())
                .map(Evidence::id)
                .collect(Collectors.toSet());
        assertTrue(
                contrary.containsAll(Set.of("balaguer", "li", "lara", "tam", "lost-middle", "context-rot", "ovadia")));
        RuleBook.get().evidence().forEach(e -> assertTrue(e.year() >= 2023 && e.year() <= 2026, e.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item.nature = tone and not item.tokens > 5 | TRUE",
                "item.nature in (facts, tone) | TRUE",
                "item.nature = facts | FALSE",
                "item.tokens >= 3 and item.changes < 1 | UNKNOWN",
                "item.tokens < 3 and item.changes < 1 | FALSE",
                "item.tokens >= 3 or item.changes < 1 | TRUE",
                "not item.changes < 1 | UNKNOWN",
                "unknown(item.changes) | TRUE",
                "not unknown(item.tokens) | TRUE",
                "item.tokens > system.latency | TRUE",
                "(item.tokens = 3 or item.tokens = 4) and always | TRUE"
            })
    void conditions(String text, Truth expected) throws ConditionParser.NoCondition {
        Function<String, Value> values = name -> switch (name) {
            case "item.nature" -> Value.of("tone");
            case "item.tokens" -> Value.of(3);
            case "system.latency" -> Value.of(1);
            default -> Value.UNKNOWN;
        };
        Condition condition = ConditionParser.parse(text, Questions.get().vocabulary());
        assertEquals(expected, condition.test(values));
        assertEquals(
                condition,
                ConditionParser.parse(condition.toString(), Questions.get().vocabulary()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item.colour = red | not a name",
                "item.nature = red | no word of item.nature",
                "item.nature < tone | no order",
                "item.tokens ! 3 | is expected",
                "item.tokens > many | number is expected",
                "item.tokens > 3 item.changes < 1 | after its end",
                "(item.tokens > 3 | is expected",
                "item.advice = weights | not known yet",
                "'' | empty"
            })
    void rulesAreReadStrictly(String condition, String reason) {
        String rules = """
            {"version": "1",
             "evidence": [{"id": "e", "title": "t", "year": 2024, "figure": "f", "reference": "r"}],
             "rules": [{"id": "a", "about": "item", "when": "%s", "effects": [{"for": "weights"}],
               "strength": "weak", "sentence": "s", "evidence": ["e"]}]}
            """.formatted(Objects.requireNonNullElse(condition, ""));
        List<Problem> problems = RuleReader.read(rules).problems();
        assertTrue(
                problems.stream()
                        .anyMatch(p ->
                                p.pointer().startsWith("/rules/0") && p.reason().contains(reason)),
                problems::toString);
    }

    /** What is told of a prompt whose parts are placed is not known while it is asked which kind a part is. */
    @ParameterizedTest
    @ValueSource(strings = {"item.kind = behaviour", "item.runningTokens > 5", "item.fits = yes"})
    void aRuleThatCountsMayNotAskForWhatFollowsFromKinds(String condition) {
        String rules = """
            {"version": "1",
             "evidence": [{"id": "e", "title": "t", "year": 2024, "figure": "f", "reference": "r"}],
             "rules": [{"id": "a", "about": "item", "when": "%s", "effects": [{"counts": "behaviour"}],
               "strength": "weak", "sentence": "s", "evidence": ["e"]}]}
            """.formatted(condition);
        List<Problem> problems = RuleReader.read(rules).problems();
        assertTrue(problems.stream().anyMatch(p -> p.reason().contains("not known yet")), problems::toString);
        assertEquals(
                List.of(),
                RuleReader.read(rules.replace("counts", "for").replace("\"behaviour\"}", "\"weights\"}"))
                        .problems());
    }
}
