package app.steelyard.usage.format.gateway;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.text.Currency;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageExtras;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Helicone's export tool writes. The cached tokens are beside {@code prompt_tokens}; {@code total_tokens} is only
 * prompt and completion, so it proves nothing. A {@code cache_reference_id} is an answer from Helicone's own store. The
 * CSV has no cached tokens at all, neither beside nor inside. Source: the tool's and the API's code.
 */
public final class Helicone {
    private static final UsageFinding NO_CACHE = Gateway.warning("helicone.noCache");
    private static final String NO_REFERENCE = "00000000-0000-0000-0000-000000000000";

    private Helicone() {}

    /** JSON Lines, or an array. */
    public static final Format LINES = new Format.OfJson(
            "helicone-json",
            Format.Kind.BOTH,
            head -> head.hasProperties("request_created_at", "prompt_tokens")
                            && (head.hasProperties("request_model") || head.hasProperties("response_model"))
                    ? "helicone.json"
                    : null,
            (page, rows) -> Gateway.each(page, rows, row -> read(row, rows)));

    private static void read(JsonNode row, RowSink rows) throws RowProblem {
        String stored = JsonCells.text(row, "cache_reference_id");
        if (stored != null && !stored.isBlank() && !stored.equals(NO_REFERENCE)) {
            rows.leaveOut(Gateway.STORED);
            rows.note(RowSink.Note.GATEWAY_CACHE);
            return;
        }
        Tokens tokens = Tokens.beside(
                JsonCells.count(row, "prompt_tokens"),
                JsonCells.count(row, "prompt_cache_read_tokens"),
                JsonCells.count(row, "prompt_cache_write_tokens"),
                JsonCells.count(row, "completion_tokens"));
        accept(
                row.path("request_id").asString(null),
                JsonCells.text(row, "request_created_at"),
                JsonCells.text(row, "provider"),
                JsonCells.text(row, "response_model", "request_model", "model"),
                JsonCells.text(row, "request_user_id", "user_id"),
                tokens,
                UsageExtras.audio(
                        tokens,
                        JsonCells.count(row, "prompt_audio_tokens"),
                        JsonCells.count(row, "completion_audio_tokens"),
                        rows),
                JsonCells.text(row, "costUSD", "cost"),
                rows);
    }

    /** CSV. */
    public static final Format CSV = new Format.OfTable(
            "helicone-csv",
            Format.Kind.BOTH,
            head -> head.has("response_id", "request_created_at", "prompt_tokens", "completion_tokens", "model")
                    ? "helicone.csv"
                    : null,
            (row, rows) -> {
                rows.say(NO_CACHE);
                accept(
                        row.get("request_id", "response_id"),
                        row.get("request_created_at"),
                        null,
                        row.get("model"),
                        row.get("request_user_id"),
                        Tokens.beside(
                                CellValues.count("prompt_tokens", row.get("prompt_tokens")),
                                null,
                                null,
                                CellValues.count("completion_tokens", row.get("completion_tokens"))),
                        Extras.NONE,
                        row.get("cost"),
                        rows);
            });

    private static void accept(
            @Nullable String id,
            @Nullable String time,
            @Nullable String provider,
            @Nullable String named,
            @Nullable String user,
            Tokens tokens,
            Extras extras,
            @Nullable String cost,
            RowSink rows)
            throws RowProblem {
        if (tokens.equals(Tokens.NONE)) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        String model = CellValues.name("model", named);
        String vendor = Vendors.of("provider", provider, model);
        rows.say(Gateway.RECKONED);
        rows.accept(Entry.of(vendor)
                .at(Gateway.time("request_created_at", time))
                .model(Vendors.without(vendor, model))
                .tenant(user)
                .tokens(tokens)
                .extras(extras)
                .cost(CellValues.money("cost", cost), Currency.USD)
                .id(id));
    }
}
