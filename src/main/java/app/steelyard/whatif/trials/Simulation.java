package app.steelyard.whatif.trials;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.whatif.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Many trials of a plan: in each, every number that is not sure takes a random value of its range, and every architecture
 * is weighed by the one cost function. The same seed gives the same numbers on any number of threads.
 */
public final class Simulation {
    private final Batch batch;
    private final Assumptions assumptions;
    private final TrialSettings settings;
    private final Columns columns;
    private final Sums sums;
    private final Draws draws;
    private final byte[] cheapest;
    private final int[] wins;
    private final int reference;
    private final int today;
    private List<DesignSpread> options = List.of();

    private Simulation(Batch batch, Assumptions assumptions, TrialSettings settings) {
        this.batch = batch;
        this.assumptions = assumptions;
        this.settings = settings;
        this.columns = batch.columns(settings.trials());
        this.sums = Sums.totals(batch, columns);
        this.draws = new Draws(assumptions, settings.seed(), columns);
        this.cheapest = new byte[settings.trials()];
        this.wins = new int[batch.architectures().size()];
        this.reference = cheapestAtBase(batch);
        this.today = today(batch);
    }

    /**
     * Weighs the plan of {@code batch}.
     *
     * @param cancelled asked now and then, from several threads
     * @throws ContradictionException if the plan's correlations cannot hold together
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Simulation run(Batch batch, TrialSettings settings, BooleanSupplier cancelled) {
        Simulation simulation = new Simulation(batch, Assumptions.of(batch.plan()), settings);
        simulation.weigh(cancelled);
        simulation.summarise(cancelled);
        return simulation;
    }

    private void weigh(BooleanSupplier cancelled) {
        int trials = settings.trials();
        Work.share((trials + Draws.BLOCK - 1) / Draws.BLOCK, settings.threads(), cancelled, () -> {
            Batch.Worker worker = batch.worker();
            return block -> {
                int from = block * Draws.BLOCK;
                int to = Math.min(trials, from + Draws.BLOCK);
                draws.fill(from, to);
                worker.evaluate(columns, from, to, sums);
                for (int row = from; row < to; row++) {
                    cheapest[row] = (byte) sums.cheapest(row);
                }
            };
        });
        for (byte best : cheapest) {
            if (best >= 0) {
                wins[best]++;
            }
        }
    }

    private void summarise(BooleanSupplier cancelled) {
        DesignSpread[] made = new DesignSpread[batch.architectures().size()];
        Work.share(made.length, settings.threads(), cancelled, () -> i -> made[i] = option(i));
        options = List.of(made);
    }

    private DesignSpread option(int architecture) {
        int trials = settings.trials();
        Sample sample = new Sample(sums.total()[architecture], 0.1, 0.5, 0.8, 0.9);
        int able = 0;
        for (boolean feasible : sums.feasible()[architecture]) {
            able += feasible ? 1 : 0;
        }
        return new DesignSpread(
                batch.architectures().get(architecture),
                sample.quantile(0.1),
                sample.quantile(0.5),
                sample.quantile(0.8),
                sample.quantile(0.9),
                sample.quantileError(0.5),
                sample.mean(),
                sample.standardError(),
                (double) able / trials,
                new TrialShare((double) wins[architecture] / trials, trials));
    }

    /**
     * What the architecture of index {@code architecture} saves against today's over the horizon; empty where today's
     * could not be priced.
     */
    public Optional<Saved> saving(int architecture) {
        if (today < 0) {
            return Optional.empty();
        }
        double[] savings = savings(architecture);
        int losses = 0;
        for (double value : savings) {
            losses += value < 0 ? 1 : 0;
        }
        Sample sample = new Sample(savings, 0.01, 0.1, 0.5, 0.9, 0.99);
        return Optional.of(new Saved(
                sample.quantile(0.1),
                sample.quantile(0.5),
                sample.quantile(0.9),
                sample.quantileError(0.5),
                sample.mean(),
                sample.standardError(),
                new TrialShare((double) losses / savings.length, savings.length),
                Histogram.of(savings, sample.quantile(0.01), sample.quantile(0.99))));
    }

    /** By trial, for an architecture against today's, which is priced. */
    double[] savings(int architecture) {
        double[] before = sums.total()[today];
        double[] after = sums.total()[architecture];
        double[] savings = new double[before.length];
        for (int row = 0; row < savings.length; row++) {
            savings[row] = before[row] - after[row];
        }
        return savings;
    }

    public Batch batch() {
        return batch;
    }

    public TrialSettings settings() {
        return settings;
    }

    public List<Assumption> assumptions() {
        return assumptions.list();
    }

    /** One for each architecture that can be priced, in the order of the batch. */
    public List<DesignSpread> options() {
        return options;
    }

    /** The designs, the likeliest to be cheapest first; of equally likely ones that with the lower median. */
    public List<DesignSpread> ranking() {
        return options.stream()
                .sorted(Comparator.comparingDouble(
                                (DesignSpread o) -> -o.cheapest().value())
                        .thenComparingDouble(DesignSpread::p50))
                .toList();
    }

    /**
     * Index of the architecture that costs least at the plan's own numbers among those that can do the job; −1 where none
     * can.
     */
    public int reference() {
        return reference;
    }

    /** Index of today's design; −1 where it could not be priced. */
    public int today() {
        return today;
    }

    /** Share of the trials in which no architecture can do the job. */
    public TrialShare noneFeasible() {
        return new TrialShare(1 - (double) Arrays.stream(wins).sum() / settings.trials(), settings.trials());
    }

    /** The values drawn, by number and trial. */
    public Columns columns() {
        return columns;
    }

    /** What they came to, by architecture and trial. */
    public Sums sums() {
        return sums;
    }

    /** Index of the cheapest architecture that can do the job in trial {@code row}; −1 where none can. */
    public int cheapest(int row) {
        return cheapest[row];
    }

    /** The values drawn for assumption {@code index}, by trial; not to be written into. */
    public double[] values(int index) {
        return draws.values(index);
    }

    static int cheapestAtBase(Batch batch) {
        Columns columns = batch.columns(1);
        Sums sums = Sums.totals(batch, columns);
        batch.worker().evaluate(columns, 0, 1, sums);
        return sums.cheapest(0);
    }

    static int today(Batch batch) {
        List<Boolean> today = new ArrayList<>();
        batch.architectures().forEach(architecture -> today.add(architecture.today()));
        return today.indexOf(true);
    }
}
