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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the data set genai-prices: a list of vendors, each with its models; prices in dollars per million tokens, a long
 * prompt's as tiers of the whole request, changes as a list with the first day of each.
 */
final class GenaiPrices {
    /** Its tiers start behind a limit; some are written as the last token before it. */
    private static final long ROUND = 1000;

    private static final List<String> PARTS = List.of("equals", "starts_with", "ends_with", "contains");
    private static final Pattern ID = Pattern.compile("\\S{2,}");

    private final Source source;
    private final List<Listed> listed = new ArrayList<>();
    private int left;

    private GenaiPrices(Source source) {
        this.source = source;
    }

    static boolean is(JsonNode root) {
        return root.isArray() && root.path(0).has("models") && root.path(0).has("id");
    }

    static Snapshot read(JsonNode root, Source source) {
        GenaiPrices reader = new GenaiPrices(source);
        root.forEach(vendor -> vendor.path("models")
                .forEach(m -> reader.model(vendor.path("id").asString(""), m)));
        return new Snapshot(source, reader.listed, reader.left);
    }

    private void model(String vendor, JsonNode model) {
        String id = model.path("id").asString("");
        if (!Sanity.names(vendor, id)) {
            left++;
            return;
        }
        PriceRef ref = new PriceRef(Channels.vendor(vendor), id);
        String name = model.path("name").asString(id);
        Long window = Sanity.window(model.path("context_window"));
        List<String> aliases =
                same(model.path("match")).filter(a -> !a.equals(id)).distinct().toList();
        List<JsonNode> dated = new ArrayList<>();
        List<JsonNode> dear = new ArrayList<>();
        JsonNode prices = model.path("prices");
        (prices.isArray() ? prices.valueStream() : Stream.of(model))
                .forEach(p -> (p.path("constraint").has("start_time") ? dear : dated).add(p));
        int before = listed.size();
        for (int i = 0; i < dated.size(); i++) {
            LocalDate to = i + 1 < dated.size() ? from(dated.get(i + 1)) : null;
            LocalDate from = from(dated.get(i));
            if (to == null || to.isAfter(from)) {
                card(
                                id,
                                ServiceTier.STANDARD,
                                new Validity(from, to),
                                dated.get(i).path("prices"))
                        .ifPresent(c -> listed.add(new Listed(ref, name, window, c, aliases)));
            }
        }
        if (!dear.isEmpty() && !dated.isEmpty()) {
            card(
                            id,
                            ServiceTier.PEAK,
                            new Validity(from(dated.getLast()), null),
                            dear.get(0).path("prices"))
                    .ifPresent(c -> listed.add(new Listed(ref, name, window, c, aliases)));
        }
        if (listed.size() == before) {
            left++;
        }
    }

    /** The first day of a price; one that has always held began before any log. */
    private static LocalDate from(JsonNode dated) {
        try {
            return LocalDate.parse(dated.path("constraint").path("start_date").asString(""));
        } catch (DateTimeParseException e) {
            return Catalogue.ALWAYS;
        }
    }

    /** Ids of the same model: whatever a rule says of an id's part holds of an id that is just that part. */
    private static Stream<String> same(JsonNode match) {
        return Stream.concat(
                PARTS.stream()
                        .map(p -> match.path(p).asString(""))
                        .filter(t -> ID.matcher(t).matches()),
                match.path("or").valueStream().flatMap(GenaiPrices::same));
    }

    private static final Map<TokenKind, String> KINDS = Map.of(
            TokenKind.AUDIO_INPUT, "input_audio_mtok",
            TokenKind.AUDIO_CACHED_INPUT, "cache_audio_read_mtok",
            TokenKind.AUDIO_OUTPUT, "output_audio_mtok",
            TokenKind.IMAGE_INPUT, "input_image_mtok",
            TokenKind.IMAGE_CACHED_INPUT, "cache_image_read_mtok",
            TokenKind.IMAGE_OUTPUT, "output_image_mtok",
            TokenKind.VIDEO_INPUT, "input_video_mtok",
            TokenKind.VIDEO_OUTPUT, "output_video_mtok");

    private Optional<RateCard> card(String id, ServiceTier tier, Validity validity, JsonNode at) {
        JsonNode tiers = at.path("input_mtok").path("tiers");
        boolean free = id.endsWith(":free") && !at.has("input_mtok");
        return tokens(free, at, -1)
                .map(base -> new RateCard(
                        tier,
                        validity,
                        Currency.USD,
                        base,
                        tiers.isEmpty()
                                ? null
                                : tokens(false, at, 0)
                                        .map(p -> new LongContext(
                                                above(tiers.path(0).path("start")), LongContext.Rule.WHOLE_REQUEST, p))
                                        .orElse(null),
                        false,
                        source,
                        ""));
    }

    private static long above(JsonNode limit) {
        Long stated = Sanity.window(limit);
        long start = stated == null ? 1 : stated;
        return (start + ROUND / 2) / ROUND * ROUND;
    }

    private static Optional<TokenPrices> tokens(boolean free, JsonNode at, int tier) {
        List<CacheWrite> writes = new ArrayList<>();
        BigDecimal usual = price(at.path("cache_write_mtok"), tier);
        if (usual != null) {
            writes.add(new CacheWrite(CacheWrite.USUAL, usual));
        }
        BigDecimal hour = price(at.path("cache_write_1h_mtok"), tier);
        if (hour != null) {
            writes.add(new CacheWrite(Catalogue.HOUR_WRITE, hour));
        }
        return Sanity.of(
                free,
                price(at.path("input_mtok"), tier),
                price(at.path("cache_read_mtok"), tier),
                writes,
                price(at.path("output_mtok"), tier),
                kinds(at, tier));
    }

    private static KindPrices kinds(JsonNode at, int tier) {
        Map<TokenKind, BigDecimal> own = new EnumMap<>(TokenKind.class);
        KINDS.forEach((kind, member) -> {
            BigDecimal price = price(at.path(member), tier);
            if (price != null) {
                own.put(kind, price);
            }
        });
        return Sanity.of(own);
    }

    /** @param tier −1 for the usual price */
    private static @Nullable BigDecimal price(JsonNode at, int tier) {
        JsonNode price = at.isObject()
                ? tier < 0 ? at.path("base") : at.path("tiers").path(tier).path("price")
                : at;
        return Sanity.number(price);
    }
}
