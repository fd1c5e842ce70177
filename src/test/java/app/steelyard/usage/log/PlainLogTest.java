package app.steelyard.usage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.text.Currency;
import app.steelyard.text.Problem;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLogTest {
    private static final String MOST = "1000000000000000";

    private static Path log(Path folder, String name, int rows, String input, String cost) throws IOException {
        StringBuilder text = new StringBuilder("timestamp,model,prompt_tokens,cached_tokens,completion_tokens,cost\n");
        for (int i = 0; i < rows; i++) {
            text.append("2026-09-01T10:00:00Z,gpt-5.1,%s,0,%d,%s\n".formatted(input, i % 7, cost));
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    /** What nobody can mean spoils its row, however many such rows there are, and neither log nor ledger. */
    @Test
    void rowsTooLargeToBeMeantAreRefusedOneByOne(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("large.csv"), """
            timestamp,model,prompt_tokens,cached_tokens,completion_tokens,cost
            2026-09-01T10:00:00Z,gpt-5.1,9000000000000000000,0,1,0
            2026-09-01T10:00:01Z,gpt-5.1,9000000000000000000,0,1,0
            2026-09-01T10:00:02Z,gpt-5.1,-9000000000000000000,9000000000000000000,1,0
            2026-09-01T10:00:03Z,gpt-5.1,100,40,1,90000000000000000000
            2026-09-01T10:00:04Z,gpt-5.1,100,40,1,90000000000000000000
            2026-09-01T10:00:05Z,gpt-5.1,100,40,1,2
            """);
        LedgerView view = Imported.of(log);
        FileReport report = Imported.only(view);
        assertEquals(1, report.accepted());
        assertEquals(5, report.unreadable());
        assertEquals(60, view.totals().uncachedInput());
        assertEquals(
                List.of("prompt_tokens", "prompt_tokens", "prompt_tokens", "cost", "cost"),
                view.rejected().stream().map(Problem::pointer).toList());
    }

    @Test
    void aTimeTooLargeToBeMeantSpoilsItsRowOnly(@TempDir Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("times.csv"), "t,i,o\n1e300,5,5\n1788256800,7,5\n");
        LogMapping mapping = new LogMapping(
                Map.of(LogMapping.Meaning.TIME, "t", LogMapping.Meaning.INPUT, "i", LogMapping.Meaning.OUTPUT, "o"),
                LogMapping.TimeUnit.SECONDS,
                true,
                "",
                Currency.USD);
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log), new ReadingChoice(null, false, List.of(mapping)), Progress.NONE);
            assertEquals(7, ledger.view().totals().input());
            assertEquals(1, Imported.only(ledger.view()).unreadable());
        }
    }

    /** 10,000 rows of the largest count, or two logs of 6,000 of them, are more than 64 bits hold. */
    @Test
    void whatAddsUpToTooMuchIsRefusedWithItsName(@TempDir Path folder) throws IOException {
        Path whole = log(folder, "whole.csv", 10_000, MOST, "");
        Path first = log(folder, "first.csv", 6_000, MOST, "");
        Path second = log(folder, "second.csv", 6_001, MOST, "");
        Path dear = log(folder, "dear.csv", 200_000, "1", MOST);
        try (Ledger ledger = Ledger.temporary()) {
            assertRefused(ledger, whole, "The counts or amounts of whole.csv add up to more than can be meant.");
            assertRefused(ledger, dear, "The counts or amounts of dear.csv add up to more than can be meant.");
            ledger.add(List.of(first), Progress.NONE);
            assertRefused(ledger, second, "With this import the counts of all files add up to more than can be meant.");
            assertEquals(6_000 * 1_000_000_000_000_000L, ledger.view().totals().input());
            assertEquals(1, ledger.view().files().size());
        }
    }

    private static void assertRefused(Ledger ledger, Path log, String why) {
        LedgerException e = assertThrows(LedgerException.class, () -> ledger.add(List.of(log), Progress.NONE));
        assertEquals(why + " Nothing was imported.", e.getMessage());
    }

    private static final String HEADER = "timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n";

    @TempDir
    Path folder;

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    @Test
    void takesTheCachedTokensOutOfTheInput() throws IOException {
        LedgerView view = Imported.of(log(HEADER + """
            2026-10-01T00:00:00.655Z,gpt-5.1,100,50,10
            2026-10-01T02:00:00+02:00,gpt-5.1,100.0,30,20
            2026-10-01 00:59:59,claude-x,40,,5
            """));
        // 100 + 100 + 40 input; 50 + 30 read; 10 + 20 + 5 output.
        assertEquals(new UsageTotals(3, 160, 80, 0, 0, 0, 35, true, false, false), view.totals());
        assertEquals(List.of("gpt-5.1", "claude-x"), List.copyOf(view.byModel().keySet()));
        assertEquals(
                List.of("anthropic", "openai"),
                view.usage().stream().map(DailyUsage::vendor).sorted().toList());
        assertEquals(Format.Kind.USAGE, Imported.only(view).kind());
    }

    @Test
    void refusesBadRowsByLineAndReasonAndCountsTheRest() throws IOException {
        LedgerView view = Imported.of(log(HEADER + """
            2026-10-01T00:00:00Z,gpt-5.1,100,50,10
            not a time,gpt-5.1,100,50,10
            2026-10-01T00:00:00Z,gpt-5.1,100.5,50,10
            2026-10-01T00:00:00Z,gpt-5.1,100,150,10
            2026-10-01T00:00:00Z,gpt-5.1,100,50
            2026-10-01T00:00:00Z,gpt-5.1,100,50,10,11
            2026-10-01T00:00:00Z,gpt-5.1,-100,50,10
            2026-10-01T00:00:00Z,gpt-5.1,100,x,10
            2026-10-01T00:00:00Z,gpt-5.1,9000000000000000000,0,10
            """));
        FileReport file = Imported.only(view);
        assertEquals(1, file.accepted());
        assertEquals(8, file.unreadable());
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L),
                view.rejected().stream().map(Problem::line).toList());
        assertTrue(view.rejected().get(2).reason().contains("more than the input"));
        assertFalse(view.rejected().toString().contains("not a time"), "content may be private");
    }

    @Test
    void countsARequestOnceByItsId() throws IOException {
        String header = "id," + HEADER;
        LedgerView view = Imported.of(log(header + """
            a,2026-10-01T00:00:00Z,gpt-5.1,100,50,10
            b,2026-10-01T00:00:01Z,gpt-5.1,100,50,10
            a,2026-10-01T00:00:00Z,gpt-5.1,100,50,30
            """));
        assertEquals(2, view.totals().requests());
        assertEquals(40, view.totals().output(), "of a growing answer the last state");
        assertEquals(1, Imported.only(view).duplicates());
    }

    @Test
    void theSameFileAgainAddsNothing() throws IOException {
        Path file = log(HEADER + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n2026-10-01T05:00:00Z,gpt-5.1,7,0,1\n");
        LedgerView once = Imported.of(file);
        LedgerView twice = Imported.of(file, file);
        assertEquals(once.totals(), twice.totals());
        assertEquals(2, twice.files().getLast().duplicates());
        Imported.assertSays(twice, UsageFinding.Severity.WARNING, "earlier file");
    }

    @Test
    void readsTheSameLogFromParquet() throws IOException, SQLException {
        Path csv = log(HEADER + """
            2026-10-01T00:00:00.655Z,gpt-5.1,100,50,10
            2026-10-01T05:00:00Z,claude-x,40,30,5
            """);
        Path parquet = folder.resolve("log.parquet");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("copy (from '" + csv + "') to '" + parquet + "'");
        }
        LedgerView view = Imported.of(parquet);
        assertEquals(Imported.of(csv).totals(), view.totals());
        assertEquals(2, Imported.of(csv, parquet).files().getLast().duplicates(), "it is the same log");
    }

    @Test
    void aLineTooLongToBeARowIsRefusedAndNotPassedOver() throws IOException {
        LedgerView view = Imported.of(log(HEADER + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n" + "x".repeat(9_000_000)
                + "\n2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n"));
        assertEquals(2, Imported.only(view).accepted());
        assertEquals(List.of(3L), view.rejected().stream().map(Problem::line).toList());
    }

    @Test
    void readsAnotherEncodingThatTellsItself() throws IOException {
        Path file = folder.resolve("utf16.csv");
        Files.writeString(file, HEADER + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n", StandardCharsets.UTF_16);
        assertEquals(1, Imported.only(Imported.of(file)).accepted());
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        Imported.assertSays(
                Imported.of(log(
                        HEADER.replace("prompt_tokens", "promptTokens") + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n")),
                UsageFinding.Severity.ERROR,
                "known for: input");
    }

    @Test
    void whatIsReadAnotherWayTakesItsPlaceOnlyWhenItIsThere() throws IOException {
        Path file = log(HEADER + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n");
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(file), Progress.NONE);
            LedgerView before = ledger.view();
            Set<Integer> sources = Set.of(before.files().getFirst().source());
            assertFalse(
                    ledger.replace(sources, List.of(file), ReadingChoice.BY_CONTENT, (f, bytes, of, rows) -> false));
            assertEquals(before, ledger.view());
            assertTrue(ledger.replace(sources, List.of(file), ReadingChoice.BY_CONTENT, Progress.NONE));
            assertEquals(before.totals(), ledger.view().totals());
            assertEquals(1, ledger.view().files().size());
        }
    }

    @Test
    void takesTheFirstOfColumnsWithOneName() throws IOException {
        LedgerView view =
                Imported.of(log("time,model,model,prompt_tokens,completion_tokens,\n2026-10-01T00:00:00Z,a,b,1,2,\n"));
        assertEquals(List.of("a"), List.copyOf(view.byModel().keySet()));
    }

    @Test
    void stoppingLeavesTheLedgerAsItWas() throws IOException {
        Path good = log(HEADER + "2026-10-01T00:00:00Z,gpt-5.1,100,50,10\n");
        Path other = Files.writeString(folder.resolve("other.csv"), HEADER + "2026-10-02T00:00:00Z,gpt-5.1,9,0,1\n");
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(good), Progress.NONE);
            LedgerView before = ledger.view();
            assertFalse(ledger.add(List.of(other), (file, bytes, of, rows) -> false));
            assertEquals(before, ledger.view());
            assertTrue(ledger.add(List.of(other), Progress.NONE));
            assertEquals(109, ledger.view().totals().input());
        }
    }

    @Test
    void rowsInAreRowsAcceptedAndRejected() {
        Seeded.forAll(20, random -> {
            int rows = random.whole(1, 200);
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < rows; i++) {
                text.append(random.oneOf(List.of("?", "2026-10-01T00:00:00Z", "2026-10-02T03:00:00+01:00")))
                        .append(",m,")
                        .append(random.oneOf(List.of("-1", "0", "700", "1e3", "")))
                        .append(",")
                        .append(random.whole(0, 500))
                        .append(random.oneOf(List.of("", ",5", ",6", ",7,8")))
                        .append('\n');
            }
            assertEquals(rows, Imported.only(Imported.of(log(text.toString()))).rows());
        });
    }
}
