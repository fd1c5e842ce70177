package app.steelyard.usage.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whose model a name belongs to. */
public final class Vendors {
    /** Where no vendor can be told. */
    public static final String UNKNOWN = "unknown";

    private static final List<Map.Entry<String, String>> BEGINNINGS = List.of(
            Map.entry("gpt", "openai"),
            Map.entry("chatgpt", "openai"),
            Map.entry("ft:gpt", "openai"),
            Map.entry("o1", "openai"),
            Map.entry("o3", "openai"),
            Map.entry("o4", "openai"),
            Map.entry("text-embedding", "openai"),
            Map.entry("claude", "anthropic"),
            Map.entry("gemini", "google"),
            Map.entry("deepseek", "deepseek"),
            Map.entry("mistral", "mistral"),
            Map.entry("grok", "xai"));

    private Vendors() {}

    /** The vendor's id as in price references; {@link #UNKNOWN} where the name does not tell it. */
    public static String ofModel(@Nullable String model) {
        if (model == null) {
            return UNKNOWN;
        }
        String name = model.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream()
                .filter(b -> name.startsWith(b.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
