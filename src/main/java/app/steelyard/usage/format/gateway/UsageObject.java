package app.steelyard.usage.format.gateway;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What gateways pass on of an answer's {@code usage}: OpenAI's details, Anthropic's names, or both for the same tokens,
 * which then count once. Where a count is there under several names, it is the largest: some leave the others at 0.
 */
final class UsageObject {
    private final @Nullable Long read;
    private final @Nullable Long write;
    private final @Nullable Long write5m;
    private final @Nullable Long write1h;

    /** @param usages places where the same usage may be */
    UsageObject(JsonNode... usages) throws RowProblem {
        read = largest(
                usages,
                "cache_read_input_tokens",
                "prompt_tokens_details.cached_tokens",
                "input_tokens_details.cached_tokens",
                "prompt_cache_hit_tokens",
                "input_token_details.cache_read",
                "prompt_token_details.cache_read",
                "prompt_cached_tokens",
                "cached_input_tokens");
        Long sum = largest(
                usages,
                "cache_creation_input_tokens",
                "prompt_tokens_details.cache_creation_tokens",
                "prompt_tokens_details.cache_write_tokens",
                "input_tokens_details.cache_write_tokens",
                "input_token_details.cache_creation",
                "prompt_token_details.cache_creation",
                "prompt_cache_creation_tokens",
                "cache_write_input_tokens");
        Long fiveMinutes = largest(
                usages,
                "cache_creation.ephemeral_5m_input_tokens",
                "prompt_tokens_details.cache_creation_token_details.ephemeral_5m_input_tokens",
                "input_token_details.ephemeral_5m_input_tokens",
                "prompt_token_details.ephemeral_5m_input_tokens");
        Long oneHour = largest(
                usages,
                "cache_creation.ephemeral_1h_input_tokens",
                "prompt_tokens_details.cache_creation_token_details.ephemeral_1h_input_tokens",
                "input_token_details.ephemeral_1h_input_tokens",
                "prompt_token_details.ephemeral_1h_input_tokens");
        long parts = Relation.zero(fiveMinutes) + Relation.zero(oneHour);
        // Some leave the sum at 0 where they tell its parts.
        boolean apart = (fiveMinutes != null || oneHour != null) && (sum == null || sum == 0 || sum == parts);
        write = apart ? (Long) parts : sum;
        write5m = apart ? fiveMinutes : null;
        write1h = apart ? oneHour : null;
    }

    @Nullable
    Long read() {
        return read;
    }

    /** All that was written, for whatever time. */
    @Nullable
    Long write() {
        return write;
    }

    /** {@code tokens} with its writes told apart, where the usage does so. */
    Tokens apart(Tokens tokens) {
        return write5m == null && write1h == null ? tokens : tokens.withWrites(write5m, write1h);
    }

    private static @Nullable Long largest(JsonNode[] usages, String... paths) throws RowProblem {
        Long largest = null;
        for (JsonNode usage : usages) {
            for (String path : paths) {
                Long count = JsonCells.count(usage, path);
                largest = largest == null || count != null && count > largest ? count : largest;
            }
        }
        return largest;
    }
}
