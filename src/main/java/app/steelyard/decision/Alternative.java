package app.steelyard.decision;

import app.steelyard.cost.Evaluation;
import app.steelyard.plan.Placement;
import java.util.List;
import java.util.Optional;

/**
 * One way to build the system, with its reasons and its cost.
 *
 * @param chosen whether it is the one recommended
 * @param placements in the order of the plan's items
 * @param evaluation its cost, or why it has none; empty where the engine lists no such design
 * @param good the reasons for it, the strongest first
 * @param bad the reasons against it, the strongest first
 */
public record Alternative(
        Approach approach,
        boolean chosen,
        List<Placement> placements,
        Optional<Evaluation> evaluation,
        List<Argument> good,
        List<Argument> bad) {

    public Alternative {
        placements = List.copyOf(placements);
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /** The cost, where every price of it is known. */
    public Optional<Evaluation.Priced> priced() {
        return evaluation.filter(Evaluation.Priced.class::isInstance).map(Evaluation.Priced.class::cast);
    }
}
