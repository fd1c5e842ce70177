package app.steelyard.cost;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Fixtures;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tiers, credits, commitments and taxes, by hand. */
class SettlementTest {
    /** 2,000 dollars of input and 1,000 of output a month. */
    private static final Plan PLAN =
            PlanField.OUTPUT_TOKENS.with(plan(1_000, 1_000_000), 100).withToday(Design.UNCACHED);

    private static final PriceBook BOOK = book(model().minimum(0, 1).prices("2", "0.2", "10"));

    private static Evaluation.Priced of(Contract contract) {
        Plan plan = PLAN.withContract(contract);
        Evaluation.Priced today = (Evaluation.Priced) Comparison.of(plan, BOOK).baseline();
        // Many rows cost as each alone.
        Batch batch = Batch.of(plan, BOOK);
        Columns in = batch.columns(1);
        Sums out = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 1, out);
        assertEquals(today.measures().tco(), out.total()[0][0], 1e-6);
        assertEquals(today.measures().presentValue(), out.presentValue()[0][0], 1e-6);
        return today;
    }

    private static double line(Evaluation.Priced of, LineKind kind) {
        return of.statement().stream()
                .filter(l -> l.kind() == kind)
                .mapToDouble(l -> l.amount())
                .sum();
    }

    private static Discount tier(double off, @Nullable Double spend, @Nullable Double tokens) {
        return new Discount("test", off, null, null, null, spend, tokens, null, null, null);
    }

    /** 5 % of all, 10 % of what is beyond 1,000 and 20 % of what is beyond 2,500: of 3,000 a third each, and a sixth. */
    @Test
    void tiersAreOffWhatIsBeyondThem() {
        Evaluation.Priced e = of(Contract.NONE
                .with(tier(0.05, null, null))
                .with(tier(0.1, 1_000.0, null))
                .with(tier(0.2, 2_500.0, null)));
        assertEquals(3_000 * 0.95 - 1_500 * 0.05 - 500 * 0.15, e.measures().firstMonth(), 1e-6);
        assertEquals(-1_500 * 0.05 - 500 * 0.15, line(e, LineKind.VOLUME_DISCOUNT), 1e-6);
        assertEquals(36_000, Measure.TCO_AT_LIST.of(e), 1e-6);
    }

    /** 1.1 billion tokens a month, of which a half lies beyond 550 million. */
    @Test
    void tiersOfTokensLikewise() {
        Evaluation.Priced e = of(Contract.NONE.with(tier(0.2, null, 550e6)));
        assertEquals(3_000 * 0.9, e.measures().firstMonth(), 1e-6);
    }

    @Test
    void whatIsNotUsedOfACommitmentIsLost() {
        Contract contract = Contract.NONE.with(new Discount("test", 0.5));
        Evaluation.Priced e = of(contract.with(new Commitment("test", 2_000, 300.0, null, null, null)));
        // 1,500 here and 300 of others leave 200.
        assertEquals(200, line(e, LineKind.COMMITMENT), 1e-6);
        assertEquals(12 * 1_700, e.measures().tco(), 1e-6);
        Evaluation.Priced used = of(contract.with(new Commitment("test", 1_000, null, null, null, null)));
        assertEquals(12 * 1_500, used.measures().tco(), 1e-6);
    }

    /** 7,000 dollars pay two months and a third of the third; tax is on what is left to pay. */
    @Test
    void creditsAreUsedUpAndTaxComesLast() {
        Evaluation.Priced e = of(
                Contract.NONE.with(new Credit("test", 7_000, null, null, null)).withTax(0.1));
        assertEquals(0, e.measures().firstMonth(), 1e-6);
        assertEquals(1.1 * (36_000 - 7_000), e.measures().tco(), 1e-6);
        Evaluation.Priced ends =
                of(Contract.NONE.with(new Credit("test", 7_000, null, Fixtures.DAY.plusMonths(1), null)));
        assertEquals(36_000 - 3_000, ends.measures().tco(), 1e-6);
    }

    @Test
    void othersVendorsAreNotTouched() {
        Evaluation.Priced e = of(
                new Contract(List.of(), List.of(new Commitment("other", 50, null, null, null, null)), List.of(), null));
        // What another vendor gets in any case is lost here.
        assertEquals(3_050, e.measures().firstMonth(), 1e-6);
    }
}
