package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Conversations;

/**
 * Which share of the tokens is billed at the price for long prompts. A conversation passes the limit on some turn: its own
 * tokens are then more than on average.
 *
 * @param growing index of the item that is longer on later turns; −1 for none
 * @param grown the share of that item
 */
record LongShares(Column plain, Column cached, Column output, int growing, Column grown) {

    static LongShares of(Block x, Demand.Prompt prompt, Epoch epoch) {
        if (Double.isInfinite(epoch.longAbove())) {
            return all(Column.ZERO);
        }
        Conversations.Beyond beyond = prompt.beyond(x, epoch.longAbove());
        if (beyond.share().isZero()) {
            return all(Column.ZERO);
        }
        if (prompt.growing() >= 0) {
            return ofTurns(x, prompt, epoch, beyond);
        }
        return epoch.longWhole()
                ? all(beyond.share())
                : tail(prompt, beyond.share(), prompt.total().minus(Column.of(epoch.longAbove())));
    }

    private static LongShares all(Column share) {
        return new LongShares(share, share, share, -1, share);
    }

    private static LongShares ofTurns(Block x, Demand.Prompt prompt, Epoch epoch, Conversations.Beyond beyond) {
        Column size = x.conversations().size(prompt.growing());
        if (epoch.longWhole()) {
            Column share = beyond.share();
            return new LongShares(
                    share, share, share, prompt.growing(), beyond.tokens().over(size.max(Column.ONE)));
        }
        Column limit = Column.of(epoch.longAbove()).minus(prompt.total().minus(size));
        Column excess = beyond.tokens().minus(limit.times(beyond.share()));
        return tail(prompt, excess.exceeds(Column.ZERO), excess);
    }

    /** Where what is beyond the limit alone is dearer: it stands at the tail, and so does what is not cached. */
    private static LongShares tail(Demand.Prompt prompt, Column beyond, Column excess) {
        Column cached = excess.minus(prompt.plain())
                .max(Column.ZERO)
                .over(prompt.cached().max(Column.ONE));
        Column ofPlain = beyond.choose(excess.over(prompt.plain()).min(Column.ONE), Column.ZERO);
        Column ofCached = beyond.choose(cached, Column.ZERO);
        return new LongShares(ofPlain, ofCached, Column.ZERO, -1, ofPlain);
    }

    Column plain(int item) {
        return item == growing ? grown : plain;
    }

    Column cached(int item) {
        return item == growing ? grown : cached;
    }
}
