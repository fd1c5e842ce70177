package app.steelyard.plan.item;

import org.jspecify.annotations.Nullable;

/**
 * How an item of one session grows, such as a conversation: on its first turn it holds the item's own tokens.
 *
 * @param perTurn tokens that a turn leaves behind: the user's words, tool results, what the model thought
 * @param keptAnswer the share of the answer that stays, 0 to 1
 * @param end tokens beyond which it does not grow: it stops there, or is compacted; null for no end
 * @param rewritten the share of what the turn before sent that is changed before the next, 0 to 1: it cannot be read from
 *     the cache; docs/model.md says how it is taken from a log
 * @param compactedTo tokens with which it begins anew where it would pass its end; null where it stops growing there
 * @param summaryTokens what the call writes that reads all and compacts it; null for nothing
 * @param window tokens of the latest turns that are sent; once there are more, it begins elsewhere with each turn, and nothing
 *     of it is found; null for all
 */
public record Growth(
        double perTurn,
        double keptAnswer,
        @Nullable Double end,
        double rewritten,
        @Nullable Double compactedTo,
        @Nullable Double summaryTokens,
        @Nullable Double window) {

    /** Stops growing at its end. */
    public Growth(double perTurn, double keptAnswer, @Nullable Double end, double rewritten) {
        this(perTurn, keptAnswer, end, rewritten, null, null, null);
    }

    /** Stays as long as it is. */
    public static final Growth NONE = new Growth(0, 0, null, 0);

    public boolean grows() {
        return perTurn > 0 || keptAnswer > 0;
    }

    /** The same, compacted at {@code most} tokens. */
    public Growth compacted(double most, double to, double summary) {
        return new Growth(perTurn, keptAnswer, most, rewritten, to, summary, null);
    }

    /** The same, neither compacted nor cut off. */
    public Growth whole() {
        return new Growth(perTurn, keptAnswer, compactedTo == null ? end : null, rewritten);
    }
}
