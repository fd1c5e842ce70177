package app.steelyard.cost;

import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scope;
import app.steelyard.pricing.CacheLifetime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The cached prefix of one architecture in a span of equal prices, and its hit rates at any traffic. */
final class Prefix {
    private final Block x;
    private final Epoch epoch;
    private final List<Part> parts;
    /** By position: requests per hour on one distinct prefix in the busy part of the day, for each request of the month. */
    private final Column[] busy;
    /** The same of the quiet part; 0 where there is none. */
    private final Column[] quiet;
    /** The share of the requests that falls into the busy part. */
    private final Column busyShare;
    /** By position: changes per hour that invalidate the part, its own and those of all before it. */
    private final Column[] changes;
    /** By position: 1 where the prefix up to its end is long enough to be found alone. */
    private final Column[] boundary;

    /**
     * What stands at one position of the prompt. Where rows differ in their order, the item is that of one of them; its
     * price is that of all.
     *
     * @param item index in the plan
     * @param ownChanges a month
     * @param size tokens inside the cached prefix
     */
    record Part(int item, Scope scope, Column tokens, Column ownChanges, Column size) {
        Part(int item, Scope scope, Column tokens, Column ownChanges) {
            this(item, scope, tokens, ownChanges, Column.ZERO);
        }

        Part withSize(Column value) {
            return new Part(item, scope, tokens, ownChanges, value);
        }

        static Part choose(Column which, Part yes, Part no) {
            if (which.uniform()) {
                return which.isOne() ? yes : no;
            }
            return new Part(
                    yes.item,
                    yes.scope,
                    which.choose(yes.tokens, no.tokens),
                    which.choose(yes.ownChanges, no.ownChanges),
                    Column.ZERO);
        }
    }

    Prefix(Block x, Epoch epoch, List<Part> parts, Column minimum) {
        this.x = x;
        this.epoch = epoch;
        this.parts = parts;
        Column active = x.get(PlanField.ACTIVE_HOURS_PER_DAY);
        Column allDay = Column.of(24).exceeds(active).not();
        busyShare = allDay.choose(Column.ONE, x.get(PlanField.ACTIVE_SHARE));
        Column inBusyHour = busyShare.over(active.times(Hours.DAYS_PER_MONTH));
        Column quietShare = busyShare.not();
        Column inQuietHour = quietShare.isZero()
                ? Column.ZERO
                : allDay.choose(
                        Column.ZERO, quietShare.over(Column.of(24).minus(active).times(Hours.DAYS_PER_MONTH)));
        changes = new Column[parts.size()];
        boundary = new Column[parts.size()];
        busy = new Column[parts.size()];
        quiet = new Column[parts.size()];
        Column changed = Column.ZERO;
        Column length = Column.ZERO;
        for (int p = 0; p < parts.size(); p++) {
            changed = changed.plus(parts.get(p).ownChanges().times(1 / Hours.PER_MONTH));
            changes[p] = changed;
            Column copies = x.copies(parts.get(p).scope());
            busy[p] = inBusyHour.over(copies);
            quiet[p] = inQuietHour.over(copies);
            length = length.plus(parts.get(p).size());
            boundary[p] =
                    length.exceeds(Column.ZERO).times(minimum.exceeds(length).not());
        }
    }

    /** In the order of the prompt. */
    List<Part> parts() {
        return parts;
    }

    /** How many distinct prefixes there are; 1 where nothing is to be cached. */
    Column copies() {
        return parts.isEmpty()
                ? Column.ONE
                : x.copies(parts.get(parts.size() - 1).scope());
    }

    /** Changes per hour that invalidate the part at {@code position}. */
    Column changes(int position) {
        return changes[position];
    }

    /** Requests per hour of the busy part of the day that one cache key of the part serves. */
    Column arrivals(int position, Column sent) {
        return ofOneKey(sent.times(busy[position]));
    }

    Column quietArrivals(int position, Column sent) {
        return ofOneKey(sent.times(quiet[position]));
    }

    private Column ofOneKey(Column arrivals) {
        return Double.isInfinite(epoch.keyLimit()) ? arrivals : arrivals.min(Column.of(epoch.keyLimit()));
    }

