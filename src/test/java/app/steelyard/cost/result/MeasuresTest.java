package app.steelyard.cost.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.text.Currency;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What finance asks of a cash flow, on flows written down by month: the set-up first, then what is saved. */
class MeasuresTest {
    private static CashFlow flow(double... months) {
        double[][] byDriver = new double[months.length][Driver.values().length];
        for (int m = 0; m < months.length; m++) {
            byDriver[m][Driver.PEOPLE.ordinal()] = months[m];
        }
        return new CashFlow(byDriver, new double[months.length]);
    }

    private static Measures savings(CashTiming timing, double rate, double... savings) {
        Finance finance = new Finance(
                savings.length - 1,
                rate,
                timing,
                Currency.USD,
                new ExchangeRate(1, LocalDate.of(2026, 1, 1), "same currency"),
                4000);
        double[] costs = DoubleStream.of(savings).map(s -> 1000 - s).toArray();
        double[] today = new double[savings.length];
        Arrays.fill(today, 1000);
        return Measures.of(flow(costs), flow(today), flow(today), finance, Double.NaN, 1);
    }

    /** A set-up of 1 that pays {@code monthly} a month for a year has the return at which its value is 0, however high. */
    @ParameterizedTest
    @CsvSource({"0.1", "1", "3", "4", "5", "8", "8.9"})
    void aHighReturnIsFoundAndSetsTheValueToZero(double monthly) {
        double[] savings = new double[13];
        Arrays.fill(savings, monthly);
        savings[0] = -1;
        double irr = savings(CashTiming.END_OF_MONTH, 0.08, savings).irr().orElseThrow();
        double value = -1;
        for (int m = 1; m <= 12; m++) {
            value += monthly * Math.pow(1 + irr, -m / 12.0);
        }
        assertEquals(0, value, 1e-6);
        assertEquals(monthly > 2, irr > 1e6, "return " + irr);
    }

    /** The best investment of all has a return: the bound, said to be one. */
    @ParameterizedTest
    @EnumSource
    void theBestReturnIsTheBoundAndNotNone(CashTiming timing) {
        for (double monthly : new double[] {1e4, 1e9, 1e15}) {
            Measures best = savings(timing, 0.08, -1, monthly, monthly);
            assertEquals(Measures.HIGHEST_IRR, best.irr().orElseThrow());
            assertTrue(best.irrBeyond());
        }
        assertFalse(savings(timing, 0.08, -1, 0.6, 0.6).irrBeyond());
    }

    @Test
    void aBetterInvestmentNeverHasTheLowerReturn() {
        double before = -1;
        for (double monthly = 0.05; monthly < 1e6; monthly *= 1.7) {
            double irr = savings(CashTiming.MID_MONTH, 0, -1, monthly, monthly, monthly)
                    .irr()
                    .orElse(-1);
            assertTrue(irr >= before, monthly + ": " + irr + " < " + before);
            before = irr;
        }
    }

    @Test
    void whatIsPaidBackAndLostAgainIsToldApart() {
        Measures lost = savings(CashTiming.END_OF_MONTH, 0, -10, 20, 20, -100);
        assertEquals(0.5, lost.payback().orElseThrow(), 1e-12);
        assertTrue(lost.paidBackAndLost() && lost.discountedPaidBackAndLost());
        Measures regained = savings(CashTiming.END_OF_MONTH, 0, -10, 20, -30, 40);
        assertFalse(regained.paidBackAndLost() || regained.discountedPaidBackAndLost());
        Measures never = savings(CashTiming.END_OF_MONTH, 0, -10, 2, 2);
        assertTrue(never.payback().isEmpty());
        assertFalse(never.paidBackAndLost());
        Measures free = savings(CashTiming.END_OF_MONTH, 0, 0, 20, -30);
        assertTrue(free.payback().isEmpty(), "a loss without a set-up is not paid back at once");
    }

    /** Discounting can make a gain of what is lost in money of the day. */
    @Test
    void discountedAndPlainPaybackAreToldApartEachByItsOwnSum() {
        double[] savings = new double[26];
        savings[0] = -10;
        savings[1] = 20;
        savings[25] = -11;
        Measures m = savings(CashTiming.END_OF_MONTH, 0.5, savings);
        assertTrue(m.paidBackAndLost());
        assertFalse(m.discountedPaidBackAndLost());
    }

