package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.Buckets;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageExtras;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Anthropic's usage report for messages, from its Admin API. The cached tokens are beside the uncached ones, the writes
 * by lifetime. It counts no requests, and what was not asked to be grouped by is null, also the model. Source:
 * Anthropic's API reference.
 */
public final class AnthropicUsageReport {
    static final String START = "starting_at";
    static final String END = "ending_at";
    /** Where Anthropic's longer window begins. */
    private static final long LONG = 200_000;

    private static final String UNCACHED = "uncached_input_tokens";
    private static final String OUTPUT = "output_tokens";

    public static final Format FORMAT = new Format.OfJson(
            "anthropic-usage-report",
            Format.Kind.USAGE,
            head -> head.hasProperties(START, "results") && !AnthropicCostReport.in(head)
                            || head.firstHas(UNCACHED, OUTPUT)
                    ? "anthropic-usage-report"
                    : null,
            () -> new Buckets(START, END, AnthropicUsageReport::read));

    private AnthropicUsageReport() {}

    /** Of a window such as {@code 0-200k}, how long the prompts were. */
    static @Nullable Long length(@Nullable String window) {
        if (window == null || !window.contains("200k")) {
            return null;
        }
        return window.contains("1M") || window.contains(">")
                ? PromptLength.keptOver(LONG)
                : PromptLength.keptUpTo(LONG);
    }

    private static void read(JsonNode result, @Nullable TimeSpan bucket, RowSink rows) throws RowProblem {
        Tokens tokens = Tokens.beside(
                        CellValues.required(UNCACHED, JsonCells.text(result, UNCACHED)),
                        JsonCells.count(result, "cache_read_input_tokens"),
                        null,
                        CellValues.required(OUTPUT, JsonCells.text(result, OUTPUT)))
                .withWrites(
                        JsonCells.count(result, "cache_creation.ephemeral_5m_input_tokens"),
                        JsonCells.count(result, "cache_creation.ephemeral_1h_input_tokens"));
        rows.accept(Entry.of("anthropic")
                .during(bucket)
                .model(JsonCells.name(result, "model"))
                .project(JsonCells.name(result, "workspace_id"))
                .key(JsonCells.text(result, "api_key_id"))
                .tenant(JsonCells.text(result, "account_id", "service_account_id"))
                .tier(JsonCells.name(result, "service_tier"))
                .served(UsageExtras.served(result))
                .length(length(JsonCells.text(result, "context_window")))
                .tokens(tokens)
                .extras(UsageExtras.tools(result)));
    }
}
