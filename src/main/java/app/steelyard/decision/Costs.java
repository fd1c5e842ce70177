package app.steelyard.decision;

import app.steelyard.cost.Evaluation;
import app.steelyard.cost.Trial;
import app.steelyard.plan.Design;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What placements of one plan's items cost, each computed once. Not safe for several threads. */
final class Costs {
    private final Plan plan;
    private final PriceBook book;
    private final Map<List<Placement>, Trial> trials;
    private final Map<List<Placement>, Evaluation> known = new HashMap<>();

    Costs(Plan plan, PriceBook book) {
        this(plan, book, new HashMap<>());
    }

    private Costs(Plan plan, PriceBook book, Map<List<Placement>, Trial> trials) {
        this.plan = plan;
        this.book = book;
        this.trials = trials;
    }

    /** The same for a plan that differs in numbers of its items and traffic alone. */
    Costs with(Plan other) {
        return new Costs(other, book, trials);
    }

    Evaluation of(List<Placement> placements) {
        return known.computeIfAbsent(placements, p -> trial(p).evaluate(plan));
    }

    /** With everything cached that can be. */
    Optional<Trial.Prefix> cached() {
        return prefix(Design.PROMPT_CACHING.placementsOf(plan.items()));
    }

    Optional<Trial.Prefix> prefix(List<Placement> placements) {
        return trial(placements).prefix(plan);
    }

    private Trial trial(List<Placement> placements) {
        return trials.computeIfAbsent(placements, p -> Trial.of(plan, p, book));
    }
}
