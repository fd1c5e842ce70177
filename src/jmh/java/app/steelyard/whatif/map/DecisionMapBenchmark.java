package app.steelyard.whatif.map;

import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.Axis;
import java.util.List;
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

/** What a decision map of 256 × 256 cells takes on two threads, prices looked up anew as after an edit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionMapBenchmark {
    @Param({"support-bot", "banking-copilot"})
    public String sample;

    private PriceBook book;
    private Plan plan;
    private Axis x;
    private Axis y;
    private DecisionMap map;

    @Setup
    public void load() {
        book = new PriceBook(PriceBookLoader.shipped(), List.of());
        plan = PlanField.HORIZON_MONTHS.with(Samples.plan(sample).orElseThrow(), 36);
        x = Axis.between(PlanField.TENANTS, 1, 10_000, Axis.CELLS);
        y = Axis.between(PlanField.REQUESTS_PER_MONTH, 1e4, 1e8, Axis.CELLS);
        map = DecisionMap.of(Batch.of(plan, book), x, y, 2, () -> false);
    }

    @Benchmark
    public DecisionMap compute() {
        return DecisionMap.of(Batch.of(plan, book), x, y, 2, () -> false);
    }

    /** The lines of equal saving alone. */
    @Benchmark
    public List<ContourTrace> contours() {
        return map.contours();
    }

    /** The shares of the area and the sentences alone. */
    @Benchmark
    public List<String> sentences() {
        return map.sentences();
    }
}
