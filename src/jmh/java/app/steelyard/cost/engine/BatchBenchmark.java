package app.steelyard.cost.engine;

import app.steelyard.BenchPlan;
import app.steelyard.cost.column.Columns;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a simulation and a map cost: five architectures over 36 months with twelve uncertain numbers, growth among them.
 * Drawing the numbers is not counted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BatchBenchmark {
    private static final int THREADS = 2;
    private static final int SIDE = 256;

    private Batch batch;
    private List<Batch.Worker> workers;
    private Columns million;
    private Sums millionSums;
    private Columns tenThousand;
    private Sums tenThousandSums;
    private Columns map;
    private Sums mapSums;

    @Setup
    public void load() {
        batch = Batch.of(BenchPlan.plan(), BenchPlan.book());
        if (batch.architectures().size() != 5) {
            throw new IllegalStateException("not five architectures");
        }
        workers = IntStream.range(0, THREADS).mapToObj(i -> batch.worker()).toList();
        million = simulated(1_000_000);
        millionSums = Sums.of(batch, million);
        tenThousand = simulated(10_000);
        tenThousandSums = Sums.of(batch, tenThousand);
        map = batch.columns(SIDE * SIDE);
        double[] requests = map.vary(PlanField.REQUESTS_PER_MONTH);
        double[] tenants = map.vary(PlanField.TENANTS);
        for (int i = 0; i < SIDE * SIDE; i++) {
            requests[i] = 1e4 * Math.pow(1e3, i % SIDE / 255.0);
            tenants[i] = Math.pow(1e3, (i >> 8) / 255.0);
        }
        mapSums = Sums.of(batch, map);
    }

    private Columns simulated(int rows) {
        Columns in = batch.columns(rows);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (Range range : batch.plan().whatIf().ranges()) {
            double[] column = in.vary(PlanNumber.at(batch.plan(), range.path()).orElseThrow());
            for (int i = 0; i < column.length; i++) {
                column[i] = random.nextDouble(range.low(), range.high());
            }
        }
        return in;
    }

    /** On two threads. */
    @Benchmark
    public Sums millionRows() {
        int rows = million.rows() / THREADS;
        IntStream.range(0, THREADS)
                .parallel()
                .forEach(t -> workers.get(t).evaluate(million, t * rows, (t + 1) * rows, millionSums));
        return millionSums;
    }

    /** On one thread. */
    @Benchmark
    public Sums tenThousandRows() {
        workers.get(0).evaluate(tenThousand, 0, tenThousand.rows(), tenThousandSums);
        return tenThousandSums;
    }

    /** Requests by tenants, on one thread. */
    @Benchmark
    public Sums map() {
        workers.get(0).evaluate(map, 0, map.rows(), mapSums);
        return mapSums;
    }
}
