package app.steelyard.app.whatif;

import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How sure it is which design is cheapest, without all the rest that the trials tell. */
public final class HowSure {
    /** One thread, for nobody waits. */
    private static final TrialSettings SETTINGS = TrialSettings.DEFAULT.withThreads(1);

    private HowSure() {}

    /**
     * As {@link DoubtAnswer} has it; empty where no number has a range, or nothing can do the job.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static Optional<Findings.Confidence> of(Plan plan, PriceBook book, BooleanSupplier cancelled) {
        if (plan.whatIf().ranges().isEmpty() || plan.items().isEmpty()) {
            return Optional.empty();
        }
        Batch batch = Batch.of(KnownErrors.in(plan, book), book);
        return Findings.confidence(Simulation.run(batch, SETTINGS, cancelled));
    }
}
