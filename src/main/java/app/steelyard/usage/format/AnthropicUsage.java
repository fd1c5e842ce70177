package app.steelyard.usage.format;

import tools.jackson.databind.JsonNode;

/**
 * The {@code usage} of an Anthropic message: {@code input_tokens} is what is left beside the tokens read from and
 * written to the cache. Where the writes are told apart by lifetime, these count and not their sum, which some
 * programs leave at an older value.
 */
final class AnthropicUsage {
    private AnthropicUsage() {}

    static Tokens of(JsonNode usage) throws RowProblem {
        Tokens tokens = Tokens.beside(
                Json.count(usage, "input_tokens"),
                Json.count(usage, "cache_read_input_tokens"),
                Json.count(usage, "cache_creation_input_tokens"),
                Json.count(usage, "output_tokens"));
        return usage.path("cache_creation").isObject()
                ? tokens.withWrites(
                        Json.count(usage, "cache_creation.ephemeral_5m_input_tokens"),
                        Json.count(usage, "cache_creation.ephemeral_1h_input_tokens"))
                : tokens;
    }
}
