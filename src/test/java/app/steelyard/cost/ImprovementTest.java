package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImprovementTest {
    private static final double MONTHS = 12;

    /** A clock of 20 tokens on top of documents, both sent to the cache: 1M requests, so that all but no request hits. */
    private static Plan clockOnTop() {
        ContextItem clock = item("clock", 20, Kind.INFORMATION, Scope.REQUEST, 0);
        ContextItem documents = item("documents", 20_000, Kind.INFORMATION, Scope.SHARED, 0);
        return plan(0, 1_000_000)
                .withItems(List.of(
                        clock.withPlacement(Placement.CACHED_PREFIX), documents.withPlacement(Placement.CACHED_PREFIX)))
                .withToday(Design.AS_PLACED);
    }

    private static List<Improvement> of(Plan plan, ModelBuilder prices) {
        return Improvement.of(Comparison.of(plan, book(prices)), book(prices));
    }

    private static Improvement only(Improvement.Kind kind, Plan plan, ModelBuilder prices) {
        List<Improvement> found =
                of(plan, prices).stream().filter(i -> i.kind() == kind).toList();
        assertEquals(1, found.size(), () -> found.toString());
        return found.get(0);
    }

    @Test
    void whatTheOrderOfTodayCostsIsEveryTokenWrittenAndNoneRead() {
        Improvement order = only(
                Improvement.Kind.ORDER,
                clockOnTop(),
                model().write("5m", "1.25").prices("1", "0.1", "5"));
        // 20,020 M tokens written at 1.25; in the other order 20,000 M read at 0.1 and the clock plain.
        double hit = 1 - Math.exp(-1e6 / 730 / 12);
        double better = 20_000 * (hit * 0.1 + (1 - hit) * 1.25) + 20;
        assertEquals(20_020 * 1.25 - better, order.perMonth().value(), 0.01);
        assertEquals(MONTHS * order.perMonth().value(), order.overHorizon().value(), 0.01);
        assertTrue(order.text().contains("$23,"), order.text());
        assertEquals(
                List.of("documents was 2", "clock was 1"),
                order.order().stream()
                        .map(p -> p.item().name() + " was " + p.now())
                        .toList());
        assertTrue(order.text().contains("“documents” (now second), “clock” (now first)"), order.text());
    }

    @Test
    void anOrderThatIsTheCheapestIsNoMatter() {
        Plan good = clockOnTop();
        Plan turned = good.withItems(List.of(good.items().get(1), good.items().get(0)));
        assertTrue(
                of(turned, model().write("5m", "1.25").prices("1", "0.1", "5")).isEmpty());
    }

    @Test
    void aPromptBelowTheMinimumIsFilledUpWhereThatPays() {
        ModelBuilder prices = model().minimum(1024, 1).prices("1", "0.1", "5");
        Improvement padding = only(Improvement.Kind.PADDING, plan(1000, 1_000_000), prices);
        double hit = 1 - Math.exp(-1e6 / 730 / 12);
        assertEquals(1000 - 1024 * (hit * 0.1 + (1 - hit)), padding.perMonth().value(), 0.01);
        assertTrue(padding.text().contains("24 tokens"), padding.text());
        // Ten times as many tokens at a tenth of the price save nothing.
        assertTrue(of(plan(100, 1_000_000), prices).isEmpty());
        // Work that costs more than all months save.
        Plan work = PlanField.ENGINEERING_WEEK_COST.with(
                PlanField.CACHING_WEEKS.with(plan(1000, 1_000_000), 1),
                padding.overHorizon().value() + 1);
        assertTrue(of(work, prices).stream().noneMatch(i -> i.kind() == Improvement.Kind.PADDING));
        Plan less =
                PlanField.ENGINEERING_WEEK_COST.with(work, padding.overHorizon().value() - 1);
        assertTrue(of(less, prices).stream().anyMatch(i -> i.kind() == Improvement.Kind.PADDING));
    }

    @Test
    void aKeyIsWorthWhatTheCacheFindsMore() {
        Plan seen = plan(10_000, 1_000_000);
        seen = seen.withCaching(seen.caching().withBehaviour(Caching.Behaviour.OBSERVED));
        ModelBuilder prices = model().seen("0.25", "0.5", "0.9").prices("1", "0.1", "5");
        Improvement key = only(Improvement.Kind.KEY, seen, prices);
        // Half of the 10,000 M tokens are read at 0.1 instead of 1.
        assertEquals(0.5 * 10_000 * 0.9, key.perMonth().value(), 0.01);
        assertTrue(of(seen.withCaching(seen.caching().withKeyed(true)), prices).isEmpty());
    }

    @Test
    void whatObservationWouldCostIsToldOfAPlanThatTrustsTheVendor() {
        ModelBuilder prices = model().seen("0.25", "0.5", "0.9").prices("1", "0.1", "5");
        Improvement observed = only(Improvement.Kind.OBSERVED, plan(10_000, 1_000_000), prices);
        assertEquals(-0.5 * 10_000 * 0.9, observed.perMonth().value(), 0.01);
        assertTrue(observed.text().contains("$4,500 a month more"), observed.text());
    }

    /** 10 turns, 5 minutes, gaps of 60 s (P95 600 s): 4,000 tokens and 1,000 more with each turn, so 13,000 on average. */
    @Test
    void twoTrailingBreakpointsFindAConversationWhoseTurnsAddMuch() {
        ContextItem talk = item("talk", 4000, Kind.INFORMATION, Scope.SESSION, 0)
                .withGrowth(new Growth(1000, 0, null, 0))
                .withPlacement(Placement.CACHED_PREFIX);
        Plan agent = PlanField.TURNS
                .with(plan(0, 1_000_000).withItems(List.of(talk)), 10)
                .withToday(Design.AS_PLACED);
        Plan far = PlanField.BLOCKS_PER_TURN.with(agent, 21);
        ModelBuilder prices =
                model().breakpoints(4).lookBack(20).write("5m", "1.25").prices("1", "0.1", "5");
        Improvement trailing = only(Improvement.Kind.TRAILING, far, prices);
        // Of ten requests nine have one before, of which Φ(ln 5 / 1.4) are soon enough.
        double hit = 0.9 * 0.874867;
        assertEquals(13_000 * hit * (1.25 - 0.1), trailing.perMonth().value(), 0.1);
        assertTrue(trailing.text().contains("21 blocks"), trailing.text());
        for (Plan near : List.of(
                PlanField.BLOCKS_PER_TURN.with(agent, 20),
                far.withCaching(far.caching().withSecondBreakpoint(true)))) {
            assertTrue(of(near, prices).stream().noneMatch(i -> i.kind() == Improvement.Kind.TRAILING));
        }
    }

    /** The gaps of coding agents by a fit: 69 of 100 after a tool, 14.2 s (P95 32.3 s), the others after a person. */
    private static Plan codingAgent() {
        ContextItem talk = item("talk", 20_000, Kind.INFORMATION, Scope.SESSION, 0)
                .withGrowth(new Growth(1000, 0, null, 0.016))
                .withPlacement(Placement.CACHED_PREFIX);
        Plan agent = plan(0, 1_000_000).withItems(List.of(talk)).withToday(Design.AS_PLACED);
        agent = PlanField.TURNS.with(agent, 61.2);
        agent = PlanField.GAP_P95.with(PlanField.GAP_MEDIAN.with(agent, 81), 797);
        agent = PlanField.TOOL_SHARE.with(agent, 0.69);
        return PlanField.TOOL_GAP_P95.with(PlanField.TOOL_GAP_MEDIAN.with(agent, 14.2), 32.3);
    }

    @Test
    void pingsKeepAPrefixAliveAsLongAsTheyPay() {
        ModelBuilder prices = model().write("5m", "1.25").prices("1", "0.1", "5");
        double tokens = 1e6 * (20_000 + 60.2 * 1000) / 1e6;
        double[] costs = {0.19662, 0.17488, 0.16765, 0.16505, 0.16540, 0.17828};
        for (int i = 0; i < costs.length; i++) {
            Plan pinged = PlanField.KEEP_ALIVE_PINGS.with(codingAgent(), new double[] {0, 1, 2, 3, 6, 15}[i]);
            double month = Comparison.of(pinged, book(prices))
                    .priced()
                    .get(0)
                    .measures()
                    .firstMonth();
            assertEquals(costs[i], month / tokens, 1e-5);
        }
        Improvement pings = only(Improvement.Kind.KEEP_ALIVE, codingAgent(), prices);
        assertEquals((0.19662 - 0.16437) * tokens, pings.perMonth().value(), 1e-5 * tokens);
        assertTrue(pings.text().contains("up to 4 keep-alive pings 240 s"), pings.text());
        // Where a read costs nearly as much as a write no ping earns what it costs.
        assertTrue(of(codingAgent(), model().prices("1", "0.9", "5")).stream()
                .noneMatch(i -> i.kind() == Improvement.Kind.KEEP_ALIVE));
    }

    /** Published of batches of 10 to 48: .0816 a request cold, .0744 without a cache, .0484 after a short request. */
    @Test
    void oneShortRequestWarmsTheCacheForABatch() {
        ContextItem prefix = item("prefix", 11_400, Kind.INFORMATION, Scope.SHARED, 0);
        ContextItem own = item("own", 18_360, Kind.INFORMATION, Scope.REQUEST, 0);
        Plan batch = PlanField.PARALLEL
                .with(plan(0, 30), 30)
                .withItems(List.of(prefix.withPlacement(Placement.CACHED_PREFIX), own))
                .withToday(Design.AS_PLACED);
        ModelBuilder prices = model().write("5m", "3.125").prices("2.5", "0.25", "12.5");
        List<Evaluation.Priced> cold = Comparison.of(batch, book(prices)).priced();
        assertEquals(0.0815, cold.get(0).measures().firstMonth() / 30, 1e-4);
        assertEquals(0.0744, cold.get(1).measures().firstMonth() / 30, 1e-4);
        Plan warm = batch.withCaching(batch.caching().withPrewarmed(true));
        double stub = 0.035625 / 30;
        assertEquals(
                0.0488 + stub,
                Comparison.of(warm, book(prices)).priced().get(0).measures().firstMonth() / 30,
                1e-4);
        Improvement prewarmed = only(Improvement.Kind.PREWARMED, batch, prices);
        assertEquals(30 * (0.035625 - 0.00285 - stub), prewarmed.perMonth().value(), 1e-3);
        assertTrue(prewarmed.text().contains("of 30 that start"), prewarmed.text());
        assertTrue(of(PlanField.PARALLEL.with(batch, 1), prices).stream()
                .noneMatch(i -> i.kind() == Improvement.Kind.PREWARMED));
    }

    /** 1,000 sessions of 20 turns: 10,000 tokens and as many more with each, compacted at 40,000 to 20,000. */
    @Test
    void aCompactionReadsAllAndWritesASummary() {
        ContextItem talk = item("talk", 10_000, Kind.INFORMATION, Scope.SESSION, 0);
        Plan whole = PlanField.TURNS_SPREAD.with(PlanField.TURNS.with(plan(0, 20_000), 20), 0);
        Plan grows = whole.withItems(List.of(talk.withGrowth(new Growth(10_000, 0, null, 0))));
        Plan compacted = grows.withItems(
                List.of(talk.withGrowth(new Growth(10_000, 0, null, 0).compacted(40_000, 20_000, 1000))));
        ModelBuilder prices = model().write("5m", "1.25").prices("1", "0.1", "5");
        double cost = Comparison.of(compacted, book(prices))
                .priced()
                .get(0)
                .measures()
                .firstMonth();
        // 28,500 tokens a request on average, and 6 compactions of 20 turns that read 40,000 and write 1,000.
        assertEquals(20_000 * (28_500 + 0.3 * 40_000 + 0.3 * 1000 * 5) / 1e6, cost, 1e-6);
        Improvement left = of(compacted, prices).stream()
                .filter(i -> i.kind() == Improvement.Kind.WHOLE)
                .findFirst()
                .orElseThrow();
        // Without, 105,000 tokens on average.
        assertEquals(cost - 20_000 * 105_000 / 1e6, left.perMonth().value(), 1e-6);
        assertTrue(left.text().contains("a month more"), left.text());
        Improvement better = of(grows, prices).stream()
                .filter(i -> i.kind() == Improvement.Kind.COMPACTION)
                .findFirst()
                .orElseThrow();
        assertTrue(better.perMonth().value() > 0 && better.text().contains("What is forgotten is not priced"));
    }

    /** Nobody sums up what is short, or after every few turns, or for next to nothing. */
    @Test
    void noCompactionIsProposedThatNobodyWouldMake() {
        ModelBuilder prices = model().write("5m", "1.25").prices("1", "0.1", "5");
        Plan sessions = PlanField.TURNS_SPREAD.with(PlanField.TURNS.with(plan(0, 20_000), 20), 0);
        // 20 turns of 500 tokens never come to 20,000.
        assertEquals(List.of(), compactions(sessions, new Growth(500, 0, null, 0), prices));
        // Ten turns of 10,000 tokens are a rise of 100,000.
        double most =
                compactions(sessions, new Growth(10_000, 0, null, 0), prices).get(0);
        assertTrue(most >= 10 * 10_000 / 0.7, String.valueOf(most));
        // One session in many comes to an end of 150,000: next to nothing is saved.
        Plan few = PlanField.TURNS.with(plan(0, 20_000), 1.5);
        assertEquals(List.of(), compactions(few, new Growth(10_000, 0, 150_000.0, 0), prices));
    }

    private static List<Double> compactions(Plan plan, Growth growth, ModelBuilder prices) {
        ContextItem talk = item("talk", 5500, Kind.INFORMATION, Scope.SESSION, 0);
        return of(plan.withItems(List.of(talk.withGrowth(growth))), prices).stream()
                .filter(i -> i.kind() == Improvement.Kind.COMPACTION)
                .map(i -> Double.parseDouble(i.text()
                        .replaceAll(".*“talk” at ([0-9,]+) tokens.*", "$1")
                        .replace(",", "")))
                .toList();
    }

    /** A request each ten minutes: five minutes find little, an hour nearly all, for twice the price of a write. */
    @Test
    void anotherLifetimeIsProposedWhereItCostsLess() {
        Plan seldom = plan(0, 4380)
                .withItems(List.of(item("documents", 20_000, Kind.INFORMATION, Scope.SHARED, 0)))
                .withToday(Design.PROMPT_CACHING);
        ModelBuilder prices = model().write("5m", "1.25")
                .write("1h", "2")
                .lifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)
                .lifetime("1h", Duration.ofHours(1), CacheLifetime.Refresh.ON_HIT)
                .prices("1", "0.1", "5");
        Improvement lifetime = only(Improvement.Kind.LIFETIME, seldom, prices);
        double five = 1 - Math.exp(-0.5);
        double hour = 1 - Math.exp(-6);
        double saved = 4380 * 0.02 * (five * 0.1 + (1 - five) * 1.25 - hour * 0.1 - (1 - hour) * 2);
        assertEquals(saved, lifetime.perMonth().value(), 0.01);
        assertTrue(lifetime.text().contains("1h instead of 5m finds 99.8 %"), lifetime.text());
        Plan often = PlanField.REQUESTS_PER_MONTH.with(seldom, 4_380_000);
        assertTrue(of(often, prices).stream().noneMatch(i -> i.kind() == Improvement.Kind.LIFETIME));
    }
}
