package app.steelyard.usage.format.trace;

import app.steelyard.pricing.kind.Modality;
import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.format.gateway.Relation;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.KindSplit;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.Vendors;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The usage in the attributes of a span, after OpenTelemetry's conventions for generative AI or OpenInference's.
 * Cached tokens are inside the input in both, except that OpenInference copies Bedrock's Converse usage, where they are
 * beside. Emitters lag behind the conventions, so older names are known as well. Spans of agents and tools repeat what
 * the calls below them used, and are left out. Source: the semantic conventions of both.
 */
final class SpanUsage {
    private static final String USAGE = "gen_ai.usage.";
    private static final String COUNT = "llm.token_count.";
    private static final Set<String> NO_CALLS = Set.of(
            "embeddings",
            "invoke_agent",
            "create_agent",
            "execute_tool",
            "invoke_workflow",
            "EMBEDDING",
            "AGENT",
            "CHAIN",
            "TOOL",
            "RETRIEVER",
            "RERANKER",
            "GUARDRAIL",
            "EVALUATOR",
            "PROMPT");

    private SpanUsage() {}

    /** A span's attributes, by name. */
    @FunctionalInterface
    interface Attributes {
        @Nullable
        String get(String name);
    }

    /** Whether a span tells of tokens that a model was sent or answered with. */
    static boolean isCall(Attributes span) {
        String operation = first(span, "gen_ai.operation.name", "openinference.span.kind");
        return (operation == null || !NO_CALLS.contains(operation))
                && first(
                                span,
                                USAGE + "input_tokens",
                                USAGE + "prompt_tokens",
                                USAGE + "output_tokens",
                                USAGE + "completion_tokens",
                                COUNT + "prompt",
                                COUNT + "completion",
                                COUNT + "total")
                        != null;
    }

    /** Tells {@code rows} of one span. {@code service} may name the project, {@code kind} the span's kind. */
    static void read(
            Attributes span,
            Instant time,
            @Nullable String id,
            @Nullable String service,
            @Nullable String kind,
            RowSink rows)
            throws RowProblem {
        String operation = first(span, "gen_ai.operation.name", "openinference.span.kind");
        operation = operation == null ? kind : operation;
        if (operation != null && NO_CALLS.contains(operation)) {
            rows.leaveOut(operation);
            return;
        }
        boolean inference = first(span, COUNT + "prompt", COUNT + "completion", COUNT + "total") != null;
        String model = CellValues.name(
                "model", first(span, "gen_ai.response.model", "gen_ai.request.model", "llm.model_name"));
        String vendor = Vendors.of(
                "provider", first(span, "gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system"), model);
        Tokens tokens = inference ? inference(span, vendor, rows) : genAi(span, rows);
        if (tokens.equals(Tokens.NONE)) {
            rows.leaveOut("span");
            return;
        }
        var cost = Gateway.reckoned("cost", first(span, "llm.cost.total", USAGE + "cost"), rows);
        rows.accept(Entry.of(vendor)
                .at(time)
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("service.name", service))
                .tenant(first(span, "user.id", "enduser.id"))
                .prefix(first(span, "gen_ai.conversation.id", "session.id"))
                .tier(CellValues.name(
                        "service_tier",
                        first(
                                span,
                                "openai.response.service_tier",
                                "gen_ai.openai.response.service_tier",
                                "aws.bedrock.service_tier")))
                .tokens(tokens)
                .extras(kinds(span).of(tokens, rows))
                .cost(cost, Currency.USD)
                .id(id));
    }

    private static KindSplit kinds(Attributes span) throws RowProblem {
        KindSplit split = new KindSplit();
        for (Modality modality : Modality.values()) {
            String name = modality.name().toLowerCase(Locale.ROOT);
            Long input = count(span, COUNT, "prompt_details." + name);
            Long output = count(span, COUNT, "completion_details." + name);
            split.prompt(modality, input == null ? 0 : input).output(modality, output == null ? 0 : output);
        }
        return split;
    }

    private static Tokens genAi(Attributes span, RowSink rows) throws RowProblem {
        return Relation.INSIDE.tokens(
                rows,
                count(span, USAGE, "input_tokens", "prompt_tokens"),
                count(
                        span,
                        USAGE,
                        "cache_read.input_tokens",
                        "cache_read_input_tokens",
                        "cache_read_tokens",
                        "input_tokens.cached",
                        "details.cache_read_tokens",
                        "details.cache_read_input_tokens",
                        "prompt_details.cache_read"),
                count(
                        span,
                        USAGE,
                        "cache_creation.input_tokens",
                        "cache_creation_input_tokens",
                        "cache_creation_tokens",
                        "cache_write_tokens",
                        "details.cache_write_tokens",
                        "details.cache_creation_input_tokens",
                        "prompt_details.cache_write"),
                count(span, USAGE, "output_tokens", "completion_tokens"),
                null);
    }

    /** A stated total proves the relation; without one, Bedrock's is beside. */
    private static Tokens inference(Attributes span, String vendor, RowSink rows) throws RowProblem {
        return (vendor.equals("bedrock") ? Relation.BESIDE : Relation.INSIDE)
                .tokens(
                        rows,
                        count(span, COUNT, "prompt"),
                        count(span, COUNT, "prompt_details.cache_read"),
                        count(span, COUNT, "prompt_details.cache_write"),
                        count(span, COUNT, "completion"),
                        count(span, COUNT, "total"));
    }

    private static @Nullable Long count(Attributes span, String group, String... names) throws RowProblem {
        for (String name : names) {
            String value = span.get(group + name);
            if (value != null) {
                return CellValues.count(group + name, value);
            }
        }
        return null;
    }

    private static @Nullable String first(Attributes span, String... names) {
        for (String name : names) {
            String value = span.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
