package app.steelyard.document;

import java.util.LinkedHashMap;
import java.util.List;

/** A value of a JSON text and where it stands there. */
sealed interface Json {
    Place place();

    /** Line and column, counted from 1. */
    record Place(int line, int column) {}

    /** Keys in the text's order. */
    record Members(LinkedHashMap<String, Json> members, Place place) implements Json {
        /** The same with one more member, or another value for it. */
        Members with(String key, Json value) {
            LinkedHashMap<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(key, value);
            return new Members(changed, place);
        }
    }

    record Elements(List<Json> elements, Place place) implements Json {}

    record Text(String value, Place place) implements Json {}

    /** Infinite where the number is too large for a double. */
    record Num(double value, Place place) implements Json {}

    /** True, false or null: nothing that a plan holds. */
    record Other(String text, Place place) implements Json {}
}
