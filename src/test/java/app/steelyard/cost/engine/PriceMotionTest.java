package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.explain.Derivation;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Finance.PriceChange;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices that somebody expects to become others, and shares off them that vary. */
class PriceMotionTest {
    private static final String BASE = "test";
    private static final PriceBook BOOK = book(
            model().prices("2", "0.2", "8"),
            model().called("acme/other").window(200_000).prices("1", "0.1", "4"));

    /** 5,000 shared tokens and 1,000,000 requests a month, uncached: 5,000 million tokens at 2 are 10,000 a month. */
    private static Plan uncached(double months) {
        return PlanField.OUTPUT_TOKENS.with(PlanField.HORIZON_MONTHS.with(plan(5000, 1_000_000), months), 0);
    }

    private static Evaluation.Priced today(Plan plan) {
        return (Evaluation.Priced) Comparison.of(plan, BOOK).baseline();
    }

    /** 10,000 in month 1, then 0.75^(1/12), 0.75^(2/12) … of it; month 13 is 7,500 to the cent. */
    @Test
    void aTrendIsCompoundedMonthByMonth() {
        Plan falling = PlanField.PRICE_TREND.with(uncached(24), -0.25);
        Evaluation.Priced priced = today(falling);
        double total = 0;
        for (int m = 1; m <= 24; m++) {
            double month = 10_000 * Math.pow(0.75, (m - 1) / 12.0);
            assertEquals(month, priced.cashFlow().amount(m), 1e-9 * month, "month " + m);
            total += month;
        }
        assertEquals(10_000, priced.cashFlow().amount(1), 1e-9);
        assertEquals(7_500, priced.cashFlow().amount(13), 1e-9);
        // 0.75^(1/12) = 0.976311…; a year is 10,000·(1 − 0.75)/(1 − 0.976311…) = 105,537.
        assertEquals(105_537 + 0.75 * 105_537, total, 1);
        assertEquals(total, priced.measures().tco(), 1e-9 * total);
    }

