package app.steelyard.whatif.trials;

import app.steelyard.plan.Correlation;
import app.steelyard.text.Refusal;
import java.util.List;

/** Correlations that no numbers can have all at once; the message is a sentence for people and names them. */
public final class ContradictionException extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient List<Correlation> correlations;

    ContradictionException(String message, List<Correlation> correlations) {
        super(message);
        this.correlations = List.copyOf(correlations);
    }

    /** The smallest set found that contradicts itself, in the plan's order. */
    public List<Correlation> correlations() {
        return correlations;
    }
}
