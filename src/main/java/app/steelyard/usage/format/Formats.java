package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import app.steelyard.usage.format.cloud.AwsBill;
import app.steelyard.usage.format.cloud.AzureCosts;
import app.steelyard.usage.format.cloud.AzureMetrics;
import app.steelyard.usage.format.cloud.BedrockBatch;
import app.steelyard.usage.format.cloud.BedrockInvocationLog;
import app.steelyard.usage.format.cloud.BedrockInvocationTable;
import app.steelyard.usage.format.cloud.ConverseAnswers;
import app.steelyard.usage.format.cloud.FocusBill;
import app.steelyard.usage.format.cloud.GoogleBill;
import app.steelyard.usage.format.cloud.SnowflakeCortex;
import app.steelyard.usage.format.gateway.CloudflareGateway;
import app.steelyard.usage.format.gateway.DatabricksUsage;
import app.steelyard.usage.format.gateway.Helicone;
import app.steelyard.usage.format.gateway.Langfuse;
import app.steelyard.usage.format.gateway.LiteLlm;
import app.steelyard.usage.format.gateway.LiteLlmActivity;
import app.steelyard.usage.format.gateway.LiteLlmDaily;
import app.steelyard.usage.format.gateway.OpenRouter;
import app.steelyard.usage.format.gateway.Portkey;
import app.steelyard.usage.format.gateway.VercelReport;
import app.steelyard.usage.format.tool.AgentEvents;
import app.steelyard.usage.format.tool.AgentMetrics;
import app.steelyard.usage.format.tool.ClaudeCodeLog;
import app.steelyard.usage.format.tool.CodexLog;
import app.steelyard.usage.format.tool.CopilotUsage;
import app.steelyard.usage.format.tool.CursorUsage;
import app.steelyard.usage.format.tool.GeminiCliLog;
import app.steelyard.usage.format.tool.OpenCodeMessage;
import app.steelyard.usage.format.trace.AzureTrace;
import app.steelyard.usage.format.trace.BlockTrace;
import app.steelyard.usage.format.trace.BraintrustSpans;
import app.steelyard.usage.format.trace.CacheTesterSession;
import app.steelyard.usage.format.trace.DatadogSpans;
import app.steelyard.usage.format.trace.LangSmithRuns;
import app.steelyard.usage.format.trace.MlflowTraces;
import app.steelyard.usage.format.trace.OtlpTraces;
import app.steelyard.usage.format.trace.PhoenixSpans;
import app.steelyard.usage.format.trace.PostHogEvents;
import app.steelyard.usage.format.trace.TraceLabRounds;
import app.steelyard.usage.format.trace.WeaveCalls;
import app.steelyard.usage.format.vendor.AnthropicAnswers;
import app.steelyard.usage.format.vendor.AnthropicConsoleCost;
import app.steelyard.usage.format.vendor.AnthropicConsoleTokens;
import app.steelyard.usage.format.vendor.AnthropicCostReport;
import app.steelyard.usage.format.vendor.AnthropicUsageReport;
import app.steelyard.usage.format.vendor.ClaudeCodeReport;
import app.steelyard.usage.format.vendor.CohereAnswers;
import app.steelyard.usage.format.vendor.DeepSeek;
import app.steelyard.usage.format.vendor.GeminiAnswers;
import app.steelyard.usage.format.vendor.MistralUsage;
import app.steelyard.usage.format.vendor.OpenAiAnswers;
import app.steelyard.usage.format.vendor.OpenAiCostCsv;
import app.steelyard.usage.format.vendor.OpenAiCosts;
import app.steelyard.usage.format.vendor.OpenAiFineTuning;
import app.steelyard.usage.format.vendor.OpenAiUsage;
import app.steelyard.usage.format.vendor.OpenAiUsageCsv;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.row.Format;
import java.util.List;
import java.util.Optional;