    /** Cache keys that the requests for one prefix are spread over, 1 or more. */
    Column keys(int position, Column sent) {
        return sent.times(busy[position].max(quiet[position]))
                .over(Column.of(epoch.keyLimit()))
                .max(Column.ONE);
    }

    /**
     * By position: the probability that a request finds the part in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    Column[] hits(Column sent) {
        Column[] hits = new Column[parts.size()];
        if (!epoch.cached() || epoch.object()) {
            Arrays.fill(hits, epoch.object() ? Column.ONE : Column.ZERO);
            return hits;
        }
        Column measured = x.get(PlanField.MEASURED_HIT_RATE);
        Column known = measured.known();
        if (known.isOne()) {
            Arrays.fill(hits, measured);
            return hits;
        }
        for (int p = 0; p < hits.length; p++) {
            hits[p] = boundary[p].isZero() ? Column.ZERO : derived(p, sent);
        }
        Column[] ends = hits.length > epoch.breakpoints() ? givenUp(hits) : boundary;
        // What is not found alone shares the fate of the part after it.
        Column shared = Column.ZERO;
        for (int p = hits.length - 1; p >= 0; p--) {
            shared = ends[p].choose(hits[p], shared);
            hits[p] = known.choose(measured, shared);
        }
        return hits;
    }

    private Column derived(int position, Column sent) {
        Column busyRate = rate(arrivals(position, sent), changes[position]);
        if (quiet[position].isZero()) {
            return busyRate.times(busyShare);
        }
        Column quietRate = rate(quietArrivals(position, sent), changes[position]);
        return busyRate.times(busyShare).plus(quietRate.times(busyShare.not()));
    }

    private Column rate(Column arrivals, Column changed) {
        if (arrivals.isZero()) {
            return Column.ZERO;
        }
        CacheLifetime lifetime = Objects.requireNonNull(epoch.lifetime());
        double hours = lifetime.duration().toMillis() / 3_600_000.0;
        boolean refreshed = lifetime.refresh() == CacheLifetime.Refresh.ON_HIT;
        if (arrivals.uniform() && changed.uniform()) {
            double a = arrivals.value();
            double c = changed.value();
            return Column.of(refreshed ? HitRate.refreshed(a, c, hours) : HitRate.fixed(a, c, hours));
        }
        double[] out = x.take();
        if (refreshed) {
            HitRate.refreshed(out, arrivals.rows(x), changed.rows(x), hours, x.rows());
        } else {
            HitRate.fixed(out, arrivals.rows(x), changed.rows(x), hours, x.rows());
        }
        return Column.of(out, x);
    }

    /**
     * The boundaries that the vendor grants a breakpoint for. Others are given up where that costs the fewest hit tokens,
     * which each row decides by itself.
     */
    private Column[] givenUp(Column[] hits) {
        int n = hits.length;
        double[][] granted = new double[n][];
        for (int p = 0; p < n; p++) {
            granted[p] = x.take();
            boundary[p].copyTo(granted[p], 0, x.rows());
        }
        boolean[] ends = new boolean[n];
        for (int row = 0; row < x.rows(); row++) {
            int count = 0;
            for (int p = 0; p < n; p++) {
                ends[p] = granted[p][row] == 1;
                count += ends[p] ? 1 : 0;
            }
            for (; count > epoch.breakpoints(); count--) {
                int cheapest = cheapestToGiveUp(ends, hits, row);
                ends[cheapest] = false;
                granted[cheapest][row] = 0;
            }
        }
        Column[] columns = new Column[n];
        for (int p = 0; p < n; p++) {
            columns[p] = Column.simplest(granted[p], x);
        }
        return columns;
    }

    private int cheapestToGiveUp(boolean[] ends, Column[] hits, int row) {
        int cheapest = -1;
        double least = Double.POSITIVE_INFINITY;
        double tokens = 0;
        for (int p = 0; p < ends.length; p++) {
            tokens += parts.get(p).size().at(row);
            if (!ends[p]) {
                continue;
            }
            int next = p + 1;
            while (next < ends.length && !ends[next]) {
                next++;
            }
            if (next == ends.length) {
                break;
            }
            double lost = tokens * (hits[p].at(row) - hits[next].at(row));
            if (lost < least) {
                least = lost;
                cheapest = p;
            }
            tokens = 0;
        }
        return cheapest;
    }
}
