package app.steelyard.usage.format.trace;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.RowProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what only traces have: times from a beginning, and the blocks of prompts. */
final class TraceCells {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(CellValues.MAX_COUNT);

    private TraceCells() {}

    /** A time since the beginning, which may lie before it, in units of {@code unit} milliseconds. */
    static long millis(String field, @Nullable String text, int unit) throws RowProblem {
        BigDecimal time = CellValues.requiredMoney(field, text)
                .multiply(BigDecimal.valueOf(unit))
                .setScale(0, RoundingMode.HALF_UP);
        if (time.abs().compareTo(LONGEST) > 0) {
            throw RowProblem.of(field, "time.range");
        }
        return time.longValueExact();
    }

    /** The blocks of {@code request}, which may be no more than its tokens, in {@code input}, fill or begin. */
    static PromptBlocks blocks(String scope, long millis, int size, String input, JsonNode request) throws RowProblem {
        JsonNode list = request.path("hash_ids");
        if (!list.isArray()) {
            throw RowProblem.of("hash_ids", "trace.blocks");
        }
        long[] ids = new long[list.size()];
        for (int i = 0; i < ids.length; i++) {
            JsonNode id = list.path(i);
            if (!id.isNumber() || !id.canConvertToExactIntegral() || !fits(id)) {
                throw RowProblem.of("hash_ids", "trace.blocks");
            }
            ids[i] = id.bigIntegerValue().longValue();
        }
        long tokens = CellValues.required(input, JsonCells.text(request, input));
        if (ids.length > 0 && (ids.length - 1L) * size >= tokens) {
            throw RowProblem.of("hash_ids", "trace.tooMany", ids.length, size, tokens);
        }
        return new PromptBlocks(scope, millis, size, ids);
    }

    /** Whether its bits tell it from all others; hashes of 64 bits are often written without a sign. */
    private static boolean fits(JsonNode id) {
        return id.bigIntegerValue().bitLength() <= Long.SIZE;
    }
}
