package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The token CSV of Anthropic's Console: a row a day, model, key and workspace. Its columns are named
 * {@code usage_input_tokens_no_cache} and so on, so the cached tokens are beside the input. It counts no requests.
 * Source: exports seen; Anthropic publishes no description.
 */
public final class AnthropicConsoleTokens {
    private static final String UNCACHED = "usage_input_tokens_no_cache";
    private static final String WRITE = "usage_input_tokens_cache_write";
    private static final String WRITE_5M = WRITE + "_5m";
    private static final String WRITE_1H = WRITE + "_1h";
    private static final String READ = "usage_input_tokens_cache_read";
    private static final String OUTPUT = "usage_output_tokens";

    public static final Format FORMAT = new Format.OfTable(
            "anthropic-console-tokens",
            Format.Kind.USAGE,
            List.of("usage_date_utc", UNCACHED, OUTPUT),
            head -> {
                if (!head.has("usage_date_utc", UNCACHED, OUTPUT)) {
                    return null;
                }
                return head.has(WRITE_5M) ? "anthropic-console-tokens" : "anthropic-console-tokens.oneWrite";
            },
            AnthropicConsoleTokens::read);

    private AnthropicConsoleTokens() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        Long searches = count(row, "web_search_count");
        rows.accept(Entry.of("anthropic")
                .during(CellValues.bucket("usage_date_utc", row.get("usage_date_utc")))
                .model(CellValues.name("model_version", row.get("model_version")))
                .project(CellValues.name("workspace", row.get("workspace")))
                .key(row.get("api_key"))
                .tier(CellValues.name("usage_type", row.get("usage_type")))
                .served(Modifiers.STANDARD
                        .served(CellValues.name("speed", row.get("speed")))
                        .at(CellValues.name("inference_geo", row.get("inference_geo"))))
                .length(AnthropicUsageReport.length(row.get("context_window")))
                .tokens(tokens(row))
                .extras(searches == null ? Extras.NONE : Extras.NONE.with(Fee.WEB_SEARCH, searches)));
    }

    private static Tokens tokens(TableRow row) throws RowProblem {
        Tokens tokens = Tokens.beside(
                CellValues.required(UNCACHED, row.get(UNCACHED)),
                count(row, READ),
                count(row, WRITE),
                count(row, OUTPUT));
        return row.has(WRITE_5M) ? tokens.withWrites(count(row, WRITE_5M), count(row, WRITE_1H)) : tokens;
    }

    private static @Nullable Long count(TableRow row, String column) throws RowProblem {
        return CellValues.count(column, row.get(column));
    }
}
