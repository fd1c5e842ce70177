package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Conversations;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.terms.LineWeights;
import java.util.List;
import java.util.function.Function;

/**
 * What one architecture takes in a month of a span of equal prices, as a function of the requests sent: so much for each
 * request, so much in any case, and of the cached parts one or the other, as the hit rate has it.
 *
 * @param perRequest whatever the cache does
 * @param perMonth whatever the traffic
 * @param onHit for each request that finds the part of that position in the cache
 * @param onMiss for each request that does not
 * @param keepAlive calls that nobody asked for
 * @param successes how many sessions are repeated and fail
 * @param perSession what failures come to, for each session
 */
record Demand(
        Prompt prompt,
        Prefix prefix,
        Bill perRequest,
        Bill perMonth,
        Bill[] onHit,
        Bill[] onMiss,
        KeepAlive keepAlive,
        Successes successes,
        Bill perSession) {

    /**
     * Pings that keep a prefix alive. The first is sent after each request that no other follows for so long, and so on.
     *
     * @param after by ping: what misses of it, nothing follows
     * @param sent by ping: how many are sent for each such request; 0 in rows with fewer pings
     * @param each by part: what a ping costs
     */
    record KeepAlive(List<Reuse> after, List<Column> sent, Bill[] each) {
        static final KeepAlive NONE = new KeepAlive(List.of(), List.of(), new Bill[0]);

        /** What a ping costs. */
        Column money() {
            Column money = Column.ZERO;
            for (Bill part : each) {
                money = money.plus(part.paid());
            }
            return money;
        }

        /** What a weights counts of a ping. */
        Column counted(LineWeights weights, boolean ofProvisioned) {
            Column sum = Column.ZERO;
            for (Bill part : each) {
                sum = sum.plus(part.counted(weights, ofProvisioned));
            }
            return sum;
        }

        /**
         * Pings of several months.
         *
         * @param unfollowed how many requests of these months miss
         */
        Column count(Function<Reuse, Column> unfollowed) {
            Column count = Column.ZERO;
            for (int ping = 0; ping < after.size(); ping++) {
                count = count.plus(unfollowed.apply(after.get(ping)).times(sent.get(ping)));
            }
            return count;
        }

        /** Enters {@code count} pings of a block of one plan. */
        void enter(double count, Bill.Book book) {
            for (Bill part : each) {
                part.enter(count, book);
            }
        }
    }

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

    /** Enters what the requests of one month take, of a block of one plan. */
    void enter(double sent, Column[] hits, Bill.Book book) {
        perRequest.enter(sent, book);
        for (int p = 0; p < hits.length; p++) {
            double hit = hits[p].value();
            onHit[p].enter(sent * hit, book);
            onMiss[p].enter(sent * (1 - hit), book);
        }
    }
}
