package app.steelyard.plan;

import app.steelyard.text.Currency;
import java.time.LocalDate;

/**
 * How money is counted.
 *
 * @param horizonMonths whole months looked ahead, 1 to 120
 * @param discountRatePerYear effective yearly rate as a fraction: 0.08 is 8 %
 * @param timing when in a month cash flows
 * @param currency of the plan: all money stated in it is in this
 * @param exchangeRate from the US dollars of the price lists to that currency
 * @param engineeringWeekCost one engineer's week, in the plan's currency
 */
public record Finance(
        double horizonMonths,
        double discountRatePerYear,
        CashTiming timing,
        Currency currency,
        ExchangeRate exchangeRate,
        double engineeringWeekCost) {

    /**
     * A year at 8 %, in US dollars.
     *
     * @param day of the rate of exchange, which is 1
     * @param source why there is no exchange
     */
    public static Finance inDollars(LocalDate day, String source, double engineeringWeekCost) {
        return new Finance(
                12, 0.08, CashTiming.END_OF_MONTH, Currency.USD, new ExchangeRate(1, day, source), engineeringWeekCost);
    }
}
