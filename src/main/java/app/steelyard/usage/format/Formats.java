package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Head;
import java.util.List;
import java.util.Optional;

/** Every format there is, in the order in which they are asked: the more particular first. */
public final class Formats {
    private static final Texts TEXTS = Texts.of(Formats.class);
    private static final List<Format> ALL = List.of(
            new LiteLlm.Csv(),
            new LiteLlm.Lines(),
            new LiteLlmDaily.Csv(),
            new LiteLlmDaily.Lines(),
            new LiteLlmActivity.ByModel(),
            new LiteLlmActivity.Whole(),
            new Langfuse.Csv(),
            new Langfuse.Lines(),
            new Helicone.Lines(),
            new Helicone.Csv(),
            new OpenRouter.Generations(),
            new OpenRouter.Sums(),
            new OpenRouter.Activity(),
            new OpenRouter.Generation(),
            new OtlpTraces(),
            new PhoenixSpans(),
            new Portkey(),
            new DeepSeek.Amounts(),
            new DeepSeek.Costs(),
            new DeepSeek.Answers(),
            new AnthropicConsoleTokens(),
            new AnthropicConsoleCost(),
            new AnthropicCostReport(),
            new AnthropicUsageReport(),
            new ClaudeCodeLog(),
            new CodexLog(),
            new OpenAiUsageCsv(),
            new OpenAiCostCsv(),
            new OpenAiUsage(),
            new OpenAiCosts(),
            new OpenAiFineTuning(),
            // Answers come last, for logs of gateways may hold them.
            new OpenAiAnswers(),
            new AnthropicAnswers(),
            new GeminiAnswers());

    private Formats() {}

    public static List<Format> all() {
        return ALL;
    }

    /** The first that knows the content as its own. */
    public static Optional<Format> of(Head head) {
        return ALL.stream().filter(f -> f.recognise(head).isPresent()).findFirst();
    }

    /** What {@code format} takes the content for, in words. */
    public static String variant(Format format, Head head) {
        return TEXTS.get(format.recognise(head).orElse(format.id()));
    }

    public static Optional<Format> byId(String id) {
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
