package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The search for the cheapest order of cached items, for a block of rows.
 *
 * <p>What an item costs depends on the set of those before it, not on their order: whichever of them changes, it is written
 * anew, and the narrowest of them says how many copies there are. So the search goes through sets, each split into what
 * stands before its last breakpoint and what stands behind that.
 */
final class OrderSearch {
    /** The largest number of items that all sets are gone through of; beyond, two good orders are compared. */
    static final int MOST = 12;

    private final Plan plan;
    private final Layout layout;
    private final Epoch epoch;
    private final Block x;
    private final List<Integer> items;
    private final Column sent;
    private final int n;
    private final int all;
    private final Column plain;
    private final Column minimum;
    /** By set of items: what a token of a prefix costs that holds just these; null where it was not asked for. */
    private final @Nullable Column[] prices;

    /**
     * @param items indexes in the plan
     * @param sent requests of the first month, retries counted
     */
    OrderSearch(Plan plan, Layout layout, Epoch epoch, Block x, List<Integer> items, Column sent) {
        this.plan = plan;
        this.layout = layout;
        this.epoch = epoch;
        this.x = x;
        this.items = items;
        this.sent = sent;
        this.n = items.size();
        this.all = n > MOST ? 0 : (1 << n) - 1;
        this.prices = new @Nullable Column[all + 1];
        Column own = x.get(PlanField.CACHE_MINIMUM_TOKENS);
        this.minimum = own.known().choose(own, Column.of(epoch.minimum()));
        this.plain = epoch.rates()[layout.plain[items.get(0)][0]].in(x);
    }

