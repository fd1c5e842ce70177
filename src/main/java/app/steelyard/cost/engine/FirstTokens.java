package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.Latency;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import java.util.BitSet;

/** How soon the first token of an answer is there. Immutable. */
record FirstTokens(Plan plan, CostModel model) {

    /** @param tokens of the whole prompt */
    FirstToken of(double tokens, Caches caches) {
        double uncached = uncached(tokens);
        double cached = cached(tokens, caches.cachedTokens());
        return Double.isNaN(caches.hitRate())
                ? new FirstToken(uncached, uncached, uncached)
                : new FirstToken(uncached, cached, uncached + caches.hitRate() * (cached - uncached));
    }

    /**
     * Seconds where all that is cached is hit.
     *
     * @param kept the indexes of the items that are cached, of those that the architecture caches
     */
    double seconds(BitSet kept) {
        Block row = Block.of(plan);
        DemandFactory demand = model.demand(row);
        Prefix prefix = demand.prefix(row, model.epochs[1], model.firstSent(row), kept::get);
        double tokens = demand.prompt(row, prefix).total().value();
        double cached =
                prefix.parts().stream().mapToDouble(p -> p.size().value()).sum();
        return hit(tokens, cached);
    }

    /** Seconds where all that is cached is hit; as uncached where nothing is. */
    double hit(double tokens, double cached) {
        return cached == 0 ? uncached(tokens) : cached(tokens, cached);
    }

    private double uncached(double tokens) {
        return base() + plan.latency().secondsPer1kUncached() * tokens / 1000;
    }

    private double cached(double tokens, double cachedTokens) {
        Latency shape = plan.latency();
        double cached = base()
                + shape.cacheLookupSeconds()
                + shape.secondsPer1kUncached() * (tokens - cachedTokens) / 1000
                + shape.secondsPer1kCached() * cachedTokens / 1000;
        // The published measurements are of long prompts; on short ones the fitted lookup would make a hit the slower.
        return Math.min(cached, uncached(tokens));
    }

    private double base() {
        boolean searches = model.architecture.places(Placement.RETRIEVED);
        return plan.latency().baseSeconds() + (searches ? plan.latency().retrievalSeconds() : 0);
    }
}
