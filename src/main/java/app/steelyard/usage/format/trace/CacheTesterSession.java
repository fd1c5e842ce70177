package app.steelyard.usage.format.trace;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import tools.jackson.databind.JsonNode;

/**
 * One session of WEKA's kv-cache-tester: requests of Claude Code, those of its agents nested, with the hashes of their
 * prompt's blocks. Times count from the session's beginning, so no row has a time of its own here; what was read from a
 * cache it does not tell, only what could have been. Source: the kv-cache-tester repository.
 */
public final class CacheTesterSession {
    private static final Texts TEXTS = Texts.of(CacheTesterSession.class);

    public static final Format FORMAT = new Format.OfJson(
            "kv-cache-tester",
            Format.Kind.USAGE,
            head -> head.firstHas("block_size", "hash_id_scope", "tool_tokens", "requests") ? "kv-cache-tester" : null,
            (session, rows) -> {
                rows.say(UsageFinding.info(TEXTS.get("trace.relative")));
                requests(session.path("requests"), String.valueOf(JsonCells.text(session, "id")), "/requests", rows);
            });

    private CacheTesterSession() {}

    private static void requests(JsonNode requests, String session, String pointer, RowSink rows) {
        if (!requests.isArray()) {
            rows.reject(pointer, new RowProblem("json.noList").reason());
        }
        int at = 0;
        for (JsonNode request : requests) {
            String place = pointer + "/" + at++;
            if (request.path("requests").isArray()) {
                requests(request.path("requests"), session, place + "/requests", rows);
            } else {
                rows.attempt(place, () -> request(request, session, place, rows));
            }
        }
    }

    private static void request(JsonNode request, String session, String place, RowSink rows) throws RowProblem {
        rows.accept(Entry.of("anthropic")
                .at(null)
                .model(JsonCells.name(request, "model"))
                .prefix(session)
                .tokens(Tokens.beside(
                        CellValues.required("in", JsonCells.text(request, "in")),
                        null,
                        null,
                        CellValues.required("out", JsonCells.text(request, "out"))))
                .id(session + place));
    }
}
