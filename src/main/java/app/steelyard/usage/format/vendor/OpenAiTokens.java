package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code usage} of one answer in OpenAI's shape, which many vendors and gateways share: the input holds what was
 * read from and written to the cache, the output holds the reasoning. Names differ between chat completions, responses,
 * the realtime interface and DeepSeek, which states hits and misses.
 */
final class OpenAiTokens {
    private OpenAiTokens() {}

    static Tokens of(JsonNode usage) throws RowProblem {
        Long input = JsonCells.count(usage, "prompt_tokens", "input_tokens");
        if (input == null) {
            throw RowProblem.of("prompt_tokens", "count.missing");
        }
        Long read = JsonCells.count(
                usage,
                "prompt_tokens_details.cached_tokens",
                "input_tokens_details.cached_tokens",
                "input_token_details.cached_tokens",
                "prompt_cache_hit_tokens",
                "cached_tokens");
        Long miss = JsonCells.count(usage, "prompt_cache_miss_tokens");
        if (miss != null && (read == null ? miss > input : miss + read != input)) {
            throw read == null
                    ? RowProblem.of("prompt_cache_miss_tokens", "part.large", miss, input)
                    : new RowProblem("parts.differ", read, miss, input);
        }
        return Tokens.inside(
                input,
                read == null && miss != null ? (Long) (input - miss) : read,
                JsonCells.count(
                        usage, "prompt_tokens_details.cache_write_tokens", "input_tokens_details.cache_write_tokens"),
                output(usage, input));
    }

    /** Some vendors count the reasoning beside the output, which the total then proves. */
    private static @Nullable Long output(JsonNode usage, long input) throws RowProblem {
        Long output = JsonCells.count(usage, "completion_tokens", "output_tokens");
        Long total = JsonCells.count(usage, "total_tokens");
        Long reasoning = JsonCells.count(
                usage, "completion_tokens_details.reasoning_tokens", "output_tokens_details.reasoning_tokens");
        return output == null || total == null || reasoning == null || total != input + output + reasoning
                ? output
                : (Long) (output + reasoning);
    }
}
