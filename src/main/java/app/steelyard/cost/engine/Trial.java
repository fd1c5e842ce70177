package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One placement of a plan's items, its prices looked up once, to be put to any number of plans that differ in the sizes
 * and changes of the items and in traffic alone. Safe for several threads.
 */
public final class Trial {
    private final Architecture architecture;
    private final CostModel.Compiled compiled;

    private Trial(Architecture architecture, CostModel.Compiled compiled) {
        this.architecture = architecture;
        this.compiled = compiled;
    }

    /**
     * What the cache holds in the first month, in one row.
     *
     * @param hitRates by the index of the item; NaN for one that is not cached
     * @param breakEven the hit rate from which caching costs less than plain input; NaN where it never does
     * @param tokens in the cached prefix
     * @param seconds until the first token where all of it is hit
     */
    public record Cached(double[] hitRates, double breakEven, double tokens, double seconds) {}

    /** @param placements in the order of the plan's items */
    public static Trial of(Plan plan, List<Placement> placements, PriceBook book) {
        return of(plan, Architecture.of(plan, placements, book), book);
    }

    /** A design on its model. */
    public static Trial of(Plan plan, Architecture architecture, PriceBook book) {
        return new Trial(architecture, CostModel.compile(plan, architecture, book));
    }

    /**
     * A placement as it would be proposed: where it is today's, in another order if that costs less.
     *
     * @param model the base model, which is also the one to be tuned where it is not the plan's
     */
    public static Trial best(Plan plan, PriceRef model, List<Placement> placements, PriceBook book) {
        Architecture named = Architecture.of(plan, placements, book);
        if (!model.equals(plan.inference().model())) {
            Architecture other = named.on(model, plan, book);
            // What was trained of one model is not there for another.
            named = other.places(Placement.WEIGHTS) ? other.proposed() : other;
        }
        return of(plan, named.today() ? PromptOrder.reordered(plan, named, book).orElse(named) : named, book);
    }

    /** A placement as it would be proposed, its items in the cheapest order, also where it is today's. */
    public static Trial proposed(Plan plan, List<Placement> placements, PriceBook book) {
        return of(plan, Architecture.of(plan, placements, book).inAnotherOrder(), book);
    }

    /**
     * Of each row, without the cost of any month, which is quick; empty where a price is not known. Rows that have one order
     * are looked at together, others when they are asked for.
     */
    public Optional<IntFunction<Cached>> cached(Columns in) {
        CostModel model = compiled.model();
        if (model == null) {
            return Optional.empty();
        }
        if (model.order.fixed()) {
            Cached[] all = cached(model, in, 0, in.rows());
            return Optional.of(i -> all[i]);
        }
        return Optional.of(i -> cached(model, in, i, 1)[0]);
    }

    private static Cached[] cached(CostModel model, Columns in, int from, int count) {
        Cached[] rows = new Cached[count];
        Block plain = in.block(count);
        in.load(plain, from, count);
        Block block = model.rows(plain);
        Column sent = model.firstSent(block);
        for (PromptOrder.Choice choice : model.order.choices(block, sent)) {
            fill(rows, in.plan(), model, block, sent, choice);
        }
        return rows;
    }

    private static void fill(
            Cached[] rows, Plan plan, CostModel model, Block x, Column sent, PromptOrder.Choice choice) {
        DemandFactory demand = model.demand(choice.order());
        Epoch epoch = model.epochs[1];
        Prefix prefix = demand.prefix(x, epoch, sent);
        List<Prefix.Part> parts = epoch.cached() ? prefix.parts() : List.of();
        Column[] hits = prefix.hits(sent);
        Column[] repeated = parts.stream().map(Prefix.Part::repeated).toArray(Column[]::new);
        Column prompt = demand.prompt(x, prefix).total();
        double breakEven = model.breakEven(epoch, prefix);
        FirstTokens first = new FirstTokens(plan, model);
        for (int row = 0; row < x.rows(); row++) {
            if (choice.where().at(row) == 1) {
                double[] rates = new double[plan.items().size()];
                Arrays.fill(rates, Double.NaN);
                double tokens = 0;
                for (int p = 0; p < parts.size(); p++) {
                    double size = parts.get(p).size().at(row);
                    double read = repeated[p].at(row) * hits[p].at(row);
                    rates[parts.get(p).item()] = size == 0 ? 0 : read / size;
                    tokens += size;
                }
                rows[row] = new Cached(rates, breakEven, tokens, first.hit(prompt.at(row), tokens));
            }
        }
    }

    /**
     * Until the first token where all that is cached is hit; NaN where a price is not known.
     *
     * @param cached the indexes of the items that are cached, of those that the placement caches
     */
    public double seconds(Plan plan, BitSet cached) {
        CostModel model = compiled.model();
        return model == null ? Double.NaN : new FirstTokens(plan, model).seconds(cached);
    }

    private static Evaluation alone(Plan plan, CostModel model) {
        CashFlow unknown = Evaluator.unknown((int) Math.round(plan.finance().horizonMonths()));
        return new Evaluator(plan, model).evaluate(unknown, unknown);
    }

    /** As in a comparison, but for what is measured against the baseline or other placements, which are not known here. */
    public Evaluation evaluate(Plan plan) {
        CostModel model = compiled.model();
        return model == null ? new Evaluation.Unpriced(architecture, compiled.missing()) : alone(plan, model);
    }
}
