package app.steelyard.cost;

import app.steelyard.plan.CashTiming;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost function of a plan's architectures, for many rows of numbers at once: a simulation, a map, a sweep. Prices are
 * looked up once. Safe for several threads; each works with a {@link Worker} of its own.
 */
public final class Batch {
    private final Plan plan;
    private final PriceBook book;
    private final List<Architecture> architectures;
    private final List<Evaluation.Unpriced> unpriced;

    private Batch(Plan plan, PriceBook book, List<Architecture> architectures, List<Evaluation.Unpriced> unpriced) {
        this.plan = plan;
        this.book = book;
        this.architectures = architectures;
        this.unpriced = unpriced;
    }

    /** All distinct architectures of {@code plan}, as {@link Architecture#of(Plan)} has them. */
    public static Batch of(Plan plan, PriceBook book) {
        return of(plan, Architecture.of(plan), book);
    }

    /** Some placements of {@code plan}. */
    public static Batch of(Plan plan, List<Architecture> architectures, PriceBook book) {
        List<Architecture> priced = new ArrayList<>();
        List<Evaluation.Unpriced> unpriced = new ArrayList<>();
        for (Architecture architecture : architectures) {
            CostModel.Compiled compiled = CostModel.compile(plan, architecture, book);
            if (compiled.model() == null) {
                unpriced.add(new Evaluation.Unpriced(architecture, compiled.missing()));
            } else {
                priced.add(architecture);
            }
        }
        return new Batch(plan, book, List.copyOf(priced), List.copyOf(unpriced));
    }

    public Plan plan() {
        return plan;
    }

    /** Those that can be priced, in order; the first index of every result. */
    public List<Architecture> architectures() {
        return architectures;
    }

    public List<Evaluation.Unpriced> unpriced() {
        return unpriced;
    }

    /** Inputs for {@code rows} rows, every number that of the plan. */
    public Columns columns(int rows) {
        return new Columns(plan, rows);
    }

    public Worker worker() {
        return new Worker();
    }

    /** Evaluates rows; not safe for several threads. */
    public final class Worker {
        private final List<CostModel> models = architectures.stream()
                .map(a -> CostModel.compile(plan, a, book).model())
                .toList();

        /** Fills {@code out} from row {@code from} up to, not including, row {@code to} of {@code in}. */
        public void evaluate(Columns in, int from, int to, Sums out) {
            CashTiming timing = plan.finance().timing();
            for (int row = from; row < to; row++) {
                double[] values = in.row(row);
                Plan at = in.plan(row);
                double rate = at.finance().discountRatePerYear();
                for (int a = 0; a < models.size(); a++) {
                    CashFlow flow = models.get(a).evaluate(values).flow();
                    out.setUp()[a][row] = flow.amount(0);
                    out.total()[a][row] = flow.total();
                    out.presentValue()[a][row] = flow.presentValue(rate, timing);
                    out.feasible()[a][row] = Trial.of(at, architectures.get(a).placements(), book)
                                            .evaluate(at)
                                    instanceof Evaluation.Priced priced
                            && priced.feasible();
                }
            }
        }
    }
}
