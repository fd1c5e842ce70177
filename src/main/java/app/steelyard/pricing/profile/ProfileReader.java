package app.steelyard.pricing.profile;

import app.steelyard.json.JsonFault;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a profile file, format 1. Strict: whatever is unknown, missing, in the wrong form or contradicts itself is a
 * {@link ProfileProblem}; nothing is guessed and nothing is thrown.
 */
public final class ProfileReader {
    /** The format this reader understands. */
    public static final int FORMAT = 1;

    static final Pattern VENDOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");
    static final Pattern REF = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}/[^\\s\\p{Cntrl}]{1,200}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Texts TEXTS = Texts.of(ProfileReader.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * What came of one file.
     *
     * @param profile null if and only if there are problems
     */
    public record Reading(@Nullable Profile profile, List<ProfileProblem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private ProfileReader() {}

    /**
     * @param file as problems are to name it
     * @param content in UTF-8
     */
    public static Reading read(String file, byte[] content) {
        List<Place.Flaw> flaws = new ArrayList<>();
        JsonNode document = parse(content, flaws);
        Profile profile = document == null ? null : Place.read(document, flaws, ProfileReader::profile);
        if (profile != null && flaws.isEmpty()) {
            flaws.addAll(ProfileSense.flaws(profile));
        }
        List<ProfileProblem> problems = flaws.stream()
                .map(f -> new ProfileProblem(file, f.pointer(), f.reason()))
                .toList();
        return new Reading(problems.isEmpty() ? profile : null, problems);
    }

    /** The document, or null and a flaw. */
    static @Nullable JsonNode parse(byte[] content, List<Place.Flaw> flaws) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            JsonNode document = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (document.isMissingNode()) {
                flaws.add(new Place.Flaw("", TEXTS.get("emptyFile")));
                return null;
            }
            return document;
        } catch (CharacterCodingException e) {
            flaws.add(new Place.Flaw("", TEXTS.get("utf8")));
        } catch (JacksonException e) {
            flaws.add(new Place.Flaw("", TEXTS.get("json", JsonFault.withPlace(e))));
        }
        return null;
    }

    private static Profile profile(Place at) {
        at.note("$schema");
        long format = at.whole("format", 1);
        if (format != FORMAT) {
            throw at.refusal("format", format, FORMAT);
        }
        String vendor = at.matching("vendor", VENDOR, "vendor");
        return new Profile(
                vendor,
                at.text("name"),
                at.flagOr("asPublished", false),
                at.list("models", 0, p -> model(vendor, p)),
                at.list("services", 0, p -> service(vendor, p)),
                at.note("note"));
    }

    private static Model model(String vendor, Place at) {
        String standsFor = at.optionalMatching("standsFor", REF, "ref");
        return new Model(
                new PriceRef(vendor, at.matching("id", ID, "id")),
                at.text("name"),
                at.optionalWhole("contextWindow", 1),
                at.list("rates", 1, ProfileReader::rateCard),
                at.list("cachePolicies", 0, ProfileReader::cachePolicy),
                at.list("tuning", 0, ProfileReader::tuningOffer),
                at.optionalDate("retires"),
                standsFor == null ? null : PriceRef.parse(standsFor),
                at.note("note"));
    }

    private static RateCard rateCard(Place at) {
        return new RateCard(
                at.choice("tier", ServiceTier.class),
                at.validity(),
                currency(at),
                at.object("prices", ProfileReader::tokenPrices),
                at.optionalObject("longContext", ProfileReader::longContext),
                at.flagOr("promotional", false),
                source(at),
                at.note("note"));
    }

    private static TokenPrices tokenPrices(Place at) {
        return new TokenPrices(
                at.price("input"),
                at.optionalPrice("cachedRead"),
                at.list("cacheWrites", 0, p -> new CacheWrite(p.text("lifetime"), p.price("price"))),
                at.optionalPrice("output"));
    }

    private static LongContext longContext(Place at) {
        return new LongContext(
                at.whole("above", 1),
                at.choice("rule", LongContext.Rule.class),
                at.object("prices", ProfileReader::tokenPrices));
    }

    private static CachePolicy cachePolicy(Place at) {
        Long breakpoints = at.optionalWhole("maxBreakpoints", 1);
        return new CachePolicy(
                at.choice("mode", CachePolicy.Mode.class),
                at.validity(),
                at.whole("minimumTokens", 0),
                at.whole("stepTokens", 1),
                breakpoints == null ? null : (int) Math.min(breakpoints, Integer.MAX_VALUE),
                lifetimes(at),
                at.optionalPrice("storagePerMillionTokenHour"),
                at.optionalPrice("requestsPerMinutePerKey"),
                at.flag("inBatch"),
                at.flag("onTunedModels"),
                source(at),
                at.note("note"));
    }

    private static List<CacheLifetime> lifetimes(Place at) {
        List<CacheLifetime> lifetimes = at.list(
                "lifetimes",
                1,
                p -> new CacheLifetime(
                        p.text("name"), p.duration("duration"), p.choice("refresh", CacheLifetime.Refresh.class)));
        if (lifetimes.isEmpty()) {
            throw at.refusal("noLifetime");
        }
        return lifetimes;
    }

    private static TuningOffer tuningOffer(Place at) {
        Validity validity = at.validity();
        String currency = currency(at);
        BigDecimal perTokens = at.optionalPrice("trainingPerMillionTokens");
        BigDecimal perHour = at.optionalPrice("trainingPerHour");
        BigDecimal minimum = at.optionalPrice("minimumPerJob");
        BigDecimal hosting = at.optionalPrice("hostingPerHour");
        BigDecimal storage = at.optionalPrice("storagePerMonth");
        List<RateCard> rates = at.list("rates", 1, ProfileReader::rateCard);
        LocalDate sold = at.optionalDate("soldUntil");
        LocalDate jobs = at.optionalDate("jobsUntil");
        LocalDate inference = at.optionalDate("inferenceUntil");
        return new TuningOffer(
                validity,
                currency,
                perTokens,
                perHour,
                minimum,
                hosting,
                storage,
                rates,
                sold,
                jobs,
                inference,
                source(at),
                at.note("note"));
    }

    private static Service service(String vendor, Place at) {
        return new Service(
                new PriceRef(vendor, at.matching("id", ID, "id")),
                at.text("name"),
                at.choice("type", Service.Type.class),
                at.list("prices", 1, ProfileReader::servicePrice));
    }

    private static ServicePrice servicePrice(Place at) {
        return new ServicePrice(
                at.validity(),
                currency(at),
                at.price("price"),
                at.flagOr("promotional", false),
                source(at),
                at.note("note"));
    }

    private static String currency(Place at) {
        return at.matching("currency", CURRENCY, "currency");
    }

    private static Source source(Place at) {
        return at.object(
                "source",
                p -> new Source(
                        p.text("title"), p.url("url"), p.date("read"), p.choice("confidence", Confidence.class)));
    }
}
