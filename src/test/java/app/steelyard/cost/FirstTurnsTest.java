package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime.Refresh;
import app.steelyard.pricing.PriceBook;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What first requests of sessions were measured to find stands in the place of what the plan's own traffic would tell. */
class FirstTurnsTest {
    private static final PriceBook BOOK = book(model().write("5m", "1.25")
            .write("1h", "2")
            .lifetime("5m", Duration.ofMinutes(5), Refresh.ON_HIT)
            .lifetime("1h", Duration.ofHours(1), Refresh.ON_HIT)
            .prices("1", "0.1", "5"));

    /** The example of docs/model.md: 6,000 shared tokens, 500 and 500 a turn, 8 turns 30 s apart (P95 300 s). */
    private static Plan example(double sessionsAnHour) {
        Plan plan = Fixtures.plan(0, 0)
                .withItems(List.of(
                        item("head", 6000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0).withGrowth(new Growth(500, 0, null, 0))))
                .withToday(Design.PROMPT_CACHING);
        plan = PlanField.TURNS.with(plan, 8);
        plan = PlanField.GAP_MEDIAN.with(plan, 30);
        plan = PlanField.GAP_P95.with(plan, 300);
        return PlanField.REQUESTS_PER_MONTH.with(plan, sessionsAnHour * 730 * 8);
    }

    private static Plan stated(Plan plan, double rate) {
        return PlanField.FIRST_TURN_HIT_RATE.with(plan, rate);
    }

    private static Evaluation.Priced caching(Plan plan) {
        return Comparison.of(plan, BOOK).priced(Design.PROMPT_CACHING).orElseThrow();
    }

    private static CachedPart part(Plan plan, int index) {
        return caching(plan).caches().parts().get(index);
    }

    private static double head(Plan plan) {
        return part(plan, 0).hitRate();
    }

    private static Plan at(String lifetime, Plan plan) {
        return plan.withCaching(plan.caching().withLifetime(lifetime));
    }

    @Test
    void theExampleOfTheModelPage() {
        Plan plan = example(0.1);
        assertEquals(0.8347, head(plan), 5e-5);
        // .83125 of the requests have a turn before them within five minutes; the others find .9.
        assertEquals(0.983125, head(stated(plan, 0.9)), 1e-9);
        // What belongs to a session nobody else has written.
        assertEquals(part(plan, 1).hitRate(), part(stated(plan, 0.9), 1).hitRate(), 0.0);
        // A cache that finds .98 of what it should is derived; what was measured is so already.
        Plan less = PlanField.EFFECTIVENESS.with(plan, 0.98);
        assertEquals(0.98 * 0.83125 + 0.16875 * 0.9, head(stated(less, 0.9)), 1e-9);
    }

    @Test
    void aWriteThatCannotBeReadAtOnceIsMissedByTheNextTurnOfWhoMissed() {
        Plan plan = PlanField.READ_DELAY.with(example(0.1), 30);
        // Half of the gaps are 30 s at most, so .875 · .5 of those who miss have a next turn that misses, too.
        assertEquals(0.83125 - 0.16875 * 0.4375, head(stated(plan, 0)), 1e-9);
        assertEquals(0.83125 + 0.16875 * 0.6 - 0.16875 * 0.4 * 0.4375, head(stated(plan, 0.6)), 1e-9);
        assertEquals(1, head(stated(plan, 1)), 1e-12, "nobody writes");
    }

    @Test
    void requestsThatAreTheirOwnSessionsFindWhatWasMeasured() {
        Plan plan = Fixtures.plan(6000, 1000).withToday(Design.PROMPT_CACHING);
        for (double rate : new double[] {0, 0.37, 1}) {
            assertEquals(rate, head(stated(plan, rate)), 1e-15);
            assertEquals(rate, head(stated(PlanField.READ_DELAY.with(plan, 60), rate)), 1e-15);
            assertEquals(rate, head(stated(PlanField.EFFECTIVENESS.with(plan, 0.5), rate)), 1e-15);
            assertEquals(rate, head(stated(PlanField.MODEL_HIT_RATE.with(plan, -0.1), rate)), 1e-15);
        }
    }

