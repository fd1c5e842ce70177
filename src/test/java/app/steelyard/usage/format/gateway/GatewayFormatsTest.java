package app.steelyard.usage.format.gateway;

import static app.steelyard.usage.format.FixtureCase.models;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
 * Gateways, tracers and DeepSeek. Most fixtures hold the same three requests: 200 + 150 + 500 tokens neither read nor
 * written, 10,000 written by the first, 10,000 read by the second, 300 + 250 + 50 of output, for 0.0426 + 0.0072 +
 * 0.00225 = 0.05205.
 */
class GatewayFormatsTest {
    private static final UsageTotals TRAFFIC = new UsageTotals(3, 850, 10_000, 0, 0, 10_000, 600, true, true, true);

    /** Without cached tokens: all 10,200 + 10,150 + 500 of input. */
    private static final UsageTotals NO_CACHED = new UsageTotals(3, 20_850, 0, 0, 0, 0, 600, true, false, false);

    /** With what was read only. */
    private static final UsageTotals NO_WRITES = new UsageTotals(3, 10_850, 10_000, 0, 0, 0, 600, true, true, false);

    /** 40,000 of input and 2,000 of output by 20 requests, and the traffic. */
    private static final UsageTotals DAYS = new UsageTotals(23, 60_850, 0, 0, 0, 0, 2_600, true, false, false);

    private static final String CLOUDFLARE = "Cloudflare AI Gateway, logs (no cached tokens)";
    private static final String VERCEL = "Vercel AI Gateway, usage report";
    private static final String SERVING = "Databricks, usage of served models (no cached tokens)";

    private static final UsageTotals MONEY_ONLY = new UsageTotals(0, 0, 0, 0, 0, 0, 0, false, false, false);

