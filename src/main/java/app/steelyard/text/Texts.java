package app.steelyard.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of one room, from its file {@code messages.properties}. */
public final class Texts {
    /** The language of all texts; numbers in them are written as in {@link Language#chosen()}. */
    public static final Locale LOCALE = Locale.US;

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of the room that {@code member} belongs to: those beside its class, or else of the nearest package above.
     *
     * @throws MissingResourceException if no package from there upwards has texts
     */
    public static Texts of(Class<?> member) {
        String room = member.getPackageName();
        while (member.getResource("/" + room.replace('.', '/') + "/messages.properties") == null) {
            int dot = room.lastIndexOf('.');
            if (dot < 0) {
                throw new MissingResourceException("No texts for " + member.getName(), member.getName(), "");
            }
            room = room.substring(0, dot);
        }
        return new Texts(ResourceBundle.getBundle(room + ".messages", LOCALE, member.getClassLoader()));
    }

    /**
     * The sentence under {@code key}, its {@code {0}}, {@code {1}}… filled in.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Language.chosen().locale()).format(arguments);
    }

    /** The name of an enum's constant, under the key {@code Type.CONSTANT}. */
    public String name(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
