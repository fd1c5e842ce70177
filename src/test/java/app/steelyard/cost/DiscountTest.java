package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.document.Samples;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is agreed with vendors, by hand. */
class DiscountTest {
    /** 1,000 tokens in, 100 out, a million requests a month: 1,000 × 2 + 100 × 10 dollars a month. */
    private static final Plan PLAN =
            PlanField.OUTPUT_TOKENS.with(plan(1_000, 1_000_000), 100).withToday(Design.UNCACHED);

    private static final PriceBook BOOK = book(model().minimum(0, 1).prices("2", "0.2", "10"));

    private static Evaluation.Priced today(Plan plan, PriceBook book) {
        return (Evaluation.Priced) Comparison.of(plan, book).baseline();
    }

    private static Evaluation.Priced with(Discount... discounts) {
        return today(PLAN.withContract(Contract.NONE.withDiscounts(List.of(discounts))), BOOK);
    }

    private static Discount off(
            double share, @Nullable String model, @Nullable PriceKind kind, @Nullable LocalDate from) {
        return new Discount(
                "test", share, model, kind == null ? null : List.of(kind), null, null, null, from, null, null);
    }

    @Test
    void aShareOffAVendorIsOffEveryPriceOfIt() {
        Evaluation.Priced twelve = with(new Discount("test", 0.12));
        // 12 months × (2,000 + 1,000) × 0.88
        assertEquals(12 * 3_000 * 0.88, twelve.measures().tco(), 1e-9);
        assertEquals(12 * 3_000, Measure.TCO_AT_LIST.of(twelve), 1e-9);
        Line input = twelve.statement().get(0);
        assertEquals(LineKind.PLAIN_INPUT, input.kind());
        assertEquals(1.76, input.price().value(), 1e-12);
        assertEquals(2.0, input.price().atList(), 0);
        assertEquals(1_760, input.amount(), 1e-9);
        assertEquals(2_000, input.amountAtList(), 1e-9);
        assertTrue(twelve.notices().stream().anyMatch(n -> n.text().contains("12 % off test")));
        assertEquals(12 * 3_000, with(new Discount("other", 0.5)).measures().tco(), 1e-9);
    }

    @Test
    void theClosestOfSeveralHolds() {
        Discount all = new Discount("test", 0.12);
        Discount family = off(0.2, "ba*", null, null);
        Discount single = off(0.3, "base", null, null);
        Discount output = off(0.5, null, PriceKind.OUTPUT, null);
        assertEquals(3_000 * 0.8, with(family, all).measures().firstMonth(), 1e-9);
        assertEquals(3_000 * 0.7, with(single, family, all).measures().firstMonth(), 1e-9);
        assertEquals(2_000 * 0.88 + 1_000 * 0.5, with(output, all).measures().firstMonth(), 1e-9);
        Discount batch = new Discount("test", 0.9, null, null, ServiceTier.BATCH, null, null, null, null, null);
        assertEquals(3_000 * 0.88, with(all, batch).measures().firstMonth(), 1e-9);
        assertEquals(3_000, with(off(0.3, "bas", null, null)).measures().firstMonth(), 1e-9);
    }

    @Test
    void itHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
        LocalDate fourth = Fixtures.DAY.plusMonths(3);
        Evaluation.Priced later = with(off(0.1, null, null, fourth));
        // Three months at list prices and nine at nine tenths.
        assertEquals(3_000 * (3 + 9 * 0.9), later.measures().tco(), 1e-9);
        assertEquals(3_000, later.measures().firstMonth(), 1e-9);
        Discount ends = new Discount("test", 0.1, null, null, null, null, null, null, fourth, null);
        assertEquals(3_000 * (3 * 0.9 + 9), with(ends).measures().tco(), 1e-9);
    }

    @Test
    void whatIsAgreedForAllPlansHoldsWhereAPlanSaysNothingOfItsVendor() {
        PriceBook house = BOOK.with(Contract.NONE.with(new Discount("test", 0.12)));
        assertEquals(3_000 * 0.88, today(PLAN, house).measures().firstMonth(), 1e-9);
        Plan own = PLAN.withContract(Contract.NONE.with(off(0.2, null, PriceKind.OUTPUT, null)));
        assertEquals(2_000 + 1_000 * 0.8, today(own, house).measures().firstMonth(), 1e-9);
        Plan other = PLAN.withContract(Contract.NONE.with(new Discount("other", 0.2)));
        assertEquals(3_000 * 0.88, today(other, house).measures().firstMonth(), 1e-9);
    }

    /** What another vendor bills at list prices costs the same at list prices; it is not unknown. */
    @Test
    void aDesignOfWhichNothingIsAgreedCostsTheSameAtListPrices(@TempDir Path folder) {
        PriceBook book = PriceBookLoader.load(folder).book();
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Comparison comparison =
                Comparison.of(plan.withContract(Contract.NONE.with(new Discount("anthropic", 0.12))), book);
        Map<Boolean, List<Evaluation.Priced>> elsewhere = comparison.priced().stream()
                .collect(Collectors.partitioningBy(e -> e.architecture().elsewhere()));
        assertFalse(elsewhere.get(true).isEmpty());
        elsewhere.get(true).forEach(e -> assertEquals(Measure.TCO.of(e), Measure.TCO_AT_LIST.of(e)));
        elsewhere.get(false).forEach(e -> assertTrue(Measure.TCO.of(e) < Measure.TCO_AT_LIST.of(e)));
    }

    @Test
    void withoutADiscountNothingIsTold() {
        Evaluation.Priced listed = today(PLAN, BOOK);
        assertEquals(Measure.TCO.of(listed), Measure.TCO_AT_LIST.of(listed));
        assertFalse(Measure.TCO_AT_LIST.told(listed));
        assertTrue(listed.statement().stream().noneMatch(Line::agreed));
    }

    @Test
    void manyRowsCostAsEachAlone() {
        Plan plan = PLAN.withContract(Contract.NONE.with(new Discount("test", 0.12)));
        Batch batch = Batch.of(plan, BOOK);
        Columns in = batch.columns(1);
        Sums out = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 1, out);
        Comparison one = Comparison.of(plan, BOOK);
        for (int a = 0; a < batch.architectures().size(); a++) {
            assertEquals(one.priced().get(a).measures().tco(), out.total()[a][0], 1e-6);
        }
    }
}