    /** 2 once, and what comes back by the last month: paid by then, and neither sooner nor never. */
    @Test
    void whatIsPaidBackAtTheVeryEndIsPaidBack() {
        Measures even = savings(CashTiming.END_OF_MONTH, 0, -2, 1, 1);
        assertEquals(2, even.payback().orElseThrow());
        assertEquals(0, even.roi().orElseThrow());
        assertFalse(even.paidBackAndLost() || even.discountedPaidBackAndLost());
        assertEquals(
                1.5, savings(CashTiming.END_OF_MONTH, 0, -3, 2, 2).payback().orElseThrow());
        Measures back = savings(CashTiming.END_OF_MONTH, 0, -1, 2, -1);
        assertEquals(0.5, back.payback().orElseThrow());
        assertFalse(back.paidBackAndLost(), "what ends with neither gain nor loss is not lost");
        assertFalse(back.discountedPaidBackAndLost());
    }

    @Test
    void withoutASetUpThereIsNothingToPayBack() {
        Measures free = savings(CashTiming.END_OF_MONTH, 0.08, 0, 5, 5);
        assertEquals(0, free.payback().orElseThrow());
        assertTrue(free.roi().isEmpty());
        assertTrue(free.irr().isEmpty());
        Measures alike = savings(CashTiming.END_OF_MONTH, 0.08, 0, 0, 0);
        assertTrue(alike.payback().isEmpty(), "where nothing is saved nothing pays");
        assertTrue(savings(CashTiming.END_OF_MONTH, 0.08, 0, -1, 2).irr().isEmpty(), "a dearer month is no set-up");
        assertTrue(savings(CashTiming.END_OF_MONTH, 0.08, 2, -1, -1).irr().isEmpty());
    }

    /** One rate and no other: money goes out, then it comes in, whatever months lie between. */
    @Test
    void aReturnNeedsOneTurnFromPayingToSaving() {
        // 1 that comes back as 2 after twelve months doubles in a year.
        assertEquals(
                1,
                savings(CashTiming.END_OF_MONTH, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2)
                        .irr()
                        .orElseThrow(),
                1e-9);
        assertTrue(savings(CashTiming.END_OF_MONTH, 0, -1, 3, -1, 3).irr().isEmpty());
        assertTrue(savings(CashTiming.END_OF_MONTH, 0, -1, 3, 0, -1).irr().isEmpty());
        assertTrue(savings(CashTiming.END_OF_MONTH, 0, -1, -1, 0).irr().isEmpty());
        // A hundredth after a year is a loss of 99 % a year.
        assertEquals(
                -0.99,
                savings(CashTiming.END_OF_MONTH, 0, -100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
                        .irr()
                        .orElseThrow(),
                1e-9);
        // A tenth after a month is lost faster than any rate above −100 % tells.
        assertTrue(savings(CashTiming.END_OF_MONTH, 0, -10, 1).irr().isEmpty());
    }

    /** 1,000 a month today, at 25 % a year: what a year ahead is worth four fifths, half a month less a little more. */
    @Test
    void sumsSharesAndValuesOfAKnownFlow() {
        double[] savings = new double[15];
        Arrays.fill(savings, 100);
        savings[0] = -400;
        Measures m = savings(CashTiming.END_OF_MONTH, 0.25, savings);
        assertEquals(1400, m.setUp());
        assertEquals(900, m.firstMonth());
        assertEquals(1400 + 14 * 900, m.tco());
        assertEquals(1000, m.averageMonth());
        assertEquals(1000, m.saving());
        assertEquals(1000 / 15_000.0, m.savingShare(), 1e-15);
        assertEquals(100, m.savingFirstMonth());
        assertEquals(12 * 100 - 400, m.savingFirstYear());
        assertEquals(2.5, m.roi().orElseThrow());
        double[] once = new double[13];
        once[12] = 1000;
        assertEquals(800, savings(CashTiming.END_OF_MONTH, 0.25, once).npv(), 1e-9);
        assertEquals(
                1000 * Math.pow(1.25, -11.5 / 12),
                savings(CashTiming.MID_MONTH, 0.25, once).npv(),
                1e-9);
        Measures nothing = savings(CashTiming.END_OF_MONTH, 0, 0, 0);
        assertTrue(Double.isNaN(nothing.costPerRequest()), "nobody asked");
        assertEquals(0, nothing.savingShare());
    }

    @Test
    void ofNothingThereIsNoShare() {
        Finance finance = new Finance(
                1,
                0,
                CashTiming.END_OF_MONTH,
                Currency.USD,
                new ExchangeRate(1, LocalDate.of(2026, 1, 1), "same currency"),
                4000);
        CashFlow free = flow(0, 0);
        assertTrue(Double.isNaN(
                Measures.of(flow(0, 5), free, free, finance, Double.NaN, 1).savingShare()));
        CashFlow asked = new CashFlow(flow(10, 5).byDriver(), new double[] {0, 30});
        assertEquals(0.5, Measures.of(asked, free, free, finance, Double.NaN, 1).costPerRequest());
    }
}
