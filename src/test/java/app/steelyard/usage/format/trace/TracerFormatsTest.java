package app.steelyard.usage.format.trace;

import static app.steelyard.usage.format.FixtureCase.models;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.format.FixtureCase;
import app.steelyard.usage.row.UsageFinding;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports of tracers. Most fixtures hold the same three requests: 200 + 150 + 500 tokens neither read nor written, 10,000
 * written by the first, 10,000 read by the second, 300 + 250 + 50 of output, for 0.0426 + 0.0072 + 0.00225 = 0.05205.
 */
class TracerFormatsTest {
    private static final UsageTotals TRAFFIC = new UsageTotals(3, 850, 10_000, 0, 0, 10_000, 600, true, true, true);

    /** Without cached tokens: all 10,200 + 10,150 + 500 of input. */
    private static final UsageTotals NO_CACHED = new UsageTotals(3, 20_850, 0, 0, 0, 0, 600, true, false, false);

    /** With what was read only. */
    private static final UsageTotals NO_WRITES = new UsageTotals(3, 10_850, 10_000, 0, 0, 0, 600, true, true, false);

    private static final String LANGSMITH = "LangSmith, runs";
    private static final String MLFLOW = "MLflow, traces";
    private static final String DATADOG = "Datadog LLM Observability, spans";
    private static final String WEAVE = "W&B Weave, calls";
    private static final String POSTHOG = "PostHog, events of LLM analytics";

    private static Stream<FixtureCase> files() {
        return Stream.of(
                // The chain repeats the first run, and one run failed.
                new FixtureCase("langsmith-json", "runs.jsonl", LANGSMITH, TRAFFIC, "0.05205", 3, 0, 2),
                // The SDK tells for how long the tokens were written.
                new FixtureCase(
                        "langsmith-json",
                        "query.json",
                        LANGSMITH,
                        new UsageTotals(3, 850, 10_000, 10_000, 0, 0, 600, true, true, true),
                        "0.05205",
                        3,
                        0,
                        1),
                new FixtureCase("langsmith-csv", "runs.csv", LANGSMITH, TRAFFIC, "0.05205", 3, 0, 1),
                // Half a token is refused.
                new FixtureCase("langsmith-csv", "columns.csv", LANGSMITH, NO_CACHED, "0.05205", 3, 1, 1),
                // The agent's span repeats the first; one span has no usage.
                new FixtureCase("mlflow", "traces.jsonl", MLFLOW, TRAFFIC, "0.05205", 3, 0, 2),
                new FixtureCase("mlflow", "old.json", MLFLOW, NO_WRITES, null, 3, 0, 0),
                new FixtureCase(
                        "mlflow",
                        "whole.jsonl",
                        MLFLOW,
                        new UsageTotals(0, 1_200, 0, 0, 0, 0, 30, false, false, false),
                        null,
                        1,
                        0,
                        1),
                // An agent and an embedding are left out.
                new FixtureCase("datadog", "export.json", DATADOG, TRAFFIC, "0.05205", 3, 0, 2),
                new FixtureCase("datadog", "sdk.json", DATADOG, TRAFFIC, null, 3, 1, 0),
                // Two agents repeat what is below them, one before and one after it; a tool has no usage.
                new FixtureCase("weave", "calls.jsonl", WEAVE, TRAFFIC, "0.05205", 3, 1, 3),
                new FixtureCase("weave", "openai.json", WEAVE, NO_WRITES, null, 3, 0, 0),
                // A task repeats its calls.
                new FixtureCase("braintrust", "logs.json", "Braintrust, spans", TRAFFIC, "0.05205", 3, 0, 1),
                // Anthropic's cached tokens are beside, unless an event says otherwise; a trace is no call.
                new FixtureCase("posthog-json", "events.jsonl", POSTHOG, TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase("posthog-json", "inside.json", POSTHOG, NO_WRITES, null, 3, 0, 0),
                new FixtureCase("posthog-csv", "events.csv", POSTHOG, TRAFFIC, "0.05205", 3, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEachFileToTheToken(FixtureCase file) {
        file.assertHolds();
    }

    @Test
    void namesTheVendorAsThePricesDo() {
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("langsmith-csv", "runs.csv"));
        assertEquals(Set.of("openai gpt-5.1"), models("langsmith-csv", "columns.csv"));
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("mlflow", "traces.jsonl"));
        assertEquals(Set.of("openai gpt-5.1"), models("mlflow", "old.json"));
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("datadog", "export.json"));
        assertEquals(Set.of("openai gpt-5.1"), models("weave", "openai.json"));
    }

    @Test
    void saysWhatTheNumbersDoNotTell() {
        Imported.assertSays(Imported.of("mlflow", "whole.jsonl"), UsageFinding.Severity.WARNING, "only as a whole");
        Imported.assertSays(
                Imported.of("datadog", "export.json"), UsageFinding.Severity.WARNING, "this export is not whole");
        Imported.assertSays(
                Imported.of("langsmith-json", "runs.jsonl"), UsageFinding.Severity.INFO, "its own price list");
    }
}
