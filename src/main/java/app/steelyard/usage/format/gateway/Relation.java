package app.steelyard.usage.format.gateway;

import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Whether cached tokens are inside the stated input or beside it, where the same gateway writes both. A stated total
 * proves it, as does a cached part larger than the input; without proof the gateway's rule holds.
 */
public enum Relation {
    INSIDE,
    BESIDE;

    /**
     * The tokens of a row that follows this rule unless it proves the other one. Tells {@code rows} where nothing adds
     * up to the total, and where the rule is broken.
     */
    public Tokens tokens(
            RowSink rows,
            @Nullable Long input,
            @Nullable Long read,
            @Nullable Long write,
            @Nullable Long output,
            @Nullable Long total)
            throws RowProblem {
        long parts = zero(read) + zero(write);
        Relation proven = this;
        if (input != null && total != null) {
            long rest = total - input - zero(output);
            if (rest == 0) {
                proven = INSIDE;
            } else if (rest == parts) {
                proven = BESIDE;
            } else {
                rows.note(RowSink.Note.TOTAL_DIFFERS);
            }
        }
        if (proven == INSIDE && input != null && parts > input) {
            rows.note(RowSink.Note.NOT_INSIDE);
            proven = BESIDE;
        }
        return proven == INSIDE ? Tokens.inside(input, read, write, output) : Tokens.beside(input, read, write, output);
    }

    static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
