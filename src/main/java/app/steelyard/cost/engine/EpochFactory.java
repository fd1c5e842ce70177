package app.steelyard.cost.engine;

import app.steelyard.cost.column.Survival;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Hours;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.Settlement;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a price on every line of one architecture for one span of months, and says which prices are missing before
 * anything is computed.
 */
final class EpochFactory {
    private static final Texts TEXTS = Texts.of(EpochFactory.class);

    private final Plan plan;
    private final Architecture architecture;
    private final Layout layout;
    private final Quotes quotes;
    private final PriceBook book;
    private final @Nullable Capacity capacity;
    private final Settlement settlement;
    private final Set<String> missing = new LinkedHashSet<>();

    EpochFactory(Plan plan, Architecture architecture, Layout layout, Quotes quotes, PriceBook book) {
        this.plan = plan;
        this.architecture = architecture;
        this.layout = layout;
        this.quotes = quotes;
        this.book = book;
        this.capacity = plan.contract().capacity(architecture.model(plan)).orElse(null);
        this.settlement =
                new Settlement(Agreed.whole(plan, book), plan.inference().tier());
    }

    /** Why no price can be put on a line that is needed; empty where every one can. */
    Set<String> missing() {
        return missing;
    }

    /** The epoch; to be used only where nothing is {@link #missing()} afterwards. */
    Epoch build() {
        boolean tuned = architecture.places(Placement.WEIGHTS);
        Quote<RateCard> card = tuned ? tunedCard() : baseCard();
        Quote<CachePolicy> policy = tuned ? quotes.tunedPolicy() : quotes.basePolicy();
        CacheLifetime lifetime = policy == null || !architecture.places(Placement.CACHED_PREFIX)
                ? null
                : policy.fact()
                        .lifetime(plan.caching().lifetime())
                        .orElse(policy.fact().lifetimes().get(0));
        UnitPrice[] prices = new UnitPrice[layout.slots.size()];
        Epoch.Rate[] rates = new Epoch.Rate[prices.length];
        for (int s = 0; s < prices.length; s++) {
            Layout.Slot slot = layout.slots.get(s);
            prices[s] = price(slot, card, policy, lifetime);
            rates[s] = Epoch.Rate.of(slot.kind(), prices[s], plan.currency());
        }
        CachePolicy rules = lifetime == null || policy == null ? null : policy.fact();
        LongContext longer = card == null ? null : card.fact().longContext();
        return new Epoch(
                quotes,
                prices,
                rates,
                rules != null,
                rules != null && rules.mode() == CachePolicy.Mode.OBJECT,
                lifetime,
                lifetime == null ? null : survival(rules, lifetime),
                effectiveness(rules),
                readDelay(rules),
                card != null
                        && lifetime != null
                        && card.fact().prices().write(lifetime.name()).isPresent(),
                longer == null ? Double.POSITIVE_INFINITY : longer.above(),
                longer != null && longer.rule() == LongContext.Rule.WHOLE_REQUEST,
                rules == null ? 0 : rules.minimumTokens(),
                rules == null ? 1 : rules.stepTokens(),
                breakpoints(rules),
                rules == null || rules.lookBackBlocks() == null || trails(rules)
                        ? Double.POSITIVE_INFINITY
                        : rules.lookBackBlocks(),
                prewarmed(rules, lifetime),
                Epoch.firstTurns(plan, book, lifetime),
                capacity,
                layout.load(capacity),
                settlement.isNeeded() ? settlement.weights(layout.priced(prices, plan, architecture)) : List.of(),
                rules == null || rules.requestsPerMinutePerKey() == null
                        ? Double.POSITIVE_INFINITY
                        : rules.requestsPerMinutePerKey().doubleValue() * 60);
    }

    /** How many the vendor grants, less the one that trails. */
    private int breakpoints(@Nullable CachePolicy rules) {
        return rules == null || rules.maxBreakpoints() == null
                ? Integer.MAX_VALUE
                : rules.maxBreakpoints() - (trails(rules) ? 1 : 0);
    }

