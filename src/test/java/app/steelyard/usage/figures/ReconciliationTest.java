package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.figures.Reconciliation.Line;
import app.steelyard.usage.figures.Reconciliation.Verdict;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.row.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final int USAGE = 1;
    private static final int BILL = 2;
    private static final int BOTH = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 3);
    private static final long M = 1_000_000;
    /** At the prices of {@link Priced}: 2 + 0.2 + 2.5 + 4 + 10 = 18.70 dollars. */
    private static final UsageTotals EACH = new UsageTotals(100, M, M, M, M, 0, M, true, true, true);

    private static DailyUsage row(int source, String model, UsageTotals totals, @Nullable ExactMoney cost) {
        return new DailyUsage(
                source,
                DAY,
                "test",
                model,
                null,
                Modifiers.STANDARD,
                PromptLength.UNKNOWN,
                totals,
                Hits.NONE,
                Extras.NONE,
                cost);
    }

    private static ExactMoney money(String amount, Currency currency) {
        return new ExactMoney(new BigDecimal(amount), currency);
    }

    private static DailyUsage used(String model) {
        return row(USAGE, model, EACH, null);
    }

    private static DailyUsage bill(String model, String cost, Currency currency) {
        // What a bill says of quantities must not count as usage again.
        return row(BILL, model, EACH, money(cost, currency));
    }

    private static LedgerView view(DailyUsage... rows) {
        return new LedgerView(
                List.of(rows),
                new TimeSpan(Instant.parse("2026-09-03T00:00:00Z"), Instant.parse("2026-09-04T00:00:00Z")),
                1,
                0,
                List.of(file(USAGE, Format.Kind.USAGE), file(BILL, Format.Kind.BILL), file(BOTH, Format.Kind.BOTH)),
                List.of(),
                List.of());
    }

    private static FileReport file(int source, Format.Kind kind) {
        return new FileReport(source, "file", "format", kind, 1, 0, 0, 0, 0, true);
    }

    private static Reconciliation of(double tolerance, DailyUsage... rows) {
        return Reconciliation.of(view(rows), Priced.MODELS, tolerance);
    }

    private static void assertMoney(String expected, @Nullable ExactMoney amount) {
        assertEquals(
                0,
                new BigDecimal(expected)
                        .compareTo(Objects.requireNonNull(amount).value()),
                () -> expected + " but " + amount);
    }

    /** 12 % off 18.70 is 16.456: a bill of that is in order, and one at list prices is 13.6 % too high. */
    @Test
    void aBillIsHeldAgainstWhatIsAgreed() {
        PriceBook agreed = Priced.MODELS.book().with(Contract.NONE.with(new Contract.Discount("test", 0.12)));
        PricedModels models = PricedModels.of(agreed);
        Line line = Reconciliation.of(view(used("base"), bill("base", "16.456", Currency.USD)), models, 0)
                .lines()
                .getFirst();
        assertMoney("18.70", line.computed());
        assertMoney("16.456", line.agreed());
        assertMoney("0", line.variance());
        assertEquals(Verdict.WITHIN, line.verdict());
        Reconciliation listed =
                Reconciliation.of(view(used("base"), bill("base", "18.70", Currency.USD)), models, 0.05);
        assertEquals(Verdict.OUTSIDE, listed.lines().getFirst().verdict());
        assertTrue(listed.findings().stream().anyMatch(f -> f.text().contains("agreed")));
        assertNull(of(0, used("base"), bill("base", "18.70", Currency.USD))
                .lines()
                .getFirst()
                .agreed());
    }

    @Test
    void everyKindOfTokenHasItsPrice() {
        Reconciliation r = of(0, used("base-2026-01-15"), bill("base", "18.70", Currency.USD));
        Line line = r.lines().getFirst();
        assertEquals(1, r.lines().size());
        assertEquals("test/base", line.model());
        assertEquals(YearMonth.of(2026, 9), line.month());
        assertEquals(5 * M, line.tokens());
        assertMoney("18.70", line.computed());
        assertMoney("0", line.variance());
        assertEquals(Verdict.WITHIN, line.verdict());
        assertEquals(1, r.pricedShare());
        assertTrue(r.compared());
        assertTrue(r.draft().isEmpty());
    }

    @Test
    void theToleranceIsOfTheBillAndIncluded() {
        DailyUsage[] rows = {used("base"), bill("base", "20", Currency.USD)};
        // 18.70 − 20 = −1.30, which is 6.5 % of 20.
        Line line = of(0.065, rows).months().getFirst();
        assertMoney("-1.30", line.variance());
        assertEquals(-0.065, line.varianceShare(), 1e-12);
        assertEquals(Verdict.WITHIN, line.verdict());
        assertEquals(Verdict.OUTSIDE, of(0.0649, rows).months().getFirst().verdict());
        assertEquals(
                "What test billed for 2026-09 differs from list prices by −6.5 %, more than the tolerance of 5 %.",
                of(0.05, rows).draft().orElseThrow());
    }

    @Test
    void whatHasNoPriceIsNeverFree() {
        Reconciliation r = of(0.05, used("base"), used("house"), bill("base", "18.70", Currency.USD));
        assertEquals(0.5, r.pricedShare());
        assertEquals(
                List.of(new Reconciliation.Unpriced("test", "house", 5 * M, TokenCost.Reason.OTHER_MODEL)),
                r.unpriced());
        assertEquals(Verdict.UNPRICED, r.months().getFirst().verdict());
        assertEquals(
                "50 % of the tokens of the usage behind it have no price.",
                r.draft().orElseThrow());
        PricedModels mapped = new PricedModels(Priced.MODELS.book(), Map.of("house", PriceRef.parse("test/base")));
        Reconciliation after =
                Reconciliation.of(view(used("base"), used("house"), bill("base", "37.40", Currency.USD)), mapped, 0);
        assertEquals(Verdict.WITHIN, after.months().getFirst().verdict());
        assertTrue(after.draft().isEmpty());
    }

    @Test
    void anotherCurrencyIsNotCompared() {
        Reconciliation r = of(0.05, used("base"), bill("base", "16", new Currency("EUR")));
        assertEquals(2, r.months().size());
        assertTrue(r.months().stream().allMatch(m -> m.verdict() == Verdict.OTHER_CURRENCY));
        assertFalse(r.compared());
        assertTrue(r.findings().stream().anyMatch(f -> f.text().contains("another currency")));
        assertTrue(r.draft().isEmpty());
    }

    @Test
    void aBillGoesBeforeWhatRowsState() {
        DailyUsage both = row(BOTH, "base", EACH, money("10", Currency.USD));
        assertMoney(
                "18.70",
                of(0.05, both, bill("base", "18.70", Currency.USD))
                        .months()
                        .getFirst()
                        .billed());
        assertMoney("10", of(0.05, both).months().getFirst().billed());
    }

    @Test
    void rowsWithoutCostDoNotMakeUpForOthers() {
        Reconciliation r =
                of(0.05, row(BOTH, "base", EACH, money("18.70", Currency.USD)), row(BOTH, "base", EACH, null));
        assertEquals(Verdict.WITHIN, r.months().getFirst().verdict());
        assertTrue(r.findings().stream().anyMatch(f -> f.text().contains("5,000,000 tokens")));
    }

    @Test
    void withoutABillThereIsNothingToContradict() {
        Reconciliation r = of(0.05, used("base"));
        assertFalse(r.compared());
        assertTrue(r.draft().isEmpty());
        assertTrue(r.findings().getFirst().text().contains("nothing to hold the prices against"));
        Reconciliation onlyBill = of(0.05, bill("base", "5", Currency.USD));
        assertEquals(Verdict.NO_USAGE, onlyBill.months().getFirst().verdict());
        assertNull(onlyBill.months().getFirst().computed());
    }

    @Test
    void whatASumDoesNotTellIsSaid() {
        UsageTotals vague = new UsageTotals(1, M, 0, 0, 0, M, 0, true, false, true);
        Reconciliation r = of(0.05, row(USAGE, "base", vague, null));
        assertEquals(Map.of(TokenCost.Doubt.WRITE_LIFETIME, 2 * M, TokenCost.Doubt.READS_UNKNOWN, 2 * M), r.doubts());
    }

    @Test
    void aPlanMadeFromWhatDoesNotHoldIsADraftUntilItDoes() {
        LedgerView wrong = view(row(BOTH, "base", EACH, money("10", Currency.USD)));
        LedgerView right = view(row(BOTH, "base", EACH, money("18.70", Currency.USD)));
        Plan made = UsageToPlan.newPlan(wrong, Selection.largestModel(), Priced.MODELS, PriceRef.parse("test/base"))
                .plan()
                .orElseThrow();
        assertTrue(made.draft().orElseThrow().contains("87 %"));
        Plan after = UsageToPlan.into(made, right, Selection.largestModel(), Priced.MODELS)
                .plan()
                .orElseThrow();
        assertTrue(after.draft().isEmpty());
        assertTrue(Fixtures.plan(1, 1).draft().isEmpty());
    }

    @Test
    void aBillMayNameAModelInWords() {
        Reconciliation r = of(0, used("base"), bill("Test Model", "18.70", Currency.USD));
        assertEquals(1, r.lines().size());
        assertEquals(Verdict.WITHIN, r.lines().getFirst().verdict());
    }

    @Test
    void datesAndVersionsOfSnapshotsDoNotMatter() {
        assertEquals("gpt-5-mini", PricedModels.withoutDate("gpt-5-mini-2025-08-07"));
        assertEquals("claude-sonnet-4-5", PricedModels.withoutDate("claude-sonnet-4-5-20250929"));
        assertEquals("claude-sonnet-4-5", PricedModels.withoutDate("claude-sonnet-4-5@20250929"));
        assertEquals(
                "eu.anthropic.claude-sonnet-4-5",
                PricedModels.withoutDate("eu.anthropic.claude-sonnet-4-5-20250929-v1:0"));
        assertEquals("gpt-4.1", PricedModels.withoutDate("gpt-4.1"));
    }
}
