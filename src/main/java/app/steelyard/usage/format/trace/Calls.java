package app.steelyard.usage.format.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans with usage, of which those above others repeat what is below them, whatever they are called: only the lowest are
 * calls of a model.
 */
final class Calls {
    private final Map<String, String> parents = new HashMap<>();
    private final List<String> using = new ArrayList<>();

    /** A span with or without usage. */
    void met(@Nullable String id, @Nullable String parent, boolean uses) {
        if (id != null && parent != null && !parent.equals(id)) {
            parents.put(id, parent);
        }
        if (id != null && uses) {
            using.add(id);
        }
    }

    /** The ids of the spans that have others with usage below them. */
    Set<String> above() {
        Set<String> above = new HashSet<>();
        for (String id : using) {
            String parent = parents.get(id);
            while (parent != null && above.add(parent)) {
                parent = parents.get(parent);
            }
        }
        return above;
    }
}
