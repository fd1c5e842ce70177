package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Timing;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Success, failures and repeated sessions, by hand. */
public class OutcomeTest {
    /** A style guide that may be tuned, a question; 120,000 requests a month over a year, and no work but training. */
    public static Plan classifier() {
        Plan plan = plan(2_000, 120_000)
                .withItems(List.of(
                        new ContextItem("guide", "Guide", 2_000, Kind.BEHAVIOUR, Scope.SHARED, 0, Placement.WEIGHTS),
                        new ContextItem(
                                "text", "Text", 500, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT)))
                .withToday(Design.UNCACHED);
        plan = PlanField.OUTPUT_TOKENS.with(plan, 100);
        plan = PlanField.HORIZON_MONTHS.with(plan, 12);
        return plan.withTuning(new Tuning(PriceRef.parse("test/base"), 1e6, 1, 1, 0, 0, 0, 0, 0, 0));
    }

    /** Input 2, read 0.2, output 10; tuned 3, 0.3, 15; training 25 a million tokens. */
    public static PriceBook prices() {
        return book(model().minimum(0, 1).prices("2", "0.2", "10").tuning("25", null, null, "3", "0.3", "15"));
    }

    private static Outcome rates(
            @Nullable Double prompted, @Nullable Double tuned, @Nullable Double cost, @Nullable Double retry) {
        return new Outcome(prompted, tuned, null, null, cost, null, null, retry, 1);
    }

    private static Evaluation.Priced of(Plan plan, Design design) {
        return Comparison.of(plan, prices()).priced(design).orElseThrow();
    }

    private static Optional<Line> line(Evaluation.Priced evaluation, LineKind kind) {
        return evaluation.statement().stream().filter(l -> l.kind() == kind).findFirst();
    }

    @Test
    void aFailureIsALine() {
        Plan plan = classifier().withOutcome(rates(0.82, 0.90, 4.0, null));
        Comparison comparison = Comparison.of(plan, prices());
        Evaluation.Priced today = comparison.priced(Design.UNCACHED).orElseThrow();
        // 120,000 × (2,500 × $2 + 100 × $10) a million.
        assertEquals(720.0, today.measures().firstMonth() - 86_400, 1e-6);
        Line failed = line(today, LineKind.FAILURE).orElseThrow();
        assertEquals(21_600, failed.quantity(), 1e-6);
        assertEquals(4, failed.price().value());
        assertEquals(86_400, failed.amount(), 1e-6);
        assertTrue(line(today, LineKind.REPEATED_SESSION).isEmpty());
        // 120,000 × (500 × $3 + 100 × $15) a million; 12,000 failures.
        Evaluation.Priced tuned = comparison.priced(Design.FINE_TUNING).orElseThrow();
        assertEquals(360.0 + 48_000, tuned.measures().firstMonth(), 1e-6);
        assertEquals(25, tuned.measures().setUp(), 1e-9);
        // A month: 720 + 86,400 − 360 − 48,000.
        assertEquals(38_760.0, tuned.measures().savingFirstMonth(), 1e-6);
        assertEquals(12 * 38_760.0 - 25, tuned.measures().saving(), 1e-5);
        assertEquals(0.9, tuned.measures().successRate(), 1e-12);
        assertEquals(12 * 108_000, tuned.measures().successes(), 1e-6);
        assertEquals((12 * 48_360.0 + 25) / (12 * 108_000), Measure.COST_PER_SUCCESS.of(tuned), 1e-12);
        assertTrue(comparison.basis().perSuccess());
        assertEquals(tuned, comparison.cheapest().orElseThrow());
    }

    @Test
    void aFailedSessionIsRepeatedAtWhatItsUsageCosts() {
        Plan plan = PlanField.RETRY_COST.with(classifier().withOutcome(rates(0.8, 0.9, 4.0, 0.25)), 2);
        Evaluation.Priced today = of(plan, Design.UNCACHED);
        Line again = line(today, LineKind.REPEATED_SESSION).orElseThrow();
        assertEquals(24_000, again.quantity(), 1e-6);
        assertEquals(2 * 720.0 / 120_000, again.price().value(), 1e-12);
        assertEquals(288, again.amount(), 1e-6);
        Line failed = line(today, LineKind.FAILURE).orElseThrow();
        assertEquals(18_000, failed.quantity(), 1e-6);
        assertEquals(0.85, today.measures().successRate(), 1e-12);
        assertEquals(720 + 288 + 72_000, today.measures().firstMonth(), 1e-6);
    }

    @Test
    void aRepetitionThatSucceedsMoreOftenThanTheFirstIsDoubted() {
        Evaluation.Priced sure = of(classifier().withOutcome(rates(0.8, 0.9, 4.0, 0.85)), Design.UNCACHED);
        assertTrue(sure.notices().stream().anyMatch(n -> n.text().contains("85 %")));
        Evaluation.Priced usual = of(classifier().withOutcome(rates(0.8, 0.9, 4.0, 0.8)), Design.UNCACHED);
        assertTrue(usual.notices().stream().noneMatch(n -> n.severity() == Notice.Severity.WARNING));
    }

