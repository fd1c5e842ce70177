package app.steelyard.cost.result;

import app.steelyard.plan.Finance.CashTiming;

/**
 * Money by month and driver, in the plan's currency; index 0 is the set-up, index m the month m.
 *
 * @param byDriver [month 0…N][driver ordinal]
 * @param requests requests by month, retries not counted; index 0 is 0
 */
public record CashFlow(double[][] byDriver, double[] requests) {

    /** The number of months, set-up not counted. */
    public int months() {
        return byDriver.length - 1;
    }

    public double amount(int month) {
        double sum = 0;
        for (double part : byDriver[month]) {
            sum += part;
        }
        return sum;
    }

    public double amount(int month, Driver driver) {
        return byDriver[month][driver.ordinal()];
    }

    /** Set-up plus the months up to and with {@code month}. */
    public double cumulative(int month) {
        double sum = 0;
        for (int m = 0; m <= month; m++) {
            sum += amount(m);
        }
        return sum;
    }

    public double total() {
        return cumulative(months());
    }

    public double total(Driver driver) {
        double sum = 0;
        for (double[] month : byDriver) {
            sum += month[driver.ordinal()];
        }
        return sum;
    }

    /** What a flow in {@code month} is multiplied with to get its value at the start: (1 + rate)^−t, t in years. */
    public static double discountFactor(int month, double ratePerYear, CashTiming timing) {
        if (month == 0) {
            return 1;
        }
        double months = timing == CashTiming.END_OF_MONTH ? month : month - 0.5;
        return Math.pow(1 + ratePerYear, -months / 12);
    }

    public double presentValue(double ratePerYear, CashTiming timing) {
        double sum = 0;
        for (int m = 0; m <= months(); m++) {
            sum += amount(m) * discountFactor(m, ratePerYear, timing);
        }
        return sum;
    }
}
