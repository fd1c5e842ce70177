package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Finance.PriceChange;
import app.steelyard.plan.Inference;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many rows at once come to what each of them comes to as a plan of its own. */
class BatchTest {
    private static final int ROWS = 9;

    /** Money in another currency than the prices, in the middle of the month, and prices that change inside the horizon. */
    private static Plan anyPlan(Draw draw) {
        Plan plan = bill(models(outcome(tables(CostPropertiesTest.anyPlan(draw), draw), draw), draw), draw);
        Finance finance = plan.finance();
        boolean dollars = draw.maybe();
        return plan.withFinance(new Finance(
                finance.horizonMonths(),
                draw.between(0, 0.2),
                draw.oneOf(CashTiming.values()),
                dollars ? Currency.USD : new Currency("EUR"),
                new ExchangeRate(dollars ? 1 : 0.9, Fixtures.DAY, "a test"),
                4000));
    }

    /** With ways of serving, tokens that are not text and fees, of some plans. */
    private static Plan bill(Plan plan, Draw draw) {
        Inference inference = plan.inference();
        Plan with = plan.withInference(inference.withServed(inference.served().withRegion("eu")));
        for (PlanField field : PlanField.values()) {
            boolean stated = field.ofBill() && draw.whole(0, 5) == 0;
            with = stated ? field.with(with, draw.whole(0, 3) == 0 ? 0 : any(field, draw) / 4) : with;
        }
        return with;
    }

    /** Of some ways and uses no price is known. */
    private static void bill(ModelBuilder model, Draw draw) {
        if (draw.maybe()) {
            model.kinds(Map.of(
                    TokenKind.AUDIO_INPUT, new BigDecimal("32"),
                    TokenKind.AUDIO_CACHED_INPUT, new BigDecimal("0.4"),
                    TokenKind.AUDIO_OUTPUT, new BigDecimal("64"),
                    TokenKind.IMAGE_INPUT, new BigDecimal("5")));
        }
        for (ServiceTier tier : List.of(ServiceTier.BATCH, ServiceTier.FLEX, ServiceTier.PRIORITY, ServiceTier.PEAK)) {
            if (draw.maybe()) {
                model.tier(tier, "1.5", draw.maybe() ? "0.2" : null, "7");
            }
        }
        if (draw.maybe()) {
            model.notInBatch();
        }
        if (draw.maybe()) {
            model.surcharge(Modifier.PLACE, "eu", "1.1").surcharge(Modifier.FAST, "", "2");
        }
        if (draw.maybe()) {
            model.fee(Fee.WEB_SEARCH, "10", Fee.Per.THOUSAND_CALLS, 0)
                    .fee(Fee.GROUNDING, "14", Fee.Per.THOUSAND_CALLS, draw.whole(0, 100_000))
                    .fee(Fee.CODE_EXECUTION, "0.05", Fee.Per.HOUR, 1550);
        }
    }

    /** Of most plans it is known how often they succeed, and of some what a failure costs. */
    private static Plan outcome(Plan plan, Draw draw) {
        Plan with = plan;
        for (Adaptation each : Adaptation.values()) {
            with = draw.whole(0, 6) == 0 ? with : each.on(null).ofAll().with(with, draw.between(0.3, 1));
        }
        with = draw.maybe() ? with : PlanField.FAILURE_COST.with(with, draw.scaled(0.01, 20));
        return draw.maybe() ? with : PlanField.RETRY_SUCCESS.with(with, draw.between(0, 0.9));
    }

    /** With what is known of its models, of some plans. */
    private static Plan models(Plan plan, Draw draw) {
        List<StatedModel> stated = Stream.of(
                        plan.inference().model(), plan.tuning().model())
                .filter(m -> m != null && draw.whole(0, 2) == 0)
                .distinct()
                .map(StatedModel::new)
                .toList();
        Plan with = plan.withModels(stated);
        for (ModelNumber number : ModelNumber.of(with).toList()) {
            boolean thinks = number.kind() == ModelNumber.Kind.REASONING_TOKENS;
            boolean answers = !Double.isNaN(new ModelNumber(number.model(), ModelNumber.Kind.OUTPUT_TOKENS).get(with));
            with = draw.maybe() || thinks && !answers ? with : number.with(with, any(number, draw));
        }
        return with;
    }

