package app.steelyard.usage.format.vendor;

import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer as a program wrote it down: beside its request, within what the network sent, with the time before it. */
final class Wrapped {
    /** The names that lead to an answer, of which one stands first in such a record. */
    static final List<String> NAMES = List.of("response", "body");

    private static final List<String> PATHS = List.of("response.body", "response", "body");

    private Wrapped() {}

    /** What has the usage. */
    static JsonNode answer(JsonNode record) {
        return PATHS.stream()
                .map(p -> JsonCells.at(record, p))
                .filter(n -> n.path("usage").isObject())
                .findFirst()
                .orElse(record);
    }

    /** When it was written down; null where nothing tells. */
    static @Nullable Instant time(JsonNode record) throws RowProblem {
        return JsonCells.time(record, "timestamp", "time", "logged_at", "requested_at");
    }
}
