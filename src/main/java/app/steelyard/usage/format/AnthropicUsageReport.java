package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Anthropic's usage report for messages, from its Admin API. The cached tokens are beside the uncached ones, the writes
 * by lifetime. It counts no requests, and what was not asked to be grouped by is null, also the model. Source:
 * Anthropic's API reference.
 */
final class AnthropicUsageReport implements Format.OfJson {
    static final String START = "starting_at";
    static final String END = "ending_at";
    private static final String UNCACHED = "uncached_input_tokens";
    private static final String OUTPUT = "output_tokens";

    @Override
    public String id() {
        return "anthropic-usage-report";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.hasProperties(START, "results") && !AnthropicCostReport.in(head) || head.firstHas(UNCACHED, OUTPUT)
                ? Optional.of(id())
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Buckets(START, END, AnthropicUsageReport::read);
    }

    private static void read(JsonNode result, @Nullable Span bucket, Rows rows) throws RowProblem {
        Tokens tokens = Tokens.beside(
                        Values.required(UNCACHED, Json.text(result, UNCACHED)),
                        Json.count(result, "cache_read_input_tokens"),
                        null,
                        Values.required(OUTPUT, Json.text(result, OUTPUT)))
                .withWrites(
                        Json.count(result, "cache_creation.ephemeral_5m_input_tokens"),
                        Json.count(result, "cache_creation.ephemeral_1h_input_tokens"));
        rows.accept(Entry.of("anthropic")
                .during(bucket)
                .model(Json.name(result, "model"))
                .project(Json.name(result, "workspace_id"))
                .key(Json.text(result, "api_key_id"))
                .tenant(Json.text(result, "account_id", "service_account_id"))
                .tier(Json.name(result, "service_tier"))
                .tokens(tokens)
                .build());
    }
}
