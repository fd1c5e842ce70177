package app.steelyard.usage.format.gateway;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageExtras;
import app.steelyard.usage.row.Vendors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * LiteLLM's requests: the table {@code LiteLLM_SpendLogs} as CSV or JSON, and the {@code StandardLoggingPayload} that
 * its callbacks write. {@code prompt_tokens} holds the cached tokens for every vendor, also for Anthropic, except that
 * one released version left the written ones out; a row proves that where they do not fit. The cached tokens are in the
 * metadata only. {@code cache_hit} is LiteLLM's own store of answers: no vendor was asked. The spend is LiteLLM's own
 * reckoning. Source: schema.prisma and the payload's type in LiteLLM's code.
 */
public final class LiteLlm {
    private LiteLlm() {}

    /** The names under which CSV and JSON have the same values. */
    @FunctionalInterface
    private interface Fields {
        @Nullable
        String get(String name);
    }

    /** SpendLogs as CSV. */
    public static final Format CSV = new Format.OfTable(
            "litellm-spend-csv",
            Format.Kind.BOTH,
            head -> head.has("request_id", "call_type", "spend", "prompt_tokens", "completion_tokens", "starttime")
                    ? "litellm.spend"
                    : null,
            (row, rows) -> read(
                    name -> row.get(name.toLowerCase(Texts.LOCALE)),
                    Gateway.json("metadata", row.get("metadata")),
                    rows));

    /** SpendLogs and payloads as JSON. */
    public static final Format LINES = new Format.OfJson(
            "litellm-json",
            Format.Kind.BOTH,
            head -> {
                if (!head.hasProperties("call_type", "startTime")) {
                    return null;
                }
                if (head.hasProperties("response_cost")) {
                    return "litellm.payload";
                }
                return head.hasProperties("request_id", "spend") ? "litellm.spend" : null;
            },
            (page, rows) -> Gateway.each(
                    page, rows, row -> read(name -> JsonCells.text(row, name), Gateway.object(row, "metadata"), rows)));

    private static void read(Fields row, JsonNode metadata, RowSink rows) throws RowProblem {
        Optional<String> other = Gateway.otherCall(row.get("call_type"));
        if (other.isPresent()) {
            rows.leaveOut(other.get());
            return;
        }
        if (Boolean.TRUE.equals(CellValues.flag(row.get("cache_hit")))) {
            rows.leaveOut(Gateway.STORED);
            rows.note(RowSink.Note.GATEWAY_CACHE);
            return;
        }
        UsageObject stated = new UsageObject(metadata.path("additional_usage_values"), metadata.path("usage_object"));
        Tokens tokens = tokens(row, stated, rows);
        if ("failure".equals(row.get("status")) && tokens.total() == 0) {
            rows.leaveOut(Gateway.FAILED);
            return;
        }
        JsonNode usage = metadata.path("usage_object");
        String model = CellValues.name("model", first(row, "model", "model_group"));
        String vendor = Vendors.of("custom_llm_provider", row.get("custom_llm_provider"), model);
        rows.say(Gateway.RECKONED);
        rows.accept(Entry.of(vendor)
                .at(Gateway.time("startTime", row.get("startTime")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("team_id", first(row, "team_id", "organization_id")))
                .key(first(row, "api_key"))
                .tenant(first(row, "end_user", "user"))
                .prefix(first(row, "session_id"))
                .tier(CellValues.name("service_tier", JsonCells.text(usage, "service_tier")))
                .served(UsageExtras.served(usage))
                .tokens(stated.apart(tokens))
                .extras(UsageExtras.kinds(usage, tokens, rows).plus(UsageExtras.searches(usage)))
                .cost(CellValues.money("spend", first(row, "spend", "response_cost")), Currency.USD)
                .id(first(row, "request_id", "id")));
    }

    private static Tokens tokens(Fields row, UsageObject stated, RowSink rows) throws RowProblem {
        Long input = CellValues.count("prompt_tokens", row.get("prompt_tokens"));
        Long output = CellValues.count("completion_tokens", row.get("completion_tokens"));
        Long total = CellValues.count("total_tokens", row.get("total_tokens"));
        return inside(input, stated.read(), stated.write(), output, total, rows);
    }

    /** Inside, but for the version that added only what was read. */
    static Tokens inside(
            @Nullable Long input,
            @Nullable Long read,
            @Nullable Long write,
            @Nullable Long output,
            @Nullable Long total,
            RowSink rows)
            throws RowProblem {
        if (input != null
                && Relation.zero(write) > 0
                && Relation.zero(read) <= input
                && Relation.zero(read) + Relation.zero(write) > input) {
            rows.note(RowSink.Note.WRITES_BESIDE);
            return Tokens.beside(input - Relation.zero(read), read, write, output);
        }
        return Relation.INSIDE.tokens(rows, input, read, write, output, total);
    }

    private static @Nullable String first(Fields row, String... names) {
        for (String name : names) {
            String value = row.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
