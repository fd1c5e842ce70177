package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Inputs;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * In which order the cached items of a design stand in the prompt. Today's stand as the plan lists them; a proposal puts
 * them where they cost least, at the plan's own numbers.
 *
 * <p>What an item costs depends on the set of those before it, not on their order: whoever changes among them, it is written
 * anew, and the narrowest of them says how many copies there are. So the cheapest order is found by going through sets, each
 * split into what stands before its last breakpoint and what stands behind that.
 */
final class PromptOrder {
    /** The largest number of items that all sets are tried of; beyond, two good orders are compared. */
    private static final int MOST = 12;

    private final Plan plan;
    private final Epoch epoch;
    private final Layout layout;
    private final Block x;
    private final List<Integer> items;
    private final Map<Fate, Double> known = new HashMap<>();

    /** What the hit rate of a prefix follows from. */
    private record Fate(Scope scope, double changes) {}

    private PromptOrder(Plan plan, Layout layout, Epoch epoch, List<Integer> items) {
        this.plan = plan;
        this.layout = layout;
        this.epoch = epoch;
        this.items = items;
        this.x = Block.of(Inputs.of(plan));
    }

    /** Indexes in the plan of the items that can be read from the cache, in the order of the prompt. */
    static List<Integer> of(Plan plan, Architecture architecture, Layout layout, Epoch epoch) {
        List<Integer> stated = IntStream.range(0, plan.items().size())
                .filter(i -> architecture.placements().get(i) == Placement.CACHED_PREFIX)
                .boxed()
                .toList();
        if (architecture.today() && !epoch.object()) {
            return today(plan, architecture, stated);
        }
        // What grows moves all that stands behind it, so that it stands last.
        List<Integer> last =
                stated.stream().filter(i -> grows(plan.items().get(i))).toList();
        List<Integer> first = stated.stream()
                .filter(i -> !grows(plan.items().get(i)) && plan.items().get(i).scope() != Scope.REQUEST)
                .sorted(Comparator.comparing((Integer i) -> plan.items().get(i).scope())
                        .thenComparing(i -> plan.items().get(i).changesPerMonth()))
                .toList();
        List<Integer> order = new ArrayList<>(new PromptOrder(plan, layout, epoch, first).cheapest());
        order.addAll(last.stream().limit(1).toList());
        return List.copyOf(order);
    }

    /**
     * As the plan lists them. What changes with each request, and stands before something that is to be cached, is sent to
     * the cache with it and is never found again; at the end it is plain input.
     */
    private static List<Integer> today(Plan plan, Architecture architecture, List<Integer> stated) {
        int end = stated.size();
        while (end > 0 && plan.items().get(stated.get(end - 1)).scope() == Scope.REQUEST) {
            end--;
        }
        return stated.subList(0, end);
    }

    private static boolean grows(ContextItem item) {
        return item.growing().perTurn() > 0 || item.growing().keptAnswer() > 0;
    }

    private List<Integer> cheapest() {
        boolean nothingToChoose = items.size() < 2
                || !epoch.cached()
                || epoch.object()
                || plan.caching().measuredHitRate() != null
                || settled();
        if (nothingToChoose) {
            return items;
        }
        List<Integer> other = items.size() > MOST ? byRatio() : new Sets().cheapest();
        // Of orders that cost the same, the one that is easier to explain.
        return cost(other) < cost(items) * (1 - 1e-9) ? other : items;
    }

    /** Whether each item is as wide as the next, changes as rarely and is as long: then no other order costs less. */
    private boolean settled() {
        return IntStream.range(1, items.size()).allMatch(p -> tokens(items.get(p - 1)) >= tokens(items.get(p)));
    }

    private List<Integer> byRatio() {
        return items.stream()
                .sorted(Comparator.comparing((Integer i) -> plan.items().get(i).scope())
                        .thenComparing(i -> plan.items().get(i).changesPerMonth() / Math.max(1, tokens(i))))
                .toList();
    }

