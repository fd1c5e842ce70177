package app.steelyard.usage.ledger;

import static app.steelyard.usage.figures.Imported.assertSays;
import static app.steelyard.usage.figures.Imported.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every format goes through, shown with OpenAI's usage in JSON and CSV. */
class UsageImporterTest {
    private static final String FOLDER = "openai";

    /** requests, uncached, read, written, output of page-1.json and page-2.json together. */
    private static final UsageTotals BOTH_PAGES = totals(200, 110_000, 230_000, 60_000, 40_000, true, true);

    @TempDir
    Path folder;

    private static UsageTotals totals(
            long requests, long uncached, long read, long written, long output, boolean reads, boolean writes) {
        return new UsageTotals(requests, uncached, read, 0, 0, written, output, true, reads, writes);
    }

    private static FileReport report(String file, String format, long accepted, long empty) {
        return new FileReport(1, file, format, Format.Kind.USAGE, accepted, empty, 0, 0, 0, true);
    }

    private static Path fixture(String name) {
        return Imported.fixture(FOLDER, name);
    }

    private static LedgerView read(String... fixtures) {
        return Imported.of(FOLDER, fixtures);
    }

    private LedgerView readText(String text) throws IOException {
        return Imported.of(Files.writeString(folder.resolve("usage"), text));
    }

    private static void assertSilent(LedgerView read, String part) {
        assertTrue(
                read.findings().stream().noneMatch(f -> f.text().contains(part)),
                () -> "'" + part + "' in " + read.findings());
    }

