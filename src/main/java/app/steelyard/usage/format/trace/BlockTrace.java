package app.steelyard.usage.format.trace;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;

/**
 * Public traces of requests with the hashes of their prompt's blocks, one request a line: Mooncake's and those of Qwen.
 * Their times count from the trace's beginning, so no row has a time of its own here; what was read from a cache they
 * do not tell either, only what could have been. Source: the repositories of Mooncake and of Qwen-Bailian.
 */
public final class BlockTrace {
    private static final Texts TEXTS = Texts.of(BlockTrace.class);

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
                rows.accept(Entry.of(line.has("chat_id") ? "alibaba" : "moonshot")
                        .at(null)
                        .tokens(Tokens.beside(
                                CellValues.required("input_length", JsonCells.text(line, "input_length")),
                                null,
                                null,
                                CellValues.required("output_length", JsonCells.text(line, "output_length")))));
            });

    private BlockTrace() {}
}