    /** With size classes and measured gaps, of some plans. */
    private static Plan tables(Plan plan, Draw draw) {
        Sessions sessions = plan.traffic().sessions();
        if (draw.whole(0, 3) == 0) {
            sessions = sessions.withClasses(List.of(
                    new SizeClass(0.7, draw.between(1, 3), draw.between(0.1, 1), draw.between(0, 1)),
                    new SizeClass(0.3, draw.between(4, 20), draw.between(1, 3), draw.between(1, 3))));
        }
        if (draw.whole(0, 3) == 0) {
            sessions = sessions.withGaps(
                    List.of(new GapStep(draw.between(1, 60), 0.4), new GapStep(draw.between(61, 4000), 0.95)));
        }
        return plan.withTraffic(plan.traffic().withSessions(sessions));
    }

    private static ModelBuilder anyPrices(Draw draw) {
        ModelBuilder model = CostPropertiesTest.anyPrices(draw, 1);
        bill(model, draw);
        if (draw.maybe()) {
            model.window((long) draw.scaled(1e3, 1e6));
        }
        if (draw.maybe()) {
            LocalDate change = Fixtures.DAY.plusMonths(draw.whole(1, 20));
            model.reprice(new Validity(change, null), "3", "0.7", "11");
        }
        if (draw.whole(0, 5) == 0) {
            model.object("1.5");
        }
        return model;
    }

    /** A number that {@code number} could be, one not left out. */
    private static double any(PlanNumber number, Draw draw) {
        if (number instanceof ItemNumber item) {
            boolean none = draw.whole(0, 4) == 0;
            return none
                    ? 0
                    : switch (item.kind()) {
                        case TOKENS, END, COMPACTED_TO, SUMMARY, WINDOW -> draw.scaled(10, 1e5);
                        case CHANGES, PER_TURN -> draw.scaled(0.05, 5e3);
                        case KEPT_ANSWER, REWRITTEN -> draw.between(0, 1);
                    };
        }
        if (number instanceof ModelNumber of) {
            return switch (of.kind()) {
                case OUTPUT_TOKENS, REASONING_TOKENS -> draw.whole(0, 3000);
                case TOKEN_FACTOR -> draw.between(0.5, 2);
                case PROMPTED, TUNED, RETRIEVED, INFORMATION_IN_WEIGHTS -> draw.between(0.3, 1);
            };
        }
        if (number instanceof PlanNumber.PriceNumber of) {
            return draw.between(Math.max(-0.6, of.min()), 0.7);
        }
        return switch ((PlanField) number) {
            case REQUESTS_PER_MONTH -> draw.maybe() ? draw.scaled(10, 1e8) : draw.whole(0, 10);
            case OUTPUT_TOKENS, TUNED_OUTPUT_TOKENS, CACHE_MINIMUM_TOKENS, RETRIEVED_TOKENS -> draw.whole(0, 3000);
            case GROWTH_PER_MONTH -> draw.between(-0.1, 0.2);
            case ACTIVE_HOURS_PER_DAY -> draw.maybe() ? 24 : draw.between(0.1, 24);
            case TENANTS, USERS -> draw.whole(1, 2000);
            case DATASET_TOKENS -> draw.scaled(1e4, 1e8);
            case RETRAIN_EVERY_MONTHS -> draw.whole(0, 12);
            case LABELLING_COST, EVALUATION_COST, ENGINEERING_WEEK_COST -> draw.between(0, 1e4);
            case EPOCHS, RUNS_PER_ROUND, HOURS_PER_RUN -> draw.whole(0, 5);
            case KEEP_ALIVE_PINGS -> draw.whole(0, 3);
            case TURNS -> draw.maybe() ? 1 : draw.between(1, 30);
            case PARALLEL -> draw.whole(1, 4);
            case ACTIVE_DAYS_PER_WEEK -> draw.maybe() ? 7 : draw.between(1, 7);
            case GAP_MEDIAN, TOOL_GAP_MEDIAN -> draw.between(1, 60);
            case GAP_P95, TOOL_GAP_P95 -> draw.between(60, 4000);
            case EXCHANGE_RATE -> draw.between(0.5, 2);
            case FAILURE_COST, FAILURE_MINUTES, FAILURE_HOURLY_RATE -> draw.scaled(0.01, 100);
            case RETRY_COST -> draw.between(0, 5);
            default -> draw.between(0, 1);
        };
    }

    private static boolean ofGrowth(ItemNumber.Kind kind) {
        return kind == ItemNumber.Kind.PER_TURN || kind == ItemNumber.Kind.KEPT_ANSWER;
    }

