package app.steelyard.usage.input;

import java.util.Set;

/**
 * The beginning of a document, by which formats know their own.
 *
 * @param name the document's name, without folders; only a hint, never what decides
 * @param text the first {@link Content#HEAD} characters at most, without a byte order mark
 * @param columns the names in a table's header, stripped and in lower case; empty where it is no table
 */
public record Head(String name, String text, Set<String> columns) {

    /** Whether it looks like JSON. */
    public boolean isJson() {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Whether it is a table that has all these columns. */
    public boolean has(String... names) {
        for (String name : names) {
            if (!columns.contains(name)) {
                return false;
            }
        }
        return !columns.isEmpty();
    }

    /** Whether it is JSON in whose beginning each of these names is a property. */
    public boolean hasProperties(String... names) {
        for (String name : names) {
            if (!text.contains('"' + name + '"')) {
                return false;
            }
        }
        return isJson();
    }

    /**
     * Whether the first JSON object, be it alone, on a line of its own or in arrays, has each of these properties
     * itself. What other objects quote, such as a gateway's log the answer it passed on, does not count.
     */
    public boolean firstHas(String... names) {
        return isJson() && JsonRecords.firstProperties(text).containsAll(Set.of(names));
    }
}
