package app.steelyard.cost.engine;

import app.steelyard.cost.column.ArrivalColumns;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Reuse;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The cached prefix of one architecture in a span of equal prices, and its hit rates at any traffic. */
final class Prefix {
    private final Block x;
    private final Epoch epoch;
    private final List<Part> parts;
    /** By position. */
    private final Reuse[] reuse;
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
        reuse = new Reuse[parts.size()];
        boundary = new Column[parts.size()];
        ArrivalColumns arrivals = x.arrivals();
        Column changed = Column.ZERO;
        Column length = Column.ZERO;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            changed = arrivals.changes(changed, part.ownChanges());
            reuse[p] = new Reuse(
                    arrivals.busy(part.scope()),
                    arrivals.quiet(part.scope()),
                    arrivals.busyShare,
                    changed,
                    epoch.lifetime(),
                    epoch.keyLimit());
            length = length.plus(part.size());
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

    /** What the hit rate of the part at {@code position}, were it looked for alone, follows from. */
    Reuse reuse(int position) {
        return reuse[position];
    }

    /**
     * By position: the probability that a request finds the part in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    Column[] hits(Column sent) {
        Column[] alone = new Column[parts.size()];
        Arrays.setAll(alone, p -> found(p) ? reuse[p].hitRate(x, sent) : Column.ZERO);
        return spread(crowded() ? givenUp(alone) : boundary, p -> alone[p], Column.ONE, Column.ZERO);
    }

    /**
     * By position: how many requests of several months do not find the part in the cache. Not to be asked where the prefix
     * is {@link #crowded}.
     *
     * @param sent requests of these months
     * @param alone how many do not find the prefix of that {@link Reuse}
     */
    Column[] misses(Column sent, Function<Reuse, Column> alone) {
        return spread(boundary, p -> alone.apply(reuse[p]), Column.ZERO, sent);
    }

    /** Whether there are more parts than breakpoints, so that the traffic of a month decides which are found alone. */
    boolean crowded() {
        return parts.size() > epoch.breakpoints();
    }

    /** Whether there are rows in which the part at {@code position} may be found alone. */
    private boolean found(int position) {
        return epoch.cached() && !epoch.object() && !boundary[position].isZero();
    }

    /**
     * Something that goes with the hit rate, by position.
     *
     * @param ends 1 where a part is found alone; what is not shares the fate of the part after it
     * @param alone what it is at a part that is found alone
     * @param always what it is where all requests hit
     * @param never what it is where none does
     */
    private Column[] spread(Column[] ends, IntFunction<Column> alone, Column always, Column never) {
        Column[] spread = new Column[parts.size()];
        if (!epoch.cached() || epoch.object()) {
            Arrays.fill(spread, epoch.object() ? always : never);
            return spread;
        }
        Column measured = x.get(PlanField.MEASURED_HIT_RATE);
        Column known = measured.known();
        Column asMeasured = known.isZero() ? never : always.times(measured).plus(never.times(measured.not()));
        Column shared = never;
        for (int p = spread.length - 1; p >= 0; p--) {
            if (!known.isOne() && !ends[p].isZero()) {
                shared = ends[p].choose(alone.apply(p), shared);
            }
            spread[p] = known.choose(asMeasured, shared);
        }
        return spread;
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