    private boolean prewarmed(@Nullable CachePolicy rules, @Nullable CacheLifetime lifetime) {
        return plan.caching().prewarmed()
                && rules != null
                && rules.mode() != CachePolicy.Mode.OBJECT
                && lifetime != null
                && lifetime.refresh() == CacheLifetime.Refresh.ON_HIT;
    }

    /** Whether a second breakpoint stands where the turn before ended; one alone stands at the end. */
    private boolean trails(CachePolicy rules) {
        boolean grows = IntStream.range(0, plan.items().size())
                .anyMatch(i -> plan.items().get(i).growing().grows()
                        && architecture.placements().get(i) == Placement.CACHED_PREFIX);
        return plan.caching().secondBreakpoint()
                && grows
                && rules.maxBreakpoints() != null
                && rules.maxBreakpoints() > 1;
    }

    /** What is left of an entry by the time since its last use: as described, or as it was seen to be. */
    private Survival survival(@Nullable CachePolicy rules, CacheLifetime lifetime) {
        return observed(rules)
                .flatMap(b -> b.of(lifetime))
                .map(s -> Survival.observed(s, lifetime))
                .orElseGet(() -> Survival.within(lifetime));
    }

    private double effectiveness(@Nullable CachePolicy rules) {
        return observed(rules)
                .flatMap(b -> b.effectiveness(plan.caching().keyed()))
                .map(e -> e.p50().doubleValue())
                .orElse(1.0);
    }

    private double readDelay(@Nullable CachePolicy rules) {
        return observed(rules)
                .map(CacheBehaviour::readDelay)
                .map(d -> d.seconds() / 3600.0)
                .orElse(0.0);
    }

    private Optional<CacheBehaviour> observed(@Nullable CachePolicy rules) {
        return plan.caching().behaviour() == Caching.Behaviour.OBSERVED && rules != null
                ? Optional.ofNullable(rules.behaviour())
                : Optional.empty();
    }

    private @Nullable Quote<RateCard> baseCard() {
        PriceRef ref = plan.inference().model();
        if (capacity != null) {
            return quotes.base();
        }
        if (quotes.baseModel() == null) {
            missing.add(Unlisted.model(ref, book).text());
        } else if (quotes.base() == null) {
            missing.add(TEXTS.get("missing.tier", name(quotes.baseModel()), tier()));
        }
        return checked(quotes.base(), quotes.baseModel());
    }

    private @Nullable Quote<RateCard> tunedCard() {
        PriceRef ref = plan.tuning().model();
        if (ref != null && capacity != null) {
            return quotes.tuned();
        }
        if (ref == null) {
            missing.add(TEXTS.get("missing.tuned.none"));
        } else if (quotes.tunedModel() == null) {
            missing.add(Unlisted.model(ref, book).text());
        } else if (quotes.offer() == null) {
            missing.add(TEXTS.get("missing.tuned.offer", name(quotes.tunedModel())));
        } else if (quotes.tuned() == null) {
            missing.add(TEXTS.get("missing.tuned.tier", name(quotes.tunedModel()), tier()));
        } else if (quotes.offer().fact().trainingPerMillionTokens() == null
                && quotes.offer().fact().trainingPerHour() == null) {
            missing.add(TEXTS.get("missing.tuned.training", name(quotes.tunedModel())));
        }
        return checked(quotes.tuned(), quotes.tunedModel());
    }

    private @Nullable Quote<RateCard> checked(@Nullable Quote<RateCard> card, @Nullable Model model) {
        if (card != null
                && model != null
                && card.fact().prices().output() == null
                && plan.traffic().outputTokens() > 0) {
            missing.add(TEXTS.get("missing.output", name(model)));
        }
        return card;
    }

