package app.steelyard;

import app.steelyard.plan.Caching;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
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
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small plans and price books for tests, with prices written where they are used. */
public final class Fixtures {
    public static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    public static final Source SOURCE =
            new Source("a test", URI.create("https://example.org/prices"), LocalDate.of(2026, 1, 31), Confidence.HIGH);
    public static final Validity ALWAYS = new Validity(LocalDate.of(2020, 1, 1), null);

    private Fixtures() {}

    /** One shared item of information of {@code tokens} tokens, no output, no growth, one year, dollars. */
    public static Plan plan(double tokens, double requests) {
        return new Plan(
                "Test",
                List.of(item("context", tokens, Kind.INFORMATION, Scope.SHARED, 0)),
                new Traffic(requests, 0, 0, 24, 1, 1, 1, 0),
                new Inference(PriceRef.parse("test/base"), ServiceTier.STANDARD, DAY),
                new Caching(null, null, null, 0),
                new Tuning(PriceRef.parse("test/base"), 0, 1, 1, 0, 0, 0, 0, 0, 0),
                new Retrieval(PriceRef.parse("test/embedding"), null, null, 2500, 0.1, 0),
                Finance.inDollars(4000));
    }

    public static ContextItem item(String id, double tokens, Kind kind, Scope scope, double changes) {
        return new ContextItem(id, id, tokens, kind, scope, changes, Placement.PLAIN_PROMPT);
    }

    public static Plan withTraffic(Plan plan, double tenants, double activeHours, double activeShare, double output) {
        Traffic t = plan.traffic();
        return plan.withTraffic(new Traffic(
                t.requestsPerMonth(),
                output,
                t.growthPerMonth(),
                activeHours,
                activeShare,
                tenants,
                t.users(),
                t.retryRate()));
    }

    /** The model {@code test/base}. */
    public static ModelBuilder model() {
        return new ModelBuilder();
    }

    /** The models of one vendor each, with services of {@code test}. */
    public static PriceBook book(ModelBuilder... models) {
        Service embedding = new Service(
                PriceRef.parse("test/embedding"),
                "Embedding",
                Service.Type.EMBEDDING,
                List.of(new ServicePrice(
                        ALWAYS, new ExactMoney(new BigDecimal("0.02"), Currency.USD), false, SOURCE, "")));
        Service reranker = new Service(
                PriceRef.parse("test/rerank"),
                "Reranker",
                Service.Type.RERANK,
                List.of(new ServicePrice(
                        ALWAYS, new ExactMoney(new BigDecimal("2"), Currency.USD), false, SOURCE, "")));
        List<Profile> profiles = new ArrayList<>();
        List<Model> built = Stream.of(models).map(ModelBuilder::build).toList();
        for (String vendor :
                built.stream().map(m -> m.ref().vendor()).distinct().toList()) {
            profiles.add(new Profile(
                    vendor,
                    vendor.equals("test") ? "Test" : vendor,
                    false,
                    built.stream().filter(m -> m.ref().vendor().equals(vendor)).toList(),
                    vendor.equals("test") ? List.of(embedding, reranker) : List.of(),
                    Stream.of(models).flatMap(m -> m.surcharges.stream()).toList(),
                    Stream.of(models).flatMap(m -> m.fees.stream()).toList(),
                    ""));
        }
        return new PriceBook(profiles, List.of());
    }

    /** Builds the one model of a test's price book; prices in US dollars per 1M tokens. */
    public static final class ModelBuilder {
        private PriceRef ref = PriceRef.parse("test/base");
        private final List<RateCard> cards = new ArrayList<>();
        private final List<CacheWrite> writes = new ArrayList<>();
        private final List<CacheLifetime> lifetimes = new ArrayList<>();
        private CachePolicy.Mode mode = CachePolicy.Mode.AUTOMATIC;
        private long minimum;
        private long step = 1;
        private @Nullable Integer breakpoints;
        private @Nullable Integer lookBack;
        private @Nullable BigDecimal storage;
        private @Nullable BigDecimal keyLimit;
        private @Nullable CacheBehaviour behaviour;
        private boolean cached = true;
        private boolean inBatch = true;
        private KindPrices kinds = KindPrices.NONE;
        private final List<Surcharge> surcharges = new ArrayList<>();
        private final List<FeePrice> fees = new ArrayList<>();
        private @Nullable LongContext longContext;
        private @Nullable Long window;
        private @Nullable TuningOffer tuning;

        /** Another than {@code test/base}. */
        public ModelBuilder called(String vendorAndId) {
            ref = PriceRef.parse(vendorAndId);
            return this;
        }

        public ModelBuilder write(String lifetime, String price) {
            writes.add(new CacheWrite(lifetime, new BigDecimal(price)));
            return this;
        }

        public ModelBuilder lifetime(String name, Duration duration, CacheLifetime.Refresh refresh) {
            lifetimes.add(new CacheLifetime(name, duration, refresh));
            return this;
        }

        public ModelBuilder minimum(long minimumTokens, long stepTokens) {
            minimum = minimumTokens;
            step = stepTokens;
            return this;
        }

        public ModelBuilder breakpoints(int count) {
            breakpoints = count;
            return this;
        }

        public ModelBuilder lookBack(int blocks) {
            lookBack = blocks;
            return this;
        }

