package app.steelyard.decision.advice;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** What placements of one plan's items cost, each computed once. Safe for several threads. */
final class PlacementCosts {
    private final Plan plan;
    private final PriceBook book;
    private final Map<List<Placement>, Trial> trials;
    private final Map<List<Placement>, Evaluation> known = new ConcurrentHashMap<>();

    PlacementCosts(Plan plan, PriceBook book) {
        this(plan, book, new ConcurrentHashMap<>());
    }

    private PlacementCosts(Plan plan, PriceBook book, Map<List<Placement>, Trial> trials) {
        this.plan = plan;
        this.book = book;
        this.trials = trials;
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    PlacementCosts with(Plan other) {
        return new PlacementCosts(other, book, trials);
    }

    Evaluation of(List<Placement> placements) {
        return known.computeIfAbsent(placements, p -> trial(p).evaluate(plan));
    }

    /** With everything cached that can be, in each row of numbers; empty where a price is not known. */
    Optional<IntFunction<Trial.Cached>> cached(Columns in) {
        return allCached().cached(in);
    }

    /** Until the first token where all that is cached is hit, by the items cached; NaN where that is unpriced. */
    double seconds(BitSet cached) {
        return allCached().seconds(plan, cached);
    }

    private Trial allCached() {
        return trial(Design.PROMPT_CACHING.placementsOf(plan.items()));
    }

    private Trial trial(List<Placement> placements) {
        return trials.computeIfAbsent(
                placements, p -> Trial.best(plan, plan.inference().model(), p, book));
    }
}
