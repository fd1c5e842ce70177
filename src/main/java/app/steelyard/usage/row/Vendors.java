package app.steelyard.usage.row;

import app.steelyard.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose model it is, by the names that gateways have for vendors. A vendor known to the prices gets its id there; an
 * unknown one keeps its own name in lower case. Where a gateway names no vendor, the model's own name tells: a
 * {@code claude-…} is Anthropic's.
 */
public final class Vendors {
    /** Where no vendor can be told. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s._-]+");

    /** Without separators, as in {@code azure.ai.openai}, {@code azure_openai} and {@code Azure OpenAI}. */
    private static final Map<String, String> IDS = ids(Map.ofEntries(
            Map.entry("openai", "openai textcompletionopenai"),
            Map.entry("azure-openai", "azure azureopenai azuretext azaiopenai azureaiopenai"),
            Map.entry("anthropic", "anthropic anthropictext"),
            Map.entry("bedrock", "bedrock bedrockconverse awsbedrock amazonbedrock aws amazon"),
            Map.entry(
                    "google",
                    "google gemini googlegenai vertexai vertexaibeta gcpgemini gcpgenai gcpvertexai googleaistudio"
                            + " googlevertex googlevertexai googleai"),
            Map.entry("deepseek", "deepseek"),
            Map.entry("mistral", "mistral mistralai"),
            Map.entry("xai", "xai"),
            Map.entry("cohere", "cohere coherechat"),
            Map.entry("groq", "groq"),
            Map.entry("moonshot", "moonshot moonshotai"),
            Map.entry("voyage", "voyage voyageai")));

    private record Family(Pattern names, String vendor) {}

    /** Bedrock's own ids come first, as they hold the maker's name. */
    private static final List<Family> FAMILIES = List.of(
            family("([a-z]+\\.)?(anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen)\\..*", "bedrock"),
            family("(gpt|chatgpt|o[134](-|$)|ft:gpt|text-embedding|davinci|codex).*", "openai"),
            family("claude.*", "anthropic"),
            family("(gemini|gemma).*", "google"),
            family("deepseek.*", "deepseek"),
            family("grok.*", "xai"),
            family("(mistral|ministral|codestral|magistral|devstral|pixtral|voxtral).*", "mistral"),
            family("kimi-.*", "moonshot"),
            family("sonar.*", "perplexity"),
            family("glm-.*", "zai"),
            family("minimax-.*", "minimax"),
            family("command-.*", "cohere"));

    private Vendors() {}

    /** The vendor's id as in price references; {@link #UNKNOWN} where the name does not tell it. */
    public static String ofModel(@Nullable String model) {
        if (model == null) {
            return UNKNOWN;
        }
        int slash = model.indexOf('/');
        if (slash > 0) {
            return id(model.substring(0, slash));
        }
        String name = model.toLowerCase(Texts.LOCALE);
        return FAMILIES.stream()
                .filter(f -> f.names.matcher(name).matches())
                .map(Family::vendor)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /**
     * Whose model it is where {@code shape} is the maker in whose way of writing an answer is, which others have taken over:
     * the one that the model's own name tells, if it tells any.
     */
    public static String writing(String shape, @Nullable String model) {
        if (model == null || model.indexOf('/') >= 0) {
            return shape;
        }
        String maker = ofModel(model);
        return maker.equals(UNKNOWN) ? shape : maker;
    }

    /**
     * The vendor that {@code named} means, else the one that {@code model} belongs to.
     *
     * @throws RowProblem if the name can be none
     */
    public static String of(String field, @Nullable String named, @Nullable String model) throws RowProblem {
        String name = CellValues.name(field, named);
        return name == null ? ofModel(model) : id(name);
    }

    /** {@code model} without a leading {@code openai/} that only repeats the row's vendor. */
    public static @Nullable String without(String vendor, @Nullable String model) {
        int slash = model == null ? -1 : model.indexOf('/');
        return model != null
                        && slash > 0
                        && slash < model.length() - 1
                        && id(model.substring(0, slash)).equals(vendor)
                ? model.substring(slash + 1)
                : model;
    }

    private static String id(String name) {
        String lower = name.toLowerCase(Texts.LOCALE);
        return IDS.getOrDefault(SEPARATORS.matcher(lower).replaceAll(""), lower);
    }

    private static Map<String, String> ids(Map<String, String> names) {
        Map<String, String> ids = new HashMap<>();
        names.forEach((id, all) -> {
            for (String name : all.split(" ", -1)) {
                ids.put(name, id);
            }
        });
        return ids;
    }

    private static Family family(String names, String vendor) {
        return new Family(Pattern.compile(names), vendor);
    }
}
