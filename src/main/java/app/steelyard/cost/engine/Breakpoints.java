package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Where the breakpoints of a vendor go that grants fewer than there are parts. Each row has the set that costs least: a part
 * before a breakpoint is read or written at the hit rate of the next one, and what stands behind the last is plain input.
 * Found from the front: with the same last breakpoint, what one of them costs depends on the one before it alone.
 */
final class Breakpoints {
    /** Costs this near, as a share, differ by rounding alone. */
    private static final double SAME = 1e-12;

    private final int most;
    private final double[] size;
    /** By parts: the tokens of so many from the front. */
    private final double[] length;

    private final boolean[] possible;
    private final double[] hits;
    /** By parts before the breakpoint before: what the tokens from there to the next one cost. */
    private final double[] cost;
    /** By breakpoints spent, then by parts before the last of them: the least that these parts cost. */
    private final double[][] least;

    private final int[][] previous;
    /** The prices of a token read and missed that {@link #least} is filled for. */
    private double[] spentFor = {};
    /** How many parts from the front {@link #least} is filled for. */
    private int filled;

    private Breakpoints(int parts, int most) {
        this.most = Math.min(parts, most);
        size = new double[parts];
        length = new double[parts + 1];
        possible = new boolean[parts];
        hits = new double[parts];
        cost = new double[parts];
        least = new double[this.most + 1][parts + 1];
        previous = new int[this.most + 1][parts + 1];
        for (double[] none : least) {
            none[0] = Double.POSITIVE_INFINITY;
        }
        least[0][0] = 0;
    }

    /**
     * What a token of one request costs, where that many tokens are cached.
     *
     * @param plain outside the cache
     * @param read found in the cache
     * @param missed sent to be cached
     */
    record Prices(Column plain, Column read, Column missed) {}

    /**
     * The choice, by part.
     *
     * @param ends 1 where there is a breakpoint at its end
     * @param cached 1 where it stands before the last breakpoint
     */
    record Choice(Column[] ends, Column[] cached) {}

    /**
     * @param most how many the vendor grants
     * @param prompt input tokens of a request
     * @param possible by part: 1 where the prefix up to its end is long enough for one
     * @param hits by part: the hit rate of a breakpoint at its end
     * @param prices at a number of cached tokens
     */
    static Choice choose(
            Block x,
            int most,
            List<Prefix.Part> parts,
            Column prompt,
            Column[] possible,
            Column[] hits,
            Function<Column, Prices> prices) {
        int n = parts.size();
        Prices[] priced = new Prices[n + 1];
        Column length = Column.ZERO;
        for (int p = 0; p <= n; p++) {
            priced[p] = prices.apply(length);
            length = p < n ? length.plus(parts.get(p).size()) : length;
        }
        double[][] ends = new double[n][];
        double[][] cached = new double[n][];
        Arrays.setAll(ends, p -> x.take());
        Arrays.setAll(cached, p -> x.take());
        Breakpoints of = new Breakpoints(n, most);
        for (int row = 0; row < x.rows(); row++) {
            for (int p = 0; p < n; p++) {
                of.set(p, parts.get(p).size().at(row), possible[p].at(row) == 1, hits[p].at(row));
            }
            of.solve(row, prompt.at(row), priced, ends, cached);
        }
        Column[] endColumns = new Column[n];
        Column[] cachedColumns = new Column[n];
        for (int p = 0; p < n; p++) {
            endColumns[p] = Column.simplest(ends[p], x);
            cachedColumns[p] = Column.simplest(cached[p], x);
        }
        return new Choice(endColumns, cachedColumns);
    }

    /** Rows often differ in what stands far behind alone: what was found for the parts before that holds again. */
    private void set(int part, double tokens, boolean breakable, double hit) {
        if (tokens != size[part] || breakable != possible[part] || hit != hits[part]) {
            size[part] = tokens;
            possible[part] = breakable;
            hits[part] = hit;
            filled = Math.min(filled, part);
        }
        length[part + 1] = length[part] + tokens;
    }

    private void solve(int row, double prompt, Prices[] prices, double[][] ends, double[][] cached) {
        int n = size.length;
        double best = prompt * prices[0].plain().at(row);
        int[] chosen = {};
        double outside = prompt;
        for (int last = 1; last <= n; last++) {
            outside -= size[last - 1];
            if (!possible[last - 1]) {
                continue;
            }
            spend(prices[last].read().at(row), prices[last].missed().at(row));
            for (int k = 1; k <= most; k++) {
                double total = least[k][last] + outside * prices[last].plain().at(row);
                // Of sets that cost the same, the one that caches more.
                if (total <= best * (1 + SAME)) {
                    best = total;
                    chosen = path(k, last);
                }
            }
        }
        int last = chosen.length == 0 ? 0 : chosen[chosen.length - 1];
        for (int p = 0; p < n; p++) {
            ends[p][row] = 0;
            cached[p][row] = p < last ? 1 : 0;
        }
        for (int end : chosen) {
            ends[end - 1][row] = 1;
        }
    }

    /** Fills {@link #least}, where it is not filled for these prices: they seldom differ between two lengths. */
    private void spend(double read, double missed) {
        double[] prices = {read, missed};
        if (!Arrays.equals(prices, spentFor)) {
            spentFor = prices;
            filled = 0;
        }
        for (double[] each : least) {
            Arrays.fill(each, filled + 1, each.length, Double.POSITIVE_INFINITY);
        }
        for (int end = filled + 1; end <= size.length; end++) {
            if (most > 0 && possible[end - 1]) {
                breakAt(end, hits[end - 1] * read + (1 - hits[end - 1]) * missed);
            }
        }
        filled = size.length;
    }

    /** @param token what one costs before a breakpoint at {@code end}, behind the breakpoint before it */
    private void breakAt(int end, double token) {
        for (int before = 0; before < end; before++) {
            cost[before] = (length[end] - length[before]) * token;
        }
        least[1][end] = cost[0];
        for (int k = 2; k <= most; k++) {
            double[] fewer = least[k - 1];
            double best = Double.POSITIVE_INFINITY;
            int at = 0;
            for (int before = end - 1; before >= k - 1; before--) {
                double total = fewer[before] + cost[before];
                if (total < best) {
                    best = total;
                    at = before;
                }
            }
            least[k][end] = best;
            previous[k][end] = at;
        }
    }

    private int[] path(int spent, int last) {
        int[] path = new int[spent];
        int end = last;
        for (int k = spent; k > 0; k--) {
            path[k - 1] = end;
            end = previous[k][end];
        }
        return path;
    }
}
