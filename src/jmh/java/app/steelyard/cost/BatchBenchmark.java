package app.steelyard.cost;

import app.steelyard.plan.Caching;
import app.steelyard.plan.CashTiming;
import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Kind;
import app.steelyard.plan.Latency;
import app.steelyard.plan.Placement;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.WhatIf;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
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
        batch = Batch.of(plan(), book());
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
        vary(in, random, PlanField.REQUESTS_PER_MONTH, 6e5, 1.6e6);
        vary(in, random, PlanField.GROWTH_PER_MONTH, 0, 0.06);
        vary(in, random, new ItemNumber("information", ItemNumber.Kind.TOKENS), 6e3, 2e4);
        vary(in, random, new ItemNumber("behaviour", ItemNumber.Kind.TOKENS), 2e3, 5e3);
        vary(in, random, new ItemNumber("question", ItemNumber.Kind.TOKENS), 300, 1200);
        vary(in, random, PlanField.OUTPUT_TOKENS, 150, 600);
        vary(in, random, PlanField.TENANTS, 1, 200);
        vary(in, random, new ItemNumber("information", ItemNumber.Kind.CHANGES), 2, 40);
        vary(in, random, PlanField.RUNS_PER_ROUND, 5, 10);
        vary(in, random, PlanField.TUNING_WEEKS, 2, 6);
        vary(in, random, PlanField.RETRAIN_WEEKS, 0.2, 0.6);
        vary(in, random, PlanField.RETRIEVED_TOKENS, 1500, 4000);
        return in;
    }

    private static void vary(Columns in, RandomGenerator random, PlanNumber number, double low, double high) {
        double[] column = in.vary(number);
        for (int i = 0; i < column.length; i++) {
            column[i] = random.nextDouble(low, high);
        }
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

    private static Plan plan() {
        LocalDate day = LocalDate.of(2026, 2, 1);
        PriceRef model = PriceRef.parse("bench/model");
        return new Plan(
                "Benchmark",
                "",
                List.of(
                        item("information", 1e4, Kind.INFORMATION, app.steelyard.plan.Scope.TENANT, 22),
                        item("behaviour", 3500, Kind.BEHAVIOUR, app.steelyard.plan.Scope.SHARED, 0),
                        item("question", 600, Kind.INFORMATION, app.steelyard.plan.Scope.REQUEST, 0)),
                new Traffic(1e6, 350, 0.03, 300 / Hours.DAYS_PER_MONTH, 1, 20, 1000, 0),
                new Inference(model, ServiceTier.STANDARD, day),
                new Caching(null, null, null, 0.2),
                new Tuning(model, 5e6, 1, 7, 0, 3, 0, 0, 4, 0.4),
                new Retrieval(PriceRef.parse("bench/embedding"), null, null, 2500, 0.1, 2),
                Latency.PUBLISHED_SHAPE,
                new Finance(36, 0.08, CashTiming.END_OF_MONTH, "USD", new ExchangeRate(1, day, "same currency"), 4000),
                Design.UNCACHED,
                WhatIf.NOTHING,
                new TreeMap<>());
    }

    private static ContextItem item(
            String id, double tokens, Kind kind, app.steelyard.plan.Scope scope, double changes) {
        return new ContextItem(id, id, tokens, kind, scope, changes, Placement.PLAIN_PROMPT);
    }

    private static PriceBook book() {
        Source source = new Source(
                "a benchmark", URI.create("https://example.org/"), LocalDate.of(2026, 1, 31), Confidence.HIGH);
        Validity always = new Validity(LocalDate.of(2020, 1, 1), null);
        CachePolicy policy = new CachePolicy(
                CachePolicy.Mode.EXPLICIT,
                always,
                1024,
                1,
                4,
                List.of(new CacheLifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)),
                null,
                null,
                true,
                true,
                source,
                "");
        TuningOffer offer = new TuningOffer(
                always,
                "USD",
                new BigDecimal("25"),
                null,
                null,
                null,
                null,
                List.of(card(always, source, "3", "0.75", "3", "12")),
                null,
                null,
                null,
                source,
                "");
        Model model = new Model(
                PriceRef.parse("bench/model"),
                "Model",
                200_000L,
                List.of(card(always, source, "1.25", "0.125", "1.5625", "10")),
                List.of(policy),
                List.of(offer),
                null,
                null,
                "");
        Service embedding = new Service(
                PriceRef.parse("bench/embedding"),
                "Embedding",
                Service.Type.EMBEDDING,
                List.of(new ServicePrice(always, "USD", new BigDecimal("0.02"), false, source, "")));
        return new PriceBook(
                List.of(new Profile("bench", "Bench", false, List.of(model), List.of(embedding), "")), List.of());
    }

    private static RateCard card(
            Validity always, Source source, String input, String read, String write, String output) {
        return new RateCard(
                ServiceTier.STANDARD,
                always,
                "USD",
                new TokenPrices(
                        new BigDecimal(input),
                        new BigDecimal(read),
                        List.of(new CacheWrite("5m", new BigDecimal(write))),
                        new BigDecimal(output)),
                null,
                false,
                source,
                "");
    }
}
