package app.steelyard.whatif.trials;

import app.steelyard.BenchPlan;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.Work;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A large simulation for the command line, and all that a dragged slider asks of the screen. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class SimulationBenchmark {
    private static final int MILLION = 1_000_000;

    @Param({"five-by-36", "sessions", "caching", "hybrid", "support-bot", "clinical-extractor", "banking-copilot"})
    public String sample;

    private Plan plan;
    private PriceBook book;
    private Columns drawn;
    private Draws draws;

    @Setup
    public void load() {
        Optional<Plan> shipped = Samples.plan(sample);
        book = shipped.isPresent() ? new PriceBook(PriceBookLoader.shipped(), List.of()) : BenchPlan.book();
        plan = shipped.orElseGet(sample.equals("sessions") ? BenchPlan::sessions : BenchPlan::plan);
        drawn = Batch.of(plan, book).columns(MILLION);
        draws = new Draws(Assumptions.of(plan), TrialSettings.SEED, drawn);
    }

    /** One million trials: drawing, weighing, statistics. */
    @Benchmark
    public Simulation million() {
        return Simulation.run(Batch.of(plan, book), TrialSettings.DEFAULT.withTrials(MILLION), () -> false);
    }

    /** Drawing alone, of one million rows. */
    @Benchmark
    public Columns draw() {
        Work.share(
                (MILLION + Draws.BLOCK - 1) / Draws.BLOCK,
                TrialSettings.DEFAULT.threads(),
                () -> false,
                () -> block -> draws.fill(block * Draws.BLOCK, Math.min(MILLION, (block + 1) * Draws.BLOCK)));
        return drawn;
    }

    /** Ten thousand trials, what measuring is worth, and both tornados, as after each edit. */
    @Benchmark
    public void everything(Blackhole sink) {
        Batch batch = Batch.of(plan, book);
        Simulation simulation = Simulation.run(batch, TrialSettings.DEFAULT, () -> false);
        sink.consume(Information.of(simulation, () -> false));
        sink.consume(Tornado.byRank(simulation, simulation.reference(), () -> false));
        sink.consume(Tornado.oneAtATime(batch, Assumptions.of(plan)));
    }
}
