package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * TraceLab's rounds of coding agents, one request a line. A Claude round states its tokens apart, cached ones beside
 * the input; a Codex round states all input and how much of it was read from the cache. A round's time is that of the
 * first event in it. Source: the TraceLab repository.
 */
final class TraceLabRounds implements Format.OfJson {
    @Override
    public String id() {
        return "tracelab";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.firstHas("input_tokens_total", "prefix_tokens", "newly_append_tokens", "timing_events")
                ? Optional.of("tracelab")
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return TraceLabRounds::read;
    }

    private static void read(JsonNode round, Rows rows) throws RowProblem {
        String provider = Json.text(round, "provider");
        boolean claude = "claude".equals(provider);
        Tokens tokens = claude ? claude(round) : codex(round);
        if (tokens.input() != Values.required("input_tokens_total", Json.text(round, "input_tokens_total"))) {
            rows.note(Rows.Note.PARTS_DIFFER);
        }
        rows.accept(Entry.of(claude ? "anthropic" : "codex".equals(provider) ? "openai" : "unknown")
                .at(Values.time("timing_events.timestamp", time(round)))
                .model(Values.name("model", Json.text(round, "model")))
                .project(Values.name("project", Json.text(round, "project")))
                .prefix(Json.text(round, "session_id"))
                .tokens(tokens)
                .id(Json.text(round, "trace_key", "round_id"))
                .build());
    }

    private static Tokens claude(JsonNode round) throws RowProblem {
        return Tokens.beside(
                Json.count(round, "claude_uncached_input_tokens"),
                Json.count(round, "claude_cache_read_input_tokens"),
                Json.count(round, "claude_cache_creation_input_tokens"),
                Json.count(round, "output_tokens"));
    }

    private static Tokens codex(JsonNode round) throws RowProblem {
        return Tokens.inside(
                Json.count(round, "input_tokens_total"),
                Json.count(round, "prefix_tokens"),
                null,
                Json.count(round, "output_tokens"));
    }

    private static @Nullable String time(JsonNode round) {
        return Json.text(round.path("timing_events").path(0), "timestamp");
    }
}