    /** What the items of a request cost in that order, with a breakpoint wherever one can stand. */
    private double cost(List<Integer> order) {
        double cost = 0;
        double waiting = 0;
        double length = 0;
        Fate fate = new Fate(Scope.SHARED, 0);
        for (int item : order) {
            fate = with(fate, item);
            waiting += tokens(item);
            length += tokens(item);
            if (length >= minimum()) {
                cost += waiting * token(fate);
                waiting = 0;
            }
        }
        return cost + waiting * plain();
    }

    private Fate with(Fate before, int item) {
        ContextItem next = plan.items().get(item);
        Scope scope = next.scope().compareTo(before.scope()) > 0 ? next.scope() : before.scope();
        return new Fate(scope, before.changes() + next.changesPerMonth());
    }

    private double tokens(int item) {
        return x.conversations().size(item).value();
    }

    private double minimum() {
        Double own = plan.caching().minimumTokens();
        return own == null ? epoch.minimum() : own;
    }

    private double plain() {
        return epoch.rates()[layout.plain[items.get(0)][0]].in(x).value();
    }

    /** What a token costs in a prefix of that fate. */
    private double token(Fate fate) {
        return known.computeIfAbsent(fate, f -> {
            int item = items.get(0);
            double read = epoch.rates()[layout.read[item][0]].in(x).value();
            double missed = epoch.rates()[(epoch.premium() ? layout.write : layout.miss)[item][0]]
                    .in(x)
                    .value();
            Column changes = x.arrivals().changes(Column.ZERO, Column.of(f.changes()));
            Reuse reuse = Prefix.reuse(x, epoch, f.scope(), changes);
            double hit = reuse.hitRate(x, sent()).value();
            return hit * read + (1 - hit) * missed;
        });
    }

    /** Requests of the first month, retries counted. */
    private Column sent() {
        return Column.of(plan.traffic().requestsPerMonth() * (1 + PlanField.RETRY_RATE.get(plan)));
    }

    /** The search over all sets of the items. */
    private final class Sets {
        private final int n = items.size();
        private final int all = (1 << n) - 1;
        private final int most = Math.min(n, epoch.breakpoints());
        private final double[] length = new double[all + 1];
        private final double[] price = new double[all + 1];
        /** By breakpoints and by what stands before the last of them: the least that it costs. */
        private final double[][] least = new double[most + 1][all + 1];

        private final int[][] segment = new int[most + 1][all + 1];

        Sets() {
            for (int set = 1; set <= all; set++) {
                Fate fate = new Fate(Scope.SHARED, 0);
                for (int i = 0; i < n; i++) {
                    if ((set >> i & 1) == 1) {
                        length[set] += tokens(items.get(i));
                        fate = with(fate, items.get(i));
                    }
                }
                price[set] = length[set] < minimum() ? Double.POSITIVE_INFINITY : token(fate);
            }
            for (double[] each : least) {
                Arrays.fill(each, Double.POSITIVE_INFINITY);
            }
            least[0][0] = 0;
            for (int k = 1; k <= most; k++) {
                for (int set = 1; set <= all; set++) {
                    spend(k, set);
                }
            }
        }

        private void spend(int k, int set) {
            if (Double.isInfinite(price[set])) {
                return;
            }
            for (int last = set; last > 0; last = last - 1 & set) {
                double cost = least[k - 1][set ^ last] + length[last] * price[set];
                if (cost < least[k][set]) {
                    least[k][set] = cost;
                    segment[k][set] = last;
                }
            }
        }

        List<Integer> cheapest() {
            double best = Double.POSITIVE_INFINITY;
            int breakpoints = 0;
            int before = 0;
            for (int k = 1; k <= most; k++) {
                for (int set = 1; set <= all; set++) {
                    double cost = least[k][set] + (length[all] - length[set]) * plain();
                    if (cost < best && (set == all || most < n)) {
                        best = cost;
                        breakpoints = k;
                        before = set;
                    }
                }
            }
            List<Integer> order = new ArrayList<>(members(all & ~before));
            for (int k = breakpoints, set = before; set != 0; set ^= segment[k][set], k--) {
                order.addAll(0, members(segment[k][set]));
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
}
