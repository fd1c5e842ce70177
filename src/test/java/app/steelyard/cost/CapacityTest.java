package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.terms.Provision;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Capacity in place of tokens: three worked examples, the arithmetic of each beside it. */
class CapacityTest {
    private static final PriceRef BASE = PriceRef.parse("test/base");

    private static Capacity capacity(
            @Nullable Double perHour,
            @Nullable Double perMonth,
            double tokens,
            double output,
            double cached,
            double minimum,
            double step,
            double peak,
            @Nullable Double adapters) {
        return new Capacity(
                BASE, "PTU", perHour, perMonth, tokens, output, cached, null, minimum, step, null, peak, adapters, 0.1,
                null, null);
    }

    private static Evaluation.Priced today(Plan plan, PriceBook prices) {
        return (Evaluation.Priced) Comparison.of(plan, prices).baseline();
    }

    private static Plan with(Plan plan, Capacity... capacity) {
        return plan.withContract(Contract.NONE.withCapacity(List.of(capacity)));
    }

    private static void near(double byHand, double computed) {
        assertEquals(byHand, computed, 0.01 * Math.abs(byHand));
    }

    private static Line line(Evaluation.Priced evaluation) {
        return evaluation.statement().stream()
                .filter(l -> l.kind() == LineKind.CAPACITY)
                .findFirst()
                .orElseThrow();
    }

    /**
     * GPT-5 on Azure, global: 4,750 input tokens a minute a PTU, one token of output counts as 8, a cached one as nothing; 15 PTU
     * at least, then steps of 5; 260 dollars a month each. 2,000,000 requests a month of 3,000 tokens in and 400 out, 8 hours a
     * day all of them, the peak minute at 1.5 times the mean of these hours.
     *
     * <pre>
     * requests a busy minute   2,000,000 ÷ (8 × 730/24 × 60) = 136.99, × 1.5 = 205.48
     * counted a request        3,000 + 8 × 400 = 6,200
     * peak minute              205.48 × 6,200 = 1,273,973; ÷ 4,750 = 268.2 PTU
     * bought                   15 + 5 × ⌈(268.2 − 15) ÷ 5⌉ = 15 + 5 × 51 = 270
     * a month                  270 × 260 = 70,200
     * used                     2,000,000 × 6,200 ÷ (270 × 4,750 × 60 × 730) = 12.4e9 ÷ 56.17e9 = 22.1 %
     * idle                     270 × 730 × (1 − .2207) = 153,592 hours
     * by the token             2e6 × (3,000 × 1.25 + 400 × 10) ÷ 1e6 = 15,500
     * </pre>
     *
     * A token costs 15,500 ÷ 12.4e9, what a PTU takes at these peaks is 12.4e9 ÷ 268.2 = 46.2e6 a month, so a PTU is worth 57.8
     * dollars a month and costs 260: capacity never pays.
     */
    @Test
    void azurePtu() {
        PriceBook gpt5 = book(model().minimum(0, 1).prices("1.25", "0.125", "10"));
        Plan plan = PlanField.OUTPUT_TOKENS.with(plan(3_000, 2_000_000), 400).withToday(Design.UNCACHED);
        plan = PlanField.ACTIVE_SHARE.with(PlanField.ACTIVE_HOURS_PER_DAY.with(plan, 8), 1);
        Evaluation.Priced e = today(with(plan, capacity(null, 260.0, 4_750, 8, 0, 15, 5, 1.5, null)), gpt5);
        CapacityUse use = Objects.requireNonNull(e.capacity());
        near(268.2, use.needed());
        assertEquals(270, use.units(), 1e-9);
        near(70_200, e.measures().firstMonth());
        near(0.2207, use.utilisation());
        near(153_592, use.idleHours());
        near(15_500, use.tokenCost());
        assertEquals(Double.POSITIVE_INFINITY, use.breakEvenTokens());
        assertEquals(1, e.statement().size(), "hours in the place of tokens");
        near(270 * 730, line(e).quantity());

        // Of 2,000 tokens that are all found in the cache 0 count: 1,000 + 8 × 400 = 4,200 a request.
        Plan cached = plan.withItems(List.of(
                        new ContextItem(
                                "head", "Head", 2_000, Kind.INFORMATION, Scope.SHARED, 0, Placement.CACHED_PREFIX),
                        new ContextItem(
                                "question",
                                "Question",
                                1_000,
                                Kind.INFORMATION,
                                Scope.REQUEST,
                                0,
                                Placement.PLAIN_PROMPT)))
                .withToday(Design.PROMPT_CACHING);
        CapacityUse less =
                Objects.requireNonNull(today(with(cached, capacity(null, 260.0, 4_750, 8, 0, 15, 5, 1.5, null)), gpt5)
                        .capacity());
        near(268.2 * 4_200 / 6_200, less.needed());
    }

