package app.steelyard.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a number in the plan counts; decides how it is shown, typed and stepped. */
public enum Unit {
    TOKENS(word("1", "token", "tokens")),
    REQUESTS(word("1", "request", "requests")),
    COUNT,
    /** A fraction, shown as per cent, and typed as such or as a number below 1. */
    FRACTION,
    /** A day is 24 of them, as a machine that runs counts it. */
    HOURS(word("1", "h", "hr", "hrs", "hour", "hours"), word("24", "d", "day", "days")),
    /** Of work: there is no other measure that all count alike. */
    WEEKS(word("1", "w", "week", "weeks")),
    MONTHS(word("1", "mo", "month", "months"), word("12", "y", "yr", "year", "years")),
    SECONDS(
            word("0.001", "ms", "millisecond", "milliseconds"),
            word("1", "s", "sec", "second", "seconds"),
            word("60", "min", "minute", "minutes"),
            word("3600", "h", "hr", "hrs", "hour", "hours")),
    /** In the plan's currency. */
    MONEY,
    /** Units of currency for one US dollar. */
    RATE;

    private final Map<String, BigDecimal> words = new HashMap<>();

    Unit(Word... words) {
        for (Word word : words) {
            for (String name : word.names) {
                this.words.put(name, new BigDecimal(word.factor));
            }
        }
    }

    private record Word(String factor, String... names) {}

    private static Word word(String factor, String... names) {
        return new Word(factor, names);
    }

    /** How many of this unit one {@code word} is, such as 12 of a year in months; empty where it does not fit. */
    public Optional<BigDecimal> of(String word) {
        return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether it is a span of time. */
    public boolean time() {
        return this == HOURS || this == WEEKS || this == MONTHS || this == SECONDS;
    }
}
