package app.steelyard.usage;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;

/** How screens and charts write what usage tells. */
public final class UsageWords {
    private static final Texts TEXTS = Texts.of(UsageWords.class);
    /** In the place of a number that is not known. */
    public static final String NONE = "–";

    private UsageWords() {}

    /** A model's or project's name; something for the rows that state none. */
    public static String named(String name) {
        return name.isEmpty() ? TEXTS.get("unnamed") : name;
    }

    /** A share or a difference in per cent, {@link #NONE} for one that is not known. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : Numbers.percent(share);
    }

    /** A span of whole minutes, hours or days: {@code 5 min}, {@code 1 h}. */
    public static String span(long seconds) {
        return seconds < 3600
                ? TEXTS.get("minutes", seconds / 60)
                : seconds < 86_400 ? TEXTS.get("hours", seconds / 3600) : TEXTS.get("days", seconds / 86_400);
    }
}
