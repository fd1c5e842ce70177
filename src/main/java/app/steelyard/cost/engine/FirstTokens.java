package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Conversations;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation.OnTurn;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.session.Latency;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Where sessions have more turns than one: the first, and those that half and 95 of 100 requests are not beyond. */
    List<OnTurn> byTurn(Block row, Prefix prefix, Column sent, Demand.Prompt prompt) {
        double turns = row.get(PlanField.TURNS).value();
        if (turns <= 1) {
            return List.of();
        }
        Column[] hits = prefix.hits(sent);
        Column[] firstHits = prefix.firstHits(sent);
        Conversations talks = row.conversations();
        return IntStream.of(1, talks.turnBefore(0.5), talks.turnBefore(0.05))
                .distinct()
                .mapToObj(turn -> {
                    double read = 0;
                    double readable = 0;
                    for (int p = 0; p < hits.length; p++) {
                        double first = firstHits[p].value();
                        double later = Math.clamp((hits[p].value() - first / turns) / (1 - 1 / turns), 0.0, 1.0);
                        double tokens = readable(row, prefix, p, turn);
                        readable += tokens;
                        read += tokens * (turn == 1 ? first : later);
                    }
                    int grows = prompt.growing();
                    double total = prompt.total().value()
                            + (grows < 0
                                    ? 0
                                    : talks.onTurn(grows, turn, turn)
                                            - talks.size(grows).value());
                    double uncached = uncached(total);
                    double saved = readable == 0 ? 0 : read / readable * (uncached - cached(total, readable));
                    return new OnTurn(turn, total, read / total, uncached - saved);
                })
                .toList();
    }

    /** Tokens of a part that a turn can read: of what grows, those that the turn before sent and nobody has rewritten. */
    private static double readable(Block row, Prefix prefix, int position, int turn) {
        Prefix.Part part = prefix.parts().get(position);
        if (!part.grows()) {
            return part.repeated().value();
        }
        Conversations talks = row.conversations();
        double held = part.size().value() / Math.max(1, part.tokens().value());
        if (prefix.isMeasured()) {
            return held * talks.onTurn(part.item(), turn, turn);
        }
        double kept = 1 - row.get(part.item(), ItemNumber.Kind.REWRITTEN).value();
        return turn == 1 ? 0 : held * kept * talks.found(part.item(), turn);
    }

    /**
     * Seconds where all that is cached is hit.
     *
     * @param kept the indexes of the items that are cached, of those that the architecture caches
     */
    double seconds(BitSet kept) {
        Block row = model.rows(Block.of(plan));
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
