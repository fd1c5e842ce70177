package app.steelyard.usage.format.tool;

import static app.steelyard.usage.format.FixtureCase.models;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.format.FixtureCase;
import app.steelyard.usage.row.UsageFinding;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What coding tools leave behind. Most fixtures hold the same three requests: 200 + 150 + 500 tokens neither read nor
 * written, 10,000 written by the first, 10,000 read by the second, 300 + 250 + 50 of output, for 0.0426 + 0.0072 + 0.00225.
 */
class ToolFormatsTest {
    private static final UsageTotals TRAFFIC = new UsageTotals(3, 850, 10_000, 0, 0, 10_000, 600, true, true, true);

    /** Of vendors that do not bill what is written, so that it is plain input. */
    private static final UsageTotals NO_WRITES = new UsageTotals(3, 10_850, 10_000, 0, 0, 0, 600, true, true, false);

    private static final String GEMINI = "Gemini CLI session log";
    private static final String OPENCODE = "OpenCode messages";
    private static final String LOGS = "OpenTelemetry logs of a coding agent";
    private static final String METRICS = "OpenTelemetry metrics of Claude Code";

    private static Stream<FixtureCase> files() {
        return Stream.of(
                // "Included" is no amount; an error that is not charged is left out, and a count below 0 refused.
                new FixtureCase("cursor-csv", "events.csv", "Cursor, usage events", TRAFFIC, "0.0498", 3, 1, 1),
                // Here the input with writes holds the one without, and there is no cost.
                new FixtureCase("cursor-csv", "2025.csv", "Cursor, usage events", TRAFFIC, null, 3, 0, 0),
                // In cents; the last event was not counted in tokens.
                new FixtureCase(
                        "cursor-json",
                        "events.json",
                        "Cursor, usage events of its Admin API",
                        TRAFFIC,
                        "0.05205",
                        3,
                        0,
                        1),
                // Thoughts are 100 of the first 300 of output, tools put 150 into the second prompt.
                new FixtureCase("gemini-cli", "session.jsonl", GEMINI, NO_WRITES, null, 3, 0, 4),
                new FixtureCase("gemini-cli", "session.json", GEMINI, NO_WRITES, null, 3, 0, 1),
                // Reasoning is 100 beside the first output, and 50 inside the second, as its total proves. The last
                // one's cost of 0 is none.
                new FixtureCase("opencode-json", "messages.jsonl", OPENCODE, TRAFFIC, "0.0498", 3, 0, 2),
                new FixtureCase("opencode-json", "session.json", OPENCODE, TRAFFIC, "0.0498", 3, 0, 1),
                new FixtureCase(
                        "opencode-json",
                        "message.json",
                        OPENCODE,
                        new UsageTotals(1, 200, 0, 0, 0, 10_000, 300, true, true, true),
                        "0.0426",
                        1,
                        0,
                        0),
                // 12,000 + 20,000; 180,000 + 100,000; 6,000; 3,000 + 4,000. Actions are left out; a row without an
                // amount is refused. What the licence includes is not billed.
                new FixtureCase(
                        "copilot-usage",
                        "2026-08.csv",
                        "GitHub Copilot, usage report with tokens",
                        new UsageTotals(0, 32_000, 280_000, 0, 0, 6_000, 7_000, false, true, true),
                        "0.1",
                        2,
                        1,
                        1),
                new FixtureCase(
                        "copilot-premium",
                        "2026-08.csv",
                        "GitHub Copilot, usage report (units of billing, no tokens)",
                        new UsageTotals(0, 0, 0, 0, 0, 0, 0, false, false, false),
                        "0.4932",
                        2,
                        0,
                        0),
                // 350 + 500 + 100 beside 10,000 read and 10,000 written; 550 + 50 + 10. 5 + 0.375 + 0.05 cents. One
                // day has no model, one count is below 0.
                new FixtureCase(
                        "claude-code-report",
                        "page.json",
                        "Anthropic Admin API, Claude Code report",
                        new UsageTotals(0, 950, 10_000, 0, 0, 10_000, 610, false, true, true),
                        "0.05425",
                        3,
                        1,
                        1),
                new FixtureCase("otlp-logs", "claude.jsonl", LOGS, TRAFFIC, "0.05205", 3, 0, 3),
                new FixtureCase("otlp-logs", "gemini.json", LOGS, NO_WRITES, null, 3, 0, 0),
                new FixtureCase("otlp-logs", "codex.json", LOGS, NO_WRITES, null, 3, 0, 1),
                // Three spans of time, each with all its types and its cost; sessions are left out.
                new FixtureCase(
                        "otlp-metrics",
                        "delta.jsonl",
                        METRICS,
                        new UsageTotals(0, 850, 10_000, 0, 0, 10_000, 600, false, true, true),
                        "0.05205",
                        3,
                        0,
                        3),
                // Only what a counter grew by counts; a type that nobody knows is refused.
                new FixtureCase(
                        "otlp-metrics",
                        "cumulative.jsonl",
                        METRICS,
                        new UsageTotals(0, 850, 10_000, 0, 0, 10_000, 600, false, true, true),
                        null,
                        3,
                        1,
                        0));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEachFileToTheToken(FixtureCase file) {
        file.assertHolds();
    }

    @Test
    void aMessageThatGrewCountsOnce() {
        LedgerView view = Imported.of("gemini-cli", "grown.jsonl");
        assertEquals(NO_WRITES, view.totals());
        assertEquals(2, Imported.only(view).duplicates());
    }

    /** Inputs of 1 to 100, ten times that read, 5 written by each, 2 of output and 1 of reasoning. */
    @Test
    void readsADatabaseWithPagesThatGoOnElsewhere() {
        LedgerView view = Imported.of("opencode-db", "opencode.db");
        FileReport report = Imported.only(view);
        assertEquals("OpenCode database, tokens by message", report.format());
        assertEquals(new UsageTotals(100, 5_050, 50_500, 0, 0, 500, 300, true, true, true), view.totals());
        assertEquals(1, report.leftOut());
        assertEquals(1, report.unreadable());
    }

    /** Forty of the hundred are still in the log of changes. */
    @Test
    void readsADatabaseThatIsInUse() {
        LedgerView view = Imported.of("opencode-db", "open/opencode.db");
        assertEquals(new UsageTotals(100, 5_050, 50_500, 0, 0, 500, 300, true, true, true), view.totals());
    }

    @Test
    void theSameMessagesInAnotherFormCountOnce() {
        LedgerView view = Imported.of("opencode-json", "messages.jsonl", "session.json");
        assertEquals(TRAFFIC, view.totals());
        assertEquals(3, view.files().getLast().duplicates());
    }

    @Test
    void namesTheVendorAsTheModelDoes() {
        assertEquals(Set.of("anthropic claude-4.5-sonnet"), models("cursor-csv", "events.csv"));
        assertEquals(Set.of("google gemini-2.5-pro"), models("gemini-cli", "session.jsonl"));
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("opencode-json", "messages.jsonl"));
        assertEquals(Set.of("openai gpt-5-codex"), models("otlp-logs", "codex.json"));
        assertEquals(
                Set.of("github-copilot Claude Sonnet 4.5", "github-copilot GPT-5"),
                models("copilot-premium", "2026-08.csv"));
    }

    @Test
    void saysWhatTheNumbersDoNotTell() {
        says("cursor-csv", "events.csv", "One event of Cursor may be many calls");
        says("copilot-usage", "2026-08.csv", "beyond what the licences include");
        says("copilot-premium", "2026-08.csv", "are no requests of a model");
        says("otlp-logs", "claude.jsonl", "its own price list");
        Imported.assertSays(
                Imported.of("claude-code-report", "page.json"),
                UsageFinding.Severity.WARNING,
                "this export is not whole");
    }

    private static void says(String format, String file, String part) {
        Imported.assertSays(Imported.of(format, file), UsageFinding.Severity.INFO, part);
    }
}
