package app.steelyard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one room, from the file {@code messages.properties} beside its classes. */
public final class Texts {
    /** The language of all texts and number formats. */
    public static final Locale LOCALE = Locale.US;

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of the package that {@code member} belongs to. */
    public static Texts of(Class<?> member) {
        return new Texts(
                ResourceBundle.getBundle(member.getPackageName() + ".messages", LOCALE, member.getClassLoader()));
    }

    /**
     * The sentence under {@code key}, its {@code {0}}, {@code {1}}… filled in.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), LOCALE).format(arguments);
    }

    /** The name of an enum's constant, under the key {@code Type.CONSTANT}. */
    public String name(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