    private static Stream<FixtureCase> files() {
        return Stream.of(
                // An answer from LiteLLM's cache, a failure and an embedding are left out; a count below 0 and
                // metadata that is no JSON are unreadable.
                new FixtureCase(
                        "litellm-spend-csv", "spend-logs.csv", "LiteLLM, spend logs", TRAFFIC, "0.05205", 3, 2, 3),
                new FixtureCase("litellm-json", "spend-logs.json", "LiteLLM, spend logs", TRAFFIC, "0.05205", 3, 0, 3),
                new FixtureCase("litellm-json", "pages.json", "LiteLLM, spend logs", TRAFFIC, "0.05205", 3, 0, 0),
                new FixtureCase(
                        "litellm-json", "writes-left-out.jsonl", "LiteLLM, spend logs", TRAFFIC, "0.05205", 3, 0, 0),
                // The payload tells that the 10,000 were written for five minutes.
                new FixtureCase(
                        "litellm-json",
                        "payloads.jsonl",
                        "LiteLLM, standard logging payload",
                        new UsageTotals(3, 850, 10_000, 10_000, 0, 0, 600, true, true, true),
                        "0.05205",
                        3,
                        0,
                        0),
                // 40,000 - 30,000 read, and the traffic: 10,850 not cached; 0.00725 + 0.05205.
                new FixtureCase(
                        "litellm-daily-csv",
                        "user-spend.csv",
                        "LiteLLM, daily spend table",
                        new UsageTotals(23, 10_850, 40_000, 0, 0, 10_000, 2_600, true, true, true),
                        "0.0593",
                        2,
                        0,
                        0),
                new FixtureCase(
                        "litellm-daily-json",
                        "tag-spend.json",
                        "LiteLLM, daily spend table",
                        new UsageTotals(23, 10_850, 40_000, 0, 0, 10_000, 2_600, true, true, true),
                        "0.0593",
                        2,
                        0,
                        0),
                // 1,234.5 + 0.05205; 1.234,50 may be 1.2345 or 1234.5 and is refused.
                new FixtureCase(
                        "litellm-ui", "teams.csv", "LiteLLM, usage CSV of its pages", DAYS, "1234.55205", 2, 1, 0),
                new FixtureCase(
                        "litellm-ui-models",
                        "teams.csv",
                        "LiteLLM, usage CSV of its pages by model (the spend only)",
                        MONEY_ONLY,
                        "2469",
                        2,
                        0,
                        0),
                new FixtureCase(
                        "langfuse-csv", "observations.csv", "Langfuse, observations", TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase("langfuse-csv", "events.csv", "Langfuse, events", TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase(
                        "langfuse-json", "observations.jsonl", "Langfuse, observations", TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase(
                        "langfuse-json", "observations.json", "Langfuse, observations", TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase("langfuse-json", "events.jsonl", "Langfuse, events", TRAFFIC, "0.05205", 3, 0, 1),
                new FixtureCase(
                        "langfuse-json", "trace.json", "Langfuse, download of a trace", TRAFFIC, "0.05205", 3, 0, 1),
                // A total of 500 for 100 + 10, which counts, and an input below 0, which doesn't.
                new FixtureCase(
                        "langfuse-json",
                        "totals.jsonl",
                        "Langfuse, observations",
                        new UsageTotals(1, 100, 0, 0, 0, 0, 10, true, false, false),
                        "0",
                        1,
                        1,
                        0),
                // An answer from Helicone's store and a failure are left out.
                new FixtureCase("helicone-json", "requests.jsonl", "Helicone, requests", TRAFFIC, "0.05205", 3, 0, 2),
                // The cached tokens are lost in this one: 200 + 150 + 500.
                new FixtureCase(
                        "helicone-csv",
                        "requests.csv",
                        "Helicone, CSV of requests (no cached tokens)",
                        new UsageTotals(3, 850, 0, 0, 0, 0, 600, true, false, false),
                        null,
                        3,
                        0,
                        0),
                new FixtureCase(
                        "openrouter-generations",
                        "2026-09.csv",
                        "OpenRouter, generations",
                        NO_WRITES,
                        "0.05205",
                        3,
                        0,
                        0),
                new FixtureCase(
                        "openrouter-generations",
                        "2025-12.csv",
                        "OpenRouter, generations (older: no cached tokens)",
                        NO_CACHED,
                        "0.05205",
                        3,
                        0,
                        0),
                new FixtureCase(
                        "openrouter-sums", "2026-05.csv", "OpenRouter, sums by day and model", DAYS, "0.0593", 2, 0, 0),
                new FixtureCase(
                        "openrouter-activity",
                        "activity.json",
                        "OpenRouter, activity by day and model",
                        DAYS,
                        "0.0593",
                        2,
                        0,
                        0),
                new FixtureCase(
                        "openrouter-generation",
                        "generation.jsonl",
                        "OpenRouter, generations of its API",
                        NO_WRITES,
                        "0.05205",
                        3,
                        0,
                        0),
                // The agent's span repeats the three, and one span is of no model.
                new FixtureCase("otlp", "gen-ai.json", "OpenTelemetry traces", TRAFFIC, null, 3, 0, 2),
                new FixtureCase("otlp", "bad-spans.jsonl", "OpenTelemetry traces", TRAFFIC, null, 3, 2, 0),
                new FixtureCase(
                        "otlp",
                        "open-inference.jsonl",
                        "OpenTelemetry traces with OpenInference attributes",
                        TRAFFIC,
                        "0.05205",
                        3,
                        0,
                        0),
                new FixtureCase(
                        "otlp",
                        "open-inference-converse.jsonl",
                        "OpenTelemetry traces with OpenInference attributes",
                        TRAFFIC,
                        null,
                        3,
                        0,
                        0),
                // The last request is another vendor's and tells no cached tokens.
                new FixtureCase(
                        "phoenix",
                        "spans.csv",
                        "Phoenix, table of spans",
                        new UsageTotals(3, 850, 10_000, 0, 0, 10_000, 600, true, false, false),
                        "0.00225",
                        3,
                        0,
                        1),
                new FixtureCase(
                        "portkey", "logs.jsonl", "Portkey, log export (no cached tokens)", NO_CACHED, null, 3, 0, 2),
                // 5 + 2 requests; 12,000 + 3,000 misses; 900 + 100 of output; a type that is not known.
                new FixtureCase(
                        "deepseek-amount",
                        "2026-08.csv",
                        "DeepSeek, amounts",
                        new UsageTotals(7, 15_000, 48_000, 0, 0, 0, 1_000, true, true, false),
                        null,
                        8,
                        1,
                        0),
                // The 60,000 are the 48,000 hits and 12,000 misses again; the other key's 700 are told only so.
                new FixtureCase(
                        "deepseek-amount",
                        "2026-05.csv",
                        "DeepSeek, amounts (older: by day)",
                        new UsageTotals(6, 12_700, 48_000, 0, 0, 0, 950, true, false, false),
                        null,
                        7,
                        0,
                        1),
                // 0.0363 + 0.0096; a row without a currency.
                new FixtureCase("deepseek-cost", "2026-08.csv", "DeepSeek, costs", MONEY_ONLY, "0.0459", 2, 1, 0),
                new FixtureCase(
                        "deepseek-cost",
                        "2026-05.csv",
                        "DeepSeek, costs (older: by day)",
                        MONEY_ONLY,
                        "0.03785",
                        2,
                        0,
                        0),
                // 100 hits and 100 misses are not 150.
                // An answer from the gateway's store, a failure and an embedding are left out.
                new FixtureCase("cloudflare-json", "page.json", CLOUDFLARE, NO_CACHED, "0.05205", 3, 0, 3),
                new FixtureCase("cloudflare-json", "logs.jsonl", CLOUDFLARE, NO_CACHED, "0.05205", 3, 1, 0),
                new FixtureCase("cloudflare-csv", "logs.csv", CLOUDFLARE, NO_CACHED, "0.05205", 3, 0, 1),
                // Two requests and one, the last paid with a key of one's own.
                new FixtureCase("vercel-json", "days.json", VERCEL, TRAFFIC, "0.0498", 2, 0, 0),
                new FixtureCase("vercel-json", "hours.jsonl", VERCEL, TRAFFIC, "0.0498", 2, 0, 0),
                new FixtureCase("vercel-csv", "days.csv", VERCEL, TRAFFIC, "0.0498", 2, 0, 0),
                new FixtureCase("databricks-csv", "endpoint-usage.csv", SERVING, NO_CACHED, null, 3, 0, 1),
                new FixtureCase("databricks-csv", "joined.csv", SERVING, NO_CACHED, null, 3, 0, 1),
                new FixtureCase(
                        "databricks-json",
                        "ai-gateway.jsonl",
                        "Databricks, usage of its AI Gateway",
                        TRAFFIC,
                        null,
                        3,
                        0,
                        0),
                new FixtureCase(
                        "deepseek-answers", "answers.jsonl", "answers in OpenAI’s shape", NO_WRITES, null, 3, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEachFileToTheToken(FixtureCase file) {
        file.assertHolds();
    }

    @Test
    void namesTheVendorAsThePricesDo() {
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("litellm-json", "spend-logs.json"));
        assertEquals(
                Set.of("bedrock us.anthropic.claude-sonnet-4-5-20250929-v1:0"),
                models("litellm-json", "payloads.jsonl"));
        assertEquals(
                Set.of("openai gpt-5-mini", "anthropic claude-sonnet-4-5"), models("litellm-ui-models", "teams.csv"));
        assertEquals(Set.of("anthropic claude-sonnet-4-5"), models("langfuse-csv", "events.csv"));
        assertEquals(
                Set.of("bedrock anthropic/claude-4.5-sonnet-20250929"),
                models("openrouter-generations", "2026-09.csv"));
        assertEquals(Set.of("anthropic claude-4.5-sonnet-20250929"), models("openrouter-generations", "2025-12.csv"));
        assertEquals(
                Set.of("openai gpt-5-mini-2025-08-07", "somecloud anthropic/claude-4.5-sonnet-20250929"),
                models("openrouter-activity", "activity.json"));
        assertEquals(Set.of("openai gpt-5.1", "anthropic claude-sonnet-4.5"), models("vercel-json", "days.json"));
        assertEquals(Set.of("databricks null"), models("databricks-csv", "endpoint-usage.csv"));
        assertEquals(Set.of("openai gpt-5.1"), models("databricks-csv", "joined.csv"));
    }

    @Test
    void warnsWhereTheNumbersMayMislead() {
        says("litellm-json", "spend-logs.json", UsageFinding.Severity.WARNING, "answered from the gateway’s own store");
        says("litellm-json", "spend-logs.json", UsageFinding.Severity.INFO, "its own price list");
        says("litellm-json", "writes-left-out.jsonl", UsageFinding.Severity.WARNING, "this version of the gateway");
        says("litellm-daily-json", "tag-spend.json", UsageFinding.Severity.WARNING, "once for each of its tags");
        says("litellm-ui-models", "teams.csv", UsageFinding.Severity.WARNING, "the spend is too high");
        says("langfuse-json", "totals.jsonl", UsageFinding.Severity.WARNING, "the stated total is not the sum");
        says("helicone-csv", "requests.csv", UsageFinding.Severity.WARNING, "Export JSON Lines instead");
        says("openrouter-generations", "2025-12.csv", UsageFinding.Severity.WARNING, "own key of the vendor");
        says("portkey", "logs.jsonl", UsageFinding.Severity.WARNING, "in cents or in whole units");
        says("cloudflare-json", "logs.jsonl", UsageFinding.Severity.WARNING, "read from a vendor’s cache");
        says(
                "databricks-csv",
                "endpoint-usage.csv",
                UsageFinding.Severity.WARNING,
                "Join system.serving.served_entities");
        says("deepseek-answers", "answers.jsonl", UsageFinding.Severity.WARNING, "could not be read");
    }

    private static void says(String format, String file, UsageFinding.Severity severity, String part) {
        Imported.assertSays(Imported.of(format, file), severity, part);
    }

    @Test
    void countsRequestsOfTwoExportsOnce() {
        LedgerView view = Imported.of("litellm-json", "spend-logs.json", "pages.json");
        assertEquals(TRAFFIC, view.totals());
        assertEquals(3, view.files().getLast().duplicates());
    }

    @Test
    void aBillOfRequestsAsRowsLacksNoRequests() {
        LedgerView view = Imported.of("deepseek-amount", "2026-08.csv");
        assertTrue(
                view.findings().stream().noneMatch(f -> f.text().contains("no requests")), view.findings()::toString);
    }
}