    /** Where nobody has said how often they succeed, what answers otherwise than today's says so. */
    @Test
    void designsThatMayDifferInQualitySaySo() {
        assertTrue(of(classifier(), Design.FINE_TUNING).notices().stream()
                .anyMatch(n -> n.text().contains("more or less often")));
        assertTrue(of(classifier(), Design.PROMPT_CACHING).notices().stream()
                .noneMatch(n -> n.text().contains("more or less often")));
    }

    @Test
    void aSessionOfSeveralTurnsFailsOnce() {
        Plan plan = PlanField.TURNS.with(classifier().withOutcome(rates(0.8, 0.9, 4.0, null)), 8);
        Evaluation.Priced today = of(plan, Design.UNCACHED);
        assertEquals(3_000, line(today, LineKind.FAILURE).orElseThrow().quantity(), 1e-6);
        assertEquals(12 * 15_000 * 0.8, today.measures().successes(), 1e-6);
    }

    @Test
    void workHasAPriceToo() {
        Plan plan = classifier().withOutcome(new Outcome(0.8, 0.9, null, null, null, 3.0, 40.0, null, 1));
        Line failed = line(of(plan, Design.UNCACHED), LineKind.FAILURE).orElseThrow();
        assertEquals(2, failed.price().value(), 1e-12);
    }

    @Test
    void withoutOneRateNothingIsCounted() {
        Plan silent = classifier();
        Plan half = silent.withOutcome(rates(0.5, null, 4.0, 0.3));
        Comparison before = Comparison.of(silent, prices());
        Comparison after = Comparison.of(half, prices());
        assertFalse(after.basis().perSuccess());
        assertTrue(after.basis().stated());
        assertFalse(before.basis().stated());
        assertEquals(
                List.of(Design.FINE_TUNING),
                after.basis().unstated().stream().map(Architecture::design).toList());
        for (int i = 0; i < before.priced().size(); i++) {
            Evaluation.Priced one = before.priced().get(i);
            Evaluation.Priced other = after.priced().get(i);
            assertEquals(one.measures(), other.measures());
            assertEquals(one.statement(), other.statement());
            assertTrue(Double.isNaN(other.measures().successRate()));
        }
    }

    /** What cannot be compared for want of a model needs no rate. */
    @Test
    void aDesignWithoutAModelNeedsNoRate() {
        Plan plan = classifier().withOutcome(rates(0.8, null, 4.0, null));
        Comparison comparison = Comparison.of(plan.withTuning(plan.tuning().withModel(null)), prices());
        assertTrue(comparison.basis().perSuccess());
        assertEquals(
                0.8, comparison.priced(Design.UNCACHED).orElseThrow().measures().successRate(), 1e-12);
    }

    @Test
    void theWeakestWayDecides() {
        Plan plan = classifier()
                .withItems(List.of(
                        new ContextItem("guide", "Guide", 2_000, Kind.BEHAVIOUR, Scope.SHARED, 0, Placement.WEIGHTS),
                        new ContextItem(
                                "facts", "Facts", 2_000, Kind.INFORMATION, Scope.SHARED, 0, Placement.RETRIEVED)));
        Architecture both = Architecture.of(plan, List.of(Placement.WEIGHTS, Placement.RETRIEVED), prices());
        assertEquals(Set.of(Adaptation.TUNED, Adaptation.RETRIEVED), Adaptation.of(both, plan));
        Plan stated = plan.withOutcome(new Outcome(0.8, 0.9, 0.7, 0.5, 1.0, null, null, null, 1));
        assertEquals(0.7, of(stated, Design.AS_PLACED).measures().successRate(), 1e-12);
        assertEquals(0.5, of(stated, Design.FINE_TUNING).measures().successRate(), 1e-12);
        assertEquals(0.9, of(stated, Design.HYBRID).measures().successRate(), 1e-12);
    }

    /** A placement that nobody compares, of which nothing is known, has no price beside those whose failures have one. */
    @Test
    void aPlacementOfUnknownSuccessHasNoPrice() {
        Plan plan = classifier().withOutcome(rates(0.8, 0.9, 4.0, null));
        Evaluation retrieved = Trial.of(plan, List.of(Placement.RETRIEVED, Placement.PLAIN_PROMPT), prices())
                .evaluate(plan);
        assertTrue(retrieved instanceof Evaluation.Unpriced);
    }

