package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * The {@code usage} of an Anthropic message: {@code input_tokens} is what is left beside the tokens read from and
 * written to the cache. Where the writes are told apart by lifetime, these count and not their sum, which some
 * programs leave at an older value. Where a message took several passes, of which it states the last beside the list of
 * them, such as one that compacts what came before, all are billed.
 */
public final class AnthropicUsage {
    private AnthropicUsage() {}

    public static Tokens of(JsonNode usage) throws RowProblem {
        Tokens stated = one(usage);
        JsonNode iterations = usage.path("iterations");
        if (!iterations.isArray() || iterations.isEmpty()) {
            return stated;
        }
        Tokens sum = Tokens.NONE;
        for (JsonNode iteration : iterations) {
            sum = sum.plus(one(iteration));
        }
        return sum.total() >= stated.total() ? sum : stated;
    }

    private static Tokens one(JsonNode usage) throws RowProblem {
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
