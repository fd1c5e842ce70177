package app.steelyard.cost.engine;

import app.steelyard.cost.bill.BesideText;
import app.steelyard.cost.bill.PriceGaps;
import app.steelyard.cost.bill.Use;
import app.steelyard.cost.bill.Ways;
import app.steelyard.cost.column.Survival;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.PriceMotion;
import app.steelyard.cost.terms.Priced;
import app.steelyard.cost.terms.Settlement;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Unlisted;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
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
    private final BesideText beside;
    private final PriceGaps gaps;
    private final PriceMotion motion;
    private final int month;

    EpochFactory(Plan plan, Architecture architecture, Layout layout, Quotes quotes, PriceBook book, int month) {
        this.plan = plan;
        this.architecture = architecture;
        this.layout = layout;
        this.quotes = quotes;
        this.book = book;
        this.gaps = new PriceGaps(plan);
        this.beside = quotes.beside(architecture);
        this.month = month;
        this.motion = new PriceMotion(plan);
        this.capacity = plan.contract().capacity(architecture.model(plan)).orElse(null);
        this.settlement = new Settlement(Agreed.whole(plan, book));
    }

    /** Why no price can be put on a line that is needed; empty where every one can. */
    Set<String> missing() {
        return gaps.missing();
    }

    /** The epoch; to be used only where nothing is {@link #missing()} afterwards. */
    Epoch build() {
        boolean tuned = architecture.places(Placement.WEIGHTS);
        Quote<RateCard> card = tuned ? tunedCard() : baseCard();
        besides();
        Quote<CachePolicy> policy = tuned ? quotes.tunedPolicy() : quotes.basePolicy();
        CacheLifetime lifetime = policy == null || !architecture.places(Placement.CACHED_PREFIX)
                ? null
                : policy.fact()
                        .lifetime(plan.caching().lifetime())
                        .orElse(policy.fact().lifetimes().get(0));
        SlotPrices listed = new SlotPrices(plan, architecture, quotes, book, capacity, card, policy, lifetime, gaps);
        UnitPrice[] prices = new UnitPrice[layout.slots.size()];
        Epoch.Rate[] rates = new Epoch.Rate[prices.length];
        for (int s = 0; s < prices.length; s++) {
            Layout.Slot slot = layout.slots.get(s);
            prices[s] = listed.price(slot);
            rates[s] = listed.rate(slot, prices[s]);
        }
        move(prices, rates);
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
                settlement.isNeeded()
                        ? settlement.weights(layout.priced(prices, plan, architecture, beside))
                        : List.of(),
                rules == null || rules.requestsPerMinutePerKey() == null
                        ? Double.POSITIVE_INFINITY
                        : rules.requestsPerMinutePerKey().doubleValue() * 60,
                new Ways(layout.ways, rules == null || rules.inBatch()),
                gaps.all(),
                beside);
    }

    /** What has no price of how requests are served, of what is no text and of what is used: said where it is taken. */
    private void besides() {
        String owner = architecture.places(Placement.WEIGHTS) ? name(quotes.tunedModel()) : name(quotes.baseModel());
        for (Way way : layout.ways) {
            Quote<RateCard> served = beside.rates().get(way);
            if (served == null
                    || served.fact().prices().output() == null && plan.traffic().outputTokens() > 0) {
                String region = plan.inference().served().region();
                gaps.unpriced(
                        PlanField.served(way),
                        way == Way.REGIONAL && region == null
                                ? TEXTS.get("missing.region")
                                : TEXTS.get("missing.way." + way, owner, region == null ? "" : region));
            }
        }
        for (Use use : layout.uses.keySet()) {
            if (!beside.fees().containsKey(use)) {
                gaps.unpriced(
                        use,
                        TEXTS.get(
                                "missing.use",
                                owner,
                                Names.of(use.line()),
                                use.price().path()));
            }
        }
    }

    /** Makes of what is listed what is expected, and of what is agreed what another row of numbers says of it. */
    private void move(UnitPrice[] prices, Epoch.Rate[] rates) {
        if (!motion.moves() && plan.contract().discounts().isEmpty()) {
            return;
        }
        List<Priced> priced = layout.priced(prices, plan, architecture, beside);
        for (int s = 0; s < prices.length; s++) {
            PriceRef of = priced.get(s).of();
            PriceKind kind = priced.get(s).kind();
            // What the plan itself states of a price stays.
            if (of != null && kind != null && prices[s].listPrice() != null) {
                Epoch.Rate usual = rates[s];
                UnitPrice price = prices[s];
                Epoch.Rate paid = quotes.agreed()
                        .discount(of, priced.get(s).tier(), kind)
                        .flatMap(d -> PlanNumber.PriceNumber.of(plan, d))
                        .map(off -> Epoch.Rate.less(usual, price, off, plan))
                        .orElse(usual);
                rates[s] = Epoch.Rate.moved(paid, motion, of.vendor(), month);
                prices[s] = price.times(motion.at(of.vendor(), month));
            }
        }
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
            gaps.missing(Unlisted.model(ref, book).text());
        } else if (quotes.base() == null) {
            gaps.missing(TEXTS.get("missing.tier", name(quotes.baseModel()), tier()));
        }
        return checked(quotes.base(), quotes.baseModel());
    }

    private @Nullable Quote<RateCard> tunedCard() {
        PriceRef ref = plan.tuning().model();
        if (ref != null && capacity != null) {
            return quotes.tuned();
        }
        if (ref == null) {
            gaps.missing(TEXTS.get("missing.tuned.none"));
        } else if (quotes.tunedModel() == null) {
            gaps.missing(Unlisted.model(ref, book).text());
        } else if (quotes.offer() == null) {
            gaps.missing(TEXTS.get("missing.tuned.offer", name(quotes.tunedModel())));
        } else if (quotes.tuned() == null) {
            gaps.missing(TEXTS.get("missing.tuned.tier", name(quotes.tunedModel()), tier()));
        } else if (quotes.offer().fact().trainingPerMillionTokens() == null
                && quotes.offer().fact().trainingPerHour() == null) {
            gaps.missing(TEXTS.get("missing.tuned.training", name(quotes.tunedModel())));
        }
        return checked(quotes.tuned(), quotes.tunedModel());
    }

    private @Nullable Quote<RateCard> checked(@Nullable Quote<RateCard> card, @Nullable Model model) {
        if (card != null
                && model != null
                && card.fact().prices().output() == null
                && plan.traffic().outputTokens() > 0) {
            gaps.missing(TEXTS.get("missing.output", name(model)));
        }
        return card;
    }

    private String tier() {
        return Names.of(plan.inference().tier());
    }

    private static String name(@Nullable Model model) {
        return model == null ? "" : model.name();
    }
}
