package app.steelyard.decision;

import app.steelyard.Seeded.Draw;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.util.List;
import java.util.Random;
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

/**
 * A decision and what would flip it, about as many items as a plan may hold and about a quarter of them: the number of
 * decisions grows with the items, and so does each, so that four times the items may take sixteen times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class FlipsBenchmark {
    @Param({"50", "200"})
    public int items;

    /** Whether a first token is promised in some time. */
    @Param({"false", "true"})
    public boolean promised;

    private PriceBook book;
    private Plan plan;
    private Answers answers;

    @Setup
    public void load() {
        book = new PriceBook(PriceBookLoader.shipped(), List.of());
        plan = LargePlans.of(items, new Draw(new Random(1)));
        answers = promised ? LargePlans.promising(plan) : Answers.NONE;
    }

    @Benchmark
    public Decision decide() {
        return Decision.of(plan, answers, book);
    }

    @Benchmark
    public List<Flip> flips() {
        return Flips.of(Decision.of(plan, answers, book), book);
    }
}
