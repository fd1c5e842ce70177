package app.steelyard.whatif.story;

import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.ContradictionException;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * All that is known of how sure a plan's answer is, for whoever writes it down in full.
 *
 * @param scenarios the plan and its scenarios; one column where it has none
 */
public record Uncertainty(Outlook outlook, List<SwitchingValue> switching, ScenarioTable scenarios) {

    public Uncertainty {
        switching = List.copyOf(switching);
    }

    /**
     * Computes it.
     *
     * @param batch of a plan with at least one range
     * @param about the design whose saving is told; empty to choose it as {@link Outlook} does
     * @throws ContradictionException if the plan's correlations cannot hold together
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Uncertainty of(
            Batch batch, PriceBook book, Optional<Design> about, TrialSettings settings, BooleanSupplier cancelled) {
        return new Uncertainty(
                about.map(d -> Outlook.of(batch, d, settings, cancelled))
                        .orElseGet(() -> Outlook.of(batch, settings, cancelled)),
                Switching.of(batch, cancelled),
                ScenarioTable.of(batch.plan(), book));
    }

    public Plan plan() {
        return outlook.plan();
    }

    /** The answer in a few sentences: what to measure first, what is cheapest and how surely, what was varied, what it
     * saves, and what is odd about the ranges. */
    public List<String> sentences() {
        Findings findings = new Findings(outlook);
        Optional<String> unsure = findings.ofUnsure(switching);
        boolean ratesFirst = !findings.namesOne();
        return Stream.of(
                        unsure.filter(u -> ratesFirst).stream(),
                        Stream.of(findings.headline() + "."),
                        findings.afterHitRate().stream().map(s -> s + "."),
                        unsure.filter(u -> !ratesFirst).stream(),
                        Stream.of(findings.likely(), findings.varied().told(), findings.saves()),
                        findings.notices().stream())
                .flatMap(s -> s)
                .toList();
    }
}
