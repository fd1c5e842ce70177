package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import org.jspecify.annotations.Nullable;

/** What items that grow with each turn come to on average, for a block of rows; the same for every architecture. */
public final class Conversations {
    private final Block x;
    private final @Nullable Column[] sizes;
    private final @Nullable Column[] before;

    Conversations(Block x, int items) {
        this.x = x;
        this.sizes = new @Nullable Column[items];
        this.before = new @Nullable Column[items];
    }

    /** Tokens of the item in a request, on average over the turns; of one that does not grow, its tokens. */
    public Column size(int item) {
        Column known = sizes[item];
        if (known == null) {
            known = each(item, Turns::size);
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
                    : x.keep(each(item, Turns::before).times(rewritten.not()));
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
            Turns turns = turns(row);
            double f = first.at(row);
            double d = perTurn.at(row);
            double e = end.at(row);
            double most = limit.at(row);
            boolean never = e <= most || d <= 0 && f <= most;
            double from = Math.min(f, e) > most ? 0 : Math.floor((most - f) / d) + 1;
            share[row] = never ? 0 : turns.shareFrom(from);
            tokens[row] = never ? 0 : turns.sizeFrom(from, f, d, e);
        }
        return new Beyond(Column.simplest(share, x), Column.simplest(tokens, x));
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

    private Column each(int item, Mean mean) {
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
            return Column.of(mean.of(turns(0), first.value(), perTurn.value(), end.value()));
        }
        double[] out = x.take();
        for (int row = 0; row < x.rows(); row++) {
            out[row] = mean.of(turns(row), first.at(row), perTurn.at(row), end.at(row));
        }
        return x.keep(Column.of(out, x));
    }

    private Turns turns(int row) {
        return Turns.of(
                x.get(PlanField.TURNS).at(row), x.get(PlanField.TURNS_SPREAD).at(row));
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