    /**
     * Four nodes of 8 H100 at 3.99 dollars a GPU-hour, 31.92 an hour a node, for a model that others sell at .88 a million
     * tokens in and out. A node takes 8 × 2,209 = 17,672 tokens a second of 1,000 in and 1,000 out each way, so 2,120,640
     * tokens of both a minute. 600 requests a minute at the peak, which is 2.5 times the mean of the day.
     *
     * <pre>
     * requests a month         600 ÷ 2.5 × 60 × 730 = 10,512,000
     * counted a request        6,000 + 6,000 = 12,000, output counts as input
     * peak minute              600 × 12,000 = 7,200,000; ÷ 2,120,640 = 3.395 nodes
     * bought                   4
     * a month                  4 × 730 × 31.92 = 93,206.40
     * used                     10,512,000 × 12,000 ÷ (4 × 2,120,640 × 43,800) = 126.1e9 ÷ 371.5e9 = 33.95 %
     * by the token             126.1e9 × .88 ÷ 1e6 = 111,006.72
     * break-even               one node, 730 × 31.92 = 23,301.60, ÷ .88e-6 = 26.479e9 a month; ÷ 30.4167 = 870.5M tokens a day
     * </pre>
     */
    @Test
    void fourGpuNodes() {
        PriceBook sold = book(model().minimum(0, 1).prices("0.88", null, "0.88"));
        Plan plan = PlanField.OUTPUT_TOKENS.with(plan(6_000, 10_512_000), 6_000).withToday(Design.UNCACHED);
        Evaluation.Priced e = today(with(plan, capacity(31.92, null, 2_120_640, 1, 1, 1, 1, 2.5, null)), sold);
        CapacityUse use = Objects.requireNonNull(e.capacity());
        near(3.395, use.needed());
        assertEquals(4, use.units(), 1e-9);
        near(93_206.40, e.measures().firstMonth());
        near(12 * 93_206.40, e.measures().tco());
        near(0.3395, use.utilisation());
        near(111_006.72, use.tokenCost());
        near(870.5e6, use.breakEvenTokens());
        near(870.5e6 / 12_000, use.breakEvenRequests());
        assertTrue(e.notices().stream().anyMatch(n -> n.text().contains("tokens a day")), e.notices()::toString);
    }

    /**
     * 60 adapters on one base: 60 customers' tuned models share units at 4 dollars an hour that take 300,000 tokens a minute,
     * a tenth less while adapters are loaded: 270,000. 876,000 requests a month of them all, all day, 1,500 tokens in and 300
     * out that count four times; the peak minute at 3 times the mean.
     *
     * <pre>
     * requests a mean minute   876,000 ÷ 43,800 = 20, × 3 = 60
     * counted a request        1,500 + 4 × 300 = 2,700
     * peak minute              162,000; ÷ 270,000 = 0.6 units, so 1
     * a month                  730 × 4 = 2,920
     * each on its own          60 × 1 unit = 175,200 a month
     * </pre>
     */
    @Test
    void sixtyAdaptersOnOneBase() {
        PriceBook sold = book(model().minimum(0, 1).prices("0.5", null, "2"));
        Plan plan = PlanField.OUTPUT_TOKENS.with(plan(1_500, 876_000), 300);
        plan = plan.withItems(List.of(
                        new ContextItem("tone", "Tone", 4_000, Kind.BEHAVIOUR, Scope.SHARED, 0, Placement.WEIGHTS),
                        new ContextItem(
                                "text", "Text", 1_500, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT)))
                .withTuning(new Tuning(BASE, 1e6, 1, 60, 2, 0, 0, 0, 0, 0))
                .withToday(Design.FINE_TUNING);
        Evaluation.Priced e = today(with(plan, capacity(4.0, null, 300_000, 4, 0, 1, 1, 3, 60.0)), sold);
        CapacityUse use = Objects.requireNonNull(e.capacity());
        near(0.6, use.needed());
        assertEquals(1, use.units(), 1e-9);
        near(2_920, e.measures().firstMonth());
        near(60, use.alone());
        assertTrue(e.notices().stream().anyMatch(n -> n.text().contains("60 adapters")), e.notices()::toString);
    }

    @Test
    void unitsAreBoughtInStepsForATerm() {
        Capacity of = capacity(1.0, null, 100, 1, 1, 15, 5, 1, null);
        assertEquals(15, Provision.bought(of, 0), 0);
        assertEquals(15, Provision.bought(of, 15), 0);
        assertEquals(20, Provision.bought(of, 15.01), 0);
        assertEquals(20, Provision.bought(of, 20), 0);
    }

    /** At 10 % more each month, the peak of a year's last month decides what a year is bought. */
    @Test
    void aTermIsBoughtForItsBusiestMonth() {
        PriceBook sold = book(model().minimum(0, 1).prices("1", null, "1"));
        Plan plan = PlanField.GROWTH_PER_MONTH.with(plan(1_000, 4_380_000), 0.1).withToday(Design.UNCACHED);
        Capacity monthly = capacity(1.0, null, 10_000, 1, 1, 1, 1, 1, null);
        // 100 requests a minute of 1,000 tokens are 10 units in month 1 and 10 × 1.1^11 = 28.53, so 29, in month 12.
        Evaluation.Priced free = today(with(plan, monthly), sold);
        assertEquals(10 * 730, free.measures().firstMonth(), 1e-6);
        double sum = 0;
        for (int m = 0; m < 12; m++) {
            sum += Math.ceil(10 * Math.pow(1.1, m) - 1e-9) * 730;
        }
        assertEquals(sum, free.measures().tco(), 1e-6);
        Capacity yearly =
                new Capacity(BASE, null, 1.0, null, 10_000, 1, 1.0, 1.0, 1.0, 1.0, 12.0, 1.0, null, null, null, null);
        Plan bound = with(plan, yearly);
        assertEquals(12 * 29 * 730, today(bound, sold).measures().tco(), 1e-6);
        Batch batch = Batch.of(bound, sold);
        Columns in = batch.columns(2);
        Sums out = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 2, out);
        List<Evaluation.Priced> alone = Comparison.of(bound, sold).priced();
        for (int a = 0; a < alone.size(); a++) {
            assertEquals(alone.get(a).measures().tco(), out.total()[a][1], 1e-4);
        }
    }
}
