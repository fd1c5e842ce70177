package app.steelyard.whatif.story;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.Assumptions;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.ContradictionException;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Information;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import app.steelyard.whatif.trials.Saved;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.Tornado;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * All that the doubt about a plan's numbers does to its answer.
 *
 * @param subject index of the design whose saving against today's is told; −1 where there is none
 * @param saved what that design saves; empty where it or today's is not known
 * @param bars one number at a time, the widest first
 * @param ranks by rank correlation, the strongest first
 * @param lead of the cheapest design over the next best; empty where there is no other
 * @param hitRate where the answer changes with a hit rate that is derived; empty where the plan states a measured one
 */
public record Outlook(
        Simulation simulation,
        Information information,
        int subject,
        Optional<Saved> saved,
        List<Bar> bars,
        List<RankBar> ranks,
        Optional<Lead> lead,
        Optional<SwitchingValue> hitRate) {

    public Outlook {
        bars = List.copyOf(bars);
        ranks = List.copyOf(ranks);
    }

    /**
     * Of the plan of {@code batch}. Its saving is that of the cheapest design at the plan's own numbers that can do the job
     * or, where that is today's, of the cheapest other one.
     *
     * @throws ContradictionException if the plan's correlations cannot hold together
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Outlook of(Batch batch, TrialSettings settings, BooleanSupplier cancelled) {
        Simulation simulation = Simulation.run(batch, settings, cancelled);
        return of(batch, subject(batch, simulation), simulation, cancelled);
    }

    /** The same with the saving of {@code about}, which must be among the designs that have a price. */
    public static Outlook of(Batch batch, Design about, TrialSettings settings, BooleanSupplier cancelled) {
        return of(batch, indexOf(batch, about), Simulation.run(batch, settings, cancelled), cancelled);
    }

    /** The index of {@code design} among those of {@code batch} that have a price; −1 where it is not there. */
    public static int indexOf(Batch batch, Design design) {
        return Subject.of(design).indexIn(batch.plan(), batch.architectures());
    }

    private static Outlook of(Batch batch, int subject, Simulation simulation, BooleanSupplier cancelled) {
        Assumptions assumptions = Assumptions.of(batch.plan());
        return new Outlook(
                simulation,
                Information.of(simulation, cancelled),
                subject,
                subject < 0 ? Optional.empty() : simulation.saving(subject),
                subject < 0 ? List.of() : Tornado.oneAtATime(batch, assumptions, subject),
                subject < 0 ? List.of() : Tornado.byRank(simulation, subject, cancelled),
                Lead.of(batch, assumptions),
                Switching.derivedHitRate(batch));
    }

    private static int subject(Batch batch, Simulation simulation) {
        if (simulation.reference() != simulation.today()) {
            return simulation.reference();
        }
        Columns columns = batch.columns(1);
        Sums sums = Sums.totals(batch, columns);
        batch.worker().evaluate(columns, 0, 1, sums);
        return sums.cheapestBut(0, simulation.today());
    }

    public Plan plan() {
        return simulation.batch().plan();
    }

    /** Whether the next best is today's design wherever a number goes, so that the lead and the saving are one. */
    public boolean leadIsSaving() {
        return lead.isPresent() && !bars.isEmpty() && bars.equals(lead.get().bars());
    }

    /** The design whose saving is told. */
    public Optional<Architecture> about() {
        return subject < 0
                ? Optional.empty()
                : Optional.of(simulation.batch().architectures().get(subject));
    }

    /** The designs, the likeliest to be cheapest first; of equally likely ones that with the lower median. */
    public List<DesignSpread> ranking() {
        return simulation.ranking();
    }
}
