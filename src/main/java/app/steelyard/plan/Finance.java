package app.steelyard.plan;

import app.steelyard.text.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How money is counted.
 *
 * @param horizonMonths whole months looked ahead, 1 to 120
 * @param discountRatePerYear effective yearly rate as a fraction: 0.08 is 8 %
 * @param timing when in a month cash flows
 * @param currency of the plan: all money stated in it is in this
 * @param exchangeRate from the US dollars of the price lists to that currency; null while none is stated, so that what is
 *     listed in dollars has a price in dollars alone
 * @param engineeringWeekCost one engineer's week, in the plan's currency
 */
public record Finance(
        double horizonMonths,
        double discountRatePerYear,
        CashTiming timing,
        Currency currency,
        @Nullable ExchangeRate exchangeRate,
        double engineeringWeekCost) {

    /** A year at 8 %, in US dollars. */
    public static Finance inDollars(double engineeringWeekCost) {
        return new Finance(12, 0.08, CashTiming.END_OF_MONTH, Currency.USD, null, engineeringWeekCost);
    }

    /** The same in another currency, at a rate of that; null where none is stated. */
    public Finance in(Currency value, @Nullable ExchangeRate rate) {
        return new Finance(horizonMonths, discountRatePerYear, timing, value, rate, engineeringWeekCost);
    }

    /** Without a rate that nobody stated. */
    Finance withoutFilledInRate() {
        return exchangeRate != null && exchangeRate.filledIn(currency) ? in(currency, null) : this;
    }

    /** When in a month its cash is taken to flow. Set-up is always at the start of the first month, undiscounted. */
    public enum CashTiming {
        END_OF_MONTH,
        MID_MONTH
    }
}
