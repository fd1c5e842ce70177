package app.steelyard.usage.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.MappingWishes;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.UsageFinding.Severity;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from other countries: one notation a file, found from all its values, or nothing read. */
class NotationTest {
    private static final String OPENAI =
            "start_time;end_time;start_time_iso;end_time_iso;project_id;num_model_requests;user_id;api_key_id;model;batch;"
                    + "service_tier;input_tokens;output_tokens;input_cached_tokens;input_uncached_tokens\n";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static LedgerView read(DecimalSign sign, DayOrder order, Path file) {
        MappingWishes wishes = new MappingWishes(Map.of(), null, null, null, null, new NotationScout.Wish(sign, order));
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(file), new ReadingChoice(null, false, List.of(), wishes), Progress.NONE));
            return ledger.view();
        }
    }

    private static String bucket(String requests, String input, String output, String cached, String uncached) {
        return "1788220800;1788307200;2026-09-01T00:00:00+00:00;2026-09-02T00:00:00+00:00;p;" + requests
                + ";;;gpt-5.1;False;default;" + input + ";" + output + ";" + cached + ";" + uncached + "\n";
    }

    @Test
    void aVendorsExportThatASpreadsheetSavedCountsRight() throws IOException {
        LedgerView decimals =
                Imported.of(file("a.csv", OPENAI + bucket("12,0", "12000,0", "1000,0", "4000,0", "8000,0")));
        assertEquals(12_000, decimals.totals().input());
        assertEquals(12, decimals.totals().requests());
        Imported.assertSays(decimals, Severity.INFO, "numbers are written as 1.234,56");
        LedgerView thousands = Imported.of(file("b.csv", OPENAI + bucket("12", "12.345", "1.000", "4.000", "8.345")));
        assertEquals(12_345, thousands.totals().input());
        assertEquals(1_000, thousands.totals().output());
    }

    @Test
    void whatMayBeTwelveOrTwelveThousandIsAskedFor() throws IOException {
        Path file = file("a.csv", OPENAI + bucket("12", "12.000", "1.000", "4.000", "8.000"));
        LedgerView view = Imported.of(file);
        assertEquals(0, view.totals().input());
        Imported.assertSays(view, Severity.ERROR, "--map numbers=comma for 1.234,56");
        assertEquals(
                12_000,
                read(DecimalSign.COMMA, DayOrder.DAY_FIRST, file).totals().input());
        assertEquals(
                12, read(DecimalSign.POINT, DayOrder.DAY_FIRST, file).totals().input());
    }

    /** 2,234,567 in, 12,345 out and 3.75 in money, in ever other signs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "; | 1.234.567 | 12.000 | 2,50 | 1.000.000 | 345 | 1,25",
                "; | 1 234 567 | 12 000 | 2,50 | 1 000 000 | 345 | 1,25",
                "; | 1'234'567 | 12'000 | 2.50 | 1'000'000 | 345 | 1.25",
                "; | 1’234’567 | 12’000 | 2.50 | 1’000’000 | 345 | 1.25",
                "; | 12,34,567 | 12,000 | 2.50 | 10,00,000 | 345 | 1.25",
                "; | 1,234,567 | 12,000 | 2.50 | 1,000,000 | 345 | 1.25",
                "TAB | 1.234.567 | 12.000 | 2,50 | 1000000 | 345,0 | 1,25",
                "TAB | 1234567,00 | 12000 | 2,50 | 1000000 | 345 | 1,25",
                ", | 1234567 | 12000.0 | 2.50 | 1000000 | 345 | 1.25",
                ", | 1234567 | 12000 | 2.5 | 1000000 | 345 | 1.25",
                "; | 1234567 | 12000 | 2.5 | 1,000,000.0 | 345 | 1.25",
                "; | 1.234.567 | 12.000 | 2,5E0 | 1.000.000 | 345 | 1,25E+00"
            })
    void numbersOfManyCountries(
            String separator, String input, String output, String cost, String input2, String output2, String cost2)
            throws IOException {
        String between = separator.equals("TAB") ? "\t" : separator;
        String text = "timestamp;model;prompt_tokens;completion_tokens;cost\n2026-09-01T08:00:00Z;gpt-5.1;" + input
                + ";" + output + ";" + cost + "\n2026-09-01T09:00:00Z;gpt-5.1;" + input2 + ";" + output2 + ";" + cost2
                + "\n";
        LedgerView view = Imported.of(file("log.csv", text.replace(";", between)));
        assertEquals(2_234_567, view.totals().input());
        assertEquals(12_345, view.totals().output());
        assertEquals(
                0,
                view.usage().stream()
                        .map(u -> Objects.requireNonNull(u.cost()).value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(new BigDecimal("3.75")));
    }

    private String days(String separator, String... days) {
        StringBuilder text = new StringBuilder("date;prompt_tokens;completion_tokens\n");
        for (String day : days) {
            text.append(day).append(";100;1\n");
        }
        return text.toString().replace(";", separator);
    }

    @Test
    void daysAreReadInTheOrderThatOneOfThemShows() throws IOException {
        LedgerView european = Imported.of(file("a.csv", days(",", "03/04/2026", "31/12/2026")));
        assertEquals(
                LocalDate.of(2026, 4, 3),
                Objects.requireNonNull(european.period()).firstDay());
        Imported.assertSays(european, Severity.INFO, "dates have the day first");
        LedgerView american = Imported.of(file("b.csv", days(",", "03/04/2026 1:30 PM", "12/31/2026 9:00 AM")));
        assertEquals(
                LocalDate.of(2026, 3, 4),
                Objects.requireNonNull(american.period()).firstDay());
        Imported.assertSays(american, Severity.INFO, "dates have the month first");
        LedgerView german = Imported.of(file("c.csv", days(";", "03.04.2026 08:00", "04.04.2026 09:15:01")));
        assertEquals(
                LocalDate.of(2026, 4, 3),
                Objects.requireNonNull(german.period()).firstDay());
        assertEquals(2, german.totals().requests());
    }

    @Test
    void daysThatMayBeMonthsAreAskedFor() throws IOException {
        Path file = file("a.csv", days(",", "03/04/2026", "04/04/2026"));
        LedgerView view = Imported.of(file);
        assertEquals(0, view.totals().requests());
        Imported.assertSays(view, Severity.ERROR, "--map dates=day-first or --map dates=month-first");
        LedgerView dayFirst = read(DecimalSign.POINT, DayOrder.DAY_FIRST, file);
        assertEquals(
                LocalDate.of(2026, 4, 3),
                Objects.requireNonNull(dayFirst.period()).firstDay());
        LedgerView monthFirst = read(DecimalSign.POINT, DayOrder.MONTH_FIRST, file);
        assertEquals(
                LocalDate.of(2026, 3, 4),
                Objects.requireNonNull(monthFirst.period()).firstDay());
        LedgerView both = Imported.of(file("b.csv", days(",", "31/12/2026", "12/31/2026")));
        assertEquals(0, both.totals().requests());
    }

    private String azure(String... days) {
        StringBuilder text = new StringBuilder(
                "Date,MeterCategory,MeterSubCategory,MeterName,UnitOfMeasure,Quantity,CostInBillingCurrency,"
                        + "BillingCurrency\n");
        for (String day : days) {
            text.append(day).append(",Foundry Models,Azure OpenAI,gpt 4.1 Inp glbl Tokens,1M,1,2,USD\n");
        }
        return text.toString();
    }

    @Test
    void aBillsDaysAreNeverTakenForMonths() throws IOException {
        LedgerView thirty = Imported.of(file("a.csv", azure("01/09/2026", "02/09/2026", "30/09/2026")));
        assertEquals(
                LocalDate.of(2026, 9, 1),
                Objects.requireNonNull(thirty.period()).firstDay());
        assertEquals(
                LocalDate.of(2026, 9, 30),
                Objects.requireNonNull(thirty.period()).lastDay());
        LedgerView three = Imported.of(file("b.csv", azure("09/01/2026", "09/02/2026", "09/03/2026")));
        assertEquals(
                LocalDate.of(2026, 9, 3), Objects.requireNonNull(three.period()).lastDay());
        LedgerView apart = Imported.of(file("c.csv", azure("01/09/2026", "02/09/2026", "03/09/2026")));
        assertEquals(List.of(), apart.usage());
        Imported.assertSays(apart, Severity.ERROR, "--map dates=day-first");
    }

    @Test
    void textsInJsonAreReadAsTablesAreAndNumbersAsTheyStand() throws IOException {
        String row = """
            {"time":"%s","model":"gpt-5.1","usage":{"input_tokens":"%s","output_tokens":%s},"cost":%s}
            """;
        LedgerView view = Imported.of(file(
                "own.jsonl",
                row.formatted("31.12.2026 08:00", "1.234", "12.000", "1.5")
                        + row.formatted("02.12.2026 08:00", "12.345", "7", "\"0,25\"")));
        assertEquals(13_579, view.totals().input());
        assertEquals(19, view.totals().output());
        assertEquals(
                LocalDate.of(2026, 12, 2), Objects.requireNonNull(view.period()).firstDay());
        assertEquals(
                0,
                view.usage().stream()
                        .map(u -> Objects.requireNonNull(u.cost()).value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(new BigDecimal("1.75")));
        LedgerView asked = Imported.of(file("two.jsonl", row.formatted("2026-12-31T08:00:00Z", "12.000", "7", "1")));
        assertEquals(0, asked.totals().input());
        Imported.assertSays(asked, Severity.ERROR, "“12.000” may have decimals or thousands");
    }

    /** What decides comes last, after more rows than are looked at at first. */
    @ParameterizedTest
    @ValueSource(strings = {"log.csv", "log.csv.gz", "log.jsonl.gz"})
    void oneValueAtTheEndDecides(String name) throws IOException {
        Path file = folder.resolve(name);
        boolean json = name.contains("json");
        try (Writer out = new OutputStreamWriter(
                name.endsWith("gz") ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file),
                StandardCharsets.UTF_8)) {
            out.write(json ? "" : "date;prompt_tokens;completion_tokens\n");
            for (int i = 0; i < 30_000; i++) {
                String input = i == 29_999 ? "2.001" : "1.000";
                out.write(
                        json
                                ? "{\"date\":\"03/04/2026\",\"prompt_tokens\":\"" + input
                                        + "\",\"completion_tokens\":\"5\"}\n"
                                : "03/04/2026;" + input + ";5\n");
            }
            out.write(
                    json
                            ? "{\"date\":\"31/12/2026\",\"prompt_tokens\":\"1\",\"completion_tokens\":\"5\"}\n"
                            : "31/12/2026;1;5\n");
        }
        LedgerView view = Imported.of(file);
        assertEquals(30_001, view.totals().requests());
        assertEquals(29_999 * 1_000 + 2_001 + 1, view.totals().input());
        assertEquals(
                LocalDate.of(2026, 4, 3), Objects.requireNonNull(view.period()).firstDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void encodingsAreFound(String charset) throws IOException {
        String text = "timestamp;model;project;prompt_tokens;completion_tokens\n"
                + "2026-09-01T08:00:00Z;gpt-5.1;Büro Zürich – Süd;1.234.567;1\n";
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName(charset)));
        LedgerView view = Imported.of(file);
        assertEquals(1_234_567, view.totals().input());
        assertEquals(List.of("Büro Zürich – Süd"), List.copyOf(view.byProject().keySet()));
        if (charset.startsWith("windows")) {
            Imported.assertSays(view, Severity.INFO, "read as Windows-1252");
        }
    }
}
