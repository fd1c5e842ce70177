package app.steelyard.usage.format.gateway;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the exports of gateways and tracers have in common: their times, their JSON within cells, their pages. */
public final class Gateway {
    private static final Texts TEXTS = Texts.of(Gateway.class);

    /** The costs are the gateway's own reckoning, not billed. */
    public static final UsageFinding RECKONED = UsageFinding.info(TEXTS.get("gateway.reckoned"));

    /** Kinds of rows left out, in words of no language in particular. */
    public static final String FAILED = "failed requests";

    public static final String STORED = "answers from the gateway's own cache";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final Pattern NUMBER = Pattern.compile("\\d{1,40}(\\.\\d{1,40})?([eE]\\+?\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\$?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern OTHER_CALLS = Pattern.compile(
            ".*(embed|image|transcription|speech|moderation|rerank|vector_store|file|ocr|video|search|health).*");

    private Gateway() {}

    /** The values of a row by the names that CSV and JSON have in common; of several, the first that there is. */
    @FunctionalInterface
    public interface Fields {
        @Nullable
        String get(String... names);
    }

    /** Reads one row of a page. */
    @FunctionalInterface
    public interface EachRow {
        void read(JsonNode row) throws RowProblem;
    }

    /** The elements of {@code data} in {@code record}, each a row by itself; without it, {@code record} itself. */
    static void each(JsonNode record, RowSink rows, EachRow row) throws RowProblem {
        if (!eachOf(record, rows, row, "data")) {
            row.read(record.path("data").isObject() ? record.path("data") : record);
        }
    }

    /** The elements of the first of {@code lists} that {@code record} has; without one, {@code record} itself. */
    public static void each(JsonNode record, RowSink rows, EachRow row, String... lists) throws RowProblem {
        if (!eachOf(record, rows, row, lists)) {
            row.read(record);
        }
    }

    /** Reads the elements of the first of {@code lists} that {@code record} has; whether there is any. */
    private static boolean eachOf(JsonNode record, RowSink rows, EachRow row, String... lists) {
        for (String list : lists) {
            if (record.path(list).isArray()) {
                JsonCells.each("/" + list, record.path(list), rows, row::read);
                return true;
            }
        }
        return false;
    }

    /** JSON in a cell or in a text; missing where there is none. */
    public static JsonNode json(String field, @Nullable String text) throws RowProblem {
        if (text == null || text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException | NumberFormatException e) {
            // A number beyond all numbers is none to the one or the other.
            throw RowProblem.of(field, "json.odd");
        }
    }

    /** An object that some writers put in as a text of JSON. */
    public static JsonNode object(JsonNode record, String field) throws RowProblem {
        JsonNode found = record.path(field);
        return found.isString() ? json(field, found.asString()) : found;
    }

    /** Like {@link CellValues#time}, and seconds may have a fraction. */
    public static Instant time(String field, @Nullable String text) throws RowProblem {
        int point = text == null ? -1 : text.indexOf('.');
        return text != null && point > 0 && text.strip().matches("\\d+\\.\\d+")
                ? CellValues.time(field, text.strip().substring(0, point))
                        .plusMillis(new BigDecimal("0" + text.strip().substring(point))
                                .movePointRight(3)
                                .longValue())
                : CellValues.time(field, text);
    }

    /** A time in any way that exports write it: ISO, or so many seconds, milli-, micro- or nanoseconds since 1970. */
    public static Instant moment(String field, @Nullable String text) throws RowProblem {
        if (text == null || !NUMBER.matcher(text.strip()).matches()) {
            return CellValues.time(field, text);
        }
        BigDecimal count = new BigDecimal(text.strip());
        int digits = count.precision() - count.scale();
        BigDecimal nanos = count.movePointRight(digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0);
        BigDecimal[] parts = nanos.setScale(0, RoundingMode.DOWN).divideAndRemainder(BigDecimal.TEN.pow(9));
        return CellValues.time(field, parts[0].toPlainString()).plusNanos(parts[1].longValue());
    }

    /** Nanoseconds since 1970, as OpenTelemetry writes them. */
    public static Instant nanos(String field, @Nullable String text) throws RowProblem {
        if (text == null || !text.matches("\\d{10,20}")) {
            throw RowProblem.of(field, text == null ? "time.missing" : "time.odd");
        }
        String seconds = text.substring(0, text.length() - 9);
        return CellValues.time(field, seconds).plusNanos(Long.parseLong(text.substring(text.length() - 9)));
    }

    /** From {@code start} up to {@code end}. */
    public static TimeSpan span(Instant start, Instant end) throws RowProblem {
        if (!end.isAfter(start)) {
            throw new RowProblem("time.order");
        }
        return new TimeSpan(start, end);
    }

    /** Billed that a browser wrote for people: {@code 1,234.50}. Anything that may mean two amounts is refused. */
    public static @Nullable BigDecimal money(String field, @Nullable String text) throws RowProblem {
        if (text == null || !GROUPED.matcher(text.strip()).matches()) {
            return CellValues.money(field, text == null ? null : text.strip().replaceFirst("^\\$", ""));
        }
        return CellValues.money(field, text.strip().replace(",", "").replace("$", ""));
    }

    /** The name of a call that is no completion, such as {@code aembedding}; empty for completions. */
    static Optional<String> otherCall(@Nullable String call) {
        return Optional.ofNullable(call)
                .map(c -> c.toLowerCase(Texts.LOCALE))
                .filter(c -> OTHER_CALLS.matcher(c).matches() && c.length() < 40);
    }

    /** A cost of the gateway's own reckoning, which is said where there is one; null where none is stated. */
    public static @Nullable BigDecimal reckoned(String field, @Nullable String text, RowSink rows) throws RowProblem {
        BigDecimal cost = CellValues.money(field, text);
        if (cost != null) {
            rows.say(RECKONED);
        }
        return cost;
    }

    /** The text under {@code key}, for information. */
    public static UsageFinding info(String key) {
        return UsageFinding.info(TEXTS.get(key));
    }

    /** A warning of the text under {@code key}. */
    public static UsageFinding warning(String key) {
        return UsageFinding.warning(TEXTS.get(key));
    }
}
