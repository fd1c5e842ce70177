package app.steelyard.cost.result;

import app.steelyard.plan.item.ContextItem;

/**
 * What the cache does for one item in the first month, and what its hit rate is made of.
 *
 * @param cachedTokens tokens of the item inside the cached prefix; less than the item where the minimum or the step
 *     leaves some out
 * @param arrivals requests per hour on one distinct prefix in the busy part of the day, after splitting over keys
 * @param quietArrivals the same in the quiet part
 * @param changes changes per hour that invalidate the item, its own and those of everything before it
 * @param keys cache keys that one prefix is spread over, 1 or more
 * @param firstTurns what first requests of sessions were measured to find of it, in [0, 1]; NaN where that is derived
 * @param hitRate token-weighted over both parts of the day, in [0, 1]
 */
public record CachedPart(
        ContextItem item,
        double cachedTokens,
        double arrivals,
        double quietArrivals,
        double changes,
        double keys,
        double firstTurns,
        double hitRate) {

    /** Changes a month that invalidate the item. */
    public double changesPerMonth() {
        return changes * Hours.PER_MONTH;
    }
}
