package app.steelyard.usage.format.trace;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import tools.jackson.databind.JsonNode;

/**
 * One session of WEKA's kv-cache-tester: requests of Claude Code, those of its agents nested, with the hashes of their
 * prompt's blocks. Times count from the session's beginning, so only a replay asks for them; what was read from a cache
 * it does not tell, only what could have been. Source: the kv-cache-tester repository.
 */
public final class CacheTesterSession {
    private static final Texts TEXTS = Texts.of(CacheTesterSession.class);

    public static final Format FORMAT = new Format.OfJson(
            "kv-cache-tester",
            Format.Kind.USAGE,
            head -> head.firstHas("block_size", "hash_id_scope", "tool_tokens", "requests") ? "kv-cache-tester" : null,
            (session, rows) -> {
                rows.say(UsageFinding.info(TEXTS.get("trace.relative")));
                new CacheTesterSession(session).requests(session.path("requests"), "/requests", rows);
            });

    private final JsonNode session;
    private final String id;

    private CacheTesterSession(JsonNode session) {
        this.session = session;
        this.id = String.valueOf(JsonCells.text(session, "id"));
    }

    private void requests(JsonNode requests, String pointer, RowSink rows) {
        if (!requests.isArray()) {
            rows.reject(pointer, new RowProblem("json.noList").reason());
        }
        int at = 0;
        for (JsonNode request : requests) {
            String place = pointer + "/" + at++;
            if (request.path("requests").isArray()) {
                requests(request.path("requests"), place + "/requests", rows);
            } else {
                rows.attempt(place, () -> request(request, place, rows));
            }
        }
    }

    private void request(JsonNode request, String place, RowSink rows) throws RowProblem {
        rows.accept(
                Entry.of("anthropic")
                        .at(null)
                        .model(JsonCells.name(request, "model"))
                        .prefix(id)
                        .tokens(Tokens.beside(
                                CellValues.required("in", JsonCells.text(request, "in")),
                                null,
                                null,
                                CellValues.required("out", JsonCells.text(request, "out"))))
                        .id(id + place),
                () -> blocks(request));
    }

    /** Unless the session says that its ids mean the same in all, they mean blocks of it alone. */
    private PromptBlocks blocks(JsonNode request) throws RowProblem {
        Long size = JsonCells.count(session, "block_size");
        if (size == null || size < 1 || size > Integer.MAX_VALUE) {
            throw RowProblem.of("block_size", "trace.blockSize");
        }
        boolean global = "global".equals(JsonCells.text(session, "hash_id_scope"));
        return TraceCells.blocks(
                global ? "" : id,
                TraceCells.millis("t", JsonCells.text(request, "t"), 1000),
                (int) (long) size,
                "in",
                request);
    }
}
