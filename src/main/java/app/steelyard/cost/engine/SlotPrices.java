package app.steelyard.cost.engine;

import app.steelyard.cost.bill.BesideText;
import app.steelyard.cost.bill.MediaLine;
import app.steelyard.cost.bill.PriceGaps;
import app.steelyard.cost.bill.Use;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Hours;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The price of each line of one architecture on one day, from what was looked up. */
final class SlotPrices {
    private static final Texts TEXTS = Texts.of(SlotPrices.class);

    private final Plan plan;
    private final Architecture architecture;
    private final Quotes quotes;
    private final PriceBook book;
    private final @Nullable Capacity capacity;
    private final @Nullable Quote<RateCard> usual;
    private final @Nullable Quote<CachePolicy> policy;
    private final @Nullable CacheLifetime lifetime;
    private final PriceGaps gaps;
    private final BesideText beside;

    /**
     * @param usual the price list of what is served as usual; null where capacity is paid and none is known
     * @param lifetime null where nothing is cached
     * @param gaps where what is missing is told
     */
    SlotPrices(
            Plan plan,
            Architecture architecture,
            Quotes quotes,
            PriceBook book,
            @Nullable Capacity capacity,
            @Nullable Quote<RateCard> usual,
            @Nullable Quote<CachePolicy> policy,
            @Nullable CacheLifetime lifetime,
            PriceGaps gaps) {
        this.plan = plan;
        this.architecture = architecture;
        this.quotes = quotes;
        this.book = book;
        this.capacity = capacity;
        this.usual = usual;
        this.policy = policy;
        this.lifetime = lifetime;
        this.gaps = gaps;
        this.beside = quotes.beside(architecture);
    }

    UnitPrice price(Layout.Slot slot) {
        PlanField stated = slot.kind().stated();
        if (stated != null) {
            return UnitPrice.stated(stated.get(plan));
        }
        return switch (slot.kind()) {
            case PLAIN_INPUT,
                    CACHE_MISS,
                    RETRIEVED_INPUT,
                    CACHE_INGEST,
                    CACHE_READ,
                    CACHE_KEEP_ALIVE,
                    CACHE_WRITE,
                    OUTPUT -> tokens(slot);
            case AUDIO_INPUT,
                    AUDIO_READ,
                    AUDIO_OUTPUT,
                    IMAGE_INPUT,
                    IMAGE_READ,
                    IMAGE_OUTPUT,
                    VIDEO_INPUT,
                    VIDEO_READ,
                    VIDEO_OUTPUT -> media(slot);
            case WEB_SEARCH, GROUNDING, FILE_SEARCH, TOOL_CALL, CODE_SESSION, CONTAINER -> used(slot);
            case CACHE_STORAGE -> storage(slot);
            case EMBED_CORPUS, EMBED_CHANGES, EMBED_QUERIES -> embedding(slot);
            case RERANK -> service(slot, quotes.reranker(), plan.retrieval().reranker());
            case STORE -> service(slot, quotes.store(), plan.retrieval().store());
            case HOSTING -> offered(slot, TuningOffer::hostingPerHour);
            case MODEL_STORAGE -> offered(slot, TuningOffer::storagePerMonth);
            case TRAINING -> offered(slot, TuningOffer::trainingPerMillionTokens);
            case TRAINING_HOURS ->
                quotes.offer() == null && capacity != null
                        ? hours(capacity)
                        : offered(slot, TuningOffer::trainingPerHour);
            case CAPACITY -> capacity == null ? none() : hours(capacity);
            case TRAINING_MINIMUM -> offered(slot, TuningOffer::minimumPerJob);
            case FAILURE -> UnitPrice.stated(plan.outcome().costOfFailure());
            // What a session costs is known when its usage is.
            case VOLUME_DISCOUNT, CREDIT, COMMITMENT, TAX, REPEATED_SESSION, LABELLING, EVALUATION, ENGINEERING ->
                none();
        };
    }

    /** The price list of requests that are served so. */
    private @Nullable Quote<RateCard> served(Layout.Slot slot) {
        return slot.way() == null ? usual : beside.rates().get(slot.way());
    }

    private UnitPrice hours(Capacity paid) {
        if (Assumed.marked(Objects.requireNonNullElse(paid.source(), ""))) {
            gaps.missing(TEXTS.get("missing.capacity", paid.model()));
        }
        return UnitPrice.stated(paid.hourly(Hours.PER_MONTH));
    }

    private UnitPrice media(Layout.Slot slot) {
        Quote<RateCard> card = served(slot);
        MediaLine media = MediaLine.of(slot.kind()).orElseThrow();
        if (card == null) {
            return none();
        }
        LongContext longer = card.fact().longContext();
        Optional<BigDecimal> price = media.price(card.fact().prices());
        Optional<BigDecimal> value = slot.longContext() && longer != null
                ? media.price(longer.prices()).or(() -> price)
                : price;
        String owner = architecture.places(Placement.WEIGHTS) ? name(quotes.tunedModel()) : name(quotes.baseModel());
        boolean taken = slot.way() == null || PlanField.served(slot.way()).get(plan) > 0;
        if (value.isEmpty() && taken && capacity == null) {
            gaps.unpriced(media.field(), TEXTS.get("missing.media", owner, Names.of(slot.kind())));
        }
        return unitPrice(slot, value.orElse(null), card.fact().currency(), card, owner, architecture.model(plan));
    }

    /** As the plan states it, or else as listed. */
    private UnitPrice used(Layout.Slot slot) {
        double own = Use.of(slot.kind()).orElseThrow().price().get(plan);
        return Double.isNaN(own) ? listed(slot) : UnitPrice.stated(own);
    }

