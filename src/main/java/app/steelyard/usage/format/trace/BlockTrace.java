package app.steelyard.usage.format.trace;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import tools.jackson.databind.JsonNode;

/**
 * Public traces of requests with the hashes of their prompt's blocks, one request a line: Mooncake's and those of Qwen.
 * Their times count from the trace's beginning, so only a replay asks for them; what was read from a cache they
 * do not tell either, only what could have been. Source: the repositories of Mooncake and of Qwen-Bailian.
 */
public final class BlockTrace {
    private static final Texts TEXTS = Texts.of(BlockTrace.class);

    /** Tokens of a block. */
    private static final int MOONCAKE = 512;

    private static final int QWEN = 16;

    public static final Format FORMAT = new Format.OfJson(
            "block-trace",
            Format.Kind.USAGE,
            head -> {
                if (!head.firstHas("timestamp", "input_length", "output_length", "hash_ids")) {
                    return null;
                }
                return head.firstHas("chat_id") ? "block-trace.qwen" : "block-trace.mooncake";
            },
            (line, rows) -> {
                rows.say(UsageFinding.info(TEXTS.get("trace.relative")));
                rows.accept(
                        Entry.of(line.has("chat_id") ? "alibaba" : "moonshot")
                                .at(null)
                                .tokens(Tokens.beside(
                                        CellValues.required("input_length", JsonCells.text(line, "input_length")),
                                        null,
                                        null,
                                        CellValues.required("output_length", JsonCells.text(line, "output_length")))),
                        () -> blocks(line));
            });

    private BlockTrace() {}

    /** Mooncake's times are milliseconds, Qwen's seconds. */
    private static PromptBlocks blocks(JsonNode line) throws RowProblem {
        boolean qwen = line.has("chat_id");
        long millis = TraceCells.millis("timestamp", JsonCells.text(line, "timestamp"), qwen ? 1000 : 1);
        return TraceCells.blocks("", millis, qwen ? QWEN : MOONCAKE, "input_length", line);
    }
}
