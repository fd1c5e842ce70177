package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What items that grow with each turn come to on average, for a block of rows; the same for every architecture. */
public final class Conversations {
    private final Block x;
    private final @Nullable Column[] sizes;
    private final @Nullable Column[] before;
    private final List<SizeClass> classes;
    /** Turns after the first that the classes have on average. */
    private final double stated;

    Conversations(Block x, int items) {
        this.x = x;
        this.sizes = new @Nullable Column[items];
        this.before = new @Nullable Column[items];
        this.classes = x.sessions().sizes();
        this.stated = Math.max(Double.MIN_NORMAL, Sessions.mean(classes) - 1);
    }

    /** Tokens of the item in a request, on average over the turns; of one that does not grow, its tokens. */
    public Column size(int item) {
        Column known = sizes[item];
        if (known == null) {
            known = each(item, Turns::size, Turns::mean);
            sizes[item] = known;
        }
        return known;
    }

    /** Tokens of the item that a turn finds as the turn before sent them, on average over turns that have one before. */
    public Column repeated(int item) {
        Column known = before[item];
        if (known == null) {
            Column rewritten = x.get(item, ItemNumber.Kind.REWRITTEN);
            known = !grows(item) && rewritten.isZero()
                    ? size(item)
                    : x.keep(each(item, Turns::before, t -> t.mean() - 1).times(rewritten.not()));
            before[item] = known;
        }
        return known;
    }

    /** Whether it is longer on a later turn. */
    public boolean grows(int item) {
        return !perTurn(item).isZero();
    }

    /** The share of the requests in which the item is longer than {@code limit}, and its tokens in these. */
    public Beyond beyond(int item, Column limit) {
        double[] share = x.take();
        double[] tokens = x.take();
        Column first = x.tokens(item);
        Column perTurn = perTurn(item);
        Column end = end(item);
        for (int row = 0; row < x.rows(); row++) {
            double most = limit.at(row);
            Mean shares = (t, f, d, e) -> never(f, d, e, most) ? 0 : t.shareFrom(from(f, d, e, most));
            Mean sizes = (t, f, d, e) -> never(f, d, e, most) ? 0 : t.sizeFrom(from(f, d, e, most), f, d, e);
            share[row] = mean(row, shares, Turns::mean, first.at(row), perTurn.at(row), end.at(row));
            tokens[row] = mean(row, sizes, Turns::mean, first.at(row), perTurn.at(row), end.at(row));
        }
        return new Beyond(Column.simplest(share, x), Column.simplest(tokens, x));
    }

    /**
     * Tokens of the item on a turn, of a block of one row: the mean over the sessions that have at least {@code reached} turns.
     */
    public double onTurn(int item, int turn, int reached) {
        Mean size = (t, f, d, e) -> Math.min(e, f + (turn - 1) * d);
        return grows(item)
                ? mean(
                        0,
                        size,
                        t -> t.reaching(reached),
                        x.tokens(item).value(),
                        perTurn(item).value(),
                        end(item).value())
                : x.tokens(item).value();
    }

    /** The turn that at most {@code share} of the requests are beyond, of a block of one row. */
    public int turnBefore(double share) {
        int high = 1;
        while (mean(0, after(high), Turns::mean, 0, 0, 0) > share) {
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            boolean beyond = mean(0, after(middle), Turns::mean, 0, 0, 0) > share;
            low = beyond ? middle : low;
            high = beyond ? high : middle;
        }
        return high;
    }

    private static Mean after(double turn) {
        return (t, f, d, e) -> t.shareFrom(turn);
    }

    private static boolean never(double first, double perTurn, double end, double most) {
        return end <= most || perTurn <= 0 && first <= most;
    }

    /** Turns before the first one that is longer. */
    private static double from(double first, double perTurn, double end, double most) {
        return Math.min(first, end) > most ? 0 : Math.floor((most - first) / perTurn) + 1;
    }

    /**
     * The requests in which an item is longer than a limit.
     *
     * @param share of all requests
     * @param tokens of the item in them, divided by all requests
     */
    public record Beyond(Column share, Column tokens) {}

    private interface Mean {
        double of(Turns turns, double first, double perTurn, double end);
    }

    /** @param weight what each class of sessions counts, for each of its sessions */
    private Column each(int item, Mean mean, ToDoubleFunction<Turns> weight) {
        Column first = x.tokens(item);
        if (!grows(item)) {
            return first;
        }
        Column perTurn = perTurn(item);
        Column end = end(item);
        if (first.uniform()
                && perTurn.uniform()
                && end.uniform()
                && x.get(PlanField.TURNS).uniform()
                && x.get(PlanField.TURNS_SPREAD).uniform()) {
            return Column.of(mean(0, mean, weight, first.value(), perTurn.value(), end.value()));
        }
        double[] out = x.take();
        for (int row = 0; row < x.rows(); row++) {
            out[row] = mean(row, mean, weight, first.at(row), perTurn.at(row), end.at(row));
        }
        return x.keep(Column.of(out, x));
    }

    /** Over all classes of sessions; the turns of one are in proportion to those of all. */
    private double mean(int row, Mean mean, ToDoubleFunction<Turns> weight, double first, double perTurn, double end) {
        double turns = x.get(PlanField.TURNS).at(row);
        if (classes.isEmpty()) {
            return mean.of(Turns.of(turns, x.get(PlanField.TURNS_SPREAD).at(row)), first, perTurn, end);
        }
        double sum = 0;
        double weights = 0;
        for (SizeClass of : classes) {
            Turns own = Turns.of(1 + (of.turns() - 1) * (turns - 1) / stated, Double.NaN);
            double counts = of.share() * weight.applyAsDouble(own);
            sum += counts * mean.of(own, first * of.size(), perTurn * of.growth(), end);
            weights += counts;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private Column perTurn(int item) {
        return x.get(item, ItemNumber.Kind.PER_TURN)
                .plus(x.get(item, ItemNumber.Kind.KEPT_ANSWER).times(x.get(PlanField.OUTPUT_TOKENS)));
    }

    /** What does not grow has no end. */
    private Column end(int item) {
        Column stated = x.get(item, ItemNumber.Kind.END);
        Column ends = stated.known().times(perTurn(item).exceeds(Column.ZERO));
        return ends.choose(stated, Column.of(Double.POSITIVE_INFINITY));
    }
}
