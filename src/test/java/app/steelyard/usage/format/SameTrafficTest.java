package app.steelyard.usage.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same three requests, written down by sources that hold the cached tokens inside the input and by sources that
 * hold them beside it, are the same ledger to the token.
 */
class SameTrafficTest {
    /** What a ledger holds, whatever is known of how long the written tokens live. */
    private record Held(long requests, long uncached, long read, long written, long output) {
        static Held of(UsageTotals totals) {
            return new Held(
                    totals.requests(),
                    totals.uncachedInput(),
                    totals.cacheRead(),
                    totals.cacheWrite(),
                    totals.output());
        }
    }

    /** A source is one line: the folder and the file of its fixture. */
    @ParameterizedTest
    @CsvSource({
        // Beside
        "bedrock-invocations, traffic.jsonl",
        "claude-code, traffic.jsonl",
        "langfuse-csv, observations.csv",
        "langfuse-csv, events.csv",
        "langfuse-json, observations.json",
        "langfuse-json, events.jsonl",
        "helicone-json, requests.jsonl",
        "otlp, open-inference-converse.jsonl",
        "cursor-csv, events.csv",
        "cursor-csv, 2025.csv",
        "cursor-json, events.json",
        "opencode-json, messages.jsonl",
        "opencode-json, session.json",
        "otlp-logs, claude.jsonl",
        "mlflow, traces.jsonl",
        "weave, calls.jsonl",
        "posthog-csv, events.csv",
        // Inside
        "vercel-json, days.json",
        "databricks-json, ai-gateway.jsonl",
        "langsmith-csv, runs.csv",
        "langsmith-json, query.json",
        "datadog, export.json",
        "datadog, sdk.json",
        "braintrust, logs.json",
        "openai-answers, traffic.jsonl",
        "openai, traffic.json",
        "litellm-spend-csv, spend-logs.csv",
        "litellm-json, spend-logs.json",
        "litellm-json, payloads.jsonl",
        "langfuse-json, trace.json",
        "otlp, gen-ai.json",
        "otlp, open-inference.jsonl",
        // The reads inside, the writes beside
        "litellm-json, writes-left-out.jsonl",
    })
    void isTheSameLedgerToTheToken(String format, String file) {
        LedgerView view = Imported.of(format, file);
        // 200 + 150 + 500 plain; 10,000 written, then read; 300 + 250 + 50 of output.
        assertEquals(new Held(3, 850, 10_000, 10_000, 600), Held.of(view.totals()));
    }
}
