package app.steelyard.report;

import static app.steelyard.Fixtures.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.app.Headline;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.document.Samples;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An answer says on which model, what of the saving is the model's, and what is the cheapest on today's. */
class LikeForLikeTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final PriceRef DEAR = PriceRef.parse("anthropic/claude-sonnet-5-5");
    private static final PriceRef CHEAP = PriceRef.parse("google/gemini-2.5-flash");

    /** Long documents of a tenant that cannot be trained, and a tone that can. */
    private static Plan plan(PriceRef base) {
        Plan plan = Fixtures.plan(0, 900_000)
                .withItems(List.of(
                        item("documents", 30_000, Kind.INFORMATION, Scope.TENANT, 4),
                        item("tone", 1_500, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("question", 400, Kind.INFORMATION, Scope.REQUEST, 0)));
        plan = plan.withInference(new Inference(base, ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(CHEAP));
        plan = PlanField.DATASET_TOKENS.with(plan, 5e6);
        plan = PlanField.OUTPUT_TOKENS.with(plan, 500);
        return PlanField.TUNING_WEEKS.with(plan, 100);
    }

    private static Verdict.Cheapest verdict(Plan plan) {
        return (Verdict.Cheapest) Comparison.of(plan, BOOK).verdict();
    }

    /** What is paid is not lost in failures that are the same in both: both parts foot to what the designs cost. */
    @Test
    void theBillIsToldBesideFailuresThatMakeNoDifference() {
        Plan plan = PlanField.FAILURE_COST.with(
                PlanField.SUCCESS_PROMPTED.with(Samples.plan("support-chat").orElseThrow(), 0.85), 3);
        Verdict.Cheapest verdict = verdict(plan);
        Evaluation.Priced best = verdict.best();
        Money failures =
                best.currency().of(best.cashFlow().total(Driver.FAILURES)).rounded();
        assertTrue(failures.value() > 0);
        assertEquals(0, best.measures().savedOnFailures());
        String told = new LikeForLike(verdict).bill().orElseThrow();
        assertTrue(told.contains("failures, $3.00 each, cost " + failures.full() + " in both"), told);
        assertTrue(
                told.contains("Model and set-up cost "
                        + best.tco().rounded().minus(failures).rounded().full() + " instead of "),
                told);
        assertTrue(new LikeForLike(verdict(plan(CHEAP))).bill().isEmpty());
    }

    @Test
    void aChangeOfModelIsNoMeritOfTheDesign() {
        Verdict.Cheapest verdict = verdict(plan(DEAR));
        assertTrue(verdict.otherModel());
        assertEquals(
                "Prompt caching on Gemini 2.5 Flash",
                verdict.best().architecture().name());
        assertEquals(
                "Prompt caching", verdict.alike().orElseThrow().architecture().name());
        LikeForLike like = new LikeForLike(verdict);
        assertTrue(like.split().orElseThrow().contains("the other model alone, in today’s design, saves $"));
        assertTrue(like.alike().orElseThrow().startsWith("On today’s model Prompt caching costs least: $"));
        assertTrue(like.alike().orElseThrow().endsWith(" less than today."));
        Headline headline = Headline.of(Comparison.of(plan(DEAR), BOOK));
        assertTrue(
                headline.sentence()
                        .matches("Prompt caching on Gemini 2.5 Flash is cheapest: .* less than today; the model alone"
                                + " saves \\$.*"),
                headline.sentence());
        assertTrue(headline.detail().contains("On today’s model Prompt caching costs least"), headline.detail());
    }

    /** What ranks the designs is told, and that it may come first though all of it costs more. */
    @Test
    void whatASuccessCostsIsTold() {
        assertEquals(Optional.empty(), new LikeForLike(verdict(plan(CHEAP))).perSuccess());
        Plan stated = plan(CHEAP).withOutcome(new Outcome(0.4, 0.4, 0.4, 0.4, 2.0, null, null, null, 1));
        Verdict.Cheapest cheaper = verdict(stated);
        Evaluation.Priced today =
                (Evaluation.Priced) Comparison.of(stated, BOOK).baseline();
        assertEquals(
                "A success costs " + each(cheaper.best()) + " instead of " + each(today) + ".",
                new LikeForLike(cheaper).perSuccess().orElseThrow());
        Verdict.Cheapest dearer = verdict(PlanField.TUNING_WEEKS
                .with(plan(CHEAP), 100)
                .withOutcome(new Outcome(0.01, 0.9, 0.01, 0.9, null, null, null, null, 1)));
        assertTrue(dearer.againstToday().orElseThrow().less().value() < 0);
        assertTrue(new LikeForLike(dearer)
                .perSuccess()
                .orElseThrow()
                .endsWith(", so that it comes first although all of it costs more."));
    }

    private static String each(Evaluation.Priced evaluation) {
        return evaluation.currency().of(evaluation.measures().costPerSuccess()).each();
    }

    /** Where nobody knows how often today's design succeeds on the other model, it is taken to succeed as often as today. */
    @Test
    void withoutItsSuccessThereTheModelsPartIsThatOfCost() {
        Plan plan = PlanField.TUNING_WEEKS
                .with(plan(DEAR), 0)
                .withOutcome(new Outcome(0.8, 0.95, 0.8, 0.9, 0.01, null, null, null, 1));
        Verdict.Cheapest verdict = verdict(plan);
        assertTrue(verdict.best().architecture().places(Placement.WEIGHTS), verdict.best()::toString);
        assertTrue(verdict.untold());
        String split = new LikeForLike(verdict).split().orElseThrow();
        assertTrue(
                split.endsWith(
                        " How often today’s design would succeed on Gemini 2.5 Flash is not stated: the model’s part"
                                + " takes it to succeed there as often as it does today."),
                split);
        double today = tco(Comparison.of(plan, BOOK).baseline());
        double there = tco(Comparison.of(plan.withInference(plan.inference().withModel(CHEAP)), BOOK)
                .baseline());
        assertEquals(today - there, verdict.best().measures().savedByModel(), 1e-6 * today);
        Verdict.Cheapest told = verdict(PlanField.SUCCESS_ELSEWHERE.with(plan, 0.8));
        assertFalse(told.untold());
        assertEquals(
                verdict.best().measures().savedByModel(), told.best().measures().savedByModel(), 1e-6 * today);
    }

    private static double tco(Evaluation evaluation) {
        return ((Evaluation.Priced) evaluation).measures().tco();
    }

    /** On the same model tuning costs more than today, and the answer says that of both plans. */
    @Test
    void tuningIsHeldAgainstTodaysDesignOnOneModel() {
        String elsewhere = new LikeForLike(verdict(plan(DEAR))).tuned().orElseThrow();
        Verdict.Cheapest same = verdict(plan(CHEAP));
        assertEquals(elsewhere, new LikeForLike(same).tuned().orElseThrow());
        assertTrue(
                elsewhere.matches(
                        "Like for like, on one model, .* costs \\$.* more over \\d+ months than today’s design\\."),
                elsewhere);
        assertTrue(new LikeForLike(same).split().isEmpty());
        assertTrue(new LikeForLike(same).alike().isEmpty());
    }

    /** The difference to today's design has the same digits in every sentence: those of the amounts as they are shown. */
    @Test
    void aDifferenceIsOneFigure() {
        Seeded.forAll(200, draw -> {
            Comparison comparison = Comparison.of(CostPropertiesTest.anyPlan(draw), BOOK);
            if (comparison.baseline() instanceof Evaluation.Priced today) {
                RoundedMoney now = new RoundedMoney(today);
                for (Evaluation.Priced e : comparison.priced()) {
                    RoundedMoney rounded = new RoundedMoney(e);
                    Margin margin = new Margin(e, today);
                    assertEquals(rounded.saving(now), margin.less());
                    assertEquals(
                            now.averageMonth().minus(rounded.averageMonth()).rounded(), margin.lessPerMonth());
                }
            }
            if (comparison.verdict() instanceof Verdict.Cheapest verdict) {
                new LikeForLike(verdict).tuned().ifPresent(sentence -> {
                    Evaluation.Priced tuned = verdict.tuned().orElseThrow();
                    Evaluation.Priced today = verdict.todayPriced().orElseThrow();
                    Money saved = (Money) new RoundedMoney(tuned).of(Measure.SAVED_BY_DESIGN, new RoundedMoney(today));
                    assertTrue(sentence.contains(saved.abs().full() + " more"), sentence);
                });
            }
        });
    }

    /** Beside whole amounts a smaller one that was rounded as they are has no cents that nobody knows. */
    @Test
    void wholeAmountsHaveNoCents() {
        Money money = Currency.USD.of(0);
        SavingParts.Part part = new SavingParts.Part(money.with(460_547), money.with(-253), money.with(460_800));
        assertEquals(
                "$253",
                new SavingParts(part, part, part, true).show(part.onBill().abs()));
        assertEquals(
                "$253.00",
                new SavingParts(part, part, part, false).show(part.onBill().abs()));
    }

    /** What changes seldom goes first, and the answer names the order where it is not today's. */
    @Test
    void anotherOrderIsTold() {
        assertEquals(
                "It is sent in this order: tone, documents.",
                new LikeForLike(verdict(plan(CHEAP))).order().orElseThrow());
        Plan ordered = plan(CHEAP);
        ordered = ordered.withItems(List.of(
                ordered.items().get(1), ordered.items().get(0), ordered.items().get(2)));
        assertTrue(new LikeForLike(verdict(ordered)).order().isEmpty());
    }
}
