package app.steelyard.usage.row;

import static app.steelyard.usage.figures.Imported.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenAI, Anthropic and Google write. The totals are worked out by hand from the fixtures. */
class VendorFormatsTest {

    // requests, uncached, read, written 5 minutes, 1 hour, otherwise, output; what is stated of requests, reads,
    // writes.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # 2,000 and 1,000 input, 1,500 of them read, 300 written.
        openai-answers         | batch-output.jsonl | OpenAI batch, output                 | 2 1200 1500 0 0 300 50   | RCW | 2 0 0 0 3
        # 2,000 as above, 13 without details; 150 cached of 100 are refused.
        openai-answers         | stored.json        | OpenAI stored completions            | 2 213 1500 0 0 300 38    | R-- | 2 0 1 0 0
        # 200 + (500 - 100 - 50) + (300 - 200) + (90 - 64); one comes twice, one has no usage.
        openai-answers         | lines.jsonl        | answers in OpenAI’s shape            | 4 676 1864 0 0 350 80    | RC- | 4 0 0 1 1
        openai-answers         | responses.jsonl    | answers in OpenAI’s shape            | 2 410 100 0 0 0 41       | RC- | 2 0 0 0 0
        openai-fine-tuning     | list.json          | OpenAI fine-tuning jobs              | 0 0 0 0 0 0 0            | RCW | 0 0 1 0 4
        openai-fine-tuning     | job.json           | OpenAI fine-tuning jobs              | 0 0 0 0 0 0 0            | RCW | 0 0 0 0 1
        # 1,500 + 100 + 400; 200 + 900 + 300 read; 500 + 100 and 1,000 written; 500 + 40 + 60 output.
        anthropic-usage-report | pages.json         | Anthropic Admin API, usage report    | 0 2000 1400 600 1000 0 600 | -CW | 3 1 1 0 0
        anthropic-usage-report | ungrouped.json     | Anthropic Admin API, usage report    | 0 10 0 0 0 0 5           | -CW | 1 0 0 0 0
        # 1,000 + 10; the second row states neither reads nor writes.
        anthropic-console-tokens | 2025.csv | Anthropic Console, token CSV (older: one column of cache writes) | 0 1010 600 0 0 400 100 | --- | 2 0 0 0 0
        # 100 + 10; the writes by lifetime count, not the 999; the second answer states them undivided.
        anthropic-answers      | batch-results.jsonl | Anthropic message batch, results    | 2 110 1000 200 300 20 55 | RCW | 2 0 0 0 2
        anthropic-answers      | lines.jsonl        | Anthropic messages                   | 2 110 1000 200 300 20 55 | R-W | 2 0 0 1 0
        # One answer of 100 + 1,500 input written three times, one of 7 + 1,520, an error, a line without a time.
        claude-code            | session.jsonl      | Claude Code session log              | 2 107 2500 300 200 20 53 | RCW | 2 0 1 2 3
        # 1,000 - 250 and 2,500 - 1,500; a repeated count is no request; 20 cached of 10 are refused.
        codex                  | session.jsonl      | Codex CLI session log                | 2 1750 1750 0 0 0 425    | RC- | 2 0 1 0 5
        # 1,000 - 600 + 50 of tools, and 200; 30 + 20 of thoughts, and 10 output.
        gemini                 | camel.jsonl        | Gemini responses                     | 2 650 600 0 0 0 60       | RC- | 2 0 0 0 1
        gemini                 | snake.jsonl        | Gemini responses (names of Python)   | 2 650 600 0 0 0 60       | RC- | 2 0 0 0 0
        gemini                 | batch.jsonl        | Gemini responses                     | 2 650 600 0 0 0 60       | RC- | 2 0 0 0 1
        """)
    void readsUsage(String format, String file, String variant, String counts, String stated, String rows) {
        LedgerView view = Imported.of(format, file);
        long[] n = numbers(counts);
        assertEquals(
                new UsageTotals(
                        n[0],
                        n[1],
                        n[2],
                        n[3],
                        n[4],
                        n[5],
                        n[6],
                        stated.contains("R"),
                        stated.contains("C"),
                        stated.contains("W")),
                view.totals());
        assertReport(file, variant, Format.Kind.USAGE, rows, view);
        assertHidesWhatIsPrivate(view);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # 0.125 + 0.00383598 + 0.5 + 0.25 + 0.01 - 0.02; 30.5 thousand tokens read.
        openai-costs           | grouped.json   | OpenAI Costs API             | 0.86883598 | 102000 30500 50000  | 6 1 0 0 0
        openai-cost-csv        | 2025-10.csv    | OpenAI dashboard, cost CSV (2025: without quantities) | 0.10383598 | 0 0 0 | 2 1 0 0 0
        openai-cost-csv        | 2026-09.csv    | OpenAI dashboard, cost CSV   | 3.35       | 1000000 0 200000    | 3 0 1 0 0
        # 123.45 + 0.0625 + 76.4875 + 10 cents.
        anthropic-cost-report  | grouped.json   | Anthropic Admin API, cost report | 2.1    | 0 0 0               | 4 1 0 0 0
        anthropic-cost-report  | ungrouped.json | Anthropic Admin API, cost report | 1      | 0 0 0               | 1 0 1 0 0
        anthropic-console-cost | 2024-12.csv    | Anthropic Console, cost CSV (2024: without context windows) | 1.25 | 0 0 0 | 3 0 0 0 0
        anthropic-console-cost | 2025-12.csv    | Anthropic Console, cost CSV (2025: without list prices)     | 1.25 | 0 0 0 | 3 0 0 0 0
        anthropic-console-cost | 2026-03.csv    | Anthropic Console, cost CSV (early 2026: without ids of keys) | 1.25 | 0 0 0 | 3 0 0 0 0
        anthropic-console-cost | 2026-08.csv    | Anthropic Console, cost CSV  | 1.25       | 0 0 0               | 3 0 1 0 0
        """)
    void readsBills(String format, String file, String variant, BigDecimal money, String tokens, String rows) {
        LedgerView view = Imported.of(format, file);
        assertEquals(
                0,
                money.compareTo(view.usage().stream()
                        .map(DailyUsage::cost)
                        .filter(Objects::nonNull)
                        .map(ExactMoney::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                () -> view.usage().toString());
        assertTrue(view.usage().stream()
                .map(DailyUsage::cost)
                .allMatch(c -> c == null || c.currency().equals(Currency.USD)));
        UsageTotals sum = view.usage().stream().map(DailyUsage::totals).reduce(UsageTotals.NONE, UsageTotals::plus);
        long[] n = numbers(tokens);
        assertEquals(n[0], sum.uncachedInput());
        assertEquals(n[1], sum.cacheRead());
        assertEquals(n[2], sum.output());
        assertEquals(0, sum.requests());
        assertReport(file, variant, Format.Kind.BILL, rows, view);
        assertHidesWhatIsPrivate(view);
    }

    @Test
    void takesModelAndTierOutOfLineItems() {
        LedgerView view = Imported.of("openai-costs", "grouped.json");
        // 0.01 of searches and -0.02 of a credit state no model.
        assertEquals(
                "gpt-5.5-2026-04-23 STANDARD 0.12883598, gpt-5.6-sol PRIORITY 0.5,"
                        + " gpt-audio-mini-2025-12-15 STANDARD 0.25, null STANDARD -0.01",
                String.join(
                        ", ",
                        view.usage().stream()
                                .map(u -> u.model() + " " + u.modifiers().tier() + " "
                                        + Objects.requireNonNull(u.cost())
                                                .value()
                                                .toPlainString())
                                .sorted()
                                .toList()));
    }

    @Test
    void joinsPagesOfAnthropicsReport() {
        LedgerView view = Imported.of("anthropic-usage-report", "page-2.json", "page-1.json");
        assertEquals(2000, view.totals().uncachedInput());
        assertFalse(view.findings().toString().contains("not whole"));
        assertSays(
                Imported.of("anthropic-usage-report", "page-1.json"),
                UsageFinding.Severity.WARNING,
                "page-1.json: this export is not whole");
    }

    @Test
    void saysWhatAFormatCannotKnow() {
        LedgerView report = Imported.of("anthropic-usage-report", "ungrouped.json");
        assertSays(report, UsageFinding.Severity.WARNING, "no column of requests");
        assertSays(report, UsageFinding.Severity.WARNING, "no models");
        assertSays(
                Imported.of("anthropic-answers", "lines.jsonl"),
                UsageFinding.Severity.WARNING,
                "lines.jsonl: results without the time");
        assertSays(
                Imported.of("anthropic-cost-report", "grouped.json"),
                UsageFinding.Severity.INFO,
                "grouped.json: what was used in the Priority Tier is never in this report");
        assertSays(
                Imported.of("anthropic-console-cost", "2026-08.csv"),
                UsageFinding.Severity.INFO,
                "rounds each row to cents");
        assertSays(Imported.of("openai-answers", "stored.json"), UsageFinding.Severity.WARNING, "not whole");
        assertSays(
                Imported.of("openai-fine-tuning", "list.json"),
                UsageFinding.Severity.INFO,
                "list.json: 2 jobs of fine-tuning gpt-4.1-mini trained 10,000 tokens");
    }

    @Test
    void tellsVendorsAndModels() {
        assertEquals(
                "deepseek deepseek-chat, openai gpt-5-mini-2025-08-07, openai gpt-5.1, openai gpt-5.1",
                named(Imported.of("openai-answers", "lines.jsonl")));
        assertEquals("openai gpt-5.2-codex, openai gpt-5.3-codex", named(Imported.of("codex", "session.jsonl")));
        assertEquals("google gemini-2.5-pro", named(Imported.of("gemini", "snake.jsonl")));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, page.json, openai-usage",
        "openai, buckets.json, openai-usage",
        "openai, empty-buckets.json, openai-usage",
        "openai, keys-sorted.json, openai-usage",
        "openai, result.json, openai-usage",
        "openai, embeddings.json, openai-usage",
        "openai, usage.csv, openai-usage-csv",
        "openai, usage-no-times.csv, openai-usage-csv",
        "openai-costs, grouped.json, openai-costs",
        "openai-cost-csv, 2025-10.csv, openai-cost-csv",
        "openai-cost-csv, 2026-09.csv, openai-cost-csv",
        "openai-answers, batch-output.jsonl, openai-answers",
        "openai-answers, stored.json, openai-answers",
        "openai-answers, lines.jsonl, openai-answers",
        "openai-answers, responses.jsonl, openai-answers",
        "openai-fine-tuning, list.json, openai-fine-tuning",
        "anthropic-usage-report, pages.json, anthropic-usage-report",
        "anthropic-cost-report, grouped.json, anthropic-cost-report",
        "anthropic-console-tokens, 2025.csv, anthropic-console-tokens",
        "anthropic-console-tokens, 2026-08.csv, anthropic-console-tokens",
        "anthropic-console-cost, 2024-12.csv, anthropic-console-cost",
        "anthropic-console-cost, 2026-08.csv, anthropic-console-cost",
        "anthropic-answers, batch-results.jsonl, anthropic-answers",
        "anthropic-answers, lines.jsonl, anthropic-answers",
        "claude-code, session.jsonl, claude-code",
        "codex, session.jsonl, codex",
        "gemini, camel.jsonl, gemini",
        "gemini, snake.jsonl, gemini",
        "gemini, batch.jsonl, gemini"
    })
    void oneFormatOnlyTakesAFileForItsOwn(String folder, String file, String format) throws IOException {
        try (Content content = Content.open(Files.newInputStream(Imported.fixture(folder, file)))) {
            String text = content.head();
            Head head = new Head("file", text, Set.copyOf(Tables.columns(text)));
            assertEquals(
                    List.of(format),
                    Formats.all().stream()
                            .filter(f -> f.recognise(head).isPresent())
                            .map(Format::id)
                            .toList());
        }
    }

    private static String named(LedgerView view) {
        return String.join(
                ", ",
                view.usage().stream()
                        .map(u -> u.vendor() + " " + u.model())
                        .sorted()
                        .toList());
    }

    private static void assertReport(String file, String variant, Format.Kind kind, String rows, LedgerView view) {
        long[] r = numbers(rows);
        assertEquals(new FileReport(1, file, variant, kind, r[0], r[1], r[2], r[3], r[4], true), Imported.only(view));
    }

    private static void assertHidesWhatIsPrivate(LedgerView view) {
        String all = view.toString();
        for (String secret : new String[] {"private", "@", "key_1", "apikey_", "user-ada", "demo-key"}) {
            assertFalse(all.contains(secret), secret);
        }
    }

    private static long[] numbers(String text) {
        return Stream.of(text.strip().split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
