package app.steelyard.plan.item;

import org.jspecify.annotations.Nullable;

/**
 * How an item of one session grows, such as a conversation: on its first turn it holds the item's own tokens.
 *
 * @param perTurn tokens that a turn leaves behind: the user's words, tool results, what the model thought
 * @param keptAnswer the share of the answer that stays, 0 to 1
 * @param end tokens at which it stops growing, by compaction or because people stop; null for no end
 * @param rewritten the share of what the turn before sent that is changed before the next, 0 to 1: it cannot be read from
 *     the cache
 */
public record Growth(
        double perTurn, double keptAnswer, @Nullable Double end, double rewritten) {

    /** Stays as long as it is. */
    public static final Growth NONE = new Growth(0, 0, null, 0);

    public boolean grows() {
        return perTurn > 0 || keptAnswer > 0;
    }
}
