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
    private static final Growing NOTHING = new Growing(0, 0, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);

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
            known = each(item, Growing::size, Turns::mean);
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
                    : x.keep(each(item, Growing::before, t -> t.mean() - 1).times(rewritten.not()));
            before[item] = known;
        }
        return known;
    }

    /** How often it is compacted, for each request. */
    public Column compactions(int item) {
        return isCompacted(item)
                ? each(item, (g, t) -> g.compacted() ? g.sawtooth().compactions(t) : 0, Turns::mean)
                : Column.ZERO;
    }

    /** Tokens of it that compactions read, for each request. */
    public Column compacted(int item) {
        return isCompacted(item)
                ? each(item, (g, t) -> g.compacted() ? g.sawtooth().compacted(t) : 0, Turns::mean)
                : Column.ZERO;
    }

    private boolean isCompacted(int item) {
        return grows(item) && !x.get(item, ItemNumber.Kind.COMPACTED_TO).known().isZero();
    }

    /** Whether it is longer on a later turn. */
    public boolean grows(int item) {
        return !perTurn(item).isZero();
    }

    /** The share of the requests in which the item is longer than {@code limit}, and its tokens in these. */
    public Beyond beyond(int item, Column limit) {
        double[] share = x.take();
        double[] tokens = x.take();
        for (int row = 0; row < x.rows(); row++) {
            double most = limit.at(row);
            Growing growing = growing(item, row);
            share[row] = mean(row, (g, t) -> g.shareAbove(t, most), Turns::mean, growing);
            tokens[row] = mean(row, (g, t) -> g.sizeAbove(t, most), Turns::mean, growing);
        }
        return new Beyond(Column.simplest(share, x), Column.simplest(tokens, x));
    }

    /**
     * Tokens of the item on a turn, of a block of one row: the mean over the sessions that have at least {@code reached} turns.
     */
    public double onTurn(int item, int turn, int reached) {
        return grows(item)
                ? mean(0, (g, t) -> g.onTurn(turn), t -> t.reaching(reached), growing(item, 0))
                : x.tokens(item).value();
    }

    /** Tokens of an item that grows that a turn sends as the turn before did, of a block of one row. */
    public double found(int item, int turn) {
        return mean(0, (g, t) -> g.foundOn(turn), t -> t.reaching(turn), growing(item, 0));
    }

    /** The turn that at most {@code share} of the requests are beyond, of a block of one row. */
    public int turnBefore(double share) {
        int high = 1;
        while (mean(0, after(high), Turns::mean, NOTHING) > share) {
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            boolean beyond = mean(0, after(middle), Turns::mean, NOTHING) > share;
            low = beyond ? middle : low;
            high = beyond ? high : middle;
        }
        return high;
    }

    private static Mean after(double turn) {
        return (g, t) -> t.shareFrom(turn);
    }

    /**
     * The requests in which an item is longer than a limit.
     *
     * @param share of all requests
     * @param tokens of the item in them, divided by all requests
     */
    public record Beyond(Column share, Column tokens) {}

    private interface Mean {
        double of(Growing growing, Turns turns);
    }

    /** @param weight what each class of sessions counts, for each of its sessions */
    private Column each(int item, Mean mean, ToDoubleFunction<Turns> weight) {
        if (!grows(item)) {
            return x.tokens(item);
        }
        if (x.tokens(item).uniform()
                && perTurn(item).uniform()
                && x.get(item, ItemNumber.Kind.END).uniform()
                && x.get(item, ItemNumber.Kind.COMPACTED_TO).uniform()
                && x.get(item, ItemNumber.Kind.WINDOW).uniform()
                && x.get(PlanField.TURNS).uniform()
                && x.get(PlanField.TURNS_SPREAD).uniform()) {
            return Column.of(mean(0, mean, weight, growing(item, 0)));
        }
        double[] out = x.take();
        for (int row = 0; row < x.rows(); row++) {
            out[row] = mean(row, mean, weight, growing(item, row));
        }
        return x.keep(Column.of(out, x));
    }

    private Growing growing(int item, int row) {
        double perTurn = perTurn(item).at(row);
        double end = x.get(item, ItemNumber.Kind.END).at(row);
        // What does not grow has no end.
        return new Growing(
                x.tokens(item).at(row),
                perTurn,
                perTurn > 0 && !Double.isNaN(end) ? end : Double.POSITIVE_INFINITY,
                x.get(item, ItemNumber.Kind.COMPACTED_TO).at(row),
                x.get(item, ItemNumber.Kind.WINDOW).at(row));
    }

    /** Over all classes of sessions; the turns of one are in proportion to those of all. */
    private double mean(int row, Mean mean, ToDoubleFunction<Turns> weight, Growing growing) {
        double turns = x.get(PlanField.TURNS).at(row);
        if (classes.isEmpty()) {
            return mean.of(
                    growing, Turns.of(turns, x.get(PlanField.TURNS_SPREAD).at(row)));
        }
        double sum = 0;
        double weights = 0;
        for (SizeClass of : classes) {
            Turns own = Turns.of(1 + (of.turns() - 1) * (turns - 1) / stated, Double.NaN);
            double counts = of.share() * weight.applyAsDouble(own);
            sum += counts * mean.of(growing.times(of.size(), of.growth()), own);
            weights += counts;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private Column perTurn(int item) {
        return x.get(item, ItemNumber.Kind.PER_TURN)
                .plus(x.get(item, ItemNumber.Kind.KEPT_ANSWER).times(x.get(PlanField.OUTPUT_TOKENS)));
    }
}
