package app.steelyard.cost;

import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
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

/** What one edit costs before anything is drawn: every architecture weighed anew, as milliseconds of one frame's 16. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ComparisonBenchmark {
    @Param({"caching", "hybrid", "support-bot", "clinical-extractor", "banking-copilot"})
    public String sample;

    @Param({"0", "120"})
    public int months;

    private PriceBook book;
    private Plan plan;
    private double requests;

    @Setup
    public void load() {
        book = new PriceBook(PriceBookLoader.shipped(), List.of());
        plan = Samples.plan(sample).orElseThrow();
        if (months > 0) {
            plan = PlanField.HORIZON_MONTHS.with(plan, months);
        }
        requests = plan.traffic().requestsPerMonth();
    }

    /** An edit of the requests a month, as a slider makes it. */
    @Benchmark
    public Comparison edit() {
        requests = requests > 1e7 ? 1e5 : requests * 1.01;
        return Comparison.of(PlanField.REQUESTS_PER_MONTH.with(plan, requests), book);
    }
}
