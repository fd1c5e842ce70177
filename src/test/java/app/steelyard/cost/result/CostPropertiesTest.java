package app.steelyard.cost.result;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.OverCaching;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Trial;
import app.steelyard.decision.LargePlans;
import app.steelyard.decision.rules.Cases;
import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime.Refresh;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of the cost function for any plan and any prices. */
public class CostPropertiesTest {
    private static final int CASES = 200;

    public static Plan anyPlan(Draw draw) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = draw.whole(0, 6); i >= 0; i--) {
            items.add(new ContextItem(
                    "item-" + i,
                    "Item " + i,
                    draw.maybe() ? draw.scaled(10, 100_000) : draw.whole(0, 3000),
                    draw.oneOf(Kind.values()),
                    draw.oneOf(Scope.values()),
                    draw.maybe() ? 0 : draw.scaled(0.1, 5000),
                    draw.oneOf(Placement.values())));
        }
        Plan plan = plan(0, draw.scaled(10, 1e8)).withItems(items).withToday(draw.oneOf(Design.values()));
        plan = PlanField.OUTPUT_TOKENS.with(plan, draw.whole(0, 2000));
        plan = PlanField.GROWTH_PER_MONTH.with(plan, draw.between(-0.1, 0.2));
        plan = PlanField.ACTIVE_HOURS_PER_DAY.with(plan, draw.maybe() ? 24 : draw.between(1, 23));
        plan = PlanField.ACTIVE_SHARE.with(plan, draw.between(0, 1));
        plan = PlanField.TENANTS.with(plan, draw.whole(1, 2000));
        plan = PlanField.USERS.with(plan, draw.whole(1, 20_000));
        plan = PlanField.RETRY_RATE.with(plan, draw.between(0, 0.2));
        plan = PlanField.DATASET_TOKENS.with(plan, draw.scaled(1e4, 1e8));
        plan = PlanField.RUNS_PER_ROUND.with(plan, draw.whole(1, 10));
        plan = PlanField.RETRAIN_EVERY_MONTHS.with(plan, draw.whole(0, 12));
        plan = PlanField.TUNING_WEEKS.with(plan, draw.between(0, 6));
        plan = PlanField.HORIZON_MONTHS.with(plan, draw.whole(1, 48));
        assertTrue(PlanValidator.validate(plan).isEmpty(), () -> "an impossible plan was drawn");
        return plan;
    }

    /** Prices drawn from {@code draw}, input being {@code dearer} times what was drawn. */
    public static ModelBuilder anyPrices(Draw draw, double dearer) {
        double input = draw.scaled(0.05, 20);
        double read = input * draw.between(0.02, 1);
        double output = input * draw.between(1, 10);
        ModelBuilder model = model().minimum(draw.oneOf(0, 512, 1024, 4096), draw.oneOf(1, 64, 128));
        boolean premium = draw.maybe();
        model.lifetime("only", Duration.ofMinutes(draw.oneOf(5, 30, 60)), draw.oneOf(Refresh.values()));
        if (draw.maybe()) {
            model.breakpoints(draw.whole(1, 4)).lookBack(20);
        }
        if (draw.maybe()) {
            model.keyLimit("15");
        }
        if (premium) {
            model.write("only", decimal(input * draw.oneOf(1.25, 2.0) * dearer));
        }
        if (draw.maybe()) {
            model.longContext(
                    50_000,
                    draw.oneOf(LongContext.Rule.values()),
                    decimal(2 * input * dearer),
                    decimal(2 * read),
                    decimal(1.5 * output));
        }
        model.prices(decimal(input * dearer), decimal(read), decimal(output));
        return model.tuning("25", "4", "1.70", decimal(2 * input), decimal(2 * read), decimal(2 * output));
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    @Test
    void partsFootToTotals() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = anyPlan(draw);
            boolean monthly = plan.tuning().retrainEveryMonths() == 1;
            Comparison comparison = Comparison.of(plan, book(anyPrices(draw, 1)));
            for (Evaluation.Priced e : comparison.priced()) {
                double tco = e.measures().tco();
                double slack = 1e-9 * Math.max(1, tco);
                double statement =
                        e.statement().stream().mapToDouble(Line::total).sum();
                double drivers = 0;
                for (Driver driver : Driver.values()) {
                    drivers += e.cashFlow().total(driver);
                }
                double first = e.statement().stream()
                        .filter(l -> l.timing() == Timing.MONTHLY || l.timing() == Timing.ROUND && monthly)
                        .mapToDouble(Line::amount)
                        .sum();
                assertEquals(tco, statement, slack, "the statement's totals");
                assertEquals(tco, drivers, slack, "the drivers' totals");
                assertEquals(tco, e.cashFlow().cumulative(e.cashFlow().months()), slack, "the cash flow");
                assertEquals(e.measures().firstMonth(), first, slack, "the first month's lines");
            }
        });
    }

    /** Every token of every request is billed once, whatever the cache does with it. */
    @Test
    void noTokenIsLostOrBilledTwice() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = anyPlan(draw);
            double sent =
                    plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate());
            for (Evaluation.Priced e :
                    Comparison.of(plan, book(anyPrices(draw, 1))).priced()) {
                double billed = e.statement().stream()
                        .filter(l -> switch (l.kind()) {
                            case PLAIN_INPUT, CACHE_MISS, CACHE_WRITE, CACHE_READ -> true;
                            default -> false;
                        })
                        .mapToDouble(Line::quantity)
                        .sum();
                double inPrompt = 0;
                for (int i = 0; i < plan.items().size(); i++) {
                    Placement placement = e.architecture().placements().get(i);
                    if (placement == Placement.CACHED_PREFIX || placement == Placement.PLAIN_PROMPT) {
                        inPrompt += plan.items().get(i).tokens();
                    }
                }
                assertEquals(inPrompt * sent, billed, 1e-9 * Math.max(1, billed));
            }
        });
    }

    @Test
    void aDearerPriceNeverLowersACost() {
        Seeded.forAll(CASES, draw -> {
            long seed = draw.random().nextLong();
            Plan plan = anyPlan(draw);
            Comparison cheap = Comparison.of(plan, book(anyPrices(seeded(seed), 1)));
            Comparison dear = Comparison.of(plan, book(anyPrices(seeded(seed), 1.3)));
            for (Evaluation.Priced e : cheap.priced()) {
                double before = e.measures().tco();
                double after = dear.priced().stream()
                        .filter(d -> d.architecture().equals(e.architecture()))
                        .mapToDouble(d -> d.measures().tco())
                        .findFirst()
                        .orElse(before);
                assertTrue(after >= before - 1e-9 * before, () -> before + " fell to " + after);
            }
        });
    }

    /** Of any part, and of the whole unless few breakpoints stand elsewhere; and never does a request cost more for it. */
    @Test
    void moreTrafficNeverLowersAHitRate() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = anyPlan(draw);
            ModelBuilder prices = anyPrices(draw, 1);
            double factor = draw.between(1, 5);
            Plan busier = PlanField.REQUESTS_PER_MONTH.with(plan, plan.traffic().requestsPerMonth() * factor);
            for (Design design : List.of(Design.PROMPT_CACHING, Design.AS_PLACED)) {
                Comparison.of(plan, book(prices)).priced(design).ifPresent(e -> {
                    Evaluation.Priced more =
                            Comparison.of(busier, book(prices)).priced(design).orElseThrow();
                    double before = e.caches().hitRate();
                    double after = more.caches().hitRate();
                    assertTrue(
                            Double.isNaN(before) || crowded(e) || after >= before - 1e-12,
                            () -> before + " fell to " + after);
                    double cost = input(e);
                    double later = input(more) / factor;
                    // A read of a long prompt may cost more than a write that has no price of its own for it.
                    assertTrue(
                            e.statement().stream().anyMatch(Line::longContext) || later <= cost * (1 + 1e-12),
                            () -> cost + " rose to " + later);
                });
            }
        });
    }

    /** With fewer breakpoints than parts, they may go elsewhere as traffic grows. */
    private static boolean crowded(Evaluation.Priced e) {
        var policy = e.caches().policy();
        Integer most = policy == null ? null : policy.fact().maxBreakpoints();
        return most != null && most < e.caches().parts().size();
    }

    private static double input(Evaluation.Priced e) {
        return e.statement().stream()
                .filter(l -> switch (l.kind()) {
                    case PLAIN_INPUT, CACHE_MISS, CACHE_WRITE, CACHE_READ -> true;
                    default -> false;
                })
                .mapToDouble(Line::amount)
                .sum();
    }

    /** Wherever it is placed, by any vendor's rules: it is plain input, and nothing becomes endless. */
    @Test
    void whatChangesWithEveryRequestIsPlainInput() {
        Seeded.forAll(CASES, draw -> {
            List<ContextItem> items = anyPlan(draw).items().stream()
                    .map(i -> i.withPlacement(
                            i.scope() == Scope.SHARED || draw.maybe()
                                    ? Placement.CACHED_PREFIX
                                    : Placement.PLAIN_PROMPT))
                    .toList();
            Plan any = anyPlan(draw);
            Plan cached = any.withItems(items).withToday(Design.UNCACHED);
            Plan plain = any.withItems(items.stream()
                            .map(i -> i.scope() == Scope.REQUEST ? i.withPlacement(Placement.PLAIN_PROMPT) : i)
                            .toList())
                    .withToday(Design.UNCACHED);
            ModelBuilder prices = anyPrices(draw, 1);
            if (draw.maybe()) {
                prices.object("1.5");
            }
            Evaluation.Priced one = asPlaced(cached, book(prices));
            Evaluation.Priced other = asPlaced(plain, book(prices));
            assertTrue(Double.isFinite(one.measures().tco()));
            assertEquals(other.statement(), one.statement());
            assertEquals(other.cashFlow().total(), one.cashFlow().total(), 0);
        });
    }

    private static Evaluation.Priced asPlaced(Plan plan, PriceBook book) {
        return (Evaluation.Priced) Trial.of(plan, Design.AS_PLACED.placementsOf(plan.items()), book)
                .evaluate(plan);
    }

    /** Of what is proposed; what is in use is in the order that it has. */
    @Test
    void theOrderInTheListDoesNotMatter() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = apart(anyPlan(draw));
            ModelBuilder prices = anyPrices(draw, 1);
            List<ContextItem> shuffled = new ArrayList<>(plan.items());
            Collections.shuffle(shuffled, new Random(1));
            Comparison one = Comparison.of(plan, book(prices));
            Comparison other = Comparison.of(plan.withItems(shuffled), book(prices));
            for (Evaluation.Priced e : one.priced()) {
                if (e.architecture().today() || e.architecture().reordered()) {
                    continue;
                }
                double tco = e.measures().tco();
                double again = other.priced(e.architecture().design())
                        .orElseThrow()
                        .measures()
                        .tco();
                assertEquals(tco, again, 1e-9 * Math.max(1, tco));
            }
        });
    }

    /** Of items alike in scope and changes the first stays the first, so that here no two are. */
    private static Plan apart(Plan plan) {
        List<ContextItem> items = new ArrayList<>();
        for (ContextItem item : plan.items()) {
            items.add(item.withChangesPerMonth(item.changesPerMonth() + items.size() / 1000.0));
        }
        return plan.withItems(items);
    }

    @Test
    void theBaselineSavesNothingAgainstItself() {
        Seeded.forAll(CASES, draw -> {
            Evaluation.Priced baseline = (Evaluation.Priced)
                    Comparison.of(anyPlan(draw), book(anyPrices(draw, 1))).baseline();
            assertEquals(0, baseline.measures().saving(), 0);
            assertEquals(0, baseline.measures().npv(), 0);
            assertEquals(0, baseline.measures().setUp(), 0);
        });
    }

    @Test
    void doublingTheRequestsDoublesTheTokensThatAreNotCached() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = anyPlan(draw).withToday(Design.UNCACHED);
            Plan twice =
                    PlanField.REQUESTS_PER_MONTH.with(plan, 2 * plan.traffic().requestsPerMonth());
            ModelBuilder prices = anyPrices(draw, 1);
            double once = Comparison.of(plan, book(prices))
                    .priced(Design.UNCACHED)
                    .orElseThrow()
                    .measures()
                    .tco();
            double doubled = Comparison.of(twice, book(prices))
                    .priced(Design.UNCACHED)
                    .orElseThrow()
                    .measures()
                    .tco();
            assertEquals(2 * once, doubled, 1e-9 * Math.max(1, doubled));
        });
    }

    /** One placement weighed alone, its prices looked up for other numbers, is as in the comparison. */
    @Test
    void aTrialIsAsInTheComparison() {
        Seeded.forAll(CASES, draw -> {
            Plan first = anyPlan(draw);
            Plan plan = PlanField.TENANTS.with(first, draw.whole(1, 2000));
            plan = plan.withItems(plan.items().stream()
                    .map(i -> i.withTokens(draw.scaled(10, 1e6)).withChangesPerMonth(draw.scaled(0.1, 1e3)))
                    .toList());
            PriceBook book = book(anyPrices(draw, 1));
            for (Evaluation.Priced whole : Comparison.of(plan, book).priced()) {
                List<Placement> placements = whole.architecture().placements();
                Trial trial = whole.architecture().reordered()
                        ? Trial.proposed(first, placements, book)
                        : Trial.of(first, placements, book);
                Evaluation.Priced alone = (Evaluation.Priced) trial.evaluate(plan);
                assertEquals(whole.architecture(), alone.architecture());
                assertEquals(whole.statement(), alone.statement());
                assertEquals(whole.measures().tco(), alone.measures().tco());
                Evaluation.Priced told =
                        OverCaching.of(plan, alone, book).map(alone::with).orElse(alone);
                assertEquals(whole.notices(), told.notices());
                assertHolds(
                        whole, trial.cached(new Columns(plan, 1)).orElseThrow().apply(0));
            }
        });
    }

    private static void assertHolds(Evaluation.Priced whole, Trial.Cached cached) {
        Caches caches = whole.caches();
        List<ContextItem> items = caches.parts().stream().map(CachedPart::item).toList();
        List<Double> rates = Arrays.stream(cached.hitRates())
                .filter(r -> !Double.isNaN(r))
                .boxed()
                .sorted()
                .toList();
        assertEquals(caches.parts().stream().map(CachedPart::hitRate).sorted().toList(), rates, () -> "of " + items);
        assertEquals(caches.breakEven(), cached.breakEven());
        assertEquals(caches.cachedTokens(), cached.tokens(), 1e-12 * caches.cachedTokens());
        assertEquals(
                whole.firstToken().cached(),
                cached.seconds(),
                1e-12 * whole.firstToken().cached());
    }

    /** Rows looked at together hold what each holds alone, in plans of few items and of very many. */
    @Test
    void rowsAreCachedAsPlansOfTheirOwn() {
        Seeded.forAll(20, draw -> {
            boolean large = draw.maybe();
            Plan plan = large ? LargePlans.of(draw.whole(8, 40), draw) : anyPlan(draw);
            PriceBook book = large ? Cases.BOOK : book(anyPrices(draw, 1));
            Trial trial = Trial.of(plan, Design.PROMPT_CACHING.placementsOf(plan.items()), book);
            Columns in = new Columns(plan, 6);
            double[] values = in.vary(
                    draw.maybe()
                            ? PlanField.TENANTS
                            : new ItemNumber(
                                    draw.oneOf(plan.items()).id(),
                                    draw.oneOf(ItemNumber.Kind.TOKENS, ItemNumber.Kind.CHANGES)));
            Arrays.setAll(values, i -> draw.scaled(1, 1e5));
            trial.cached(in).ifPresent(rows -> {
                for (int row = 0; row < in.rows(); row++) {
                    Trial.Cached alone = trial.cached(new Columns(in.plan(row), 1))
                            .orElseThrow()
                            .apply(0);
                    Trial.Cached together = rows.apply(row);
                    assertArrayEquals(alone.hitRates(), together.hitRates());
                    assertEquals(alone.breakEven(), together.breakEven());
                    assertEquals(alone.tokens(), together.tokens());
                    assertEquals(alone.seconds(), together.seconds());
                }
            });
        });
    }

    /** With fewer items cached, the first token is there when it is in a design that caches these alone. */
    @Test
    void aSmallerPrefixWaitsAsADesignOfItsOwn() {
        Seeded.forAll(CASES, draw -> {
            Plan plan = anyPlan(draw);
            PriceBook book = book(anyPrices(draw, 1));
            List<Placement> all = Design.PROMPT_CACHING.placementsOf(plan.items());
            List<Placement> fewer = new ArrayList<>(all);
            BitSet cached = new BitSet();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) == Placement.CACHED_PREFIX) {
                    cached.set(i, draw.maybe());
                    fewer.set(i, cached.get(i) ? Placement.CACHED_PREFIX : Placement.PLAIN_PROMPT);
                }
            }
            Trial.of(plan, fewer, book)
                    .cached(new Columns(plan, 1))
                    .ifPresent(own -> assertEquals(
                            own.apply(0).seconds(), Trial.of(plan, all, book).seconds(plan, cached)));
        });
    }

    private static Draw seeded(long seed) {
        return new Draw(
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
}