    /** Any system, with a cache that is as described but for what it finds. */
    private static Plan any(Seeded.Draw draw) {
        Plan plan = example(draw.scaled(0.001, 100));
        double median = draw.scaled(1, 600);
        plan = PlanField.TURNS.with(plan, draw.oneOf(1.0, draw.between(1, 2), draw.scaled(2, 80)));
        plan = PlanField.GAP_MEDIAN.with(plan, median);
        plan = PlanField.GAP_P95.with(plan, median * draw.scaled(1.1, 20));
        plan = PlanField.EFFECTIVENESS.with(plan, draw.oneOf(Double.NaN, draw.between(0.1, 1)));
        plan = PlanField.KEEP_ALIVE_PINGS.with(plan, draw.oneOf(0.0, 2.0));
        plan = PlanField.PARALLEL.with(plan, draw.oneOf(1.0, 4.0));
        return at(draw.oneOf("5m", "1h"), plan)
                .withItem(0, item("head", 6000, Kind.INFORMATION, Scope.SHARED, draw.oneOf(0.0, 40.0)));
    }

    /** What first requests find of the head. */
    private static double first(Plan plan) {
        return plan.traffic().sessions().turns() == 1
                ? head(plan)
                : caching(plan).turns().get(0).cachedShare() * 6500 / 6000;
    }

    @Test
    void toStateWhatIsDerivedChangesNothing() {
        Seeded.forAll(60, draw -> {
            Plan plan = any(draw);
            double derived = first(plan);
            assertEquals(head(plan), head(stated(plan, derived)), 1e-9, plan.traffic()::toString);
            assertEquals(
                    caching(plan).measures().tco(),
                    caching(stated(plan, derived)).measures().tco(),
                    1e-6 * caching(plan).measures().tco());
        });
    }

    @Test
    void moreNeverLowersTheRateAndItStaysOne() {
        Seeded.forAll(60, draw -> {
            Plan plan = PlanField.READ_DELAY.with(any(draw), draw.oneOf(0.0, draw.scaled(1, 100)));
            plan = PlanField.MODEL_HIT_RATE.with(plan, draw.oneOf(0.0, draw.between(-0.1, 0.1)));
            double before = 0;
            for (double rate = 0; rate <= 1; rate += 0.125) {
                double now = head(stated(plan, rate));
                assertTrue(now >= before - 1e-12 && now <= 1, now + " after " + before);
                assertEquals(rate, first(stated(plan, rate)), 1e-9);
                before = now;
            }
        });
    }

    @Test
    void anotherLifetimeFindsAsMuchAtLeastOrWhatIsDerived() {
        Plan plan = example(0.1);
        Plan hour = at("1h", plan);
        Plan on5 = measuredWith("5m", stated(plan, 0.5));
        assertEquals(head(stated(plan, 0.5)), head(on5), 0.0);
        assertEquals(head(stated(hour, 0.5)), head(at("1h", on5)), 1e-12, "at least what a shorter one found");
        Plan busy = PlanField.REQUESTS_PER_MONTH.with(hour, 730 * 8 * 2);
        assertEquals(head(busy), head(measuredWith("5m", stated(busy, 0.5))), 1e-12, "more is derived");
        assertEquals(head(plan), head(measuredWith("1h", stated(plan, 0.5))), 0.0, "it speaks for no shorter one");
    }

    private static Plan measuredWith(String lifetime, Plan plan) {
        return plan.withCaching(plan.caching().withMeasuredOn(new MeasuredOn(null, lifetime, List.of())));
    }

    @Test
    void aProposedLifetimeIsHeldAgainstTheOneItWasMeasuredWith() {
        Plan slow = PlanField.GAP_P95.with(PlanField.GAP_MEDIAN.with(example(1), 400), 2000);
        Plan plan = stated(at("5m", slow), 0.1);
        Improvement longer = Improvement.of(Comparison.of(plan, BOOK), BOOK).stream()
                .filter(i -> i.kind() == Improvement.Kind.LIFETIME)
                .findFirst()
                .orElseThrow();
        double month = caching(plan).measures().firstMonth();
        // Within an hour first requests would find more than the tenth that was measured with five minutes.
        assertEquals(
                month - caching(at("1h", slow)).measures().firstMonth(),
                longer.perMonth().value(),
                1e-9);
    }

