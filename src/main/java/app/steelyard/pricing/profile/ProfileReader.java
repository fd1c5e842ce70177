package app.steelyard.pricing.profile;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Surcharge;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a profile file, format 1. Strict: whatever is unknown, missing, in the wrong form or contradicts itself is a
 * {@link app.steelyard.text.Problem}; nothing is guessed and nothing is thrown.
 */
public final class ProfileReader {
    /** The format this reader understands. */
    public static final int FORMAT = 1;

    static final Pattern VENDOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}]{1,200}");
    static final Pattern REF = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}/[^\\s\\p{Cntrl}]{1,200}");
    private static final Texts TEXTS = Texts.of(ProfileReader.class);
    /** Stands in for a text that cannot be an id, until the profile is refused for it. */
    private static final String SOME = "x";

    private ProfileReader() {}

    /**
     * Reads a profile that was taken from its file already.
     *
     * @param file as problems are to name it
     * @param content in UTF-8
     */
    public static JsonReading<Profile> read(String file, byte[] content) {
        return JsonReader.read(file, content, ProfileReader::profile);
    }

    /** The same of a file on disk. */
    public static JsonReading<Profile> read(Path file) {
        return JsonReader.read(file, ProfileReader::profile);
    }

    /** The profile at hand; null, with problems added, where it is none. */
    public static @Nullable Profile profile(JsonValue at) {
        note(at, "$schema");
        int before = at.problems();
        Optional<JsonValue> stated = at.member("format");
        long format = stated.map(f -> f.whole(1)).orElse(0L);
        if (at.problems() > before) {
            return null;
        }
        if (format != FORMAT) {
            stated.get().refuse(TEXTS.get("format", format, FORMAT));
            return null;
        }
        String vendor = matching(at, "vendor", VENDOR, "vendor");
        List<CacheBehaviour> behaviours = some(at, "cacheBehaviours", ProfileReader::behaviour);
        Profile profile = new Profile(
                vendor,
                at.filled("name"),
                flagOr(at, "asPublished"),
                some(at, "models", m -> model(vendor, behaviours, m)),
                some(at, "services", p -> service(vendor, p)),
                some(at, "surcharges", ProfileReader::surcharge),
                some(at, "fees", ProfileReader::fee),
                note(at, "note"));
        at.done();
        if (at.problems() == before) {
            ProfileSense.check(profile, at);
        }
        return profile;
    }

    private static Model model(String vendor, List<CacheBehaviour> behaviours, JsonValue at) {
        return new Model(
                new PriceRef(vendor, matching(at, "id", ID, "id")),
                at.filled("name"),
                optional(at, "contextWindow", v -> v.whole(1)),
                at.objects("rates", ProfileReader::rateCard),
                some(at, "cachePolicies", p -> cachePolicy(behaviours, p)),
                some(at, "tuning", ProfileReader::tuningOffer),
                optional(at, "retires", JsonValue::date),
                optional(at, "standsFor", v -> {
                    String ref = ProfileForms.matching(v, REF, "ref");
                    return REF.matcher(ref).matches() ? PriceRef.parse(ref) : null;
                }),
                note(at, "note"));
    }

    private static RateCard rateCard(JsonValue at) {
        return new RateCard(
                at.choice("tier", ServiceTier.class),
                ProfileForms.validity(at),
                currency(at),
                tokens(at),
                optional(at, "longContext", l -> l.object(ProfileReader::longContext)),
                flagOr(at, "promotional"),
                source(at),
                note(at, "note"));
    }

    private static TokenPrices tokenPrices(JsonValue at) {
        return new TokenPrices(
                price(at, "input"),
                optional(at, "cachedRead", ProfileForms::price),
                some(at, "cacheWrites", p -> new CacheWrite(p.filled("lifetime"), price(p, "price"))),
                optional(at, "output", ProfileForms::price),
                kinds(at));
    }

    private static KindPrices kinds(JsonValue at) {
        Map<TokenKind, BigDecimal> own = new EnumMap<>(TokenKind.class);
        some(at, "kinds", k -> Map.entry(k.choice("kind", TokenKind.class), price(k, "price")))
                .forEach(k -> {
                    if (own.put(k.getKey(), k.getValue()) != null) {
                        at.refuse(TEXTS.get("kind.twice", Names.word(k.getKey())));
                    }
                });
        return new KindPrices(
                own,
                Set.copyOf(at.optional("asText")
                        .map(l -> l.list(m -> m.choice(Modality.class)))
                        .orElse(List.of())));
    }

    private static Surcharge surcharge(JsonValue at) {
        Modifier modifier = at.choice("modifier", Modifier.class);
        String place = note(at, "place");
        if (place.isBlank() == (modifier == Modifier.PLACE)) {
            at.refuse(TEXTS.get("place"));
        }
        return new Surcharge(
                modifier, place, ids(at), price(at, "factor"), ProfileForms.validity(at), source(at), note(at, "note"));
    }

    private static FeePrice fee(JsonValue at) {
        return new FeePrice(
                at.choice("fee", Fee.class),
                ids(at),
                new ExactMoney(price(at, "price"), currency(at)),
                at.choice("per", Fee.Per.class),
                Objects.requireNonNullElse(optional(at, "freeEachMonth", v -> v.whole(0)), 0L),
                ProfileForms.validity(at),
                source(at),
                note(at, "note"));
    }

    /** The models that something is about; none stands for all. */
    private static List<String> ids(JsonValue at) {
        return at.optional("models")
                .map(l -> l.list(m -> ProfileForms.matching(m, ID, "id")))
                .orElse(List.of());
    }

    private static LongContext longContext(JsonValue at) {
        return new LongContext(whole(at, "above", 1), at.choice("rule", LongContext.Rule.class), tokens(at));
    }

    private static @Nullable CachePolicy cachePolicy(List<CacheBehaviour> behaviours, JsonValue at) {
        CachePolicy.Mode mode = at.choice("mode", CachePolicy.Mode.class);
        Validity validity = ProfileForms.validity(at);
        long minimum = whole(at, "minimumTokens", 0);
        long step = whole(at, "stepTokens", 1);
        Long breakpoints = optional(at, "maxBreakpoints", v -> v.whole(1));
        Integer lookBack = optional(at, "lookBackBlocks", v -> (int) Math.min(v.whole(1), Integer.MAX_VALUE));
        List<CacheLifetime> lifetimes = at.objects("lifetimes", ProfileReader::lifetime);
        BigDecimal storage = optional(at, "storagePerMillionTokenHour", ProfileForms::price);
        BigDecimal requests = optional(at, "requestsPerMinutePerKey", ProfileForms::price);
        boolean inBatch = flag(at, "inBatch");
        boolean onTuned = flag(at, "onTunedModels");
        Source source = source(at);
        String note = note(at, "note");
        return lifetimes.isEmpty()
                ? null
                : new CachePolicy(
                        mode,
                        validity,
                        minimum,
                        step,
                        breakpoints == null ? null : (int) Math.min(breakpoints, Integer.MAX_VALUE),
                        lookBack,
                        lifetimes,
                        storage,
                        requests,
                        inBatch,
                        onTuned,
                        behaviours.stream()
                                .filter(b -> b.mode() == mode)
                                .findFirst()
                                .orElse(null),
                        source,
                        note);
    }

    private static CacheBehaviour behaviour(JsonValue at) {
        return new CacheBehaviour(
                at.choice("mode", CachePolicy.Mode.class),
                optional(at, "alone", e -> e.object(ProfileReader::effectiveness)),
                optional(at, "keyed", e -> e.object(ProfileReader::effectiveness)),
                some(
                        at,
                        "survival",
                        s -> new CacheBehaviour.Survival(
                                s.filled("lifetime"), s.objects("steps", ProfileReader::step))),
                optional(
                        at,
                        "readDelay",
                        d -> d.object(r -> new CacheBehaviour.ReadDelay(whole(r, "seconds", 0), source(r)))),
                source(at));
    }

    private static CacheBehaviour.Effectiveness effectiveness(JsonValue at) {
        BigDecimal p10 = share(at, "p10", BigDecimal.ZERO);
        BigDecimal p50 = share(at, "p50", p10);
        return new CacheBehaviour.Effectiveness(p10, p50, share(at, "p90", p50));
    }

    private static CacheBehaviour.Step step(JsonValue at) {
        return new CacheBehaviour.Step(whole(at, "untilSeconds", 1), share(at, "share", BigDecimal.ZERO));
    }

    /** A number from {@code least} to 1. */
    private static BigDecimal share(JsonValue at, String member, BigDecimal least) {
        Optional<JsonValue> stated = at.member(member);
        BigDecimal value = stated.map(v -> BigDecimal.valueOf(v.number())).orElse(least);
        if (value.compareTo(least) < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            stated.get().refuse(TEXTS.get("share", value, least));
            return least;
        }
        return value;
    }

    private static CacheLifetime lifetime(JsonValue at) {
        return new CacheLifetime(
                at.filled("name"),
                at.member("duration").map(ProfileForms::duration).orElse(Duration.ZERO),
                at.choice("refresh", CacheLifetime.Refresh.class));
    }

    private static TuningOffer tuningOffer(JsonValue at) {
        Validity validity = ProfileForms.validity(at);
        Currency currency = currency(at);
        BigDecimal perTokens = optional(at, "trainingPerMillionTokens", ProfileForms::price);
        BigDecimal perHour = optional(at, "trainingPerHour", ProfileForms::price);
        BigDecimal minimum = optional(at, "minimumPerJob", ProfileForms::price);
        BigDecimal hosting = optional(at, "hostingPerHour", ProfileForms::price);
        BigDecimal storage = optional(at, "storagePerMonth", ProfileForms::price);
        List<RateCard> rates = at.objects("rates", ProfileReader::rateCard);
        LocalDate sold = optional(at, "soldUntil", JsonValue::date);
        LocalDate jobs = optional(at, "jobsUntil", JsonValue::date);
        LocalDate inference = optional(at, "inferenceUntil", JsonValue::date);
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
                note(at, "note"));
    }

    private static Service service(String vendor, JsonValue at) {
        return new Service(
                new PriceRef(vendor, matching(at, "id", ID, "id")),
                at.filled("name"),
                at.choice("type", Service.Type.class),
                at.objects("prices", ProfileReader::servicePrice));
    }

    private static ServicePrice servicePrice(JsonValue at) {
        return new ServicePrice(
                ProfileForms.validity(at),
                new ExactMoney(price(at, "price"), currency(at)),
                flagOr(at, "promotional"),
                source(at),
                note(at, "note"));
    }

    private static Currency currency(JsonValue at) {
        return at.member("currency").map(ProfileForms::currency).orElse(Currency.USD);
    }

    static Source source(JsonValue at) {
        return at.member("source")
                .map(s -> s.object(p -> new Source(
                        p.filled("title"),
                        p.member("url").map(ProfileForms::url).orElse(ProfileForms.NOWHERE),
                        p.date("read"),
                        p.choice("confidence", Confidence.class))))
                .orElse(new Source("", ProfileForms.NOWHERE, LocalDate.EPOCH, Confidence.LOW));
    }

    private static TokenPrices tokens(JsonValue at) {
        return at.member("prices")
                .map(p -> p.object(ProfileReader::tokenPrices))
                .orElse(new TokenPrices(BigDecimal.ZERO, null, List.of(), null));
    }

    // Members in the types and forms of profiles; null is as good as leaving out what may be left out.

    private static <T> @Nullable T optional(JsonValue at, String key, Function<JsonValue, @Nullable T> reader) {
        return at.given(key).map(reader).orElse(null);
    }

    private static <T> List<T> some(JsonValue at, String key, Function<JsonValue, @Nullable T> reader) {
        return at.optional(key).map(l -> l.<T>list(o -> o.object(reader))).orElse(List.of());
    }

    private static String note(JsonValue at, String key) {
        return at.given(key).map(JsonValue::text).orElse("");
    }

    private static String matching(JsonValue at, String key, Pattern pattern, String expected) {
        return at.member(key)
                .map(v -> ProfileForms.matching(v, pattern, expected))
                .filter(text -> pattern.matcher(text).matches())
                .orElse(SOME);
    }

    private static BigDecimal price(JsonValue at, String key) {
        return at.member(key).map(ProfileForms::price).orElse(BigDecimal.ZERO);
    }

    private static long whole(JsonValue at, String key, long least) {
        return at.member(key).map(v -> v.whole(least)).orElse(least);
    }

    private static boolean flag(JsonValue at, String key) {
        return at.member(key).map(JsonValue::flag).orElse(false);
    }

    private static boolean flagOr(JsonValue at, String key) {
        return at.optional(key).map(JsonValue::flag).orElse(false);
    }
}