    private UnitPrice price(
            Layout.Slot slot,
            @Nullable Quote<RateCard> card,
            @Nullable Quote<CachePolicy> policy,
            @Nullable CacheLifetime lifetime) {
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
                    OUTPUT -> tokens(slot, card, lifetime);
            case CACHE_STORAGE -> storage(slot, card, policy);
            case EMBED_CORPUS, EMBED_CHANGES, EMBED_QUERIES -> embedding(slot);
            case RERANK -> service(slot, quotes.reranker(), plan.retrieval().reranker());
            case STORE -> service(slot, quotes.store(), plan.retrieval().store());
            case HOSTING -> offered(slot, TuningOffer::hostingPerHour);
            case MODEL_STORAGE -> offered(slot, TuningOffer::storagePerMonth);
            case TRAINING -> offered(slot, TuningOffer::trainingPerMillionTokens);
            case TRAINING_HOURS ->
                quotes.offer() == null && capacity != null
                        ? UnitPrice.stated(capacity.hourly(Hours.PER_MONTH))
                        : offered(slot, TuningOffer::trainingPerHour);
            case CAPACITY -> capacity == null ? none() : UnitPrice.stated(capacity.hourly(Hours.PER_MONTH));
            case TRAINING_MINIMUM -> offered(slot, TuningOffer::minimumPerJob);
            case FAILURE -> UnitPrice.stated(plan.outcome().costOfFailure());
            // What a session costs is known when its usage is.
            case VOLUME_DISCOUNT, CREDIT, COMMITMENT, TAX, REPEATED_SESSION, LABELLING, EVALUATION, ENGINEERING ->
                none();
        };
    }

    private UnitPrice tokens(Layout.Slot slot, @Nullable Quote<RateCard> card, @Nullable CacheLifetime lifetime) {
        if (card == null) {
            return none();
        }
        LongContext longer = card.fact().longContext();
        TokenPrices usual = card.fact().prices();
        TokenPrices prices = slot.longContext() && longer != null ? longer.prices() : usual;
        BigDecimal value = switch (slot.kind()) {
            case CACHE_READ, CACHE_KEEP_ALIVE -> prices.cachedRead() == null ? prices.input() : prices.cachedRead();
            case CACHE_WRITE ->
                lifetime == null
                        ? prices.input()
                        : prices.write(lifetime.name()).orElse(prices.input());
            case OUTPUT -> prices.output() == null ? usual.output() : prices.output();
            default -> prices.input();
        };
        Model model = architecture.places(Placement.WEIGHTS) ? quotes.tunedModel() : quotes.baseModel();
        return unitPrice(slot, value, card.fact().currency(), card, name(model), architecture.model(plan));
    }

    private UnitPrice storage(Layout.Slot slot, @Nullable Quote<RateCard> card, @Nullable Quote<CachePolicy> policy) {
        if (card == null || policy == null) {
            return none();
        }
        return unitPrice(
                slot,
                policy.fact().storagePerMillionTokenHour(),
                card.fact().currency(),
                policy,
                name(quotes.baseModel()),
                architecture.model(plan));
    }

    private UnitPrice embedding(Layout.Slot slot) {
        if (architecture.places(Placement.RETRIEVED) && plan.retrieval().embedding() == null) {
            missing.add(TEXTS.get("missing.embedding"));
        }
        return service(slot, quotes.embedding(), plan.retrieval().embedding());
    }

    private UnitPrice service(Layout.Slot slot, @Nullable Quote<ServicePrice> quote, @Nullable PriceRef ref) {
        if (ref == null || !architecture.places(Placement.RETRIEVED)) {
            return none();
        }
        if (quote == null) {
            missing.add(Unlisted.service(ref, book).text());
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
                : quotes.agreed().share(of, plan.inference().tier(), kind);
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
            missing.add(TEXTS.get("missing.rate", plan.currency()));
            return Double.NaN;
        }
        missing.add(TEXTS.get("missing.exchange", currency, plan.currency()));
        return Double.NaN;
    }

    private String tier() {
        return Names.of(plan.inference().tier());
    }

    private static String name(@Nullable Model model) {
        return model == null ? "" : model.name();
    }
}
