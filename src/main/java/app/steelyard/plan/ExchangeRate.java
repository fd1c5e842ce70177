package app.steelyard.plan;

import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one US dollar costs in the plan's currency.
 *
 * @param perUsd units of the plan's currency for one US dollar, above 0
 * @param date the day the rate was read; null while nobody said
 * @param source where it was read; null while nobody said
 */
public record ExchangeRate(
        double perUsd, @Nullable LocalDate date, @Nullable String source) {
    private static final Texts TEXTS = Texts.of(ExchangeRate.class);
    private static final String NO_EXCHANGE = "us dollars";

    public ExchangeRate {
        source = source == null || source.isBlank() ? null : source;
    }

    /** What amounts in {@code currency} are turned at, as shown beside them. */
    public String told(Currency currency) {
        return TEXTS.get("rate.told", Numbers.value(perUsd), currency, origin());
    }

    /** Whether it is known when and where the rate was read. */
    public boolean sourced() {
        return date != null && source != null;
    }

    /** Where and when it was read, as shown; what nobody said is named. */
    public String origin() {
        return TEXTS.get(
                "rate.origin",
                source == null ? TEXTS.get("rate.noSource") : source,
                date == null ? TEXTS.get("rate.noDate") : date.toString());
    }

    /**
     * Whether nobody stated it: a plan in dollars needs none, and up to format 4 a plan that left the dollar kept the 1 of
     * its dollars with the program's own words as its source.
     */
    boolean filledIn(Currency currency) {
        return perUsd == 1
                && (currency.equals(Currency.USD)
                        || source != null && source.toLowerCase(Locale.ROOT).contains(NO_EXCHANGE));
    }
}
