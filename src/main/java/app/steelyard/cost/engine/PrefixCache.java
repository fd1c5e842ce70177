package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Puts the cached items of one architecture into the order of the prompt, and says how much of each is cached. What changes
 * with every request is never found again: wherever it is placed, it is plain input and no part of the prefix.
 */
final class PrefixCache {
    /** The cached items, widest scope first. */
    private final List<Cached> items;

    /** Indexes in the plan. */
    private final BitSet held = new BitSet();

    /** @param item index in the plan */
    private record Cached(int item, Scope scope) {}

    PrefixCache(Plan plan, Architecture architecture) {
        List<Cached> found = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            ContextItem item = plan.items().get(i);
            if (architecture.placements().get(i) == Placement.CACHED_PREFIX && item.scope() != Scope.REQUEST) {
                found.add(new Cached(i, item.scope()));
            }
        }
        found.sort(Comparator.comparing(Cached::scope));
        items = List.copyOf(found);
        found.forEach(i -> held.set(i.item()));
    }

    /** Whether the item of that index in the plan is part of the prefix. */
    boolean holds(int item) {
        return held.get(item);
    }

    /** @param kept whether an item of that index in the plan is cached after all */
    Prefix prefix(Block x, Epoch epoch, IntPredicate kept) {
        List<Cached> cached = items.stream().filter(i -> kept.test(i.item())).toList();
        List<Prefix.Part> parts = byStability(x, cached);
        Column total = Column.ZERO;
        for (Cached item : cached) {
            total = total.plus(x.tokens(item.item()));
        }
        Column own = x.get(PlanField.CACHE_MINIMUM_TOKENS);
        Column minimum = own.known().choose(own, Column.of(epoch.minimum()));
        trim(parts, cacheable(x, epoch, total, minimum));
        return new Prefix(x, epoch, parts, minimum);
    }

    /** Widest scope first, then the rarest change: a change in an earlier item invalidates all later ones. */
    private static List<Prefix.Part> byStability(Block x, List<Cached> items) {
        List<Prefix.Part> parts = new ArrayList<>();
        boolean alike = items.stream().allMatch(i -> x.changes(i.item()).uniform());
        for (Cached item : items) {
            parts.add(new Prefix.Part(item.item(), item.scope(), x.tokens(item.item()), x.changes(item.item())));
            for (int p = parts.size() - 1; !alike && p > 0 && parts.get(p - 1).scope() == item.scope(); p--) {
                order(parts, p);
            }
        }
        if (alike) {
            parts.sort(Comparator.comparing(Prefix.Part::scope)
                    .thenComparingDouble(p -> p.ownChanges().at(0)));
        }
        return parts;
    }

    /** Swaps the part at {@code p} with the one before where it changes more rarely, in the rows in which it does. */
    private static void order(List<Prefix.Part> parts, int p) {
        Prefix.Part before = parts.get(p - 1);
        Prefix.Part after = parts.get(p);
        Column swap = before.ownChanges().exceeds(after.ownChanges());
        parts.set(p - 1, Prefix.Part.choose(swap, after, before));
        parts.set(p, Prefix.Part.choose(swap, before, after));
    }

    /** Nothing below the minimum and whole steps above it. */
    private static Column cacheable(Block x, Epoch epoch, Column total, Column minimum) {
        if (!epoch.cached()) {
            return Column.ZERO;
        }
        Column whole = total;
        if (epoch.step() > 1) {
            Column steps = total.minus(minimum).times(1 / epoch.step()).map(Math::floor);
            whole = minimum.plus(steps.times(epoch.step()));
        }
        // What fell below the minimum or between two steps is already among the misses that were measured.
        return x.get(PlanField.MEASURED_HIT_RATE)
                .known()
                .choose(total, minimum.exceeds(total).choose(Column.ZERO, whole));
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
