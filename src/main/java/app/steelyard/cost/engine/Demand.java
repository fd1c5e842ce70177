package app.steelyard.cost.engine;

import app.steelyard.cost.column.Column;

/**
 * What one architecture takes in a month of a span of equal prices, as a function of the requests sent: so much for each
 * request, so much in any case, and of the cached parts one or the other, as the hit rate has it.
 *
 * @param perRequest whatever the cache does
 * @param perMonth whatever the traffic
 * @param onHit for each request that finds the part of that position in the cache
 * @param onMiss for each request that does not
 */
record Demand(
        Prompt prompt,
        Prefix prefix,
        Quantities perRequest,
        Quantities perMonth,
        Quantities[] onHit,
        Quantities[] onMiss) {

    /** Input tokens of one request: cached, uncached (retrieved ones among them), retrieved, and all. */
    record Prompt(Column cached, Column plain, Column retrieved, Column total) {}

    /** Adds the quantities of one month of a block of one plan to {@code bySlot}. */
    void addTo(double[] bySlot, Column sent, Column[] hits) {
        perRequest.addTo(bySlot, sent.value());
        perMonth.addTo(bySlot, 1);
        for (int p = 0; p < hits.length; p++) {
            onHit[p].addTo(bySlot, sent.value() * hits[p].value());
            onMiss[p].addTo(bySlot, sent.value() * (1 - hits[p].value()));
        }
    }
}
