package app.steelyard.text;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one room, from its file {@code messages.properties}, or {@code messages_de.properties} and the like beside
 * it where another language is chosen and the file has them.
 */
public final class Texts {
    /** English, for words that no bundle holds, such as the months in a date. */
    public static final Locale LOCALE = Locale.US;

    /** Never the machine's language: where the chosen one has no text, English has it. */
    private static final ResourceBundle.Control ONLY_AS_CHOSEN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A sentence takes longer to read than to fill in, and screens fill the same ones in with every frame. */
    private final Map<Sentence, MessageFormat> read = new ConcurrentHashMap<>();

    private final String room;
    private final ClassLoader loader;

    private record Sentence(String key, Locale locale) {}

    private Texts(String room, ClassLoader loader) {
        this.room = room;
        this.loader = loader;
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
        return new Texts(room, member.getClassLoader());
    }

    /**
     * The sentence under {@code key}, its {@code {0}}, {@code {1}}… filled in.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String get(String key, Object... arguments) {
        MessageFormat format = read.computeIfAbsent(
                new Sentence(key, Language.chosen().locale()),
                s -> new MessageFormat(bundle().getString(s.key()), s.locale()));
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            // Names are of other people's making.
            shown[i] =
                    shown[i] instanceof String || shown[i] instanceof Path ? Visible.of(shown[i].toString()) : shown[i];
        }
        // It keeps what it is doing in itself.
        synchronized (format) {
            return format.format(shown);
        }
    }

    /** The name of an enum's constant, under the key {@code Type.CONSTANT}. */
    public String name(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** That of the language chosen by now; Java keeps what was read. */
    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(room + ".messages", Language.chosen().locale(), loader, ONLY_AS_CHOSEN);
    }
}
