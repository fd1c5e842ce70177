package app.steelyard.decision.advice;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.rules.Approach;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Texts;
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
 * @param ruledOut the reasons, among these, that leave no choice: what was answered, or what is not to be had
 */
public record Alternative(
        Approach approach,
        boolean chosen,
        List<Placement> placements,
        Optional<Evaluation> evaluation,
        List<Argument> good,
        List<Argument> bad,
        List<Argument> ruledOut) {

    private static final Texts TEXTS = Texts.of(Alternative.class);

    public Alternative {
        placements = List.copyOf(placements);
        good = List.copyOf(good);
        bad = List.copyOf(bad);
        ruledOut = List.copyOf(ruledOut);
    }

    /** What it is called, with the model where it runs on another than the plan's base. */
    public String name() {
        return evaluation
                .map(Evaluation::architecture)
                .filter(Architecture::elsewhere)
                .map(a -> TEXTS.get("alternative.on", approach.label(), a.on()))
                .orElse(approach.label());
    }

    /** Whether nothing rules it out and, as far as its cost is known, it meets no obstacle. */
    public boolean possible() {
        return ruledOut.isEmpty() && priced().map(Evaluation.Priced::feasible).orElse(true);
    }

    /** What keeps it from doing the job, or from being priced, as sentences; empty where nothing does. */
    public List<String> obstacles() {
        return switch (evaluation.orElse(null)) {
            case Evaluation.Unpriced unpriced -> unpriced.reasons();
            case Evaluation.Priced priced -> priced.obstacles();
            case null -> List.of();
        };
    }

    /** The cost, where every price of it is known. */
    public Optional<Evaluation.Priced> priced() {
        return evaluation.filter(Evaluation.Priced.class::isInstance).map(Evaluation.Priced.class::cast);
    }
}
