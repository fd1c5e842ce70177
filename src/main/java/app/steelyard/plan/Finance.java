package app.steelyard.plan;

import app.steelyard.text.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 * @param priceTrendPerYear by what share all list prices are taken to change a year, below 0 where they fall; null where they are
 *     taken to stay but for what is announced
 * @param rentTrendPerYear the same of what capacity costs
 * @param priceChanges what is expected of single vendors, or from a day on; null for nothing
 */
public record Finance(
        double horizonMonths,
        double discountRatePerYear,
        CashTiming timing,
        Currency currency,
        @Nullable ExchangeRate exchangeRate,
        double engineeringWeekCost,
        @Nullable Double priceTrendPerYear,
        @Nullable Double rentTrendPerYear,
        @Nullable List<PriceChange> priceChanges) {

    public Finance {
        priceChanges = priceChanges == null || priceChanges.isEmpty() ? null : List.copyOf(priceChanges);
    }

    /** Prices stay but for what is announced. */
    public Finance(
            double horizonMonths,
            double discountRatePerYear,
            CashTiming timing,
            Currency currency,
            @Nullable ExchangeRate exchangeRate,
            double engineeringWeekCost) {
        this(horizonMonths, discountRatePerYear, timing, currency, exchangeRate, engineeringWeekCost, null, null, null);
    }

    /**
     * What somebody expects of list prices: either {@code perYear}, month by month from the second month on, or {@code by}, at
     * once.
     *
     * @param vendor id, as in price references; null for all
     * @param perYear share of the price by which it changes a year, in the place of the trend of all; null where {@code by} is
     *     stated
     * @param by share of the price; null where {@code perYear} is stated
     * @param from first day of that, so that the first whole month from then on has it; null for the plan's first month
     */
    public record PriceChange(
            @Nullable String vendor,
            @Nullable Double perYear,
            @Nullable Double by,
            @Nullable LocalDate from) {
        /** Whether it is about what {@code of} sells. */
        public boolean about(String of) {
            return vendor == null || vendor.equals(of);
        }

        /** Whether both say the same of the same prices, so that one takes the other's place. */
        boolean sameAs(PriceChange other) {
            return Objects.equals(vendor, other.vendor)
                    && (perYear == null) == (other.perYear == null)
                    && Objects.equals(from, other.from);
        }
    }

    /** What is expected of prices; empty for nothing. */
    public List<PriceChange> changes() {
        return priceChanges == null ? List.of() : priceChanges;
    }

    /** Whether prices are taken to become others than announced. */
    public boolean pricesMove() {
        return priceTrendPerYear != null || rentTrendPerYear != null || priceChanges != null;
    }

    public Finance withChanges(List<PriceChange> value) {
        return RecordPath.with(this, "priceChanges", value);
    }

    /** A year at 8 %, in US dollars. */
    public static Finance inDollars(double engineeringWeekCost) {
        return new Finance(12, 0.08, CashTiming.END_OF_MONTH, Currency.USD, null, engineeringWeekCost);
    }

    /** The same in another currency, at a rate of that; null where none is stated. */
    public Finance in(Currency value, @Nullable ExchangeRate rate) {
        return new Finance(
                horizonMonths,
                discountRatePerYear,
                timing,
                value,
                rate,
                engineeringWeekCost,
                priceTrendPerYear,
                rentTrendPerYear,
                priceChanges);
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
