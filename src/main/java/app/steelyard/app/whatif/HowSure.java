package app.steelyard.app.whatif;

import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.trials.Information;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialSettings;
import app.steelyard.whatif.trials.Worth;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How sure it is which design is cheapest, and what to know more is worth, without all the rest that the trials tell.
 *
 * @param worths of the numbers with a range, the most valuable first
 */
public record HowSure(Findings.Confidence confidence, List<Worth> worths) {
    /** One thread, for nobody waits. */
    private static final TrialSettings SETTINGS = TrialSettings.DEFAULT.withThreads(1);

    public HowSure {
        worths = List.copyOf(worths);
    }

    /**
     * As {@link DoubtAnswer} has it; empty where no number has a range, or nothing can do the job.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static Optional<HowSure> of(Plan plan, PriceBook book, BooleanSupplier cancelled) {
        if (plan.whatIf().ranges().isEmpty() || plan.items().isEmpty()) {
            return Optional.empty();
        }
        Batch batch = Batch.of(KnownErrors.in(plan, book), book);
        Simulation simulation = Simulation.run(batch, SETTINGS, cancelled);
        List<Worth> worths = Information.of(simulation, cancelled).worths();
        return Findings.confidence(simulation).map(c -> new HowSure(c, worths));
    }

    /** What it is worth to know a number before deciding; empty where that cannot be told from nothing. */
    public Optional<Worth> worth(PlanNumber number) {
        return worths.stream()
                .filter(w -> w.assumption().number().equals(number))
                .filter(w -> !w.negligible())
                .findFirst();
    }
}
