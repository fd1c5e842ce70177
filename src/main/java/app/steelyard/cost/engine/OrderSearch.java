package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
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

    /** By less, another order is not worth the change. */
    private static final double CLEARLY = 1 - 1e-9;

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

    /** The cheapest orders, and where each is it. */
    List<PromptOrder.Choice> cheapest() {
        if (settled(usual(0), (a, b) -> a.exceeds(b).isZero())) {
            return List.of(new PromptOrder.Choice(usual(0), Column.ONE));
        }
        Map<List<Integer>, double[]> where = new LinkedHashMap<>();
        Sets sets = n > MOST ? null : new Sets();
        for (int row = 0; row < x.rows(); row++) {
            int r = row;
            List<Integer> usual = usual(row);
            List<Integer> order = settled(usual, (a, b) -> a.at(r) <= b.at(r))
                    ? usual
                    : sets == null ? compared(row) : sets.cheapest(row);
            where.computeIfAbsent(order, o -> new double[x.rows()])[row] = 1;
        }
        return where.size() == 1
                ? List.of(new PromptOrder.Choice(where.keySet().iterator().next(), Column.ONE))
                : where.entrySet().stream()
                        .map(e -> new PromptOrder.Choice(e.getKey(), Column.of(e.getValue(), x)))
                        .toList();
    }

    /**
     * Whether each item is as wide as the next, and never changes or changes as rarely and is as long: then no other order
     * costs less, as each is found as often as what stands behind it.
     *
     * @param usual the order in question
     * @param notAbove whether a column is nowhere above another, of the rows in question
     */
    private boolean settled(List<Integer> usual, BiPredicate<Column, Column> notAbove) {
        boolean widerIsFoundMore = notAbove.test(x.get(PlanField.USER_SKEW), Column.ZERO)
                || items.stream().map(this::scope).noneMatch(s -> s == Scope.USER || s == Scope.SESSION);
        for (int p = 1; p < n; p++) {
            Column before = x.changes(usual.get(p - 1));
            Column after = x.changes(usual.get(p));
            // Few users who ask often may find what is theirs more often than tenants of one size do, who share it.
            boolean never = widerIsFoundMore && notAbove.test(before, Column.ZERO);
            boolean rarer = notAbove.test(before, after);
            boolean longer = notAbove.test(x.tokens(usual.get(p)), x.tokens(usual.get(p - 1)));
            if (!never && !(rarer && longer)) {
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

    /** Of two good orders the one that costs less. */
    private List<Integer> compared(int row) {
        List<Integer> usual = usual(row);
        List<Integer> other = byRatio(row);
        return cost(other, row) < cost(usual, row) * CLEARLY ? other : usual;
    }

    private double cost(List<Integer> order, int row) {
        OrderCost cost = new OrderCost(n, epoch.breakpoints());
        Scope narrowest = Scope.SHARED;
        Column changes = Column.ZERO;
        for (int end = 1; end <= n; end++) {
            int item = order.get(end - 1);
            narrowest = scope(item).compareTo(narrowest) > 0 ? scope(item) : narrowest;
            changes = x.arrivals().changes(changes, x.changes(item));
            cost.length[end] = cost.length[end - 1] + x.tokens(item).at(row);
            cost.price[end] = cost.length[end] < minimum.at(row)
                    ? Double.POSITIVE_INFINITY
                    : price(narrowest, changes).at(row);
        }
        return cost.of(plain.at(row));
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

    /** The search through all sets, row by row; what it needs is made once. */
    private final class Sets {
        private final boolean limited = epoch.breakpoints() < n;
        /** Without a limit they need not be counted: what is spent goes on in the same row. */
        private final int most = limited ? epoch.breakpoints() : 1;

        private final double[] length = new double[all + 1];
        private final double[] price = new double[all + 1];
        private final double[][] least = new double[most + 1][all + 1];
        private final int[][] segment = new int[most + 1][all + 1];
        private final OrderCost cost = new OrderCost(n, epoch.breakpoints());
        private final int[] usual = new int[n];
        private final int[] found = new int[n];
        private final Map<Long, List<Integer>> orders = new HashMap<>();

        /** Of orders that cost the same, the one that is easier to explain. */
        List<Integer> cheapest(int row) {
            weigh(row);
            sort(row);
            return search(row) < cost(row) * CLEARLY ? order(found) : order(usual);
        }

        private void weigh(int row) {
            for (int set = 1; set <= all; set++) {
                int last = Integer.numberOfTrailingZeros(set);
                length[set] = length[set & set - 1] + x.tokens(items.get(last)).at(row);
                price[set] = length[set] < minimum.at(row)
                        ? Double.POSITIVE_INFINITY
                        : price(set).at(row);
            }
        }

        private void sort(int row) {
            for (int i = 0; i < n; i++) {
                int at = i;
                for (; at > 0 && before(i, usual[at - 1], row); at--) {
                    usual[at] = usual[at - 1];
                }
                usual[at] = i;
            }
        }

        private boolean before(int a, int b, int row) {
            int wider = scope(items.get(a)).compareTo(scope(items.get(b)));
            return wider < 0
                    || wider == 0
                            && x.changes(items.get(a)).at(row)
                                    < x.changes(items.get(b)).at(row);
        }

        /** What the usual order costs. */
        private double cost(int row) {
            int set = 0;
            for (int end = 1; end <= n; end++) {
                set |= 1 << usual[end - 1];
                cost.length[end] = length[set];
                cost.price[end] = price[set];
            }
            return cost.of(plain.at(row));
        }

        /** What the cheapest order costs, which is then {@link #found}. */
        private double search(int row) {
            for (double[] each : least) {
                Arrays.fill(each, Double.POSITIVE_INFINITY);
            }
            least[limited ? 0 : most][0] = 0;
            for (int k = 1; k <= most; k++) {
                spend(limited ? least[k - 1] : least[k], least[k], segment[k]);
            }
            double best = Double.POSITIVE_INFINITY;
            int breakpoints = 0;
            int before = 0;
            for (int k = 1; k <= most; k++) {
                // Where there is a breakpoint for each, all that is placed in the cache is cached.
                for (int set = limited ? 1 : all; set <= all; set++) {
                    double total = least[k][set] + (length[all] - length[set]) * plain.at(row);
                    if (total < best) {
                        best = total;
                        breakpoints = k;
                        before = set;
                    }
                }
            }
            int end = put(all & ~before, n);
            int k = breakpoints;
            for (int set = before; set != 0; k -= limited ? 1 : 0) {
                int last = segment[k][set];
                end = put(last, end);
                set ^= last;
            }
            return best;
        }

        private void spend(double[] before, double[] after, int[] lastSegment) {
            for (int set = 1; set <= all; set++) {
                for (int last = set; last > 0 && price[set] < Double.POSITIVE_INFINITY; last = last - 1 & set) {
                    double total = before[set ^ last] + length[last] * price[set];
                    if (total < after[set]) {
                        after[set] = total;
                        lastSegment[set] = last;
                    }
                }
            }
        }

        /** Puts the items of {@code set} before place {@code end} of {@link #found}; returns where they begin. */
        private int put(int set, int end) {
            int from = end - Integer.bitCount(set);
            int at = from;
            for (int left = set; left != 0; left &= left - 1) {
                found[at++] = Integer.numberOfTrailingZeros(left);
            }
            return from;
        }

        private List<Integer> order(int[] places) {
            long key = 0;
            for (int place : places) {
                key = key << 4 | place;
            }
            return orders.computeIfAbsent(
                    key, k -> Arrays.stream(places).mapToObj(items::get).toList());
        }
    }

    private List<Integer> members(int set) {
        return IntStream.range(0, n)
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(items::get)
                .toList();
    }

    /** What the cached items of a request cost in one order, with breakpoints where they cost least. */
    private static final class OrderCost {
        /** By items from the front: their tokens. */
        final double[] length;
        /** By items from the front: what a token before a breakpoint there costs; infinite where there can be none. */
        final double[] price;

        private final int breakpoints;
        private final int n;
        private double[] least;
        private double[] next;

        OrderCost(int n, int breakpoints) {
            this.n = n;
            this.breakpoints = breakpoints;
            length = new double[n + 1];
            price = new double[n + 1];
            least = new double[n + 1];
            next = new double[n + 1];
        }

        /** @param outside what a token behind the last breakpoint costs */
        double of(double outside) {
            return breakpoints < n ? few(outside) : everywhere();
        }

        /** A breakpoint more never costs more where there is one for each; all that is placed in the cache is cached. */
        private double everywhere() {
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

        private double few(double outside) {
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            least[0] = 0;
            double best = Double.POSITIVE_INFINITY;
            for (int k = 1; k <= breakpoints; k++) {
                Arrays.fill(next, Double.POSITIVE_INFINITY);
                for (int end = 1; end <= n; end++) {
                    for (int before = 0; before < end && price[end] < Double.POSITIVE_INFINITY; before++) {
                        next[end] = Math.min(next[end], least[before] + (length[end] - length[before]) * price[end]);
                    }
                    best = Math.min(best, next[end] + (length[n] - length[end]) * outside);
                }
                double[] spent = least;
                least = next;
                next = spent;
            }
            return best;
        }
    }
}
