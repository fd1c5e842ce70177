package app.steelyard.whatif;

import app.steelyard.cost.Architecture;
import app.steelyard.cost.Batch;
import app.steelyard.cost.Columns;
import app.steelyard.cost.Sums;
import app.steelyard.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * All that the doubt about a plan's numbers does to its answer.
 *
 * @param subject index of the design whose saving against today's is told: the cheapest at the plan's own numbers that can
 *     do the job or, where that is today's, the cheapest other one; −1 where there is none
 * @param saved what that design saves; empty where it or today's is not known
 * @param bars one number at a time, the widest first
 * @param ranks by rank correlation, the strongest first
 */
public record Outlook(
        Simulation simulation,
        Information information,
        int subject,
        Optional<Saved> saved,
        List<Bar> bars,
        List<RankBar> ranks) {

    public Outlook {
        bars = List.copyOf(bars);
        ranks = List.copyOf(ranks);
    }

    /**
     * Of the plan of {@code batch}.
     *
     * @throws ContradictionException if the plan's correlations cannot hold together
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Outlook of(Batch batch, Settings settings, BooleanSupplier cancelled) {
        Simulation simulation = Simulation.run(batch, settings, cancelled);
        Information information = Information.of(simulation, cancelled);
        int subject = subject(batch, simulation);
        return new Outlook(
                simulation,
                information,
                subject,
                subject < 0 ? Optional.empty() : simulation.saving(subject),
                subject < 0 ? List.of() : Tornado.oneAtATime(batch, Assumptions.of(batch.plan()), subject),
                subject < 0 ? List.of() : Tornado.byRank(simulation, subject, cancelled));
    }

    private static int subject(Batch batch, Simulation simulation) {
        if (simulation.reference() != simulation.today()) {
            return simulation.reference();
        }
        Columns columns = batch.columns(1);
        Sums sums = Sums.of(batch, columns);
        batch.worker().evaluate(columns, 0, 1, sums);
        return IntStream.range(0, batch.architectures().size())
                .filter(a -> a != simulation.today() && sums.feasible()[a][0])
                .boxed()
                .min(Comparator.comparingDouble(a -> sums.total()[a][0]))
                .orElse(-1);
    }

    public Plan plan() {
        return simulation.batch().plan();
    }

    /** The design whose saving is told. */
    public Optional<Architecture> about() {
        return subject < 0
                ? Optional.empty()
                : Optional.of(simulation.batch().architectures().get(subject));
    }

    /** The designs, the likeliest to be cheapest first; of equally likely ones that with the lower median. */
    public List<Option> ranking() {
        return simulation.options().stream()
                .sorted(Comparator.comparingDouble((Option o) -> -o.probabilityCheapest())
                        .thenComparingDouble(Option::p50))
                .toList();
    }
}