    @Test
    void aTrendOfNothingIsNone() {
        Plan plan = SampleComparisons.copilot();
        List<Evaluation> before = Comparison.of(plan, SampleComparisons.book()).evaluations();
        List<Evaluation> after = Comparison.of(PlanField.PRICE_TREND.with(plan, 0), SampleComparisons.book())
                .evaluations();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof Evaluation.Priced was && after.get(i) instanceof Evaluation.Priced is) {
                assertEquals(
                        was.measures().tco(),
                        is.measures().tco(),
                        1e-9 * was.measures().tco());
                assertEquals(was.measures().npv(), is.measures().npv(), 1e-6);
            }
        }
    }

    /** A fifth less from the first day of month 4 on, and a tenth more for all from a day within month 6: from month 7. */
    @Test
    void aStepHoldsFromItsDayOn() {
        LocalDate start = uncached(8).inference().pricesAsOf().withDayOfMonth(1);
        Plan plan = uncached(8);
        plan = plan.withInference(plan.inference().withPricesAsOf(start));
        plan = plan.withFinance(plan.finance()
                .withChanges(List.of(
                        new PriceChange(BASE, null, -0.2, start.plusMonths(3)),
                        new PriceChange("acme", null, -0.9, null),
                        new PriceChange(null, null, 0.1, start.plusMonths(5).plusDays(3)))));
        double[] expected = {10_000, 10_000, 10_000, 8_000, 8_000, 8_000, 8_800, 8_800};
        for (int m = 1; m <= 8; m++) {
            assertEquals(expected[m - 1], today(plan).cashFlow().amount(m), 1e-9, "month " + m);
        }
    }

    /** What one vendor's prices do in a year goes before what all do. */
    @Test
    void aVendorMayHaveATrendOfItsOwn() {
        Plan plan = PlanField.PRICE_TREND.with(uncached(13), -0.5);
        plan = number(plan, "finance.priceChanges.test.perYear").with(plan, 0.2);
        assertEquals(12_000, today(plan).cashFlow().amount(13), 1e-9);
    }

    @Test
    void aTenthOffOneVendorLeavesOthersAlone() {
        Plan plan = uncached(12);
        Plan off = number(plan, "contract.discounts.test.off").with(plan, 0.1);
        assertEquals(9_000, today(off).cashFlow().amount(1), 1e-9);
        assertEquals(10_000, today(off).cashFlow().amount(1) / 0.9, 1e-9);
        PriceRef other = PriceRef.parse("acme/other");
        Plan elsewhere = new Scenario.Models(other, null).apply(plan);
        Plan elsewhereOff = new Scenario.Models(other, null).apply(off);
        assertEquals(5_000, today(elsewhere).cashFlow().amount(1), 1e-9);
        assertEquals(5_000, today(elsewhereOff).cashFlow().amount(1), 1e-9);
        Plan all = number(plan, "contract.discounts.all.off").with(elsewhere, 0.2);
        assertEquals(4_000, today(all).cashFlow().amount(1), 1e-9);
        // What is agreed with one vendor goes before what holds for all.
        Plan both = number(plan, "contract.discounts.all.off").with(off, 0.2);
        assertEquals(9_000, today(both).cashFlow().amount(1), 1e-9);
    }

    @Test
    void aScenarioOfNothingIsThePlan() {
        Plan plan = uncached(24);
        Scenario nothing = new Scenario(
                "Nothing",
                List.of(
                        new Scenario.Value("contract.discounts.test.off", 0),
                        new Scenario.Value("finance.priceTrendPerYear", 0),
                        new Scenario.Value("finance.priceChanges.all.by", 0)));
        assertEquals(
                today(plan).measures().tco(),
                today(nothing.apply(plan)).measures().tco(),
                1e-6);
        Scenario half = new Scenario("Halved", List.of(new Scenario.Value("finance.priceChanges.all.by", -0.5)));
        assertEquals(
                today(plan).measures().tco() / 2,
                today(half.apply(plan)).measures().tco(),
                1e-6);
    }

    /** Engineering is nobody's list price; what capacity costs has a trend of its own. */
    @Test
    void onlyVendorsPricesMove() {
        Plan plan = PlanField.PRICE_TREND.with(uncached(13), -0.25);
        Capacity capacity = new Capacity(
                plan.inference().model(),
                null,
                10.0,
                null,
                1e9,
                1,
                null,
                null,
                1.0,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        plan = plan.withContract(Contract.NONE.withCapacity(List.of(capacity)));
        assertEquals(7_300, today(plan).cashFlow().amount(13), 1e-9);
        assertEquals(
                8_760, today(PlanField.RENT_TREND.with(plan, 0.2)).cashFlow().amount(13), 1e-9);
        assertEquals(
                7_300, today(PlanField.RENT_TREND.with(plan, 0.2)).cashFlow().amount(1), 1e-9);
    }

    /** Rows of a batch are what each of their plans comes to alone, with tax, tiers and capacity, too. */
    @Test
    void rowsAreWhatPlansAreAlone() {
        Seeded.forAll(12, random -> {
            Plan plan = uncached(14)
                    .withItems(List.of(
                            item("a", 4000, Kind.INFORMATION, Scope.SHARED, 2).withPlacement(Placement.CACHED_PREFIX),
                            item("b", 300, Kind.INFORMATION, Scope.REQUEST, 0)));
            plan = PlanField.PRICE_TREND.with(PlanField.OUTPUT_TOKENS.with(plan, 200), 0);
            plan = plan.withFinance(plan.finance()
                    .withChanges(List.of(new PriceChange(
                            BASE, null, 0.0, plan.inference().pricesAsOf().plusMonths(5)))));
            plan = plan.withContract(plan.contract().withDiscounts(List.of(new Discount(BASE, 0.1))));
            List<PlanNumber> numbers = List.of(
                    PlanField.PRICE_TREND,
                    PlanNumber.PriceNumber.of(plan.finance().changes().get(0)),
                    number(plan, "contract.discounts.test.off"));
            Batch batch = Batch.of(plan, BOOK);
            Columns in = batch.columns(70);
            for (PlanNumber number : numbers) {
                double[] column = in.vary(number);
                for (int i = 0; i < column.length; i++) {
                    column[i] = random.between(Math.max(-0.6, number.min()), 0.6);
                }
            }
            Sums sums = Sums.of(batch, in);
            batch.worker().evaluate(in, 0, in.rows(), sums);
            for (int row : new int[] {0, 13, 69}) {
                Plan alone = in.plan(row);
                for (int a = 0; a < batch.architectures().size(); a++) {
                    Architecture architecture = batch.architectures().get(a);
                    Evaluation evaluation = Trial.of(alone, architecture, BOOK).evaluate(alone);
                    if (evaluation instanceof Evaluation.Priced priced) {
                        double tco = priced.measures().tco();
                        assertEquals(tco, sums.total()[a][row], 1e-8 * tco, architecture.name());
                        assertEquals(
                                priced.measures().presentValue(),
                                sums.presentValue()[a][row],
                                1e-8 * tco,
                                architecture.name());
                    }
                }
            }
        });
    }

    /** It is an assumption, and told as one; where nobody made it there is nothing to tell. */
    @Test
    void whatIsExpectedIsTold() {
        String told = "list prices −25 % a year, month by month; those of test +10 % from 2027-01-01 on";
        Plan plan = PlanField.PRICE_TREND.with(uncached(24), -0.25);
        plan = plan.withFinance(
                plan.finance().withChanges(List.of(new PriceChange(BASE, null, 0.1, LocalDate.parse("2027-01-01")))));
        Evaluation.Priced priced = today(plan);
        assertTrue(priced.notices().stream().anyMatch(n -> n.text().contains(told)), () -> "" + priced.notices());
        assertTrue(
                today(uncached(24)).notices().stream().noneMatch(n -> n.text().contains("assumed")));
        assertTrue(today(PlanField.PRICE_TREND.with(uncached(24), 0)).notices().stream()
                .noneMatch(n -> n.text().contains("assumed")));
        Derivation derived = Derivations.line(
                Comparison.of(plan, BOOK), priced, priced.statement().get(0));
        assertTrue(derived.terms().stream().anyMatch(t -> t.source().contains(told)), derived.toString());
    }

    @Test
    void numbersOfPricesHavePaths() {
        Plan plan = uncached(12);
        assertTrue(PlanNumber.at(plan, "contract.discounts.nobody.off").isEmpty());
        assertTrue(PlanNumber.at(plan, "finance.priceChanges.all.perYear").isEmpty());
        assertTrue(
                PlanNumber.at(plan, "finance.priceChanges.test.by.2027-02-31").isEmpty());
        PlanNumber step = number(plan, "finance.priceChanges.all.by.2027-01-01");
        assertEquals(Double.NaN, step.get(plan));
        Plan stated = step.with(plan, -0.5);
        assertEquals(-0.5, step.get(stated));
        assertEquals(plan, step.with(stated, Double.NaN));
        assertTrue(PlanNumber.of(stated).contains(step));
        PlanNumber family = number(plan, "contract.discounts.test/gpt-4.1*.off");
        Plan two = plan.withContract(plan.contract()
                .withDiscounts(List.of(
                        new Discount(
                                BASE, 0.1, null, List.of(Contract.PriceKind.INPUT), null, null, null, null, null, null),
                        new Discount(BASE, 0.2),
                        new Discount(BASE, 0.3, null, null, null, 1e3, null, null, null, null))));
        assertEquals(0.1, number(two, "contract.discounts.test.off").get(two));
        assertEquals(0.2, number(two, "contract.discounts.test#2.off").get(two));
        assertTrue(PlanNumber.at(two, "contract.discounts.test#3.off").isEmpty(), "a tier is settled by the month");
        assertEquals(0.4, family.get(family.with(two, 0.4)));
        assertNull(plan.finance().priceChanges());
    }

    private static PlanNumber number(Plan plan, String path) {
        return PlanNumber.at(plan, path).orElseThrow();
    }
}