    @Test
    void aShortRequestThatGoesBeforeIsCountedOnce() {
        Plan plan = PlanField.PARALLEL.with(example(0.5), 6);
        Plan warmed = plan.withCaching(plan.caching().withPrewarmed(true));
        assertEquals(head(warmed), head(stated(warmed, 0.7)), 1e-12);
        assertTrue(Double.isNaN(part(stated(warmed, 0.7), 0).firstTurns()));
        // It is itself a first request: of each six sessions one more reads .7 of the head.
        double shorts = plan.traffic().requestsPerMonth() / 8 / 6;
        assertEquals(0.7 * shorts * 6000, read(stated(warmed, 0.7)) - read(stated(warmed, 0)), 1e-6 * shorts * 6000);
    }

    private static double read(Plan plan) {
        return caching(plan).statement().stream()
                .filter(l -> l.kind() == LineKind.CACHE_READ)
                .mapToDouble(l -> l.quantity())
                .sum();
    }

    @Test
    void aMeasuredRateOfAllGoesBeforeIt() {
        Plan plan = PlanField.MEASURED_HIT_RATE.with(example(0.1), 0.6);
        assertEquals(
                caching(plan).measures().tco(),
                caching(stated(plan, 1)).measures().tco(),
                0.0);
    }

    @Test
    void whatItWasMeasuredOnGoesWithTheLastOfBothRates() {
        Plan plan = PlanField.MEASURED_HIT_RATE.with(measuredWith("5m", stated(example(1), 0.4)), 0.6);
        Plan first = PlanField.MEASURED_HIT_RATE.with(plan, Double.NaN);
        assertEquals("5m", Objects.requireNonNull(first.caching().measuredOn()).lifetime());
        assertNull(
                PlanField.FIRST_TURN_HIT_RATE.with(first, Double.NaN).caching().measuredOn());
        assertEquals(example(1), PlanField.FIRST_TURN_HIT_RATE.with(first, Double.NaN));
    }

    @Test
    void rowsAreAsTheirPlans() {
        Plan plan = example(1);
        Batch batch = Batch.of(plan, BOOK);
        Columns in = batch.columns(200);
        double[] rates = in.vary(PlanField.FIRST_TURN_HIT_RATE);
        double[] turns = in.vary(PlanField.TURNS);
        double[] delays = in.vary(PlanField.READ_DELAY);
        Seeded.forAll(1, draw -> {
            for (int row = 0; row < rates.length; row++) {
                rates[row] = draw.oneOf(Double.NaN, draw.between(0, 1));
                turns[row] = draw.oneOf(1.0, draw.between(1, 30));
                delays[row] = draw.oneOf(0.0, draw.between(1, 60));
            }
        });
        Batch.Reads reads = Batch.Reads.of(batch, in);
        batch.worker().read(in, 0, rates.length, reads);
        int cached =
                batch.architectures().stream().map(a -> a.design()).toList().indexOf(Design.PROMPT_CACHING);
        for (int row = 0; row < rates.length; row++) {
            Plan of = in.plan(row);
            double expected = read(of) / of.traffic().requestsPerMonth();
            assertEquals(expected, reads.read()[cached][row], 2e-3 * expected + 1e-6, "row " + row);
        }
    }

    @Test
    void theDerivationNamesItAndWhereItIsFrom() {
        Plan plan = stated(example(0.1), 0.9).withSource(PlanField.FIRST_TURN_HIT_RATE.path(), "a log");
        Evaluation.Priced priced = caching(plan);
        assertTrue(terms(plan, priced, 0).contains("90 % a log"), terms(plan, priced, 0));
        assertFalse(terms(plan, priced, 1).contains("a log"));
    }

    private static String terms(Plan plan, Evaluation.Priced priced, int part) {
        Derivation derivation = Derivations.hitRate(
                Comparison.of(plan, BOOK), priced, priced.caches().parts().get(part));
        return derivation.terms().stream()
                .map(t -> t.value() + " " + t.source())
                .toList()
                .toString();
    }
}
