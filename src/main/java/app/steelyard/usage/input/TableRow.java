package app.steelyard.usage.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, its cells asked for by the column's name in lower case.
 *
 * @param columns where each name stands
 */
public record TableRow(Map<String, Integer> columns, List<@Nullable String> cells) {

    /** The cell of the first of {@code names} that there is; null where it is blank, {@code NULL} or missing. */
    public @Nullable String get(String... names) {
        for (String name : names) {
            Integer at = columns.get(name);
            if (at != null) {
                String cell = cells.get(at);
                if (cell != null && !cell.isBlank() && !cell.equals("NULL")) {
                    return cell.strip();
                }
            }
        }
        return null;
    }

    /** Whether the table has the column. */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The names of the columns that hold something in this row. */
    public List<String> filled() {
        return columns.keySet().stream().filter(n -> get(n) != null).toList();
    }
}
