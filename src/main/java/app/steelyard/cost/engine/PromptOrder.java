package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Months;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which order the cached items of a design stand in the prompt. Today's stand as the plan lists them; a proposal puts
 * them where they cost least.
 */
final class PromptOrder {
    /** Of more items, many rows have the order that is the cheapest at the plan's own numbers. */
    private static final int MOST_IN_ROWS = 7;

    /** The share of what today's design costs from which another order is a design of its own; below, it is advice alone. */
    private static final double MATTERS = 0.01;

    private final Plan plan;
    /** That answers. */
    private final @Nullable PriceRef model;

    private final Layout layout;
    private final Epoch epoch;
    /** Those whose place may be chosen. */
    private final List<Integer> free;
    /** Those that stand behind them in any case. */
    private final List<Integer> last;

    private @Nullable List<Integer> own;

    /**
     * An order, and where it is the cheapest.
     *
     * @param order indexes in the plan
     * @param where 1 in the rows it is for
     */
    record Choice(List<Integer> order, Column where) {}

    private PromptOrder(
            Plan plan, @Nullable PriceRef model, Layout layout, Epoch epoch, List<Integer> free, List<Integer> last) {
        this.plan = plan;
        this.model = model;
        this.layout = layout;
        this.epoch = epoch;
        this.free = free;
        this.last = last;
    }

    static PromptOrder of(Plan plan, Architecture architecture, Layout layout, Epoch epoch) {
        PriceRef model = architecture.model(plan);
        List<Integer> cached = IntStream.range(0, plan.items().size())
                .filter(i -> architecture.placements().get(i) == Placement.CACHED_PREFIX)
                .boxed()
                .toList();
        if (architecture.today() && !epoch.object()) {
            return new PromptOrder(plan, model, layout, epoch, List.of(), plan.cachedToday());
        }
        List<Integer> lasting = cached.stream()
                .filter(i -> plan.items().get(i).scope() != Scope.REQUEST)
                // A named cache object is kept for what several sessions share.
                .filter(i -> !epoch.object() || plan.items().get(i).scope() != Scope.SESSION)
                .toList();
        return new PromptOrder(
                plan,
                model,
                layout,
                epoch,
                lasting.stream()
                        .filter(i -> !plan.items().get(i).growing().grows())
                        .toList(),
                lasting.stream()
                        .filter(i -> plan.items().get(i).growing().grows())
                        .toList());
    }

    /** The item behind which nothing is ever found, as its text is another in each request; beyond the last for none. */
    static int moving(Plan plan, Architecture architecture) {
        int items = plan.items().size();
        return !architecture.today()
                ? items
                : IntStream.range(0, items)
                        .filter(i -> plan.items().get(i).scope() == Scope.REQUEST)
                        .filter(i -> architecture.placements().get(i) == Placement.PLAIN_PROMPT
                                || architecture.placements().get(i) == Placement.CACHED_PREFIX)
                        .findFirst()
                        .orElse(items);
    }

    /**
     * The orders that are the cheapest somewhere; together they cover all rows.
     *
     * @param sent requests of the first month, retries counted
     */
    List<Choice> choices(Block x, Column sent) {
        if (!epoch.cached() || epoch.object() || free.size() < 2) {
            return List.of(new Choice(behind(free), Column.ONE));
        }
        if (fixed() || x.rows() > 1 && free.size() > MOST_IN_ROWS) {
            return List.of(new Choice(behind(own()), Column.ONE));
        }
        return cheapest(x, sent).stream()
                .map(c -> new Choice(behind(c.order()), c.where()))
                .toList();
    }

    /** Whether the order is the same whatever the numbers of a row. */
    boolean fixed() {
        return !epoch.cached() || epoch.object() || free.size() < 2 || free.size() > OrderSearch.MOST;
    }

    /** The cheapest at the plan's own numbers, searched once: of many items it takes longer than weighing them. */
    private synchronized List<Integer> own() {
        List<Integer> known = own;
        if (known == null) {
            Block x = Block.of(plan).on(plan, model);
            known = cheapest(x, sentOf(x)).get(0).order();
            own = known;
        }
        return known;
    }

    private List<Integer> behind(List<Integer> before) {
        List<Integer> all = new ArrayList<>(before);
        all.addAll(last);
        return List.copyOf(all);
    }

    private List<Choice> cheapest(Block x, Column sent) {
        int mark = x.mark();
        List<Choice> orders = new OrderSearch(plan, layout, epoch, x, free, sent).cheapest();
        x.release(mark);
        return orders;
    }

    private Column sentOf(Block x) {
        return Months.of(x, 1, plan.finance().timing()).sent[1];
    }

    /**
     * What runs today, its items in the cheapest order; empty where that saves next to nothing.
     *
     * @param today the design of today
     */
    static Optional<Architecture> reordered(Plan plan, Architecture today, PriceBook book) {
        if (!today.places(Placement.CACHED_PREFIX)) {
            return Optional.empty();
        }
        Architecture other = today.inAnotherOrder();
        CostModel better = CostModel.compile(plan, other, book).model();
        if (better == null || inThatOrder(plan, today, better)) {
            return Optional.empty();
        }
        CostModel now = CostModel.compile(plan, today, book).model();
        double saved = now == null ? 0 : running(plan, now) - running(plan, better);
        return now != null && saved > MATTERS * running(plan, now) ? Optional.of(other) : Optional.empty();
    }

    /** Whether the prompt stands as {@code better} would have it, with nothing that is new with every request before it. */
    private static boolean inThatOrder(Plan plan, Architecture today, CostModel better) {
        Block row = better.rows(Block.of(plan));
        List<Integer> order = plan.cachedToday();
        int last = order.stream().mapToInt(i -> i).max().orElse(-1);
        return PromptOrder.moving(plan, today) > last
                && better.order
                        .choices(row, better.firstSent(row))
                        .get(0)
                        .order()
                        .equals(order);
    }

    /** What the months cost, without the set-up. */
    private static double running(Plan plan, CostModel model) {
        CashFlow flow = new Evaluator(plan, model).cashFlow();
        return flow.total() - flow.amount(0);
    }
}
