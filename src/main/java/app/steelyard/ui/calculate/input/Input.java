package app.steelyard.ui.calculate.input;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * One thing that can be stated in the form.
 *
 * @param ids of its controls, that which is typed in or chosen from first
 * @param words by which it is found: its name, and what it is about
 * @param node makes it, once it is wanted
 */
record Input(List<String> ids, String words, Supplier<Node> node) {

    Input(String id, String words, Supplier<Node> node) {
        this(List.of(id), words, node);
    }

    /** Whether each of the words that are looked for begins one of its own, or of its keys in the plan's file. */
    boolean matches(List<String> looked) {
        // Whoever knows the plan's file looks for what it is called there.
        String keys = String.join(" ", ids).replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        List<String> own = words(words + " " + keys);
        return looked.stream().allMatch(word -> own.stream().anyMatch(o -> o.startsWith(word)));
    }

    /** The words of a text, in small letters. */
    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
