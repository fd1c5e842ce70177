package app.steelyard.cost;

import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scope;
import app.steelyard.pricing.CacheLifetime;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the prompt cache does with the cached items of one architecture: their order, what of them is cached, and their
 * hit rates. Holds the arrays of one evaluation, so that a simulation allocates nothing; not safe for several threads.
 */
final class PrefixCache {
    /** Index of each cached item in the plan. */
    final int[] items;
    /** Positions of the prompt: which of {@link #items} stands there. */
    final int[] order;
    /** By index in {@link #items}: tokens inside the cached prefix. */
    final double[] size;
    /** By index in {@link #items}: probability that a request finds the item cached. */
    final double[] hit;

    final double[] arrivals;
    final double[] quietArrivals;
    final double[] changes;
    final double[] keys;

    private final Scope[] scopes;
    private final boolean[] boundary;

    PrefixCache(int[] items, Scope[] scopes) {
        int n = items.length;
        this.items = items;
        this.scopes = scopes;
        order = new int[n];
        size = new double[n];
        hit = new double[n];
        arrivals = new double[n];
        quietArrivals = new double[n];
        changes = new double[n];
        keys = new double[n];
        boundary = new boolean[n];
    }

    /** How many distinct prefixes end at this scope. */
    static double copies(Scope scope, double[] x) {
        return switch (scope) {
            case SHARED -> 1;
            case TENANT -> x[PlanField.TENANTS.ordinal()];
            case USER -> Math.max(x[PlanField.USERS.ordinal()], x[PlanField.TENANTS.ordinal()]);
            case REQUEST -> Double.POSITIVE_INFINITY;
        };
    }

    /** The copies of the narrowest scope among the cached items; 1 where there is none. */
    double narrowestCopies(double[] x) {
        return order.length == 0 ? 1 : copies(scopes[order[order.length - 1]], x);
    }

    /**
     * Fills all arrays for one month.
     *
     * @param requests requests in the month, retries counted
     */
    void compute(double[] x, double requests, Epoch epoch) {
        sortByStability(x);
        trimToSteps(x, epoch);
        if (!epoch.cached()) {
            return;
        }
        rates(x, requests, epoch);
        if (epoch.object()) {
            Arrays.fill(hit, 1);
            return;
        }
        double measured = x[PlanField.MEASURED_HIT_RATE.ordinal()];
        if (!Double.isNaN(measured)) {
            Arrays.fill(hit, measured);
            return;
        }
        derive(x, epoch);
        mergeSegments(x, epoch);
    }

    /** Widest scope first, then the rarest change: a change in an earlier item invalidates all later ones. */
    private void sortByStability(double[] x) {
        for (int i = 0; i < order.length; i++) {
            int j = i;
            while (j > 0 && before(i, order[j - 1], x)) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = i;
        }
    }

    private boolean before(int a, int b, double[] x) {
        if (scopes[a] != scopes[b]) {
            return scopes[a].compareTo(scopes[b]) < 0;
        }
        return x[Inputs.changes(items[a])] < x[Inputs.changes(items[b])];
    }

    /** Caches nothing below the minimum and whole steps above it; what is left over is taken from the end. */
    private void trimToSteps(double[] x, Epoch epoch) {
        double total = 0;
        for (int item : items) {
            total += x[Inputs.tokens(item)];
        }
        double minimum = minimum(x, epoch);
        double left;
        boolean measured = !Double.isNaN(x[PlanField.MEASURED_HIT_RATE.ordinal()]);
        if (epoch.cached() && measured) {
            // What fell below the minimum or between two steps is already among the misses that were measured.
            left = total;
        } else if (!epoch.cached() || total < minimum) {
            left = 0;
        } else if (epoch.step() <= 1) {
            left = total;
        } else {
            left = minimum + Math.floor((total - minimum) / epoch.step()) * epoch.step();
        }
        for (int position : order) {
            size[position] = Math.min(x[Inputs.tokens(items[position])], left);
            left -= size[position];
        }
    }

    private static double minimum(double[] x, Epoch epoch) {
        double own = x[PlanField.CACHE_MINIMUM_TOKENS.ordinal()];
        return Double.isNaN(own) ? epoch.minimum() : own;
    }

    private void rates(double[] x, double requests, Epoch epoch) {
        double active = x[PlanField.ACTIVE_HOURS_PER_DAY.ordinal()];
        double share = busyShare(x);
        double busy = requests * share / (active * Hours.DAYS_PER_MONTH);
        double quiet = active >= 24 ? 0 : requests * (1 - share) / ((24 - active) * Hours.DAYS_PER_MONTH);
        double changed = 0;
        for (int position : order) {
            double copies = copies(scopes[position], x);
            changed += x[Inputs.changes(items[position])] / Hours.PER_MONTH;
            changes[position] = changed;
            keys[position] = Math.max(1, Math.max(busy, quiet) / copies / epoch.keyLimit());
            arrivals[position] = Math.min(busy / copies, epoch.keyLimit());
            quietArrivals[position] = Math.min(quiet / copies, epoch.keyLimit());
        }
    }

    private static double busyShare(double[] x) {
        return x[PlanField.ACTIVE_HOURS_PER_DAY.ordinal()] >= 24 ? 1 : x[PlanField.ACTIVE_SHARE.ordinal()];
    }

    private void derive(double[] x, Epoch epoch) {
        CacheLifetime lifetime = Objects.requireNonNull(epoch.lifetime());
        double hours = lifetime.duration().toMillis() / 3_600_000.0;
        boolean refreshed = lifetime.refresh() == CacheLifetime.Refresh.ON_HIT;
        double share = busyShare(x);
        for (int position : order) {
            hit[position] = share * rate(refreshed, arrivals[position], changes[position], hours)
                    + (1 - share) * rate(refreshed, quietArrivals[position], changes[position], hours);
        }
    }

    private static double rate(boolean refreshed, double arrivals, double changes, double hours) {
        return refreshed ? HitRate.refreshed(arrivals, changes, hours) : HitRate.fixed(arrivals, changes, hours);
    }

    /**
     * A part can be found alone only if the prefix up to its end reaches the minimum and a breakpoint is left for it;
     * otherwise it shares the fate of the parts after it. Breakpoints are given up where that costs the fewest tokens.
     */
    private void mergeSegments(double[] x, Epoch epoch) {
        int n = order.length;
        double minimum = minimum(x, epoch);
        double cumulative = 0;
        int count = 0;
        for (int p = 0; p < n; p++) {
            cumulative += size[order[p]];
            boundary[p] = cumulative > 0 && cumulative >= minimum;
            count += boundary[p] ? 1 : 0;
        }
        for (; count > epoch.breakpoints(); count--) {
            boundary[cheapestToGiveUp()] = false;
        }
        double shared = 0;
        for (int p = n - 1; p >= 0; p--) {
            if (boundary[p]) {
                shared = hit[order[p]];
            }
            hit[order[p]] = shared;
        }
    }

    private int cheapestToGiveUp() {
        int cheapest = -1;
        double least = Double.POSITIVE_INFINITY;
        double tokens = 0;
        for (int p = 0; p < order.length; p++) {
            tokens += size[order[p]];
            if (!boundary[p]) {
                continue;
            }
            int next = p + 1;
            while (next < order.length && !boundary[next]) {
                next++;
            }
            if (next == order.length) {
                break;
            }
            double lost = tokens * (hit[order[p]] - hit[order[next]]);
            if (lost < least) {
                least = lost;
                cheapest = p;
            }
            tokens = 0;
        }
        return cheapest;
    }
}
