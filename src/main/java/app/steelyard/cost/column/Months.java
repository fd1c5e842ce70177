package app.steelyard.cost.column;

import app.steelyard.cost.result.CashFlow;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.PlanField;

/**
 * Requests and discount factors of each month of a block of rows, the same for every architecture; index 0 is the start,
 * at which nothing is sent.
 */
public final class Months {
    /** Retries not counted. */
    public final Column[] requests;
    /** Retries counted. */
    public final Column[] sent;
    /** What a flow of that month is worth at the start. */
    public final Column[] discount;

    private Months(int months) {
        requests = new Column[months + 1];
        sent = new Column[months + 1];
        discount = new Column[months + 1];
    }

    /** Without growth, the months share their columns. */
    public static Months of(Block x, int months, CashTiming timing) {
        Months of = new Months(months);
        of.requests[0] = Column.ZERO;
        of.sent[0] = Column.ZERO;
        Column growth = Column.ONE.plus(x.get(PlanField.GROWTH_PER_MONTH));
        Column attempts = Column.ONE.plus(x.get(PlanField.RETRY_RATE));
        Column sessions = x.get(PlanField.SESSIONS_PER_MONTH);
        Column volume =
                sessions.known().choose(sessions.times(x.get(PlanField.TURNS)), x.get(PlanField.REQUESTS_PER_MONTH));
        for (int m = 1; m <= months; m++) {
            of.requests[m] = volume;
            of.sent[m] = volume == of.requests[m - 1] ? of.sent[m - 1] : volume.times(attempts);
            volume = volume.times(growth);
        }
        of.discount(x.get(PlanField.DISCOUNT_RATE), timing);
        return of;
    }

    private void discount(Column rate, CashTiming timing) {
        discount[0] = Column.ONE;
        if (rate.uniform()) {
            for (int m = 1; m < discount.length; m++) {
                discount[m] = Column.of(CashFlow.discountFactor(m, rate.value(), timing));
            }
            return;
        }
        // A power for each row and month would take longer than all else.
        Column monthly = rate.map(r -> CashFlow.discountFactor(1, r, CashTiming.END_OF_MONTH));
        discount[1] = rate.map(r -> CashFlow.discountFactor(1, r, timing));
        for (int m = 2; m < discount.length; m++) {
            discount[m] = discount[m - 1].times(monthly);
        }
    }
}