    private static boolean grows(Plan plan, String id) {
        return plan.items().stream()
                .anyMatch(i -> i.id().equals(id) && i.growing().grows());
    }

    private static List<PlanNumber> numbers(Plan plan) {
        return PlanNumber.of(plan).stream()
                .filter(n -> n != PlanField.HORIZON_MONTHS && n.stated(plan).equals(plan))
                // Which item grows decides where it stands, in all rows alike.
                .filter(n -> !(n instanceof ItemNumber item) || grows(plan, item.item()) || !ofGrowth(item.kind()))
                .toList();
    }

    @Test
    void everyRowIsAsAPlanOfItsOwn() {
        Seeded.forAll(50, draw -> {
            PriceBook book = book(anyPrices(draw));
            Plan plan = moving(anyPlan(draw), draw);
            Batch batch = Batch.of(plan, book);
            Columns in = batch.columns(ROWS);
            int often = draw.whole(1, 20);
            for (PlanNumber number : numbers(plan)) {
                if (draw.whole(1, often) != 1) {
                    continue;
                }
                // Without a rate nothing has a price, in no row.
                boolean optional =
                        !(number instanceof ItemNumber) && number.optional() && number != PlanField.EXCHANGE_RATE;
                double[] column = in.vary(number);
                for (int row = 0; row < ROWS; row++) {
                    column[row] = optional && draw.maybe() ? Double.NaN : any(number, draw);
                }
            }
            check(batch, in, book);
        });
    }

    /** Some plans with prices that are expected to become others, and with shares off them. */
    private static Plan moving(Plan plan, Draw draw) {
        if (draw.maybe()) {
            return plan;
        }
        Plan moving = plan.withContract(plan.contract().withDiscounts(List.of(new Discount("test", 0.1))));
        for (PlanNumber number : List.of(PlanField.PRICE_TREND, PlanField.RENT_TREND)) {
            moving = draw.maybe() ? number.with(moving, any(number, draw)) : moving;
        }
        LocalDate day = plan.inference().pricesAsOf();
        return draw.maybe()
                ? moving.withFinance(moving.finance()
                        .withChanges(List.of(
                                new PriceChange("test", null, -0.2, day.plusMonths(2)),
                                new PriceChange("test", 0.3, null, null))))
                : moving;
    }

    /** Each number by itself, so that none is lost among the others. */
    @Test
    void everyNumberIsAnInput() {
        Seeded.forAll(6, draw -> {
            PriceBook book = book(anyPrices(draw));
            Plan plan = moving(anyPlan(draw), draw);
            Batch batch = Batch.of(plan, book);
            for (PlanNumber number : numbers(plan)) {
                Columns in = batch.columns(3);
                double[] column = in.vary(number);
                for (int row = 1; row < 3; row++) {
                    column[row] = any(number, draw);
                }
                check(batch, in, book);
            }
        });
    }

    /** Of many rows the hit rates of sessions are worked out in some months: what is missed is the same to 0.0001. */
    @Test
    void someMonthsStandForAll() {
        Seeded.forAll(30, draw -> {
            Plan plan = CostPropertiesTest.anyPlan(draw);
            plan = PlanField.TURNS.with(plan, draw.between(1.2, 40));
            plan = PlanField.GAP_MEDIAN.with(plan, draw.scaled(2, 600));
            plan = PlanField.GAP_P95.with(plan, draw.scaled(700, 7000));
            plan = PlanField.HORIZON_MONTHS.with(plan, 36);
            plan = PlanField.GROWTH_PER_MONTH.with(plan, draw.between(-0.06, 0.07));
            PriceBook book = book(CostPropertiesTest.anyPrices(draw, 1));
            Batch batch = Batch.of(plan, book);
            Columns in = batch.columns(64);
            double[] requests = in.vary(PlanField.REQUESTS_PER_MONTH);
            for (int row = 1; row < requests.length; row++) {
                requests[row] = draw.scaled(100, 1e8);
            }
            Sums sums = Sums.of(batch, in);
            batch.worker().evaluate(in, 0, in.rows(), sums);
            for (int row : List.of(0, 1, 40)) {
                Comparison whole = Comparison.of(in.plan(row), book);
                for (int a = 0; a < batch.architectures().size(); a++) {
                    Architecture architecture = batch.architectures().get(a);
                    double exact = ((Evaluation.Priced) alone(whole, architecture, book))
                            .measures()
                            .tco();
                    assertEquals(exact, sums.total()[a][row], 1e-4 * exact, architecture::toString);
                }
            }
        });
    }

