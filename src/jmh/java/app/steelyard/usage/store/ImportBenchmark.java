package app.steelyard.usage.store;

import app.steelyard.usage.ledger.Ledger;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The import of a request log beside the barest aggregation that the database itself does of the file. What counts is
 * the ratio of the two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class ImportBenchmark {
    private static final List<String> MODELS = List.of("gpt-5.1", "gpt-5-mini", "claude-sonnet-4-5");
    private static final List<String> PROJECTS = List.of("support", "search", "copilot", "batch-jobs");

    /** Rows of some 60 bytes. */
    @Param("5000000")
    private int rows;

    private Path log = Path.of("");

    @Setup
    public void write() throws IOException {
        log = Files.createTempFile("requests", ".csv");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Instant time = Instant.parse("2026-10-01T00:00:00Z");
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            out.write("timestamp,model,project,prompt_tokens,cached_tokens,completion_tokens\n");
            for (int i = 0; i < rows; i++) {
                time = time.plusMillis((long) (random.nextExponential() * 500));
                int input = random.nextInt(1000, 10_000);
                int cached = random.nextInt(10) < 7 ? (input - 200) / 128 * 128 : 0;
                out.write(time + "," + MODELS.get(random.nextInt(3)) + "," + PROJECTS.get(random.nextInt(4)) + ","
                        + input + "," + cached + "," + random.nextInt(50, 650) + "\n");
            }
        }
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(log);
    }

    /** Checks every row, finds duplicates, counts the gaps between requests, and keeps it all by hour. */
    @Benchmark
    public long imported() {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log), Progress.NONE);
            return ledger.view().totals().tokens();
        }
    }

    /** Sums by day, of whatever the file holds. */
    @Benchmark
    public long bare() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet sums = statement.executeQuery("""
                    select model, project, date_trunc('day', timestamp), count(*), sum(prompt_tokens),
                      sum(cached_tokens), sum(completion_tokens)
                    from read_csv('%s') group by all
                    """.formatted(log))) {
            long groups = 0;
            while (sums.next()) {
                groups++;
            }
            return groups;
        }
    }
}
