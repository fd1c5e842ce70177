package app.steelyard.text;

import java.util.Locale;

/** The short names of enum constants that several rooms show, such as designs, cost drivers and the plan's fields. */
public final class Names {
    private static final Texts TEXTS = Texts.of(Names.class);

    private Names() {}

    /**
     * The name as shown: {@code Prompt caching} for {@code PROMPT_CACHING}.
     *
     * @throws java.util.MissingResourceException if the bundle does not name it
     */
    public static String of(Enum<?> constant) {
        return TEXTS.name(constant);
    }

    /** The name as it stands in files and arguments: {@code end-of-month} for {@code END_OF_MONTH}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