    private static void check(Batch batch, Columns in, PriceBook book) {
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, in.rows(), sums);
        for (int row = 0; row < in.rows(); row++) {
            Comparison alone = Comparison.of(in.plan(row), book);
            for (int a = 0; a < batch.architectures().size(); a++) {
                if (!(alone(alone, batch.architectures().get(a), book) instanceof Evaluation.Priced e)) {
                    assertTrue(Double.isNaN(sums.total()[a][row]), "what has no price costs nothing that is known");
                    assertFalse(sums.feasible()[a][row]);
                    continue;
                }
                assertEquals(e.architecture(), batch.architectures().get(a));
                String where = e.architecture().design() + ", row " + row;
                same(e.measures().setUp(), sums.setUp()[a][row], where);
                same(e.measures().tco(), sums.total()[a][row], where);
                same(e.measures().presentValue(), sums.presentValue()[a][row], where);
                assertEquals(e.feasible(), sums.feasible()[a][row], where);
            }
        }
    }

    /** Where a row would not have another order of the prompt for a design of its own, it is weighed all the same. */
    private static Evaluation alone(Comparison row, Architecture architecture, PriceBook book) {
        return row.evaluations().stream()
                .filter(e -> e.architecture().equals(architecture))
                .findFirst()
                .orElseGet(() -> Trial.proposed(row.plan(), architecture.placements(), book)
                        .evaluate(row.plan()));
    }

    private static void same(double expected, double actual, String where) {
        // Of two orders that cost the same to nine digits at first either may be taken, and later months tell them
        // apart.
        assertEquals(expected, actual, 2e-7 * Math.abs(expected), where);
    }

    /** Rows beyond one block, asked for in pieces, give the same as all at once and as one by one. */
    @Test
    void howTheRowsAreCutMakesNoDifference() {
        Seeded.forAll(5, draw -> {
            Plan plan = CostPropertiesTest.anyPlan(draw);
            Batch batch = Batch.of(plan, book(anyPrices(draw)));
            Columns in = batch.columns(1500);
            for (PlanNumber number : List.of(
                    PlanField.REQUESTS_PER_MONTH,
                    PlanField.TENANTS,
                    new ItemNumber(plan.items().get(0).id(), ItemNumber.Kind.CHANGES))) {
                double[] column = in.vary(number);
                for (int row = 0; row < in.rows(); row++) {
                    column[row] = any(number, draw);
                }
            }
            Sums whole = Sums.of(batch, in);
            batch.worker().evaluate(in, 0, 1500, whole);
            Sums pieces = Sums.of(batch, in);
            Batch.Worker worker = batch.worker();
            worker.evaluate(in, 700, 1500, pieces);
            worker.evaluate(in, 0, 1, pieces);
            worker.evaluate(in, 1, 700, pieces);
            for (int a = 0; a < batch.architectures().size(); a++) {
                for (int row = 0; row < 1500; row++) {
                    assertEquals(whole.total()[a][row], pieces.total()[a][row], 1e-13 * whole.total()[a][row]);
                    assertEquals(whole.feasible()[a][row], pieces.feasible()[a][row]);
                }
            }
        });
    }

    @Test
    void anUnknownPriceIsNeverZero() {
        Batch batch = Batch.of(plan(5000, 1000), book(model().prices("1", "0.1", null)));
        Columns in = batch.columns(2);
        in.vary(PlanField.OUTPUT_TOKENS)[1] = 100;
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 2, sums);
        int uncached = batch.architectures().stream()
                .map(Architecture::design)
                .toList()
                .indexOf(Design.UNCACHED);
        assertEquals(12 * 1000 * 5000 * 1e-6, sums.total()[uncached][0], 1e-9);
        assertTrue(sums.feasible()[uncached][0]);
        assertTrue(Double.isNaN(sums.total()[uncached][1]));
        assertFalse(sums.feasible()[uncached][1]);
    }

    @Test
    void whatCannotVaryIsRefused() {
        Columns in = Batch.of(plan(5000, 1000), book(model().prices("1", "0.1", "5")))
                .columns(1);
        assertThrows(IllegalArgumentException.class, () -> in.vary(PlanField.HORIZON_MONTHS));
        PlanNumber elsewhere = new ItemNumber("elsewhere", ItemNumber.Kind.TOKENS);
        assertThrows(IllegalArgumentException.class, () -> in.vary(elsewhere));
    }
}
