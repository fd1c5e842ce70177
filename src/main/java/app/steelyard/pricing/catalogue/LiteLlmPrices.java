package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads LiteLLM's model_prices_and_context_window: one object, a member for each model, prices in dollars per token, the
 * service tiers and the prices of long prompts by the end of a member's name.
 */
final class LiteLlmPrices {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Of the modes, those that are paid by the token of a text. */
    private static final Set<String> MODES =
            Set.of("chat", "completion", "responses", "embedding", "rerank", "audio_speech");

    private static final Pattern LONG = Pattern.compile("input_cost_per_token_above_(\\d{1,6})k_tokens");
    /** What it puts before an id beside the vendor. */
    private static final Pattern SEGMENTS = Pattern.compile("^(?:bedrock/|accounts/fireworks/models/)");

    private static final String AZURE = "azure-openai";
    private static final List<String> ZONES = List.of("us/", "eu/");

    private static final Map<ServiceTier, String> TIERS = Map.of(
            ServiceTier.STANDARD, "",
            ServiceTier.BATCH, "_batches",
            ServiceTier.FLEX, "_flex",
            ServiceTier.PRIORITY, "_priority");

    private static final Map<TokenKind, String> KINDS = Map.of(
            TokenKind.AUDIO_INPUT, "input_cost_per_audio_token",
            TokenKind.AUDIO_CACHED_INPUT, "cache_read_input_audio_token_cost",
            TokenKind.AUDIO_OUTPUT, "output_cost_per_audio_token",
            TokenKind.IMAGE_INPUT, "input_cost_per_image_token",
            TokenKind.IMAGE_OUTPUT, "output_cost_per_image_token",
            TokenKind.VIDEO_OUTPUT, "output_cost_per_video_token");

    private final Source source;
    private final List<Listed> listed = new ArrayList<>();
    private int left;

    private LiteLlmPrices(Source source) {
        this.source = source;
    }

    static boolean is(JsonNode root) {
        return root.isObject()
                && root.propertyStream().anyMatch(p -> p.getValue().has("litellm_provider"));
    }

    static Snapshot read(JsonNode root, Source source) {
        LiteLlmPrices reader = new LiteLlmPrices(source);
        root.propertyStream()
                .filter(p -> !p.getKey().equals("sample_spec"))
                .forEach(p -> reader.model(p.getKey(), p.getValue()));
        return new Snapshot(source, reader.worldwide(), reader.left);
    }

    /** Some of Azure's bare ids stand at the price of a data zone, which is not that of the whole world. */
    private List<Listed> worldwide() {
        Map<PriceRef, BigDecimal> inputs = new HashMap<>();
        listed.forEach(l -> inputs.putIfAbsent(l.ref(), l.card().prices().input()));
        return listed.stream()
                .filter(l -> !l.ref().vendor().equals(AZURE)
                        || ZONES.stream()
                                .map(z -> inputs.get(
                                        new PriceRef(AZURE, z + l.ref().id())))
                                .noneMatch(p -> p != null && p.compareTo(inputs.get(l.ref())) == 0))
                .toList();
    }

    private void model(String key, JsonNode at) {
        String provider = at.path("litellm_provider").asString("");
        int before = listed.size();
        String id = id(key, provider);
        if (Sanity.names(provider, id) && MODES.contains(at.path("mode").asString(""))) {
            String vendor = Channels.vendor(provider);
            Long window = Sanity.window(at.path("max_input_tokens"));
            for (ServiceTier tier : ServiceTier.values()) {
                String end = TIERS.get(tier);
                if (end != null) {
                    card(tier, end, at)
                            .ifPresent(c -> listed.add(new Listed(new PriceRef(vendor, id), id, window, c, List.of())));
                }
            }
        }
        if (listed.size() == before) {
            left++;
        }
    }

    /** Its keys begin with the vendor, but for those that were there first. */
    private static String id(String key, String provider) {
        String head = provider.startsWith("vertex_ai") ? "vertex_ai/" : provider + "/";
        String id = key.startsWith(head) ? key.substring(head.length()) : key;
        return SEGMENTS.matcher(id).replaceFirst("");
    }

    private Optional<RateCard> card(ServiceTier tier, String end, JsonNode at) {
        return tokens(at, end, "")
                .map(base -> new RateCard(
                        tier,
                        new Validity(Catalogue.ALWAYS, null),
                        Currency.USD,
                        base,
                        tier == ServiceTier.STANDARD ? longer(at) : null,
                        false,
                        source,
                        ""));
    }

    private static @Nullable LongContext longer(JsonNode at) {
        return at.propertyStream()
                .map(p -> LONG.matcher(p.getKey()))
                .filter(Matcher::matches)
                .map(m -> Integer.valueOf(m.group(1)))
                .min(Integer::compare)
                .flatMap(k -> tokens(at, "", "_above_" + k + "k_tokens")
                        .map(p -> new LongContext(k * 1000L, LongContext.Rule.WHOLE_REQUEST, p)))
                .orElse(null);
    }

    private static Optional<TokenPrices> tokens(JsonNode at, String tier, String above) {
        List<CacheWrite> writes = new ArrayList<>();
        BigDecimal usual = price(at, "cache_creation_input_token_cost", above, tier);
        if (usual != null) {
            writes.add(new CacheWrite(CacheWrite.USUAL, usual));
        }
        BigDecimal hour = price(at, "cache_creation_input_token_cost_above_1hr", above, tier);
        if (hour != null) {
            writes.add(new CacheWrite(Catalogue.HOUR_WRITE, hour));
        }
        return Sanity.of(
                false,
                price(at, "input_cost_per_token", above, tier),
                price(at, "cache_read_input_token_cost", above, tier),
                writes,
                price(at, "output_cost_per_token", above, tier),
                kinds(at, tier, above));
    }

    private static KindPrices kinds(JsonNode at, String tier, String above) {
        Map<TokenKind, BigDecimal> own = new EnumMap<>(TokenKind.class);
        KINDS.forEach((kind, member) -> {
            BigDecimal price = price(at, member, above, tier);
            if (price != null) {
                own.put(kind, price);
            }
        });
        return Sanity.of(own);
    }

    private static @Nullable BigDecimal price(JsonNode at, String member, String above, String tier) {
        BigDecimal price = Sanity.number(at.path(member + above + tier));
        return price == null ? null : Sanity.scaled(price, MILLION);
    }
}