/** Every format there is, in the order in which they are asked: the more particular first. */
public final class Formats {
    private static final Texts TEXTS = Texts.of(Formats.class);
    private static final List<Format> ALL = List.of(
            LiteLlm.CSV,
            LiteLlm.LINES,
            LiteLlmDaily.CSV,
            LiteLlmDaily.LINES,
            LiteLlmActivity.BYMODEL,
            LiteLlmActivity.WHOLE,
            Langfuse.CSV,
            Langfuse.LINES,
            Helicone.LINES,
            Helicone.CSV,
            OpenRouter.GENERATIONS,
            OpenRouter.SUMS,
            OpenRouter.ACTIVITY,
            OpenRouter.GENERATION,
            CloudflareGateway.LINES,
            CloudflareGateway.CSV,
            VercelReport.LINES,
            VercelReport.CSV,
            DatabricksUsage.CSV,
            DatabricksUsage.LINES,
            LangSmithRuns.CSV,
            LangSmithRuns.LINES,
            MlflowTraces.FORMAT,
            WeaveCalls.FORMAT,
            DatadogSpans.FORMAT,
            BraintrustSpans.FORMAT,
            PostHogEvents.LINES,
            PostHogEvents.CSV,
            OtlpTraces.FORMAT,
            AgentEvents.FORMAT,
            AgentMetrics.FORMAT,
            PhoenixSpans.FORMAT,
            Portkey.FORMAT,
            DeepSeek.AMOUNTS,
            DeepSeek.COSTS,
            BedrockBatch.FORMAT,
            BedrockInvocationLog.FORMAT,
            BedrockInvocationTable.FORMAT,
            FocusBill.FORMAT,
            AwsBill.FORMAT,
            AzureCosts.FORMAT,
            AzureMetrics.FORMAT,
            SnowflakeCortex.FORMAT,
            GoogleBill.FORMAT,
            AzureTrace.FORMAT,
            BlockTrace.FORMAT,
            TraceLabRounds.FORMAT,
            CacheTesterSession.FORMAT,
            AnthropicConsoleTokens.FORMAT,
            AnthropicConsoleCost.FORMAT,
            AnthropicCostReport.FORMAT,
            AnthropicUsageReport.FORMAT,
            ClaudeCodeReport.FORMAT,
            CursorUsage.CSV,
            CursorUsage.EVENT,
            CopilotUsage.TOKENS,
            CopilotUsage.PREMIUM,
            MistralUsage.FORMAT,
            GeminiCliLog.FORMAT,
            OpenCodeMessage.LINES,
            OpenCodeMessage.DATABASE,
            ClaudeCodeLog.FORMAT,
            CodexLog.FORMAT,
            OpenAiUsageCsv.FORMAT,
            OpenAiCostCsv.FORMAT,
            OpenAiUsage.FORMAT,
            OpenAiCosts.FORMAT,
            OpenAiFineTuning.FORMAT,
            // Answers come last, for logs of gateways may hold them.
            OpenAiAnswers.FORMAT,
            AnthropicAnswers.FORMAT,
            GeminiAnswers.FORMAT,
            ConverseAnswers.FORMAT,
            CohereAnswers.FORMAT);

    private Formats() {}

    public static List<Format> all() {
        return ALL;
    }

    /** The first that knows the content as its own. */
    public static Optional<Format> of(Head head) {
        return ALL.stream().filter(f -> f.recognise(head).isPresent()).findFirst();
    }

    /** What {@code format} takes the content for, in words; its id where a person named it and nothing else does. */
    public static String variant(Format format, Head head) {
        return format.recognise(head).map(TEXTS::get).orElseGet(() -> name(format));
    }

    /** The format in words. */
    public static String name(Format format) {
        return TEXTS.has(format.id()) ? TEXTS.get(format.id()) : format.id();
    }

    /** Where a table is nearly one of those known here: a sentence that names the columns it lacks. */
    public static Optional<String> nearly(Head head) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (Format format : ALL) {
            List<String> needs = format instanceof Format.OfTable table ? table.needs() : List.of();
            List<String> missing =
                    needs.stream().filter(c -> !head.columns().contains(c)).toList();
            if (!missing.isEmpty() && missing.size() * 2 < needs.size() && missing.size() < fewest) {
                fewest = missing.size();
                best = TEXTS.get("format.nearly", TEXTS.get(format.id()), String.join(", ", missing), missing.size());
            }
        }
        return Optional.ofNullable(best);
    }

    public static Optional<Format> byId(String id) {
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
