package app.steelyard.cost.result;

import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import java.util.OptionalDouble;

/**
 * What finance asks of a cash flow, all against the do-nothing baseline, in the plan's currency.
 *
 * @param setUp one-off cost before the first month
 * @param firstMonth cost of the first month, set-up not counted
 * @param tco total cost of ownership: set-up and all months, undiscounted
 * @param averageMonth {@code tco} spread evenly over the months
 * @param presentValue discounted total cost
 * @param saving undiscounted total saving, negative where it costs more
 * @param savingShare {@code saving} as a fraction of the baseline's total; NaN where that is 0
 * @param savingFirstMonth saving in the first month, set-up not counted
 * @param savingFirstYear saving in the first 12 months (or the horizon, if shorter), set-up counted
 * @param npv net present value of the savings, set-up counted
 * @param payback months until the savings have paid the set-up; 0 where there is none to pay; empty if never
 * @param discountedPayback the same with discounted savings
 * @param roi net saving over set-up as a fraction; empty without set-up
 * @param irr yearly internal rate of return, at most {@link #HIGHEST_IRR}, which stands for all above; empty where there is none
 *     or more than one
 * @param costPerRequest {@code tco} over all requests; NaN without requests
 * @param successRate share of the sessions that succeed in the end; NaN where that is not known of all designs compared
 * @param successes sessions that succeed, over the horizon; NaN likewise
 * @param costPerSuccess {@code tco} over these, failures counted; NaN likewise, and without sessions
 * @param savedByModel the part of {@code saving} that today's design would save on the model of this one; NaN where that is
 *     not known
 * @param savedOnFailures the part of {@code saving} that is fewer or cheaper failures; NaN where none are counted
 * @param savedOnFailuresByModel the part of {@code savedOnFailures} within {@code savedByModel}; NaN likewise
 */
public record Measures(
        double setUp,
        double firstMonth,
        double tco,
        double averageMonth,
        double presentValue,
        double saving,
        double savingShare,
        double savingFirstMonth,
        double savingFirstYear,
        double npv,
        OptionalDouble payback,
        OptionalDouble discountedPayback,
        OptionalDouble roi,
        OptionalDouble irr,
        double costPerRequest,
        double successRate,
        double successes,
        double costPerSuccess,
        double savedByModel,
        double savedOnFailures,
        double savedOnFailuresByModel) {

    /** Higher rates of return are not told apart: a set-up that is paid back some hours after it is made. */
    public static final double HIGHEST_IRR = 1e12;

    /** Whether the savings pay the set-up back and later costs take them away again, so that it ends as a loss. */
    public boolean paidBackAndLost() {
        return payback.isPresent() && saving < 0;
    }

    /** The same of discounted savings. */
    public boolean discountedPaidBackAndLost() {
        return discountedPayback.isPresent() && npv < 0;
    }

    /** Whether the internal rate of return is {@link #HIGHEST_IRR} or above. */
    public boolean irrBeyond() {
        return irr.orElse(0) >= HIGHEST_IRR;
    }

    /** The part of {@code saving} that this design saves beside its model; NaN where that is not known. */
    public double savedByDesign() {
        return saving - savedByModel;
    }

    /** The part of {@code saving} that is less to pay for; NaN where no failures are counted, so that all of it is. */
    public double savedOnBill() {
        return saving - savedOnFailures;
    }

    /** Whether failures are counted, and cost something in this design, today's, or today's on the model of this one. */
    public boolean failuresMatter() {
        return savedOnFailures != 0 && !Double.isNaN(savedOnFailures)
                || savedOnFailuresByModel != 0 && !Double.isNaN(savedOnFailuresByModel);
    }

    /**
     * @param elsewhere today's design on the model of this one; {@code baseline} where that is today's
     * @param successRate share of the sessions that succeed; NaN where that is not known
     * @param sessions for each request
     */
    public static Measures of(
            CashFlow flow,
            CashFlow baseline,
            CashFlow elsewhere,
            Finance finance,
            double successRate,
            double sessions) {
        double rate = finance.discountRatePerYear();
        CashTiming timing = finance.timing();
        int months = flow.months();
        double[] savings = new double[months + 1];
        double[] discounted = new double[months + 1];
        for (int m = 0; m <= months; m++) {
            savings[m] = baseline.amount(m) - flow.amount(m);
            discounted[m] = savings[m] * CashFlow.discountFactor(m, rate, timing);
        }
        double tco = flow.total();
        double saving = sum(savings, months);
        double invested = -savings[0];
        double requests = sum(flow.requests(), months);
        double successes = successRate * sessions * requests;
        return new Measures(
                flow.amount(0),
                flow.amount(1),
                tco,
                tco / months,
                flow.presentValue(rate, timing),
                saving,
                baseline.total() == 0 ? Double.NaN : saving / baseline.total(),
                savings[1],
                sum(savings, Math.min(12, months)),
                sum(discounted, months),
                payback(savings),
                payback(discounted),
                invested > 0 ? OptionalDouble.of(saving / invested) : OptionalDouble.empty(),
                Irr.yearly(savings, timing),
                requests == 0 ? Double.NaN : tco / requests,
                successRate,
                successes,
                requests == 0 ? Double.NaN : tco / successes,
                baseline.total() - elsewhere.total(),
                fewer(baseline, flow, successRate),
                fewer(baseline, elsewhere, successRate));
    }

    private static double fewer(CashFlow baseline, CashFlow flow, double successRate) {
        return Double.isNaN(successRate) ? Double.NaN : baseline.total(Driver.FAILURES) - flow.total(Driver.FAILURES);
    }

    private static double sum(double[] values, int last) {
        double sum = 0;
        for (int i = 0; i <= last; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The first time the running sum is not negative, interpolated within its month. */
    private static OptionalDouble payback(double[] savings) {
        double before = savings[0];
        if (before >= 0) {
            return sum(savings, savings.length - 1) > 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        for (int m = 1; m < savings.length; m++) {
            double after = before + savings[m];
            if (after >= 0) {
                return OptionalDouble.of(m - 1 - before / savings[m]);
            }
            before = after;
        }
        return OptionalDouble.empty();
    }
}
