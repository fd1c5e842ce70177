package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The {@code usage} of an Anthropic message: {@code input_tokens} is what is left beside the tokens read from and
 * written to the cache. Where the writes are told apart by lifetime, these count and not their sum, which some
 * programs leave at an older value.
 */
public final class AnthropicUsage {
    private AnthropicUsage() {}

    public static Tokens of(JsonNode usage) throws RowProblem {
        Tokens tokens = Tokens.beside(
                JsonCells.count(usage, "input_tokens"),
                JsonCells.count(usage, "cache_read_input_tokens"),
                JsonCells.count(usage, "cache_creation_input_tokens"),
                JsonCells.count(usage, "output_tokens"));
        return usage.path("cache_creation").isObject()
                ? tokens.withWrites(
                        JsonCells.count(usage, "cache_creation.ephemeral_5m_input_tokens"),
                        JsonCells.count(usage, "cache_creation.ephemeral_1h_input_tokens"))
                : tokens;
    }
}
