package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The cost function of a plan's architectures, for many rows of numbers at once: a simulation, a map, a sweep. Prices are
 * looked up once. Safe for several threads; each works with a {@link Worker} of its own.
 */
public final class Batch {
    /** Rows at a time: enough to make little of what is done once a block, few enough for the processor's caches. */
    private static final int BLOCK = 512;

    private final Plan plan;
    private final PriceBook book;
    private final List<CostModel> models;
    private final List<Architecture> architectures;
    private final List<Evaluation.Unpriced> unpriced;
    /** By numbers that the plan leaves out and a trial varies. */
    private final Map<Set<PlanField>, List<CostModel>> speaking = new ConcurrentHashMap<>();

    /**
     * Input tokens of a request in the first month, on average over its turns, by architecture and row.
     *
     * @param read those that are read from the cache
     * @param all with those that are not
     */
    public record Reads(double[][] read, double[][] all) {

        /** Empty ones for all rows of {@code in}. */
        public static Reads of(Batch batch, Columns in) {
            int n = batch.architectures().size();
            return new Reads(new double[n][in.rows()], new double[n][in.rows()]);
        }

        /** The token hit rate: the share of all input tokens that is read from the cache; 0 where there are none. */
        public double share(int architecture, int row) {
            double tokens = all[architecture][row];
            return tokens > 0 ? read[architecture][row] / tokens : 0;
        }
    }

    private Batch(Plan plan, PriceBook book, List<CostModel> models, List<Evaluation.Unpriced> unpriced) {
        this.plan = plan;
        this.book = book;
        this.models = List.copyOf(models);
        this.architectures = models.stream().map(m -> m.architecture).toList();
        this.unpriced = List.copyOf(unpriced);
    }

    /**
     * The designs that {@code plan} is weighed in, today's first: its placements and, where the order of today's prompt
     * costs, what runs today in the cheapest order, for an order is part of a design.
     */
    public static List<Architecture> designs(Plan plan, PriceBook book) {
        List<Architecture> designs = new ArrayList<>(Architecture.of(plan, book));
        PromptOrder.reordered(plan, designs.get(0), book)
                .filter(a -> designs.stream().skip(1).noneMatch(d -> sendsTheSame(plan, a, d)))
                .ifPresent(a -> designs.add(1, a));
        return List.copyOf(designs);
    }

    /** Whether a proposal places alike all that is not new with every request, which no proposal caches. */
    private static boolean sendsTheSame(Plan plan, Architecture one, Architecture other) {
        return other.own() == null
                && IntStream.range(0, plan.items().size())
                        .filter(i -> plan.items().get(i).scope() != Scope.REQUEST)
                        .allMatch(i ->
                                one.placements().get(i) == other.placements().get(i));
    }

    /** All of its {@link #designs}. */
    public static Batch of(Plan plan, PriceBook book) {
        return of(plan, designs(plan, book), book);
    }

    /** Some placements of {@code plan}. */
    public static Batch of(Plan plan, List<Architecture> architectures, PriceBook book) {
        List<CostModel> models = new ArrayList<>();
        List<Evaluation.Unpriced> unpriced = new ArrayList<>();
        for (Architecture architecture : architectures) {
            CostModel.Compiled compiled = CostModel.compile(plan, architecture, book);
            CostModel model = compiled.model();
            if (model == null) {
                unpriced.add(new Evaluation.Unpriced(architecture, compiled.missing()));
            } else {
                models.add(model);
            }
        }
        return new Batch(plan, book, models, unpriced);
    }

    public Plan plan() {
        return plan;
    }

    /** Where the prices are from. */
    public PriceBook book() {
        return book;
    }

    /** Those that can be priced, in order; the first index of every result. */
    public List<Architecture> architectures() {
        return architectures;
    }

    public List<Evaluation.Unpriced> unpriced() {
        return unpriced;
    }

    /**
     * The models with the prices of what {@code in} varies though the plan says nothing of it: of what most plans leave out prices
     * are looked up only where they are asked for.
     */
    private List<CostModel> models(Columns in) {
        Set<PlanField> unsaid = in.varied().stream()
                .filter(n -> n instanceof PlanField f && f.ofBill() && Double.isNaN(f.get(plan)))
                .map(PlanField.class::cast)
                .collect(Collectors.toUnmodifiableSet());
        return unsaid.isEmpty()
                ? models
                : speaking.computeIfAbsent(unsaid, fields -> {
                    Plan said = plan;
                    for (PlanField field : fields) {
                        said = field.with(said, 0);
                    }
                    return of(said, architectures, book).models;
                });
    }

    /** Which designs a price is missing of, as a sentence without a full stop; empty where it is of none. */
    public Optional<String> uncompared() {
        return Uncompared.of(unpriced);
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
        private final Block block = columns(BLOCK).block(BLOCK);

        /** Fills {@code out} from row {@code from} up to, not including, row {@code to} of {@code in}. */
        public void evaluate(Columns in, int from, int to, Sums out) {
            List<CostModel> priced = models(in);
            for (int start = from; start < to && !priced.isEmpty(); start += BLOCK) {
                in.load(block, start, Math.min(BLOCK, to - start));
                List<Horizon> horizons = horizons(priced, block, out.discounted());
                for (int a = 0; a < priced.size(); a++) {
                    int mark = block.mark();
                    horizons.get(a).weigh(priced.get(a), plan).copyTo(out, a, start, block.rows());
                    block.release(mark);
                }
            }
        }

        /** By architecture. What is summed for one serves all that have the same rows. */
        private List<Horizon> horizons(List<CostModel> priced, Block plain, boolean discounted) {
            Map<Block, Horizon> byRows = new HashMap<>();
            Map<Optional<PriceRef>, Block> rows = new HashMap<>();
            return priced.stream()
                    .map(m -> rows.computeIfAbsent(
                            Optional.ofNullable(m.architecture.model(plan)), model -> m.rows(plain)))
                    .map(of -> byRows.computeIfAbsent(of, x -> new Horizon(x, priced, discounted)))
                    .toList();
        }

        /** The same with the tokens of the first month in place of money. */
        public void read(Columns in, int from, int to, Reads out) {
            List<CostModel> priced = models(in);
            for (int start = from; start < to; start += BLOCK) {
                in.load(block, start, Math.min(BLOCK, to - start));
                for (int a = 0; a < priced.size(); a++) {
                    int mark = block.mark();
                    priced.get(a).read(priced.get(a).rows(block), out.read()[a], out.all()[a], start);
                    block.release(mark);
                }
            }
        }
    }
}
