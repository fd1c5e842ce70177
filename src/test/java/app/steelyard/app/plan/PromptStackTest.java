package app.steelyard.app.plan;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime.Refresh;
import app.steelyard.pricing.PriceBook;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptStackTest {
    private static final PriceBook BOOK = book(model().lifetime("only", Duration.ofHours(1), Refresh.ON_HIT)
            .write("only", "1.25")
            .prices("1", "0.1", "5"));

    private static Plan plan(ContextItem... items) {
        Plan plan = Fixtures.plan(0, 1e6).withItems(List.of(items));
        return PlanField.OUTPUT_TOKENS.with(plan, 100);
    }

    private static PromptStack stack(Plan plan, Design design) {
        return PromptStack.of(plan, Comparison.of(plan, BOOK).priced(design).orElseThrow());
    }

    @Test
    void aLayerCostsWhatItsTokensCost() {
        Plan plan = plan(
                item("rules", 10_000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                item("question", 500, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.PLAIN_PROMPT));
        PromptStack stack = stack(plan, Design.UNCACHED);
        assertEquals(10_000.0, stack.layers().get(0).perMonth().value());
        assertEquals(500.0, stack.layers().get(1).perMonth().value());
        assertEquals(
                List.of(Driver.OUTPUT),
                stack.others().stream().map(PromptStack.Other::driver).toList());
        assertEquals(500.0, stack.others().get(0).perMonth().value());
        assertEquals(11_000.0, stack.running().value());
        assertEquals(1.0, stack.layers().get(0).share());
        assertEquals(0.05, stack.layers().get(1).share());
        assertEquals("", stack.layers().get(0).end());
    }

    /** Behind what differs each time, what is to be cached is written in vain, and says so beside what it costs. */
    @Test
    void whatIsWrittenInVainSaysSo() {
        Plan plan = plan(
                        item("stamp", 30, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.PLAIN_PROMPT),
                        item("rules", 10_000, Kind.BEHAVIOUR, Scope.SHARED, 0))
                .withToday(Design.PROMPT_CACHING);
        Comparison comparison = Comparison.of(plan, BOOK);
        PromptStack.Layer rules = PromptStack.of(plan, (Evaluation.Priced) comparison.baseline())
                .layers()
                .get(1);
        assertEquals(Placement.PLAIN_PROMPT, rules.placement());
        assertEquals(12_500.0, rules.perMonth().value(), "10,000 tokens × 1M requests at 1.25 per 1M");
        assertTrue(rules.end().contains("never read"), rules.end());
        assertEquals("", stack(plan, Design.UNCACHED).layers().get(1).end());
    }

    @Test
    void twoItemsOfOneNameShareWhatTheyCostByTheirTokens() {
        Plan plan = plan(
                item("one", 3_000, Kind.INFORMATION, Scope.SHARED, 0).withName("Handbook"),
                item("two", 1_000, Kind.INFORMATION, Scope.SHARED, 0).withName("Handbook"));
        PromptStack stack = stack(plan, Design.UNCACHED);
        assertEquals(3_000.0, stack.layers().get(0).perMonth().value());
        assertEquals(1_000.0, stack.layers().get(1).perMonth().value());
    }

    @Test
    void theCacheEndsBehindWhatIsFoundTogether() {
        Plan plan = plan(
                item("stamp", 20, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.PLAIN_PROMPT),
                item("rules", 10_000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                item("record", 2_000, Kind.INFORMATION, Scope.USER, 0));
        PromptStack stack = stack(PlanField.USERS.with(plan, 5_000), Design.PROMPT_CACHING);
        List<PromptStack.Layer> layers = stack.layers();
        assertEquals(
                List.of("rules", "record", "stamp"),
                layers.stream().map(l -> l.item().id()).toList());
        assertTrue(layers.get(0).end().startsWith("up to here"), layers.get(0).end());
        assertTrue(layers.get(1).end().contains("kept only"), layers.get(1).end());
        assertEquals("", layers.get(2).end());
        assertEquals(Placement.PLAIN_PROMPT, layers.get(2).placement());
    }

    @Test
    void todayIsInTheOrderOfThePlan() {
        Plan plan = plan(
                        item("stamp", 20, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.PLAIN_PROMPT),
                        item("rules", 10_000, Kind.BEHAVIOUR, Scope.SHARED, 0))
                .withToday(Design.PROMPT_CACHING);
        Evaluation.Priced today = Comparison.of(plan, BOOK).priced().stream()
                .filter(e -> e.architecture().today())
                .findFirst()
                .orElseThrow();
        List<PromptStack.Layer> layers = PromptStack.of(plan, today).layers();
        assertEquals(
                List.of("stamp", "rules"),
                layers.stream().map(l -> l.item().id()).toList());
        assertEquals(Placement.PLAIN_PROMPT, layers.get(1).placement());
    }

    @Test
    void aLongPromptFallsIntoRunsThatFootToItsLayers() {
        List<ContextItem> items = IntStream.range(0, 30)
                .mapToObj(i -> item("i" + i, 100 + i, Kind.INFORMATION, i < 20 ? Scope.SHARED : Scope.USER, 0))
                .toList();
        PromptStack stack = stack(plan(items.toArray(ContextItem[]::new)), Design.UNCACHED);
        List<PromptStack.Run> runs = stack.runs(24);
        assertEquals(List.of(20, 10), runs.stream().map(r -> r.layers().size()).toList());
        assertEquals(2_190.0, runs.get(0).tokens());
        assertEquals(2_190.0, runs.get(0).perMonth().value(), 1e-9);
        assertEquals(30, stack.runs(30).size());
    }

    private static Plan any(Seeded.Draw draw) {
        List<ContextItem> items = IntStream.range(0, draw.whole(1, 7))
                .mapToObj(i -> item(
                                "i" + i,
                                draw.scaled(10, 20_000),
                                draw.oneOf(Kind.values()),
                                draw.oneOf(Scope.values()),
                                draw.maybe() ? 0 : draw.scaled(1, 300))
                        .withName(draw.maybe() ? "Item " + i : "Same")
                        .withPlacement(draw.oneOf(Placement.values())))
                .map(i -> i.scope() == Scope.SESSION && i.id().equals("i0")
                        ? i.withGrowth(new Growth(draw.scaled(50, 2_000), draw.between(0, 1), null, 0.02))
                        : i)
                .toList();
        Plan plan = plan(items.toArray(ContextItem[]::new)).withToday(draw.oneOf(Design.values()));
        plan = PlanField.REQUESTS_PER_MONTH.with(plan, draw.scaled(100, 1e7));
        return draw.maybe() ? plan : PlanField.TURNS.with(plan, draw.between(1, 12));
    }

    @Test
    void layersAndAllElseFootToTheRunningCost() {
        Seeded.forAll(200, draw -> {
            Plan plan = any(draw);
            for (Evaluation.Priced design : Comparison.of(plan, BOOK).priced()) {
                PromptStack stack = PromptStack.of(plan, design);
                double sum = Stream.concat(
                                stack.layers().stream().map(PromptStack.Layer::perMonth),
                                stack.others().stream().map(PromptStack.Other::perMonth))
                        .mapToDouble(m -> m.value())
                        .sum();
                double running = design.measures().firstMonth();
                assertEquals(running, stack.running().value(), 0.006);
                assertEquals(stack.running().value(), sum, 1e-9 * (1 + Math.abs(sum)));
                assertEquals(plan.items().size(), stack.layers().size());
            }
        });
    }
}