    private UnitPrice listed(Layout.Slot slot) {
        Use use = Use.of(slot.kind()).orElseThrow();
        Quote<FeePrice> listed = beside.fees().get(use);
        PriceRef of = architecture.model(plan);
        return listed == null || of == null
                ? none()
                : unitPrice(
                        slot, use.listed(listed.fact()), listed.fact().price().currency(), listed, of.vendor(), of);
    }

    /** The price of a line as a function of the plan's numbers. */
    Epoch.Rate rate(Layout.Slot slot, UnitPrice price) {
        Optional<Use> use = Use.of(slot.kind());
        if (use.isEmpty()) {
            return Epoch.Rate.of(slot.kind(), price, plan.currency());
        }
        PlanField own = use.get().price();
        Epoch.Rate list = Epoch.Rate.of(slot.kind(), listed(slot), plan.currency());
        return x -> x.get(own).known().choose(x.get(own), list.in(x));
    }

    private UnitPrice tokens(Layout.Slot slot) {
        Quote<RateCard> card = served(slot);
        if (card == null) {
            return none();
        }
        LongContext longer = card.fact().longContext();
        TokenPrices listed = card.fact().prices();
        TokenPrices prices = slot.longContext() && longer != null ? longer.prices() : listed;
        BigDecimal value = switch (slot.kind()) {
            case CACHE_READ, CACHE_KEEP_ALIVE -> prices.cachedRead() == null ? prices.input() : prices.cachedRead();
            case CACHE_WRITE ->
                lifetime == null
                        ? prices.input()
                        : prices.write(lifetime.name()).orElse(prices.input());
            case OUTPUT -> prices.output() == null ? listed.output() : prices.output();
            default -> prices.input();
        };
        Model model = architecture.places(Placement.WEIGHTS) ? quotes.tunedModel() : quotes.baseModel();
        return unitPrice(slot, value, card.fact().currency(), card, name(model), architecture.model(plan));
    }

    private UnitPrice storage(Layout.Slot slot) {
        if (usual == null || policy == null) {
            return none();
        }
        return unitPrice(
                slot,
                policy.fact().storagePerMillionTokenHour(),
                usual.fact().currency(),
                policy,
                name(quotes.baseModel()),
                architecture.model(plan));
    }

    private UnitPrice embedding(Layout.Slot slot) {
        if (architecture.places(Placement.RETRIEVED) && plan.retrieval().embedding() == null) {
            gaps.missing(TEXTS.get("missing.embedding"));
        }
        return service(slot, quotes.embedding(), plan.retrieval().embedding());
    }

    private UnitPrice service(Layout.Slot slot, @Nullable Quote<ServicePrice> quote, @Nullable PriceRef ref) {
        if (ref == null || !architecture.places(Placement.RETRIEVED)) {
            return none();
        }
        if (quote == null) {
            gaps.missing(Unlisted.service(ref, book).text());
            return none();
        }
        return unitPrice(
                slot, quote.fact().price().value(), quote.fact().price().currency(), quote, ref.toString(), ref);
    }

    private interface OfferPrice {
        @Nullable
        BigDecimal of(TuningOffer offer);
    }

    private UnitPrice offered(Layout.Slot slot, OfferPrice price) {
        Quote<TuningOffer> offer = quotes.offer();
        return offer == null || !architecture.places(Placement.WEIGHTS)
                ? none()
                : unitPrice(
                        slot,
                        price.of(offer.fact()),
                        offer.fact().currency(),
                        offer,
                        name(quotes.tunedModel()),
                        plan.tuning().model());
    }

    private UnitPrice unitPrice(
            Layout.Slot slot,
            @Nullable BigDecimal value,
            Currency currency,
            Quote<? extends Dated> quote,
            String owner,
            @Nullable PriceRef of) {
        double exchange = exchange(currency);
        BigDecimal share = share(slot, of);
        BigDecimal paid = value == null ? null : value.multiply(share);
        return new UnitPrice(
                paid == null ? 0 : paid.doubleValue() * exchange,
                value == null ? null : new ExactMoney(value, currency),
                paid == null || share.compareTo(BigDecimal.ONE) == 0 ? null : new ExactMoney(paid, currency),
                exchange,
                quote.fact().source(),
                quote.fact().validity(),
                quote.marks(),
                owner,
                quote.fact().note());
    }

    /** What is paid of a list price. */
    private BigDecimal share(Layout.Slot slot, @Nullable PriceRef of) {
        PriceKind kind = slot.kind().priced();
        return of == null || kind == null
                ? BigDecimal.ONE
                : quotes.agreed()
                        .share(of, beside.tier(slot.way(), plan.inference().tier()), kind);
    }

    /** Stands for a price that no quantity will ever meet. */
    private static UnitPrice none() {
        return new UnitPrice(0, null, null, 1, null, null, Set.of(), "", "");
    }

    private double exchange(Currency currency) {
        ExchangeRate rate = plan.finance().exchangeRate();
        if (currency.equals(plan.currency())) {
            return 1;
        }
        if (currency.equals(Currency.USD) && rate != null) {
            return rate.perUsd();
        }
        if (currency.equals(Currency.USD)) {
            gaps.missing(TEXTS.get("missing.rate", plan.currency()));
            return Double.NaN;
        }
        gaps.missing(TEXTS.get("missing.exchange", currency, plan.currency()));
        return Double.NaN;
    }

    private static String name(@Nullable Model model) {
        return model == null ? "" : model.name();
    }
}
