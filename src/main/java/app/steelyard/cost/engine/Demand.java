package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Conversations;

/**
 * What one architecture takes in a month of a span of equal prices, as a function of the requests sent: so much for each
 * request, so much in any case, and of the cached parts one or the other, as the hit rate has it.
 *
 * @param perRequest whatever the cache does
 * @param perMonth whatever the traffic
 * @param onHit for each request that finds the part of that position in the cache
 * @param onMiss for each request that does not
 */
record Demand(Prompt prompt, Prefix prefix, Bill perRequest, Bill perMonth, Bill[] onHit, Bill[] onMiss) {

    /**
     * Input tokens of one request, on average over its turns: cached, uncached (retrieved ones among them), retrieved, and
     * all.
     *
     * @param growing index of the item that is longer on later turns; −1 for none
     */
    record Prompt(Column cached, Column plain, Column retrieved, Column total, int growing) {

        /** The same prompt with that many tokens of it in the cache. */
        Prompt caching(Column tokens) {
            return new Prompt(tokens, total.minus(tokens), retrieved, total, growing);
        }

        /** The requests whose prompt is longer than {@code limit} tokens. */
        Conversations.Beyond beyond(Block x, double limit) {
            if (growing < 0) {
                Column beyond = total.exceeds(Column.of(limit));
                return new Conversations.Beyond(beyond, Column.ZERO);
            }
            Column others = total.minus(x.conversations().size(growing));
            return x.conversations().beyond(growing, Column.of(limit).minus(others));
        }
    }

    /** Enters one month of a block of one plan. */
    void enter(double sent, Column[] hits, Bill.Book book) {
        perRequest.enter(sent, book);
        perMonth.enter(1, book);
        for (int p = 0; p < hits.length; p++) {
            double hit = hits[p].value();
            onHit[p].enter(sent * hit, book);
            onMiss[p].enter(sent * (1 - hit), book);
        }
    }
}
