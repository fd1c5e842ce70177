package app.steelyard.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Classification;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.OptionScore;
import app.steelyard.decision.advice.ScoreRange;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.text.Names;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class DecisionTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    public static Decision sample(String id) {
        return Decision.of(Samples.plan(id).orElseThrow(), answers(id), Cases.BOOK);
    }

    private static Answers answers(String id) {
        return SampleAnswers.of(id).orElseThrow().answers();
    }

    /** Where it is stated how often answers are right, ways are weighed as designs are ranked: for as many successes. */
    @Test
    void waysAreWeighedBySuccessWhereDesignsAreRankedByIt() {
        Cases.Case docs = Cases.get("docs-150k");
        ItemAdvice free = docs.decision().item("docs").orElseThrow();
        ItemAdvice.Weighed cheaper = free.weighed().get(0);
        ItemAdvice.Weighed dearer = free.weighed().get(1);
        assertFalse(cheaper.perSuccess());
        double seldom = 0.9 * 0.9 * cheaper.tco() / dearer.tco();
        boolean retrieved = dearer.option() == Option.RETRIEVED;
        Plan plan = docs.plan()
                .withOutcome(new Outcome(
                        retrieved ? seldom : 0.9, 0.9, 0.9, retrieved ? 0.9 : seldom, 0.5, null, null, null, null, 1));
        ItemAdvice stated =
                Decision.of(plan, docs.answers(), Cases.BOOK).item("docs").orElseThrow();
        assertEquals(dearer.option(), stated.option());
        assertEquals(dearer.tco(), stated.weighed().get(0).tco(), 1e-6 * dearer.tco());
        assertEquals(dearer.tco() / 0.9, stated.weighed().get(0).ranked(), 1e-6 * dearer.tco());
        assertTrue(stated.weighed().get(0).perSuccess());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseEndsAsItSays(Cases.Case expected) {
        Decision decision = expected.decision();
        expected.items()
                .forEach((id, option) -> assertEquals(
                        option,
                        Names.word(decision.item(id).orElseThrow().option()),
                        () -> id + ": " + decision.item(id).orElseThrow().options()));
        assertEquals(expected.approach(), Names.word(decision.approach()));
        Set<String> reasons = reasons(decision);
        assertTrue(reasons.containsAll(expected.rules()), () -> reasons.toString());
        Set<String> against = decision.items().stream()
                .flatMap(a -> a.options().stream())
                .filter(o -> decision.items().stream().noneMatch(a -> a.option() == o.option()))
                .flatMap(o -> o.bad().stream())
                .map(Rule::id)
                .collect(Collectors.toSet());
        assertTrue(against.containsAll(expected.against()), () -> against.toString());
        Set<String> told = decision.findings().stream()
                .flatMap(f -> f.rules().stream())
                .map(Rule::id)
                .collect(Collectors.toSet());
        assertTrue(told.containsAll(expected.findings()), () -> told.toString());
    }

    private static Set<String> reasons(Decision decision) {
        return decision.recommended().good().stream()
                .map(a -> a.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void scenarioACaches() {
        Decision decision = sample("support-bot");
        assertEquals(Approach.PROMPT_CACHING, decision.approach());
        assertEquals(
                Option.CACHED_PREFIX,
                decision.item("documentation").orElseThrow().option());
        // The guide: cheaper and faster below 128k, instant updates, full traceability.
        assertTrue(reasons(decision)
                .containsAll(Set.of("size-cache", "information-cached", "traced-by-cache", "latency-needs-cache")));
    }

    @Test
    void scenarioBTunes() {
        Decision decision = sample("clinical-extractor");
        assertEquals(Approach.FINE_TUNING, decision.approach());
        // The guide: strict syntax, not new facts; from about 5 % to over 99 %.
        assertTrue(reasons(decision).containsAll(Set.of("behaviour-tuned", "prompt-does-not-manage", "accuracy-gap")));
        assertEquals(
                Kind.BEHAVIOUR,
                decision.item("rules").orElseThrow().classification().kind());
    }

    @Test
    void scenarioCIsAHybrid() {
        Decision decision = sample("banking-copilot");
        assertEquals(Approach.HYBRID, decision.approach());
        for (String id : List.of("tone", "xml")) {
            assertEquals(Option.WEIGHTS, decision.item(id).orElseThrow().option(), id);
        }
        for (String id : List.of("rates", "compliance")) {
            assertEquals(Option.CACHED_PREFIX, decision.item(id).orElseThrow().option(), id);
        }
        assertTrue(reasons(decision).containsAll(Set.of("behaviour-tuned", "information-cached", "size-cache")));
    }

    @Test
    void between128kAnd200kBothAreComputed() {
        for (String id : List.of("docs-100k", "docs-150k", "docs-300k")) {
            Decision decision = Cases.get(id).decision();
            ItemAdvice docs = decision.item("docs").orElseThrow();
            assertEquals(id.equals("docs-150k") ? 2 : 0, docs.weighed().size(), id);
            assertTrue(docs.weighed().stream().allMatch(w -> w.tco() > 0));
        }
        ItemAdvice docs = Cases.get("docs-150k").decision().item("docs").orElseThrow();
        assertTrue(docs.weighed().get(0).tco() < docs.weighed().get(1).tco());
        assertEquals(docs.weighed().get(0).option(), docs.option());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRecommendationIsWeighedAsPlaced(Cases.Case one) {
        Decision decision = one.decision();
        Plan applied = decision.applyTo(one.plan());
        assertEquals(decision.comparison().plan(), applied);
        assertEquals(
                applied.items().stream().map(i -> i.placement()).toList(),
                decision.recommended().placements());
        assertTrue(decision.recommended().evaluation().isPresent());
        assertEquals(
                one.plan().today().placementsOf(one.plan().items()),
                decision.comparison().baseline().architecture().placements());
        for (Alternative alternative : decision.alternatives()) {
            for (Evaluation.Priced priced : alternative.priced().map(List::of).orElse(List.of())) {
                assertEquals(alternative.placements(), priced.architecture().placements());
            }
        }
        assertFalse(decision.price().isBlank());
        assertFalse(Matrix.of(decision).rows().stream().anyMatch(r -> r.cells().contains("")));
    }

    /** What the answers rule out is marked, stands last, and is not what the price is held against. */
    @Test
    void whatIsRuledOutIsNotComparedWith() {
        Decision decision = Cases.get("large-no-retention").decision();
        Alternative caching = decision.alternatives().stream()
                .filter(a -> a.approach() == Approach.PROMPT_CACHING)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("caching-forbidden"),
                caching.ruledOut().stream().map(a -> a.rule().id()).toList());
        assertTrue(decision.cheaper().isEmpty());
        // What decides between the others is their cost, which what failures cost is part of.
        assertEquals(List.of(Approach.PLAIN_PROMPT), decision.alsoPossible());
        Decision told = Decision.of(
                decision.plan(),
                Cases.get("large-no-retention")
                        .answers()
                        .with("accuracyNow", Answer.of(0.9))
                        .with("accuracyRetrieved", Answer.of(0.9))
                        .with("accuracyInWeights", Answer.of(0.5))
                        .with("failureCost", Answer.of(0)),
                Cases.BOOK);
        assertTrue(told.settled(), () -> told.alsoPossible().toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void alternativesAreInOrder(Cases.Case one) {
        List<Alternative> others =
                one.decision().alternatives().stream().filter(a -> !a.chosen()).toList();
        for (int i = 1; i < others.size(); i++) {
            Alternative before = others.get(i - 1);
            Alternative after = others.get(i);
            assertTrue(before.possible() || !after.possible());
            if (before.possible() == after.possible() && after.priced().isPresent()) {
                assertTrue(before.priced().orElseThrow().measures().tco()
                        <= after.priced().orElseThrow().measures().tco());
            }
        }
    }

    @Test
    void whereNothingDoesWhatIsNeededThePriceSaysSo() {
        Decision decision = Cases.get("not-managed-not-sold").decision();
        assertTrue(decision.price().contains("None of the ways here does what is needed"), decision.price());
        assertTrue(decision.price().contains("(5 % of the 99 % needed)"), decision.price());
        assertTrue(decision.price().contains("the price book sells tuning for"), decision.price());
        assertTrue(decision.findings().stream().noneMatch(f -> f.rules().size() > 1), "no conflict with a hard fact");
        Decision forbidden =
                Decision.of(decision.plan(), decision.answers().with("trainingAllowed", Answer.of("no")), Cases.BOOK);
        assertFalse(forbidden.price().contains("sells tuning"), forbidden.price());
        Decision unmeasured =
                Decision.of(decision.plan(), decision.answers().with("accuracyNow", Answer.DONT_KNOW), Cases.BOOK);
        assertTrue(unmeasured.unmet().isPresent(), "also where nobody has measured the accuracy");
        assertTrue(Cases.get("bank-hybrid").decision().unmet().isEmpty());
    }

    /** The promise is kept with the small part uncached, so it is no reason to cache that. */
    @Test
    void onlyWhatTheTimeHangsOnNeedsTheCacheForIt() {
        Decision decision = Cases.get("small-part-in-time").decision();
        assertTrue(decision.item("manual").orElseThrow().score(Option.CACHED_PREFIX).good().stream()
                .anyMatch(r -> r.id().equals("latency-needs-cache")));
        assertTrue(decision.item("settings").orElseThrow().score(Option.PLAIN_PROMPT).bad().stream()
                .noneMatch(r -> r.id().equals("latency-needs-cache")));
    }

    @Test
    void structuredOutputIsInTheHeadline() {
        Cases.Case one = Cases.get("docs-100k");
        ContextItem form =
                new ContextItem("form", "Form", 5000, Kind.BEHAVIOUR, Scope.SHARED, 0, Placement.PLAIN_PROMPT);
        List<ContextItem> items =
                Stream.concat(one.plan().items().stream(), Stream.of(form)).toList();
        Answers answers = one.answers()
                .with("form", "nature", Answer.of("format"))
                .with("form", "manages", Answer.of("structured-output"));
        Decision decision = Decision.of(one.plan().withItems(items), answers, Cases.BOOK);
        assertEquals("Prompt caching with structured output", decision.headline());
        assertTrue(decision.alternatives().stream().noneMatch(a -> a.approach() == Approach.STRUCTURED_OUTPUT));
        Decision without =
                Decision.of(decision.plan(), answers.with("form", "manages", Answer.of("prompt")), Cases.BOOK);
        Alternative structured = without.alternatives().stream()
                .filter(a -> a.approach() == Approach.STRUCTURED_OUTPUT)
                .findFirst()
                .orElseThrow();
        assertEquals(without.recommended(), without.alike(structured).orElseThrow());
    }

    @Test
    void whatCostsMoreSaysWhatItBuys() {
        Decision decision = Cases.get("bank-hybrid").decision();
        Evaluation.Priced cheaper = decision.cheaper().orElseThrow();
        assertTrue(cheaper.measures().tco()
                < decision.recommended().priced().orElseThrow().measures().tco());
        assertTrue(decision.price().contains("Why it is not that: Xml: "), decision.price());
    }

    @Test
    void aDontKnowWidensAndIsNotFilledIn() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        Answers known = SampleAnswers.of("clinical-extractor").orElseThrow().answers();
        Decision settled = Decision.of(plan, known, Cases.BOOK);
        Decision open = Decision.of(plan, known.with("rules", "manages", Answer.DONT_KNOW), Cases.BOOK);
        Decision nothing = Decision.of(plan, Answers.NONE, Cases.BOOK);
        assertTrue(width(open) > width(settled));
        assertTrue(width(nothing) > width(open));
        assertTrue(open.alsoPossible().contains(settled.approach()));
        assertTrue(nothing.alsoPossible().contains(settled.approach()));
        assertEquals(
                Classification.Level.LOW,
                nothing.item("rules").orElseThrow().classification().confidence());
    }

    private static double width(Decision decision) {
        return decision.items().stream()
                .flatMap(a -> Stream.concat(
                        Stream.of(a.classification().score()),
                        a.options().stream().map(OptionScore::score)))
                .mapToDouble(r -> r.high() - r.low())
                .sum();
    }

    /** Whatever the open answer turns out to be, the result is among those announced. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyOutcomeOfAnOpenAnswerWasAnnounced(Cases.Case one) {
        for (AnswerKey key : one.answers().given().keySet()) {
            Decision open = Decision.of(one.plan(), one.answers().with(key, Answer.DONT_KNOW), Cases.BOOK);
            Decision closed = one.decision();
            assertTrue(
                    open.approach() == closed.approach() || open.alsoPossible().contains(closed.approach()),
                    () -> key + ": " + open.approach() + " " + open.alsoPossible() + " but " + closed.approach());
            for (ItemAdvice advice : closed.items()) {
                ItemAdvice before = open.item(advice.item().id()).orElseThrow();
                ScoreRange range = before.classification().score();
                double score = advice.classification().score().score();
                assertTrue(range.low() <= score && score <= range.high(), () -> key + " " + range + " " + score);
            }
        }
    }

    @Test
    void aPlanStatesWhatIsThenNotAskedTwice() {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        List<Interview.Step> steps = Interview.steps(plan, Answers.NONE, Cases.BOOK);
        assertTrue(steps.stream()
                .filter(s -> s.question().answering() instanceof Answering.FromPlan)
                .noneMatch(Interview.Step::open));
        Answers unsure = Answers.NONE.with("documentation", "tokens", Answer.DONT_KNOW);
        Decision decision = Decision.of(plan, unsure, Cases.BOOK);
        assertTrue(decision.item("documentation").orElseThrow().alsoPossible().contains(Option.RETRIEVED));
        assertTrue(steps.stream().noneMatch(s -> s.key().equals(AnswerKey.ofItem("conversation", "nature"))));
    }

    /** Whatever the team has, the saving is against that, and stays so when the plan is decided on again. */
    @Test
    void theSavingIsAgainstWhatTheTeamHad() {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        for (Design today : Design.values()) {
            Plan before = plan.withToday(today);
            List<Placement> had = before.today().placementsOf(before.items());
            Decision decision = Decision.of(before, answers("banking-copilot"), Cases.BOOK);
            Plan applied = decision.applyTo(before);
            assertEquals(had, applied.today().placementsOf(applied.items()), today.name());
            Plan moved = applied.withItem(0, applied.items().get(0).withPlacement(Placement.RETRIEVED));
            assertEquals(had, moved.today().placementsOf(moved.items()), today.name());
            Plan again =
                    Decision.of(applied, answers("banking-copilot"), Cases.BOOK).applyTo(applied);
            assertEquals(
                    had,
                    Comparison.of(again, Cases.BOOK).baseline().architecture().placements(),
                    today.name());
        }
    }

    @Test
    void theComparisonStaysShortWithManyItems() {
        Plan plan = Cases.get("docs-100k").plan();
        List<ContextItem> many = Stream.iterate(0, i -> i + 1)
                .limit(30)
                .map(i -> new ContextItem(
                        "item-" + i,
                        "A handbook with quite a long name, number " + i,
                        3000,
                        Kind.BEHAVIOUR,
                        Scope.SHARED,
                        1,
                        Placement.PLAIN_PROMPT))
                .toList();
        Matrix matrix = Matrix.of(Decision.of(plan.withItems(many), Answers.NONE, Cases.BOOK));
        assertTrue(matrix.rows()
                .get(0)
                .cells()
                .contains("in the weights: 30 items, e.g. A handbook with quite a long name, number 0, A handbook with"
                        + " quite a long name, number 1"));
        assertTrue(matrix.rows().stream().flatMap(r -> r.cells().stream()).allMatch(c -> c.length() < 300));
    }

    @Test
    void applyingIsOneEditOfKindsAndPlacements() {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        Plan applied = sample("banking-copilot").applyTo(plan);
        assertEquals(plan, applied.withItems(plan.items()).withToday(plan.today()));
        assertEquals(Placement.WEIGHTS, applied.items().get(0).placement());
    }
}
