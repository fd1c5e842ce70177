package app.steelyard.cost.engine;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

    /** What the cache holds in the first month, and how soon the first token is there. */
    public record Prefix(Caches caches, FirstToken firstToken) {}

    /** @param placements in the order of the plan's items */
    public static Trial of(Plan plan, List<Placement> placements, PriceBook book) {
        Architecture architecture = Architecture.of(plan, placements);
        return new Trial(architecture, CostModel.compile(plan, architecture, book));
    }

    /** A placement as it would be proposed, its items in the cheapest order, also where it is today's. */
    public static Trial proposed(Plan plan, List<Placement> placements, PriceBook book) {
        Architecture architecture =
                new Architecture(Architecture.of(plan, placements).design(), placements, false);
        return new Trial(architecture, CostModel.compile(plan, architecture, book));
    }

    /** Without the cost of any month, which is quick; empty where a price is not known. */
    public Optional<Prefix> prefix(Plan plan) {
        return Optional.ofNullable(compiled.model()).map(m -> new Evaluator(plan, m).prefix());
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

    /** As in a comparison, but for what is measured against the baseline or other placements, which are not known here. */
    public Evaluation evaluate(Plan plan) {
        CostModel model = compiled.model();
        return model == null
                ? new Evaluation.Unpriced(architecture, compiled.missing())
                : new Evaluator(plan, model).evaluate(Evaluator.unknown((int)
                        Math.round(plan.finance().horizonMonths())));
    }
}
