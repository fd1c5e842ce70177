package app.steelyard.cost.result;

import app.steelyard.plan.Finance.CashTiming;
import java.util.OptionalDouble;

/** Internal rate of return: the yearly rate at which the discounted flows add up to nothing. */
final class Irr {
    /** Where the search begins to look; better ones are looked for beyond. */
    private static final double USUAL = 1e6;

    private Irr() {}

    /** Only where the signs change exactly once from paying to saving, so that there is one rate and no other. */
    static OptionalDouble yearly(double[] flows, CashTiming timing) {
        int changes = 0;
        double last = 0;
        for (double flow : flows) {
            if (flow != 0) {
                if (last != 0 && Math.signum(flow) != Math.signum(last)) {
                    changes++;
                }
                last = flow;
            }
        }
        if (changes != 1 || flows[0] >= 0) {
            return OptionalDouble.empty();
        }
        double low = -0.999_999;
        double high = USUAL;
        if (value(flows, low, timing) < 0) {
            return OptionalDouble.empty();
        }
        while (value(flows, high, timing) > 0) {
            if (high >= Measures.HIGHEST_IRR) {
                return OptionalDouble.of(Measures.HIGHEST_IRR);
            }
            low = high;
            high *= 10;
        }
        // Beside 0 there are numbers almost without end.
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (value(flows, middle, timing) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of((low + high) / 2);
    }

    /** By Horner's rule: the search asks many times, and a power for each month would take most of a comparison. */
    private static double value(double[] flows, double rate, CashTiming timing) {
        double month = CashFlow.discountFactor(1, rate, CashTiming.END_OF_MONTH);
        double later = 0;
        for (int m = flows.length - 1; m > 0; m--) {
            later = (later + flows[m]) * month;
        }
        return flows[0] + later * CashFlow.discountFactor(1, rate, timing) / month;
    }
}
