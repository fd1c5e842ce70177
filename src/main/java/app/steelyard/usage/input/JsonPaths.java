package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Records of JSON as rows of a table: a column is the path to a value, the names on the way joined by dots and in lower
 * case. An element of a list is named by its number, from 0.
 */
public final class JsonPaths {
    /** Of longer lists the first elements show what the others are. */
    private static final int ELEMENTS_SHOWN = 3;

    private static final int PATHS_SHOWN = 400;
    private static final int LONGEST_SHOWN = 200;
    private static final int LONGEST_PATH = 1_000;

    private static final Pattern ELEMENT = Pattern.compile("(^|\\.)\\d+(\\.|$)");

    /** What becomes of a text that stands at a path; numbers stay as they are. */
    public interface Rewriting {
        String text(String path, String text);
    }

    private final Rewriting rewriting;
    private final Map<String, Integer> columns = new HashMap<>();
    /** What leads to a column. */
    private final Set<String> ways = new HashSet<>();

    /** @param columns the paths that are asked for */
    public JsonPaths(Collection<String> columns, Rewriting rewriting) {
        this.rewriting = rewriting;
        for (String column : columns) {
            this.columns.putIfAbsent(column, this.columns.size());
            for (int dot = column.indexOf('.'); dot >= 0; dot = column.indexOf('.', dot + 1)) {
                ways.add(column.substring(0, dot));
            }
        }
    }

    /** What {@code record} has at the paths. */
    public TableRow row(JsonNode record) {
        List<@Nullable String> cells = new ArrayList<>();
        columns.keySet().forEach(column -> cells.add(null));
        take("", record, cells);
        return new TableRow(columns, cells);
    }

    private void take(String way, JsonNode node, List<@Nullable String> cells) {
        if (node.isObject()) {
            node.properties().forEach(p -> step(below(way, p.getKey()), p.getValue(), cells));
        } else {
            int at = 0;
            for (JsonNode element : node) {
                step(below(way, Integer.toString(at++)), element, cells);
            }
        }
    }

    private void step(String path, JsonNode value, List<@Nullable String> cells) {
        Integer place = columns.get(path);
        if (value.isContainer()) {
            if (ways.contains(path)) {
                take(path, value, cells);
            }
        } else if (place != null && cells.get(place) == null) {
            // Of names that differ in capitals only the first is meant.
            String text = text(value);
            cells.set(place, text == null || !value.isString() ? text : rewriting.text(path, text));
        }
    }

    /** All that {@code record} has to show: the beginnings of its values by their paths, of lists the first elements. */
    public static Map<String, String> shown(JsonNode record) {
        Map<String, String> all = new LinkedHashMap<>();
        show("", record, all);
        return all;
    }

    private static void show(String way, JsonNode node, Map<String, String> all) {
        if (all.size() >= PATHS_SHOWN || way.length() > LONGEST_PATH) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(p -> show(below(way, p.getKey()), p.getValue(), all));
        } else if (node.isArray()) {
            for (int i = 0; i < Math.min(ELEMENTS_SHOWN, node.size()); i++) {
                show(below(way, Integer.toString(i)), node.get(i), all);
            }
        } else {
            String text = text(node);
            all.putIfAbsent(
                    way,
                    text == null ? "" : text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        }
    }

    /** Whether a path goes through an element of a list, which need not be what the same element of another list is. */
    public static boolean isOfElement(String path) {
        return ELEMENT.matcher(path).find();
    }

    private static String below(String way, String name) {
        String lower = name.toLowerCase(Texts.LOCALE);
        return way.isEmpty() ? lower : way + '.' + lower;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            return Math.abs((long) number.scale()) < LONGEST_SHOWN ? number.toPlainString() : number.toString();
        }
        return value.asString();
    }
}
