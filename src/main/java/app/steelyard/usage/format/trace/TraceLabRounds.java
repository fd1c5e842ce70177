package app.steelyard.usage.format.trace;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * TraceLab's rounds of coding agents, one request a line. A Claude round states its tokens apart, cached ones beside
 * the input; a Codex round states all input and how much of it was read from the cache. A round's time is that of the
 * first event in it. Source: the TraceLab repository.
 */
public final class TraceLabRounds {
    public static final Format FORMAT = new Format.OfJson(
            "tracelab",
            Format.Kind.USAGE,
            head -> head.firstHas("input_tokens_total", "prefix_tokens", "newly_append_tokens", "timing_events")
                    ? "tracelab"
                    : null,
            TraceLabRounds::read);

    private TraceLabRounds() {}

    private static void read(JsonNode round, RowSink rows) throws RowProblem {
        String provider = JsonCells.text(round, "provider");
        boolean claude = "claude".equals(provider);
        Tokens tokens = claude ? claude(round) : codex(round);
        if (tokens.input() != CellValues.required("input_tokens_total", JsonCells.text(round, "input_tokens_total"))) {
            rows.note(RowSink.Note.PARTS_DIFFER);
        }
        rows.accept(Entry.of(claude ? "anthropic" : "codex".equals(provider) ? "openai" : "unknown")
                .at(CellValues.time("timing_events.timestamp", time(round)))
                .model(JsonCells.name(round, "model"))
                .project(JsonCells.name(round, "project"))
                .prefix(JsonCells.text(round, "session_id"))
                .tokens(tokens)
                .id(JsonCells.text(round, "trace_key", "round_id")));
    }

    private static Tokens claude(JsonNode round) throws RowProblem {
        return Tokens.beside(
                JsonCells.count(round, "claude_uncached_input_tokens"),
                JsonCells.count(round, "claude_cache_read_input_tokens"),
                JsonCells.count(round, "claude_cache_creation_input_tokens"),
                JsonCells.count(round, "output_tokens"));
    }

    private static Tokens codex(JsonNode round) throws RowProblem {
        return Tokens.inside(
                JsonCells.count(round, "input_tokens_total"),
                JsonCells.count(round, "prefix_tokens"),
                null,
                JsonCells.count(round, "output_tokens"));
    }

    private static @Nullable String time(JsonNode round) {
        return JsonCells.text(round.path("timing_events").path(0), "timestamp");
    }
}
