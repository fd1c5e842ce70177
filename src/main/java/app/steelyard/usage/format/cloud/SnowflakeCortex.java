package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Snowflake's views of what Cortex used, exported as a table. Only some split their tokens into input and output; of the
 * others nobody can tell what they would cost, and they are left out. What is paid is credits, which are no money. Source:
 * Snowflake's description of its account usage views.
 */
public final class SnowflakeCortex {
    private static final UsageFinding NOT_SPLIT = Gateway.warning("snowflake-cortex.notSplit");

    public static final Format FORMAT = new Format.OfTable(
            "snowflake-cortex",
            Format.Kind.USAGE,
            head -> head.has("model_name")
                            && (head.has("tokens") || head.has("tokens_granular"))
                            && (head.has("token_credits") || head.has("credits") || head.has("tokens_granular"))
                    ? "snowflake-cortex"
                    : null,
            SnowflakeCortex::read);

    private SnowflakeCortex() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String function = CellValues.name("function_name", row.get("function_name"));
        if (function != null && function.toLowerCase(Texts.LOCALE).contains("embed")) {
            rows.leaveOut("embeddings");
            return;
        }
        JsonNode parts = Gateway.json("tokens_granular", row.get("tokens_granular"));
        if (!parts.isObject() || parts.isEmpty()) {
            rows.say(NOT_SPLIT);
            rows.leaveOut("sums of input and output");
            return;
        }
        String request = row.get("request_id", "query_id");
        Instant start = time("start_time", row.get("start_time", "usage_time"));
        Tokens tokens = Tokens.beside(
                JsonCells.count(parts, "input", "input_tokens", "prompt_tokens"),
                JsonCells.count(parts, "cache_read_input", "cache_read", "cached_input"),
                JsonCells.count(parts, "cache_write_input", "cache_write", "cache_creation_input"),
                JsonCells.count(parts, "output", "output_tokens", "completion_tokens"));
        Entry.Builder entry = Entry.of("snowflake")
                .model(CellValues.name("model_name", row.get("model_name")))
                .project(CellValues.name("warehouse_id", row.get("warehouse_id")))
                .tenant(row.get("user_id"))
                .tokens(tokens);
        // A query may be many calls of a model; a request of the REST interface is one.
        if (row.has("request_id")) {
            rows.accept(entry.at(start).id(request));
        } else {
            rows.accept(entry.during(span(start, row.get("end_time")))
                    .id(request == null ? null : request + ":" + row.get("model_name") + ":" + start));
        }
    }

    /** Snowflake leaves a space before the offset. */
    private static Instant time(String field, @Nullable String text) throws RowProblem {
        return Gateway.moment(field, text == null ? null : text.replaceFirst(" ([+-]\\d{2}):?(\\d{2})$", "$1:$2"));
    }

    private static TimeSpan span(Instant start, @Nullable String end) throws RowProblem {
        Instant to = end == null ? start : time("end_time", end);
        return to.isAfter(start) ? new TimeSpan(start, to) : new TimeSpan(start, start.plusMillis(1));
    }
}