    /** How well another model answers untuned nobody can tell from the base's rate. */
    @Test
    void promptCachingOnAnotherModelHasARateOfItsOwn(@TempDir Path none) {
        PriceBook shipped = PriceBookLoader.load(none).book();
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        assertEquals(0, elsewhere(Comparison.of(plan, shipped).unpriced()));
        Comparison unknown = Comparison.of(plan.withOutcome(rates(0.8, 0.9, 4.0, null)), shipped);
        assertTrue(unknown.basis().perSuccess());
        assertEquals(1, elsewhere(unknown.unpriced()));
        Comparison half = Comparison.of(plan.withOutcome(rates(0.8, null, 4.0, null)), shipped);
        assertEquals(0, elsewhere(half.unpriced()));
        Comparison known = Comparison.of(
                PlanField.SUCCESS_ELSEWHERE.with(plan.withOutcome(rates(0.8, 0.9, 4.0, null)), 0.5), shipped);
        Evaluation.Priced rival = known.priced().stream()
                .filter(e -> e.architecture().own() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(0.5, rival.measures().successRate(), 1e-12);
    }

    /** Without a model to tune nothing tuned is compared, on whichever model a design is tried. */
    @Test
    void aModelOfItsOwnNeedsNoMoreRatesThanThePlanCompares(@TempDir Path none) {
        PriceBook shipped = PriceBookLoader.load(none).book();
        Plan sample = Samples.plan("clinical-extractor").orElseThrow();
        Plan plan = PlanField.SUCCESS_ELSEWHERE.with(
                sample.withTuning(sample.tuning().withModel(null)).withOutcome(rates(0.8, null, 4.0, null)), 0.7);
        Architecture there = Architecture.designs(plan)
                .get(0)
                .on(Objects.requireNonNull(sample.tuning().model()), plan, shipped);
        Batch batch = Batch.of(plan, List.of(Architecture.designs(plan).get(0), there), shipped);
        Columns one = batch.columns(1);
        Sums sums = Sums.totals(batch, one);
        batch.worker().evaluate(one, 0, 1, sums);
        assertEquals(0.8, sums.succeeded()[0][0], 1e-12);
        assertEquals(0.7, sums.succeeded()[1][0], 1e-12);
    }

    private static long elsewhere(List<Evaluation.Unpriced> unpriced) {
        return unpriced.stream().filter(e -> e.architecture().own() != null).count();
    }

    /** What costs less in all and succeeds less often may cost more for each success. */
    @Test
    void rankedByWhatASuccessCosts() {
        // Nothing is lost by a failure but the success: tuning at 0.99 against prompting at 0.3.
        Plan plan = PlanField.DATASET_TOKENS.with(classifier().withOutcome(rates(0.3, 0.99, null, null)), 2e8);
        Comparison comparison = Comparison.of(plan, prices());
        Evaluation.Priced best = comparison.cheapest().orElseThrow();
        Evaluation.Priced cached = comparison.priced(Design.PROMPT_CACHING).orElseThrow();
        assertEquals(Design.FINE_TUNING, best.architecture().design());
        assertTrue(best.measures().tco() > cached.measures().tco());
        assertTrue(best.measures().costPerSuccess() < cached.measures().costPerSuccess());
    }

    /** The formulas over any plan: usage × (1 + (1 − p₁)·c) + sessions × the rest × L, whatever else is paid. */
    @Test
    void theFormulasHold() {
        Seeded.forAll(200, draw -> {
            Plan plan = CostPropertiesTest.anyPlan(draw);
            PriceBook book = book(CostPropertiesTest.anyPrices(draw, 1));
            double p1 = draw.between(0.1, 1);
            boolean retried = draw.maybe();
            double p2 = draw.between(0, 1);
            double times = draw.between(0, 4);
            double loss = draw.scaled(0.01, 50);
            Plan stated = plan.withOutcome(new Outcome(p1, p1, p1, p1, loss, null, null, retried ? p2 : null, times));
            Comparison before = Comparison.of(plan, book);
            Comparison after = Comparison.of(stated, book);
            double sessions = plan.traffic().requestsPerMonth()
                    / plan.traffic().sessions().turns();
            for (Evaluation.Priced one : before.priced()) {
                Optional<Evaluation.Priced> alike = after.priced().stream()
                        .filter(e -> e.architecture().equals(one.architecture()))
                        .findFirst();
                // Beside what failures cost, another order may be next to nothing.
                if (alike.isEmpty() && one.architecture().reordered()) {
                    continue;
                }
                Evaluation.Priced other = alike.orElseThrow();
                double usage = one.statement().stream()
                        .filter(l -> switch (l.kind()) {
                            case CACHE_STORAGE, CACHE_INGEST, HOSTING, MODEL_STORAGE, STORE -> false;
                            case EMBED_CHANGES -> false;
                            default -> l.timing() == Timing.MONTHLY;
                        })
                        .mapToDouble(Line::amount)
                        .sum();
                double again = retried ? (1 - p1) * times * usage : 0;
                double lost = sessions * (1 - p1) * (retried ? 1 - p2 : 1) * loss;
                double slack = 1e-9 * Math.max(1, other.measures().firstMonth());
                if (one.statement().stream().noneMatch(l -> l.kind() == LineKind.EMBED_CHANGES)) {
                    assertEquals(
                            one.measures().firstMonth() + again + lost,
                            other.measures().firstMonth(),
                            slack);
                }
                assertEquals(
                        1 - (1 - p1) * (retried ? 1 - p2 : 1), other.measures().successRate(), 1e-12);
            }
        });
    }
}
