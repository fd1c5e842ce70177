package app.steelyard.usage.format.vendor;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifiers;
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

    /** How it was served, beside the tier. */
    public static Modifiers served(JsonNode usage) {
        return Modifiers.STANDARD.served(JsonCells.text(usage, "speed")).at(JsonCells.text(usage, "inference_geo"));
    }

    /** What the vendor did for the model. */
    public static Extras extras(JsonNode usage) throws RowProblem {
        Long searches = JsonCells.count(usage, "server_tool_use.web_search_requests");
        Long fetches = JsonCells.count(usage, "server_tool_use.web_fetch_requests");
        return Extras.NONE
                .with(Fee.WEB_SEARCH, searches == null ? 0 : searches)
                .with(Fee.WEB_FETCH, fetches == null ? 0 : fetches);
    }

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
