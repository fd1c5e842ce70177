package app.steelyard.cost.bill;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Shares of the requests by way of serving, in a block of rows: first of what is served as usual, then of each way in its order. */
public final class Shares {
    private static final Shares ALIKE = new Shares(new Column[] {Column.ONE}, Ways.ALIKE, c -> c);

    private final Column[] all;
    private final Column[] cached;
    private final Column[] uncached;
    private final List<Column> caches;

    /** @param keep makes a column last as long as its block */
    private Shares(Column[] all, Ways ways, UnaryOperator<Column> keep) {
        this.all = all;
        cached = all.clone();
        uncached = new Column[all.length];
        Arrays.fill(uncached, Column.ZERO);
        Column regional = Column.ZERO;
        Column main = Column.ZERO;
        for (int w = 0; w < all.length; w++) {
            Way way = w == 0 ? null : ways.list().get(w - 1);
            if (way != null && ways.uncached(way)) {
                uncached[w] = all[w];
                cached[w] = Column.ZERO;
            } else if (way == Way.REGIONAL) {
                regional = all[w];
            } else {
                main = main.plus(all[w]);
            }
        }
        boolean one = regional.isZero() && Arrays.stream(uncached).allMatch(Column::isZero);
        caches = one
                ? List.of()
                : Stream.of(keep.apply(main), regional).filter(c -> !c.isZero()).toList();
    }

    /** Worked out once for a block. Where the rows of a trial state more than all, all shares are so much less. */
    public static Shares of(Block x, Ways ways) {
        return ways.list().isEmpty() ? ALIKE : x.kept(ways, () -> reckoned(x, ways));
    }

    private static Shares reckoned(Block x, Ways ways) {
        List<Column> stated = new ArrayList<>();
        Column sum = Column.ZERO;
        for (Way way : ways.list()) {
            Column share = x.get(PlanField.served(way));
            share = share.known().choose(share, Column.ZERO);
            stated.add(share);
            sum = sum.plus(share);
        }
        Column[] all = new Column[stated.size() + 1];
        all[0] = x.keep(sum.not().max(Column.ZERO));
        Column most = sum.max(Column.ONE);
        for (int w = 1; w < all.length; w++) {
            all[w] = x.keep(stated.get(w - 1).over(most));
        }
        return new Shares(all, ways, x::keep);
    }

    /** By way. */
    public Column[] all() {
        return all;
    }

    /** The same of requests that may find something in a cache. */
    public Column[] cached() {
        return cached;
    }

    /** The same of those that never do. */
    public Column[] uncached() {
        return uncached;
    }

    /** Shares that look into one cache each, each region into its own; none where all look into one. */
    public List<Column> caches() {
        return caches;
    }

    /** The share of the requests that may find something in a cache. */
    public Column ofCache() {
        Column sum = Column.ZERO;
        for (Column share : cached) {
            sum = sum.plus(share);
        }
        return sum;
    }
}