        public ModelBuilder object(String storagePerMillionTokenHour) {
            mode = CachePolicy.Mode.OBJECT;
            storage = new BigDecimal(storagePerMillionTokenHour);
            return this;
        }

        /** Found of what should be found, where no key is named: one system in ten less than the first, and so on. */
        public ModelBuilder seen(String p10, String p50, String p90) {
            behaviour = new CacheBehaviour(
                    CachePolicy.Mode.AUTOMATIC,
                    new CacheBehaviour.Effectiveness(new BigDecimal(p10), new BigDecimal(p50), new BigDecimal(p90)),
                    null,
                    List.of(),
                    null,
                    SOURCE);
            return this;
        }

        public ModelBuilder keyLimit(String requestsPerMinute) {
            keyLimit = new BigDecimal(requestsPerMinute);
            return this;
        }

        /** Batch requests look into no cache. */
        public ModelBuilder notInBatch() {
            inBatch = false;
            return this;
        }

        /** Of tokens that are not text, in all price lists that are added from now on. */
        public ModelBuilder kinds(Map<TokenKind, BigDecimal> prices) {
            kinds = new KindPrices(prices, Set.of());
            return this;
        }

        public ModelBuilder tier(ServiceTier tier, String input, @Nullable String read, @Nullable String output) {
            RateCard usual = card(tokenPrices(input, read, output), ALWAYS);
            cards.add(new RateCard(tier, ALWAYS, Currency.USD, usual.prices(), usual.longContext(), false, SOURCE, ""));
            return this;
        }

        public ModelBuilder surcharge(Modifier modifier, String place, String factor) {
            surcharges.add(new Surcharge(modifier, place, List.of("base"), new BigDecimal(factor), ALWAYS, SOURCE, ""));
            return this;
        }

        public ModelBuilder fee(Fee fee, String price, Fee.Per per, long free) {
            fees.add(new FeePrice(
                    fee,
                    List.of(),
                    new ExactMoney(new BigDecimal(price), Currency.USD),
                    per,
                    free,
                    ALWAYS,
                    SOURCE,
                    ""));
            return this;
        }

        public ModelBuilder uncached() {
            cached = false;
            return this;
        }

        public ModelBuilder longContext(
                long above, LongContext.Rule rule, String input, @Nullable String read, String output) {
            longContext = new LongContext(above, rule, tokenPrices(input, read, output));
            return this;
        }

        public ModelBuilder prices(String input, @Nullable String read, @Nullable String output, Validity validity) {
            cards.add(card(tokenPrices(input, read, output), validity));
            return this;
        }

        /** The most input tokens of a request. */
        public ModelBuilder window(long tokens) {
            window = tokens;
            return this;
        }

        /** Other prices from a day on, on which those before end. */
        public ModelBuilder reprice(Validity validity, String input, String read, String output) {
            cards.replaceAll(c -> new RateCard(
                    c.tier(),
                    new Validity(c.validity().from(), validity.from()),
                    c.currency(),
                    c.prices(),
                    c.longContext(),
                    c.promotional(),
                    c.source(),
                    c.note()));
            return prices(input, read, output, validity);
        }

        public ModelBuilder prices(String input, @Nullable String read, @Nullable String output) {
            return prices(input, read, output, ALWAYS);
        }

        public ModelBuilder tuning(
                String training, @Nullable String minimumJob, @Nullable String hosting, String... inputReadOutput) {
            tuning = new TuningOffer(
                    ALWAYS,
                    Currency.USD,
                    new BigDecimal(training),
                    null,
                    minimumJob == null ? null : new BigDecimal(minimumJob),
                    hosting == null ? null : new BigDecimal(hosting),
                    null,
                    List.of(new RateCard(
                            ServiceTier.STANDARD,
                            ALWAYS,
                            Currency.USD,
                            new TokenPrices(
                                    new BigDecimal(inputReadOutput[0]),
                                    new BigDecimal(inputReadOutput[1]),
                                    List.of(),
                                    new BigDecimal(inputReadOutput[2])),
                            null,
                            false,
                            SOURCE,
                            "")),
                    null,
                    null,
                    null,
                    SOURCE,
                    "");
            return this;
        }

        private RateCard card(TokenPrices prices, Validity validity) {
            return new RateCard(ServiceTier.STANDARD, validity, Currency.USD, prices, longContext, false, SOURCE, "");
        }

        private TokenPrices tokenPrices(String input, @Nullable String read, @Nullable String output) {
            return new TokenPrices(
                    new BigDecimal(input),
                    read == null ? null : new BigDecimal(read),
                    writes,
                    output == null ? null : new BigDecimal(output),
                    kinds);
        }

        private Model build() {
            if (lifetimes.isEmpty()) {
                lifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT);
            }
            CachePolicy policy = new CachePolicy(
                    mode,
                    ALWAYS,
                    minimum,
                    step,
                    breakpoints,
                    lookBack,
                    lifetimes,
                    storage,
                    keyLimit,
                    inBatch,
                    true,
                    behaviour,
                    SOURCE,
                    "");
            return new Model(
                    ref,
                    "Test model",
                    window,
                    cards,
                    cached ? List.of(policy) : List.of(),
                    tuning == null ? List.of() : List.of(tuning),
                    null,
                    null,
                    "");
        }
    }
}
