package app.steelyard.app.plan;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.CapacityOffer;
import app.steelyard.pricing.contract.CapacityOffer.Term;
import app.steelyard.pricing.contract.CapacityOffer.Throughput;
import app.steelyard.pricing.profile.CapacityReader;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An offer of capacity for a model of a plan, for one term.
 *
 * @param model the plan's, whoever sells it by the token
 */
public record OfferedCapacity(CapacityOffer offer, Throughput takes, Term term, PriceRef model) {
    private static final Texts TEXTS = Texts.of(OfferedCapacity.class);

    /** All offers that fit the plan's models, its base model first. */
    public static List<OfferedCapacity> of(Plan plan) {
        return Stream.of(plan.inference().model(), plan.tuning().model())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(m -> of(m).stream())
                .toList();
    }

    /** The offers of a model. */
    public static List<OfferedCapacity> of(PriceRef model) {
        List<OfferedCapacity> all = new ArrayList<>();
        for (CapacityOffer offer : CapacityReader.shipped()) {
            offer.of(model)
                    .ifPresent(
                            takes -> offer.terms().forEach(t -> all.add(new OfferedCapacity(offer, takes, t, model))));
        }
        return all;
    }

    /** By which it is chosen. */
    public String id() {
        return offer.id() + "/" + term.id();
    }

    /** Whether the plan's money is in dollars, or it says what one costs. */
    public static boolean isPriced(Plan plan) {
        return plan.currency().equals(Currency.USD) || plan.finance().exchangeRate() != null;
    }

    /** What a unit costs, in words. */
    public String price() {
        BigDecimal hour = term.perHour();
        BigDecimal amount = hour == null ? Objects.requireNonNullElse(term.perMonth(), BigDecimal.ZERO) : hour;
        return TEXTS.get(
                hour == null ? "offer.month" : "offer.hour",
                new Money(amount.doubleValue(), Currency.USD).price(),
                offer.unit());
    }

    /** For how long, and at which price a unit. */
    public String priced() {
        return TEXTS.get("offer.priced", price(), TEXTS.get("offer.term." + term.id()));
    }

    /** The offer in one line. */
    public String line() {
        return TEXTS.get("offer.line", offer.seller(), offer.name(), priced());
    }

    /** Where it was read and what is to be known of it. */
    public String provenance() {
        return TEXTS.get(
                "offer.source",
                offer.source().title(),
                offer.source().read(),
                Names.of(offer.source().confidence()),
                offer.note());
    }

    /** The plan with it, at what is reached at worst where that is a range. */
    public Plan take(Plan plan) {
        return with(plan, offer.reached().doubleValue());
    }

    private Plan with(Plan plan, double share) {
        ExchangeRate rate = plan.finance().exchangeRate();
        double perDollar = plan.currency().equals(Currency.USD) || rate == null ? 1 : rate.perUsd();
        Contract contract = plan.contract();
        String from = TEXTS.get(
                "offer.from",
                offer.seller(),
                offer.name(),
                term.id(),
                offer.source().title(),
                offer.source().read());
        Capacity taken = offer.capacity(model, takes, term, share, perDollar, from);
        // What the plan says of its own peaks and adapters stays.
        Capacity kept = contract.capacity(model).map(c -> keeping(taken, c)).orElse(taken);
        return plan.withContract(contract.withCapacity(Stream.concat(
                        contract.capacity().stream().filter(c -> !c.model().equals(model)), Stream.of(kept))
                .toList()));
    }

    private static Capacity keeping(Capacity taken, Capacity before) {
        return new Capacity(
                taken.model(),
                taken.unit(),
                taken.perHour(),
                taken.perMonth(),
                taken.tokensPerMinute(),
                taken.outputWeight(),
                taken.cachedWeight(),
                taken.writeWeight(),
                taken.minimumUnits(),
                taken.step(),
                taken.termMonths(),
                before.peakFactor(),
                before.adapters(),
                before.adapterOverhead(),
                before.cacheMinutes(),
                taken.source());
    }

    /** What it comes to in the first month of a design that uses the model, today's if it does; empty where none does. */
    public Optional<CapacityUse> use(Plan plan, PriceBook book) {
        return use(with(plan, offer.reached().doubleValue()), model, book);
    }

    /** The same where all of the throughput is reached. */
    public Optional<CapacityUse> best(Plan plan, PriceBook book) {
        return use(with(plan, 1), model, book);
    }

    private static Optional<CapacityUse> use(Plan plan, PriceRef model, PriceBook book) {
        Comparison comparison = Comparison.of(plan, book);
        return Stream.concat(Stream.of(comparison.baseline()), comparison.evaluations().stream())
                .flatMap(e -> e instanceof Evaluation.Priced p ? Stream.ofNullable(p.capacity()) : Stream.empty())
                .filter(u -> u.capacity().model().equals(model))
                .findFirst();
    }

    /** Units in words, from best to worst where that is a range. */
    public static String units(double best, double worst) {
        String most = Numbers.count(worst);
        return best == worst ? most : TEXTS.get("offer.range", Numbers.count(best), most);
    }
}
