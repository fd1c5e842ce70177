package app.steelyard.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a language writes numbers. It is chosen in the settings or with {@code --lang}, and never taken from the machine: the
 * same text means the same number on every one. Arguments and files are {@link #PLAIN}, whatever is chosen.
 */
public enum Language {
    ENGLISH("en", Locale.US, '.', ','),
    GERMAN("de", Locale.GERMANY, ',', '.');

    /** Of everything that is typed on a command line or stands in a file. */
    public static final Language PLAIN = ENGLISH;

    private static volatile Language chosen = ENGLISH;

    private final String tag;
    private final Locale locale;
    private final char decimal;
    private final char group;

    Language(String tag, Locale locale, char decimal, char group) {
        this.tag = tag;
        this.locale = locale;
        this.decimal = decimal;
        this.group = group;
    }

    /** The language of that tag, such as {@code de}. */
    public static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(l -> l.tag.equalsIgnoreCase(tag.strip()))
                .findFirst();
    }

    /** The tags of all, as a list. */
    public static String tags() {
        return Stream.of(values()).map(Language::tag).collect(Collectors.joining(", "));
    }

    /** The one that fields are read in and numbers are written in. */
    public static Language chosen() {
        return chosen;
    }

    /** Chooses it for the whole program, before anything is read or written. */
    public static void choose(Language language) {
        chosen = language;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** What stands before the decimals. */
    public char decimal() {
        return decimal;
    }

    /** What stands between the thousands. */
    public char group() {
        return group;
    }
}
