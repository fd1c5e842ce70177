package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.catalogue.Resolution.IdRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ways of serving that an id or the words behind it name, with the factor of all prices. (Anthropic and OpenAI on fast
 * modes, Microsoft on data zones, Google on regions; read 2026-09-23.)
 *
 * @param id what remains of the id
 * @param rule by which the factor came in
 */
record ServedId(String id, IdRule rule, BigDecimal factor) {
    private record Mode(Pattern words, Pattern models, IdRule rule, BigDecimal factor) {}

    private static final String FAST = "(.+?)(?: ?\\(fast(?: mode)?\\)(?: \\(preview\\))?| speed=fast|-fast)";

    /** How hard it is to think, which stands between model and mode and costs nothing. */
    private static final String EFFORT = "(?:[-:](?:none|minimal|low|medium|high|xhigh|max|thinking))*";

    private static final String VERTEX = "projects/[^/]+/locations/(?!global/)[^/]+/publishers/[a-z-]+/models/(.+)";

    /** Azure's data zones, as LiteLLM writes them. */
    private static final Pattern ZONE = Pattern.compile("(?:us|eu)/(.+)");

    private static final List<Mode> MODES = List.of(
            mode(FAST, opus("4[-.][67]"), IdRule.FAST, "6"),
            mode(FAST, opus("(?:4[-.]8|5|5[-.]5)"), IdRule.FAST, "2"),
            mode(FAST, "gpt-5\\.6-sol" + EFFORT, IdRule.FAST, "2"),
            mode(FAST, "gpt-5\\.5" + EFFORT, IdRule.FAST, "2.5"),
            mode(VERTEX, "claude-(?:opus|sonnet|haiku)-(?:4-[5-9]|[5-9]).*|claude-fable.*", IdRule.REGION, "1.1"),
            mode(VERTEX, "claude-(?:3|opus-4|sonnet-4).*|gemini-[12]\\..*", IdRule.REGION, "1"),
            mode("(.+?) \\(DataZone(?:Standard)?\\)", ".+", IdRule.REGION, "1.1"),
            mode("(.+?) \\((?:Global(?:Standard)?|Standard|preview)\\)", ".+", IdRule.REGION, "1"));

    /** What {@code id} names beside the model; empty where it names nothing known. */
    static Optional<ServedId> of(@Nullable String vendor, String id) {
        Matcher zone = ZONE.matcher(id);
        if ("azure-openai".equals(vendor) && zone.matches()) {
            return Optional.of(new ServedId(zone.group(1), IdRule.REGION, new BigDecimal("1.1")));
        }
        for (Mode mode : MODES) {
            var words = mode.words.matcher(id);
            if (words.matches()
                    && mode.models
                            .matcher(words.group(1).toLowerCase(Locale.ROOT))
                            .matches()) {
                return Optional.of(new ServedId(words.group(1), mode.rule, mode.factor));
            }
        }
        return Optional.empty();
    }

    private static String opus(String version) {
        return "claude(?:[- ]opus[- ]" + version + "|-" + version + "-opus)" + EFFORT;
    }

    private static Mode mode(String words, String models, IdRule rule, String factor) {
        return new Mode(
                Pattern.compile(words, Pattern.CASE_INSENSITIVE),
                Pattern.compile(models),
                rule,
                new BigDecimal(factor));
    }
}
