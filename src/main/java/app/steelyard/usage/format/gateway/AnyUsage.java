package app.steelyard.usage.format.gateway;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@code usage} that a tracer passed on as it came, so that its names tell whose it is: Anthropic's cached tokens stand
 * under names of their own beside {@code input_tokens}, everyone else's are among the details of the input that holds them.
 */
public final class AnyUsage {
    private AnyUsage() {}

    /** By its names, unless a stated total proves the other way. */
    public static Tokens of(JsonNode usage, RowSink rows) throws RowProblem {
        return of(usage, isBeside(usage) ? Relation.BESIDE : Relation.INSIDE, rows);
    }

    /** By {@code rule}, unless a stated total proves the other way. */
    public static Tokens of(JsonNode usage, Relation rule, RowSink rows) throws RowProblem {
        return of(usage, rule, JsonCells.count(usage, "total_tokens", "totalTokens", "tokens"), rows);
    }

    /** By {@code rule}, where a total is stated that proves nothing. */
    public static Tokens ofParts(JsonNode usage, Relation rule, RowSink rows) throws RowProblem {
        return of(usage, rule, null, rows);
    }

    private static Tokens of(JsonNode usage, Relation rule, @Nullable Long total, RowSink rows) throws RowProblem {
        UsageObject cached = new UsageObject(usage);
        Long input = JsonCells.count(usage, "prompt_tokens", "input_tokens", "promptTokens", "inputTokens");
        Long output = output(usage, input, total);
        Tokens tokens = rule.tokens(rows, input, cached.read(), cached.write(), output, total);
        return tokens.equals(Tokens.NONE) ? tokens : cached.apart(tokens);
    }

    /** Where Anthropic's own names are used and no other's. */
    private static boolean isBeside(JsonNode usage) {
        return usage.has("input_tokens")
                && (usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens"))
                && !usage.has("prompt_tokens")
                && !usage.has("input_tokens_details");
    }

    /** Some vendors count the reasoning beside the output, which the total then proves. */
    private static @Nullable Long output(JsonNode usage, @Nullable Long input, @Nullable Long total) throws RowProblem {
        Long output = JsonCells.count(usage, "completion_tokens", "output_tokens", "completionTokens", "outputTokens");
        Long reasoning = JsonCells.count(
                usage,
                "completion_tokens_details.reasoning_tokens",
                "output_tokens_details.reasoning_tokens",
                "output_token_details.reasoning",
                "reasoning_tokens",
                "reasoning_output_tokens",
                "completion_reasoning_tokens");
        return input != null
                        && output != null
                        && total != null
                        && reasoning != null
                        && total == input + output + reasoning
                ? (Long) (output + reasoning)
                : output;
    }
}
