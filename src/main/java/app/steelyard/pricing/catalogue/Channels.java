package app.steelyard.pricing.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who sells a model: what public price data calls a vendor, and whose model a bare id is. */
final class Channels {
    /** Names that differ from ours; all others are taken as they are. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("aws", "bedrock"),
            Map.entry("bedrock_converse", "bedrock"),
            Map.entry("amazon_nova", "amazon"),
            Map.entry("amazon-bedrock", "bedrock"),
            Map.entry("azure", "azure-openai"),
            Map.entry("google-vertex", "vertex"),
            Map.entry("togetherai", "together"),
            Map.entry("vertex-ai", "vertex"),
            Map.entry("mistral-ai", "mistral"),
            Map.entry("azure_text", "azure-openai"),
            Map.entry("x-ai", "xai"),
            Map.entry("moonshotai", "moonshot"),
            Map.entry("voyageai", "voyage"),
            Map.entry("gemini", "google"),
            Map.entry("cohere_chat", "cohere"),
            Map.entry("text-completion-openai", "openai"),
            Map.entry("together_ai", "together"),
            Map.entry("together-ai", "together"),
            Map.entry("fireworks_ai", "fireworks"),
            Map.entry("fireworks-ai", "fireworks"),
            Map.entry("fireworks_ai-embedding-models", "fireworks"));

    private record Family(Pattern ids, String maker) {}

    /** Whose own price list speaks for a bare id. */
    private static final List<Family> FAMILIES = List.of(
            family(
                    "(gpt(?!-oss)|chatgpt|o[134](-|$)|text-embedding-(3|ada)|davinci|babbage|codex|computer-use).*",
                    "openai"),
            family("claude.*", "anthropic"),
            family("(gemini|gemma|learnlm).*", "google"),
            family("deepseek-(chat|reasoner|v4).*", "deepseek"),
            family("grok.*", "xai"),
            family("(mistral|ministral|codestral|magistral|devstral|pixtral|voxtral|open-mi).*", "mistral"),
            family("(kimi|moonshot)-.*", "moonshot"),
            family("(command|embed|rerank)-.*", "cohere"),
            family("voyage-.*", "voyage"),
            family("sonar.*", "perplexity"),
            family("glm-.*", "zai"),
            family("minimax-.*", "minimax"));

    private Channels() {}

    /** Our id of a vendor that public price data names so. */
    static String vendor(String named) {
        String name = named.toLowerCase(Locale.ROOT);
        if (name.startsWith("vertex_ai")) {
            return "vertex";
        }
        return IDS.getOrDefault(name, name.replace('_', '-'));
    }

    /** Who makes the model of that bare id; empty where the id does not tell it. */
    static Optional<String> maker(String id) {
        String name = id.toLowerCase(Locale.ROOT);
        return FAMILIES.stream()
                .filter(f -> f.ids.matcher(name).matches())
                .map(Family::maker)
                .findFirst();
    }

    private static Family family(String ids, String maker) {
        return new Family(Pattern.compile(ids), maker);
    }
}
