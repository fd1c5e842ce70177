package app.steelyard.usage.format.trace;

import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.row.Format;

/**
 * Spans as Phoenix's data frames hold them, saved as a table: every attribute is a column of its own,
 * {@code attributes.llm.token_count.prompt} and so on. What they mean is with {@link SpanUsage}. Source: Phoenix's code.
 */
public final class PhoenixSpans {
    public static final Format FORMAT = new Format.OfTable(
            "phoenix",
            Format.Kind.BOTH,
            head -> head.has("start_time", "attributes.llm.token_count.prompt")
                            || head.has("start_time", "attributes.gen_ai.usage.input_tokens")
                    ? "phoenix"
                    : null,
            (row, rows) -> {
                String trace = row.get("context.trace_id", "trace_id");
                String id = row.get("context.span_id", "span_id");
                SpanUsage.read(
                        name -> row.get("attributes." + name),
                        Gateway.time("start_time", row.get("start_time")),
                        id == null ? null : trace + ":" + id,
                        null,
                        row.get("span_kind"),
                        rows);
            });

    private PhoenixSpans() {}
}