    @Test
    void takesTheCachedAndWrittenTokensOutOfTheInput() {
        LedgerView read = read("page.json");
        // 200,000 + 40,000 + 100,000 input; 120,000 + 60,000 read; 30,000 + 15,000 written; 115,000 are left.
        assertEquals(totals(160, 115_000, 180_000, 45_000, 35_000, true, true), read.totals());
        assertEquals(340_000, read.totals().input());
        assertEquals(180_000 / 340_000.0, read.totals().cacheShare());
        assertEquals(2125, read.totals().inputPerRequest());
        assertEquals(218.75, read.totals().outputPerRequest());
        assertEquals(report("page.json", "OpenAI Usage API", 3, 1), only(read));
        assertEquals(4, only(read).rows());
        assertEquals(
                List.of("gpt-5-mini-2025-08-07", "gpt-5.1"),
                List.copyOf(read.byModel().keySet()));
        assertEquals(10, Objects.requireNonNull(read.byModel().get("gpt-5.1")).requests());
        assertEquals(List.of("proj_support"), List.copyOf(read.byProject().keySet()));
        assertEquals(
                110,
                Objects.requireNonNull(read.byDay().get(LocalDate.of(2026, 11, 1)))
                        .requests());
        assertEquals("1–3 Nov 2026", Measured.dates(Objects.requireNonNull(read.period())));
        assertEquals(2, read.daysWithUsage());
        assertEquals(1, read.daysWithoutUsage());
        assertEquals(List.of(), read.findings());
        assertEquals(List.of(), read.rejected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages-array.json", "pages-concatenated.json", "pages.jsonl", "buckets.json"})
    void readsSeveralPagesHoweverTheyStandInAFile(String file) {
        LedgerView read = read(file);
        assertEquals(BOTH_PAGES, read.totals());
        assertEquals(4, only(read).accepted());
        assertEquals(List.of(), read.findings());
        assertEquals("OpenAI Usage API", only(read).format());
    }

    @Test
    void joinsPagesOfSeveralFilesInAnyOrder() {
        LedgerView read = read("page-2.json", "page-1.json");
        assertEquals(BOTH_PAGES, read.totals());
        assertEquals(List.of(), read.findings());
    }

    @Test
    void readsABucketWhoseTimesComeAfterItsResults() {
        assertEquals(read("page.json").usage(), read("keys-sorted.json").usage());
    }

    @Test
    void readsASingleResultWithoutATime() {
        LedgerView read = read("result.json");
        assertEquals(totals(5, 3000, 1800, 200, 1000, true, true), read.totals());
        assertNull(read.period());
        assertSays(read, UsageFinding.Severity.WARNING, "no traffic a month can be told");
    }

    @Test
    void saysWhatTheExportWasNotGroupedBy() {
        LedgerView read = read("ungrouped.json");
        assertEquals(totals(200, 200_000, 200_000, 0, 40_000, true, false), read.totals());
        assertEquals(List.of(""), List.copyOf(read.byModel().keySet()));
        assertSays(read, UsageFinding.Severity.WARNING, "no models");
        assertSays(read, UsageFinding.Severity.INFO, "no projects");
        assertSays(read, UsageFinding.Severity.INFO, "no cache-write column");
    }

    @Test
    void countsEmptyBuckets() {
        LedgerView read = read("empty-buckets.json");
        assertEquals(3, only(read).empty());
        assertEquals(3, only(read).rows());
        assertEquals(3, Objects.requireNonNull(read.period()).days());
        assertEquals(3, read.daysWithoutUsage());
    }

    @Test
    void saysThatAnExportIsNotWhole() {
        assertSays(read("has-more.json"), UsageFinding.Severity.WARNING, "this export is not whole");
    }

    @Test
    void leavesRowsOutThatAnotherFileHasBroughtAlready() {
        LedgerView read = read("page-1.json", "page-2.json", "pages-array.json");
        assertEquals(BOTH_PAGES, read.totals());
        FileReport second = read.files().getLast();
        assertEquals(4, second.duplicates());
        assertEquals(4, second.rejected());
        assertEquals(0, second.accepted());
        assertSays(
                read, UsageFinding.Severity.WARNING, "pages-array.json: 4 rows are in an earlier file just the same");
        assertEquals(List.of(), read.rejected());
    }

    @Test
    void keepsEqualRowsOfOneFile() {
        // Inside one file equal rows may differ in something the export hides.
        assertEquals(20, read("usage-twins.csv").totals().requests());
        LedgerView twice = read("usage-twins.csv", "usage-twins.csv");
        assertEquals(20, twice.totals().requests());
        assertEquals(2, twice.files().getLast().duplicates());
    }

    @Test
    void findsRowsAgainUnderOtherColumns() {
        LedgerView read = read("usage.csv", "usage-excel.csv");
        assertEquals(20, read.totals().requests());
        assertEquals(3, read.files().getLast().duplicates());
        assertSilent(read, "other counts");
    }

    @Test
    void warnsOfTheSameBucketWithOtherCounts() throws IOException {
        String text = Files.readString(fixture("usage.csv"))
                .replace("59200.0", "49200.0")
                .replace("27200.0", "17200.0");
        LedgerView read = Imported.of(fixture("usage.csv"), Files.writeString(folder.resolve("older.csv"), text));
        assertSays(read, UsageFinding.Severity.WARNING, "older.csv: one row has the bucket and dimensions");
    }

    @Test
    void warnsOfFilesGroupedDifferently() {
        assertSays(read("page.json", "ungrouped.json"), UsageFinding.Severity.WARNING, "grouped differently");
    }

    @Test
    void warnsOfDaysInNoBucket() throws IOException {
        String text = Files.readString(fixture("usage.csv"));
        LedgerView read = readText(text.replaceAll("(?m)^1793577600,.*\\R", ""));
        assertEquals(1, read.daysWithoutBucket());
        assertSays(read, UsageFinding.Severity.WARNING, "One day within the period is in no bucket");
    }

    @Test
    void takesCostsForABill() {
        for (String file : List.of("costs.json", "costs.csv")) {
            LedgerView read = read(file);
            assertEquals(Format.Kind.BILL, only(read).kind());
            assertEquals(1, only(read).accepted());
            assertEquals(0, read.totals().tokens());
        }
    }

    @Test
    void warnsOfOtherFormatsOverTheSameDays() throws IOException {
        // The dashboard's first day under a name of its own, so that no row is found to be the same.
        String text = Files.readString(fixture("usage.csv")).replace("proj_support", "proj_other");
        LedgerView read = Imported.of(fixture("page.json"), Files.writeString(folder.resolve("dashboard.csv"), text));
        assertSays(read, UsageFinding.Severity.WARNING, "page.json and dashboard.csv speak of the same days");
        assertSilent(read("page.json", "costs.csv"), "speak of the same days");
        assertSilent(read("page-1.json", "page-2.json"), "speak of the same days");
    }

    @Test
    void leavesOtherKindsOfUsageOut() {
        LedgerView read = read("page.json", "embeddings.json");
        assertEquals(160, read.totals().requests());
        assertEquals(1, read.files().getLast().leftOut());
        assertSays(read, UsageFinding.Severity.INFO, "one row of embeddings left out");
    }

    @Test
    void listsEveryBadRowWithItsReason() {
        LedgerView read = read("bad-rows.json");
        FileReport file = only(read);
        assertEquals(11, file.rows());
        assertEquals(2, file.accepted());
        assertEquals(9, file.unreadable());
        // 1,000 input less 100 cached, though the export says that 800 are uncached.
        assertEquals(110, read.totals().requests());
        assertEquals(50_000 + 900, read.totals().uncachedInput());
        assertSays(read, UsageFinding.Severity.WARNING, "is not the sum of its cached, cache-write and uncached parts");
        List<String> reasons = new ArrayList<>();
        read.rejected().forEach(r -> reasons.add(r.pointer() + " " + r.reason()));
        assertEquals(
                List.of(
                        "/data/0/results/1 1,200 tokens read from the cache and 0 written to it are more than all 1,000"
                                + " input tokens, which hold both in this format.",
                        "/data/0/results/2/input_tokens input_tokens is not a whole number: '1000.5'.",
                        "/data/0/results/3/num_model_requests num_model_requests is negative: '-1'.",
                        "/data/0/results/4/input_tokens input_tokens is not a number: 'NaN'.",
                        "/data/0/results/5/input_tokens input_tokens is too large: '1000000000000000000000000000000';"
                                + " at most 1,000,000,000,000,000 can be meant.",
                        "/data/0/results/6/num_model_requests num_model_requests is not a number: (a text, not"
                                + " repeated here).",
                        "/data/0/results/8 A JSON object is expected here.",
                        "/data/0/results/9/output_tokens output_tokens is missing.",
                        "/data/0/results/10/project_id project_id does not look like an id; the row may be shifted."),
                reasons);
    }

    /** Two traces without dates have nothing in common but that. */
    @Test
    void undatedTracesAreNotTakenForExportsOfTheSameDays() throws IOException {
        String request = "{\"timestamp\": %d, \"input_length\": %d, \"output_length\": 52, \"hash_ids\": [46, 47]}\n";
        Path one = Files.writeString(
                folder.resolve("one.jsonl"), request.formatted(27482, 6955).repeat(2));
        Path other = Files.writeString(folder.resolve("other.jsonl"), request.formatted(30535, 6472));
        LedgerView both = Imported.of(one, other);
        assertEquals(3, both.totals().requests());
        assertTrue(
                both.findings().stream().noneMatch(f -> f.text().contains("remove the older one")),
                both.findings().toString());
    }

    @Test
    void keepsWhatWasReadBeforeTheJsonBreaksOff() {
        LedgerView read = read("truncated.json");
        assertEquals(100, read.totals().requests());
        assertEquals(1, only(read).accepted());
        assertEquals(1, only(read).unreadable());
        assertTrue(read.rejected().getFirst().pointer().startsWith("/data/1/results/0"));
        assertEquals(0, only(read).empty());
        assertSays(read, UsageFinding.Severity.ERROR, "breaks off in line");
    }

    @Test
    void keepsWhatWasReadBeforeTheJsonIsWrong() throws IOException {
        String page = Files.readString(fixture("page-1.json"));
        LedgerView read = readText(page + "}" + page);
        assertEquals(2, only(read).accepted());
        assertSays(read, UsageFinding.Severity.ERROR, "is not valid JSON in line");
    }

    @Test
    void refusesDeepNestingAndLongTexts() throws IOException {
        String page = Files.readString(fixture("page-1.json"));
        LedgerView deep = readText(page + "[".repeat(100_000));
        assertEquals(2, only(deep).accepted());
        assertSays(deep, UsageFinding.Severity.ERROR, "nested too deeply");
        LedgerView deeper = readText(page + "{\"x\":".repeat(100_000));
        assertSays(deeper, UsageFinding.Severity.ERROR, "nested too deeply");
        LedgerView text = readText(page + "{\"model\":\"" + "x".repeat(3_000_000) + "\"}");
        assertEquals(1, only(text).unreadable());
        LedgerView number = readText(page.replace("\"num_model_requests\": 50", "\"num_model_requests\": 1e999999999"));
        assertEquals(1, only(number).unreadable());
    }

    @Test
    void readsTheDashboardsCsv() {
        LedgerView read = read("usage.csv");
        // 59,200 + 8,000 + 40,800 input, 32,000 + 18,000 of them read.
        assertEquals(totals(20, 58_000, 50_000, 0, 2800, true, false), read.totals());
        assertEquals(report("usage.csv", "OpenAI dashboard, usage CSV", 3, 1), only(read));
        assertEquals(2, read.daysWithUsage());
        assertEquals(3, Objects.requireNonNull(read.period()).days());
        assertEquals(Modifiers.STANDARD, read.usage().getFirst().modifiers());
    }

    @Test
    void readsColumnsInAnyOrderWithMarkQuotesAndWindowsLineBreaks() {
        assertEquals(read("usage.csv").usage(), read("usage-excel.csv").usage());
    }

    @Test
    void readsWhatASpreadsheetMadeOfIt() throws IOException {
        String text = Files.readString(fixture("usage.csv"));
        Path semicolons = Files.writeString(folder.resolve("a.csv"), text.replace(',', ';'));
        assertEquals(read("usage.csv").usage(), Imported.of(semicolons).usage());
        Path wide = folder.resolve("b.csv");
        Files.write(wide, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertEquals(read("usage.csv").usage(), Imported.of(wide).usage());
    }

    @Test
    void knowsAnExportWithoutUsage() {
        LedgerView read = read("usage-no-times.csv");
        assertEquals("OpenAI dashboard, usage CSV without usage", only(read).format());
        assertEquals(0, only(read).rows());
        assertNull(read.period());
    }

    @Test
    void saysWhichColumnsAreMissing() throws IOException {
        LedgerView read = read("usage-missing-column.csv");
        assertEquals(1, only(read).empty());
        assertEquals(3, only(read).unreadable());
        assertEquals("input_tokens is missing.", read.rejected().getFirst().reason());
        assertEquals(UsageTotals.NONE, read.totals());
        LedgerView few = read("usage-few-columns.csv");
        assertEquals(totals(20, 108_000, 0, 0, 2800, false, false), few.totals());
        assertSays(few, UsageFinding.Severity.WARNING, "no column of cached tokens");
        assertSays(few, UsageFinding.Severity.WARNING, "no models");
        LedgerView twice =
                readText(Files.readString(fixture("usage.csv")).replaceFirst("input_text_tokens", "input_tokens"));
        assertSays(twice, UsageFinding.Severity.ERROR, "columns that occur twice: input_tokens");
    }

    @Test
    void listsEveryBadRowOfACsvAndRepeatsNothingPrivate() {
        LedgerView read = read("usage-bad-rows.csv");
        assertEquals(6, only(read).rows());
        assertEquals(1, only(read).accepted());
        assertEquals(
                List.of(
                        "3 input_tokens is not a whole number: '59200.5'.",
                        "4 start_time is missing.",
                        "5 input_cached_tokens is not a number: (a text, not repeated here).",
                        "6 The bucket ends before it begins.",
                        "7 The row has 3 fields instead of 24."),
                read.rejected().stream().map(r -> r.line() + " " + r.reason()).toList());
        assertFalse(read.toString().contains("@"));
        assertFalse(read.toString().contains("user-ada"));
        assertFalse(read.toString().contains("key_1"));
    }

    @Test
    void keepsWhatWasReadBeforeTheCsvBreaksOff() {
        LedgerView read = read("usage-truncated.csv");
        assertEquals(14, read.totals().requests());
        assertEquals(1, only(read).unreadable());
        assertSays(read, UsageFinding.Severity.ERROR, "it was cut off");
        LedgerView quote = read("usage-quote.csv");
        assertEquals(10, quote.totals().requests());
        assertEquals(1, only(quote).unreadable());
        assertSays(quote, UsageFinding.Severity.ERROR, "a quotation mark is never closed");
    }

    @Test
    void refusesOnlyTheRowsThatInvalidBytesSpoil() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture("usage.csv"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("proj_support", "proj_\u0081");
        Path file = Files.write(folder.resolve("spoilt.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        LedgerView read = Imported.of(file);
        assertEquals(2, only(read).accepted());
        assertEquals(1, only(read).unreadable());
        assertSays(read, UsageFinding.Severity.WARNING, "is not valid UTF-8 in one place");
    }

    @Test
    void saysWhyAFileIsNoUsageExport() throws IOException {
        byte[] junk = new byte[5000];
        new java.util.Random(7).nextBytes(junk);
        assertSays(
                Imported.of(Files.write(folder.resolve("junk.json"), junk)),
                UsageFinding.Severity.ERROR,
                "junk.json is not a text file");
        assertSays(Imported.of(folder.resolve("none.json")), UsageFinding.Severity.ERROR, "there is no such file");
        assertSays(readText(" \n"), UsageFinding.Severity.ERROR, "is empty");
        assertSays(readText("Dear reader"), UsageFinding.Severity.ERROR, "no usage export known here");
        assertSays(readText("{\"object\":\"thing\",\"data\":[]}"), UsageFinding.Severity.ERROR, "is JSON, but");
        assertEquals(UsageTotals.NONE, Imported.of().totals());
    }

    /** Cuts and bit flips of every fixture: nothing is thrown, and every row is accounted for. */
    @ParameterizedTest
    @ValueSource(strings = {"page.json", "pages-concatenated.json", "bad-rows.json", "usage.csv", "usage-excel.csv"})
    void survivesDamage(String name) throws IOException {
        byte[] whole = Files.readAllBytes(fixture(name));
        java.util.Random random = new java.util.Random(1);
        try (Ledger ledger = Ledger.temporary()) {
            for (int i = 0; i < 24; i++) {
                byte[] bytes = java.util.Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int flips = i % 3; flips > 0 && bytes.length > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                ledger.add(List.of(Files.write(folder.resolve("damaged"), bytes)), Progress.NONE);
                LedgerView read = ledger.view();
                FileReport file = only(read);
                assertEquals(file.accepted() == 0, read.usage().isEmpty());
                assertEquals(file.unreadable(), read.rejected().size());
                ledger.remove(file.source());
            }
        }
    }

    @Test
    void addsManyRowsUpWithoutKeepingThem() throws IOException {
        Path file = folder.resolve("minutes.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("start_time,end_time,num_model_requests,model,input_tokens,output_tokens,input_cached_tokens\n");
            for (int minute = 0; minute < 100_000; minute++) {
                long start = 1_793_491_200L + minute * 60L;
                out.write(start + "," + (start + 60) + ",2.0,gpt-5,1000.0,10.0,400.0\n");
            }
        }
        LedgerView read = Imported.of(file);
        assertEquals(totals(200_000, 60_000_000, 40_000_000, 0, 1_000_000, true, false), read.totals());
        assertEquals(70, read.usage().size());
    }
}
