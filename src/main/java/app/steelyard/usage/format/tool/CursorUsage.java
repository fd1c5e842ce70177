package app.steelyard.usage.format.tool;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Cursor's usage events: the CSV of its dashboard, and the answers of its Admin API. The four counts of the CSV are
 * disjoint, as its total shows; where the total shows that the input with cache writes holds the one without, the difference
 * was written. One event is what a person asked for and may be many calls of a model, so how long a single prompt was is not
 * known. What the plan includes states no amount, or what it would cost. The API counts money in cents. Source: exports seen,
 * and programs that read them.
 */
public final class CursorUsage {
    private static final String WITH_WRITE = "input (w/ cache write)";
    private static final String WITHOUT_WRITE = "input (w/o cache write)";
    private static final String OWN = "cursor";
    private static final UsageFinding EVENTS = Gateway.info("cursor.events.calls");
    private static final Pattern AMOUNT = Pattern.compile("-?\\$?[\\d,]*\\.?\\d+([eE]-?\\d+)?");
    private static final Pattern NOT_CHARGED = Pattern.compile("(?i).*(errored|aborted|not? charged?).*");

    private CursorUsage() {}

    /** The CSV of the dashboard. */
    public static final Format CSV = new Format.OfTable(
            "cursor-csv",
            Format.Kind.BOTH,
            List.of("date", "model", WITH_WRITE, WITHOUT_WRITE, "cache read", "output tokens"),
            head -> head.has("date", "model", WITHOUT_WRITE, "output tokens") ? "cursor.events" : null,
            CursorUsage::row);

    /** The answers of the Admin API. */
    public static final Format EVENT = new Format.OfJson(
            "cursor-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("tokenUsage", "model", "timestamp")
                            && (head.hasProperties("usageEvents") || head.hasProperties("cacheReadTokens"))
                    ? "cursor.api"
                    : null,
            (page, rows) -> Gateway.each(
                    page, rows, row -> event(row, rows), "usageEvents", "usageEventsDisplay", "data", "events"));

    private static void row(TableRow row, RowSink rows) throws RowProblem {
        Long with = count(row, WITH_WRITE);
        Long without = count(row, WITHOUT_WRITE);
        Long read = count(row, "cache read");
        Long output = count(row, "output tokens");
        Long total = count(row, "total tokens");
        Long written = with;
        long apart = zero(without) + zero(read) + zero(output);
        if (with != null && total != null && total != zero(with) + apart) {
            if (total == zero(with) + zero(read) + zero(output) && with >= zero(without)) {
                written = with - zero(without);
            } else {
                rows.note(RowSink.Note.TOTAL_DIFFERS);
            }
        }
        String kind = CellValues.name("Kind", row.get("kind"));
        Tokens tokens = Tokens.beside(without, read, written, output);
        if (tokens.equals(Tokens.NONE) || tokens.total() == 0 && isFree(kind)) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        accept(
                row.get("date"),
                row.get("model"),
                row.get("user"),
                row.get("cloud agent id", "automation id"),
                tokens,
                isFree(kind) ? null : amount("Cost", row.get("cost", "cost ($)", "cost to you")),
                rows);
    }

    private static void event(JsonNode row, RowSink rows) throws RowProblem {
        JsonNode usage = row.path("tokenUsage");
        if (!usage.isObject()) {
            rows.leaveOut("events without tokens");
            return;
        }
        BigDecimal cents = CellValues.money("totalCents", JsonCells.text(usage, "totalCents"));
        BigDecimal charged = CellValues.money("chargedCents", JsonCells.text(row, "chargedCents"));
        BigDecimal cost = charged == null ? cents : charged;
        accept(
                JsonCells.text(row, "timestamp"),
                JsonCells.text(row, "model"),
                JsonCells.text(row, "userEmail", "owningUser"),
                JsonCells.text(row, "conversationId"),
                Tokens.beside(
                        JsonCells.count(usage, "inputTokens"),
                        JsonCells.count(usage, "cacheReadTokens"),
                        JsonCells.count(usage, "cacheWriteTokens"),
                        JsonCells.count(usage, "outputTokens")),
                cost == null || isFree(JsonCells.text(row, "kind")) ? null : cost.movePointLeft(2),
                rows);
    }

    private static void accept(
            @Nullable String time,
            @Nullable String named,
            @Nullable String user,
            @Nullable String agent,
            Tokens tokens,
            @Nullable BigDecimal cost,
            RowSink rows)
            throws RowProblem {
        Instant start = Gateway.moment("Date", time);
        String model = CellValues.name("Model", named);
        String maker = Vendors.ofModel(model);
        rows.say(EVENTS);
        rows.accept(Entry.of(maker.equals(Vendors.UNKNOWN) ? OWN : maker)
                .during(new TimeSpan(start, start.plus(Duration.ofMillis(1))))
                .requests(1L)
                .model(model)
                .tenant(user)
                .prefix(agent)
                .tokens(tokens)
                .cost(cost, Currency.USD));
    }

    private static boolean isFree(@Nullable String kind) {
        return kind != null && NOT_CHARGED.matcher(kind).matches();
    }

    /** Words such as {@code Included} state none. */
    private static @Nullable BigDecimal amount(String field, @Nullable String text) throws RowProblem {
        return text == null || !AMOUNT.matcher(text).matches() ? null : Gateway.money(field, text);
    }

    private static @Nullable Long count(TableRow row, String column) throws RowProblem {
        return CellValues.count(column, row.get(column));
    }

    private static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