    /** The cheapest order, by row; one for all rows where it is certain to be the same. */
    List<List<Integer>> cheapest() {
        if (settled()) {
            return List.of(usual(0));
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (int row = 0; row < x.rows(); row++) {
            List<Integer> usual = usual(row);
            List<Integer> other = n > MOST ? byRatio(row) : searched(row);
            // Of orders that cost the same, the one that is easier to explain.
            orders.add(cost(other, row) < cost(usual, row) * (1 - 1e-9) ? other : usual);
        }
        return orders;
    }

    /** Whether each item is as wide as the next, changes as rarely and is as long: then no other order costs less. */
    private boolean settled() {
        List<Integer> usual = usual(0);
        for (int p = 1; p < n; p++) {
            int before = usual.get(p - 1);
            int after = usual.get(p);
            boolean rarer = x.changes(before).exceeds(x.changes(after)).isZero();
            boolean longer = x.tokens(after).exceeds(x.tokens(before)).isZero();
            if (!rarer || !longer) {
                return false;
            }
        }
        return true;
    }

    /** Widest scope first, then the rarest change. */
    private List<Integer> usual(int row) {
        return sorted(Comparator.comparingDouble(i -> x.changes(i).at(row)));
    }

    /** Widest scope first, then the rarest change for each token. */
    private List<Integer> byRatio(int row) {
        return sorted(Comparator.comparingDouble(
                i -> x.changes(i).at(row) / Math.max(1, x.tokens(i).at(row))));
    }

    private List<Integer> sorted(Comparator<Integer> within) {
        return items.stream()
                .sorted(Comparator.comparing(this::scope).thenComparing(within))
                .toList();
    }

    private Scope scope(int item) {
        return plan.items().get(item).scope();
    }

    /** What the items of a request cost in that order, with breakpoints where they cost least. */
    private double cost(List<Integer> order, int row) {
        double[] length = new double[n + 1];
        double[] price = new double[n + 1];
        int set = 0;
        Scope narrowest = Scope.SHARED;
        Column changes = Column.ZERO;
        for (int end = 1; end <= n; end++) {
            int item = order.get(end - 1);
            set |= n > MOST ? 0 : 1 << items.indexOf(item);
            narrowest = scope(item).compareTo(narrowest) > 0 ? scope(item) : narrowest;
            changes = n > MOST ? x.arrivals().changes(changes, x.changes(item)) : changes;
            length[end] = length[end - 1] + x.tokens(order.get(end - 1)).at(row);
            price[end] = length[end] < minimum.at(row)
                    ? Double.POSITIVE_INFINITY
                    : (n > MOST ? price(narrowest, changes) : price(set)).at(row);
        }
        return epoch.breakpoints() < n ? few(length, price, plain.at(row)) : everywhere(length, price);
    }

    /** A breakpoint more never costs more where there is one for each; all that is placed in the cache is cached. */
    private double everywhere(double[] length, double[] price) {
        double cost = 0;
        double from = 0;
        for (int end = 1; end <= n; end++) {
            if (price[end] < Double.POSITIVE_INFINITY) {
                cost += (length[end] - from) * price[end];
                from = length[end];
            }
        }
        return from == length[n] ? cost : Double.POSITIVE_INFINITY;
    }

    private double few(double[] length, double[] price, double outside) {
        double[] least = new double[n + 1];
        Arrays.fill(least, 1, n + 1, Double.POSITIVE_INFINITY);
        double best = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= epoch.breakpoints(); k++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int end = 1; end <= n; end++) {
                for (int before = 0; before < end && price[end] < Double.POSITIVE_INFINITY; before++) {
                    next[end] = Math.min(next[end], least[before] + (length[end] - length[before]) * price[end]);
                }
                best = Math.min(best, next[end] + (length[n] - length[end]) * outside);
            }
            least = next;
        }
        return best;
    }

    private Column price(int set) {
        Column known = prices[set];
        if (known == null) {
            known = price(members(set));
            prices[set] = known;
        }
        return known;
    }

    /** What a token costs in a prefix that holds these items. */
    private Column price(List<Integer> prefix) {
        Scope narrowest = Scope.SHARED;
        Column changes = Column.ZERO;
        for (int item : prefix) {
            narrowest = scope(item).compareTo(narrowest) > 0 ? scope(item) : narrowest;
            changes = x.arrivals().changes(changes, x.changes(item));
        }
        return price(narrowest, changes);
    }

    private Column price(Scope narrowest, Column changes) {
        int item = items.get(0);
        Column hit = Prefix.reuse(x, epoch, narrowest, changes).hitRate(x, sent);
        Column read = epoch.rates()[layout.read[item][0]].in(x);
        Column missed = epoch.rates()[(epoch.premium() ? layout.write : layout.miss)[item][0]].in(x);
        return hit.times(read).plus(hit.not().times(missed));
    }

    private List<Integer> searched(int row) {
        double[] length = new double[all + 1];
        double[] price = new double[all + 1];
        for (int set = 1; set <= all; set++) {
            for (int item : members(set)) {
                length[set] += x.tokens(item).at(row);
            }
            price[set] = length[set] < minimum.at(row)
                    ? Double.POSITIVE_INFINITY
                    : price(set).at(row);
        }
        boolean limited = epoch.breakpoints() < n;
        // Without a limit they need not be counted: what is spent goes on in the same row.
        int most = limited ? epoch.breakpoints() : 1;
        double[][] least = new double[most + 1][all + 1];
        int[][] segment = new int[most + 1][all + 1];
        for (double[] each : least) {
            Arrays.fill(each, Double.POSITIVE_INFINITY);
        }
        least[0][0] = 0;
        least[most][0] = limited ? Double.POSITIVE_INFINITY : 0;
        for (int k = 1; k <= most; k++) {
            double[] before = limited ? least[k - 1] : least[k];
            for (int set = 1; set <= all; set++) {
                for (int last = set; last > 0 && price[set] < Double.POSITIVE_INFINITY; last = last - 1 & set) {
                    double cost = before[set ^ last] + length[last] * price[set];
                    if (cost < least[k][set]) {
                        least[k][set] = cost;
                        segment[k][set] = last;
                    }
                }
            }
        }
        double best = Double.POSITIVE_INFINITY;
        int breakpoints = 0;
        int before = 0;
        for (int k = 1; k <= most; k++) {
            // Where there is a breakpoint for each, all that is placed in the cache is cached.
            for (int set = limited ? 1 : all; set <= all; set++) {
                double cost = least[k][set] + (length[all] - length[set]) * plain.at(row);
                if (cost < best) {
                    best = cost;
                    breakpoints = k;
                    before = set;
                }
            }
        }
        List<Integer> order = new ArrayList<>(members(all & ~before));
        int k = breakpoints;
        for (int set = before; set != 0; k -= limited ? 1 : 0) {
            int segmentHere = segment[k][set];
            order.addAll(0, members(segmentHere));
            set ^= segmentHere;
        }
        return order;
    }

    private List<Integer> members(int set) {
        return IntStream.range(0, n)
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(items::get)
                .toList();
    }
}
