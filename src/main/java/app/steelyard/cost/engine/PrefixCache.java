package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Says how much of each cached item of one architecture is inside the prefix. What changes with every request is never found
 * again, and today neither is what stands behind that: wherever it is placed, it is plain input.
 */
final class PrefixCache {
    private final Plan plan;
    /** Indexes in the plan, in the order of the prompt. */
    private final List<Integer> order;

    private final int moving;
    private final @Nullable PriceRef model;
    private final BitSet held = new BitSet();

    /**
     * @param model that answers; null where none is chosen
     * @param order of the cached items, by their index in the plan
     * @param moving the index of an item behind which nothing is ever found
     */
    PrefixCache(Plan plan, @Nullable PriceRef model, List<Integer> order, int moving) {
        this.moving = moving;
        this.model = model;
        this.plan = plan;
        this.order = order;
        order.forEach(held::set);
    }

    /** Whether the item of that index in the plan is part of the prefix. */
    boolean holds(int item) {
        return held.get(item);
    }

    /** @param kept whether an item of that index in the plan is cached after all */
    Prefix prefix(Block x, Epoch epoch, IntPredicate kept) {
        List<Prefix.Part> parts = new ArrayList<>();
        Column total = Column.ZERO;
        Column rate = measured(x, epoch);
        Column measured = rate.known();
        for (int i : order) {
            if (!kept.test(i)) {
                continue;
            }
            Column tokens = x.conversations().size(i);
            parts.add(new Prefix.Part(
                    i,
                    // A cache object is referred to by name, wherever it stands.
                    i < moving || epoch.object() ? plan.items().get(i).scope() : Scope.REQUEST,
                    plan.items().get(i).growing().grows(),
                    tokens,
                    x.changes(i),
                    Column.ZERO,
                    // A measured rate is of all tokens, repeated or not.
                    measured.choose(tokens, x.conversations().repeated(i))));
            total = total.plus(tokens);
        }
        Column own = x.get(PlanField.CACHE_MINIMUM_TOKENS);
        Column minimum = own.known().choose(own, Column.of(epoch.minimum()));
        trim(parts, cacheable(epoch, total, minimum, measured));
        return new Prefix(x, epoch, parts, minimum, rate);
    }

    /** The hit rate that was measured on such a design; NaN where none was. */
    private Column measured(Block x, Epoch epoch) {
        CacheLifetime lifetime = epoch.lifetime();
        MeasuredOn on = plan.caching().measuredOn();
        boolean speaks = on == null
                || lifetime != null
                        && on.speaksFor(
                                model,
                                lifetime.name(),
                                order.stream()
                                        .map(i -> plan.items().get(i).id())
                                        .toList());
        return speaks ? x.get(PlanField.MEASURED_HIT_RATE) : Column.of(Double.NaN);
    }

    /** Nothing below the minimum and whole steps above it. */
    private static Column cacheable(Epoch epoch, Column total, Column minimum, Column measured) {
        if (!epoch.cached()) {
            return Column.ZERO;
        }
        Column whole = total;
        if (epoch.step() > 1) {
            Column steps = total.minus(minimum).times(1 / epoch.step()).map(Math::floor);
            whole = minimum.plus(steps.times(epoch.step()));
        }
        // What fell below the minimum or between two steps is already among the misses that were measured.
        return measured.choose(total, minimum.exceeds(total).choose(Column.ZERO, whole));
    }

    /** What is left over is taken from the end. */
    private static void trim(List<Prefix.Part> parts, Column cacheable) {
        Column left = cacheable;
        for (int p = 0; p < parts.size(); p++) {
            Column size = parts.get(p).tokens().min(left);
            left = left.minus(size);
            parts.set(p, parts.get(p).withSize(size));
        }
    }
}
