package app.steelyard.app.plan;

import app.steelyard.plan.Inference;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the price book offers to choose from, with its prices on the plan's day. */
public record PriceChoices(PriceBook book, Inference inference) {
    private static final Texts TEXTS = Texts.of(PriceChoices.class);
    /** Months; whoever begins with a model wants it for longer. */
    private static final int SOON = 3;

    /**
     * One thing to choose.
     *
     * @param price null for "none"
     * @param detail its prices, as told beside the title
     * @param marks what to beware of, as short words
     */
    public record Offer(@Nullable PriceRef price, String title, String detail, List<String> marks) {}

    /**
     * One region in which requests can be served alone.
     *
     * @param name as price profiles call it; null for none
     * @param detail what it costs more
     */
    public record Region(@Nullable String name, String title, String detail, List<String> marks) {}

    /** Those that the vendor sells the base model in, at a price that is known. */
    public List<Region> regions() {
        return book.surcharges(inference.model(), inference.pricesAsOf()).stream()
                .filter(q -> q.fact().modifier() == Modifier.PLACE)
                .map(q -> new Region(
                        q.fact().place(),
                        q.fact().place(),
                        TEXTS.get(
                                "region.factor", Numbers.value(q.fact().factor().doubleValue())),
                        List.of()))
                .toList();
    }

    /** The region of that name, or none. */
    public Region region(@Nullable String name) {
        return name == null
                ? new Region(null, TEXTS.get("region.none"), "", List.of())
                : regions().stream()
                        .filter(r -> name.equals(r.name()))
                        .findFirst()
                        .orElseGet(() -> new Region(name, name, "", List.of(TEXTS.get("region.unpriced"))));
    }

    /**
     * All models, the newest first: a profile lists each vendor's with the newest last. Behind are those that end soon, those
     * with prices of another time, a publication's examples, the retired ones, and those without a price at the
     * plan's service tier.
     */
    public List<Offer> models() {
        List<Model> all = book.models();
        List<String> vendors = book.profiles().stream().map(Profile::vendor).toList();
        return all.stream()
                .sorted(Comparator.comparingInt(this::group)
                        .thenComparing(PriceChoices::since, Comparator.reverseOrder())
                        .thenComparingInt(m -> vendors.indexOf(m.ref().vendor()))
                        .thenComparing(
                                Comparator.<Model>comparingInt(all::indexOf).reversed()))
                .map(m -> model(m.ref()))
                .toList();
    }

    private int group(Model model) {
        Quote<RateCard> rates = rates(model).orElse(null);
        if (rates == null) {
            return 5;
        }
        if (retired(model)) {
            return 4;
        }
        if (rates.marks().contains(PriceMark.AS_PUBLISHED)) {
            return 3;
        }
        boolean otherDay = Stream.of(PriceMark.EXPIRED, PriceMark.STALE, PriceMark.NOT_YET_VALID)
                .anyMatch(rates.marks()::contains);
        return otherDay ? 2 : endsSoon(model) ? 1 : 0;
    }

    private boolean endsSoon(Model model) {
        LocalDate retires = model.retires();
        return retires != null && !retires.isAfter(inference.pricesAsOf().plusMonths(SOON));
    }

    private boolean retired(Model model) {
        LocalDate retires = model.retires();
        return retires != null && !retires.isAfter(inference.pricesAsOf());
    }

    /** The first day on which it is known to have had a price. */
    private static LocalDate since(Model model) {
        return model.rates().stream()
                .map(r -> r.validity().from())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** The models that can be tuned, those still sold first, and none. */
    public List<Offer> tunable() {
        List<Offer> offers = new ArrayList<>();
        offers.add(tuned(null));
        List<Model> tunable =
                book.models().stream().filter(m -> !m.tuning().isEmpty()).toList();
        tunable.stream().filter(m -> !closed(m.ref())).forEach(m -> offers.add(tuned(m.ref())));
        tunable.stream().filter(m -> closed(m.ref())).forEach(m -> offers.add(tuned(m.ref())));
        return offers;
    }

    /** The services of some types, and none. */
    public List<Offer> services(Set<Service.Type> types) {
        List<Offer> offers = new ArrayList<>();
        offers.add(service(null));
        book.services().stream().filter(s -> types.contains(s.type())).forEach(s -> offers.add(service(s.ref())));
        return offers;
    }

    public Offer model(PriceRef ref) {
        Optional<Model> model = book.model(ref);
        if (model.isEmpty()) {
            return new Offer(ref, ref.toString(), "", List.of(TEXTS.get("price.unknown")));
        }
        List<String> marks = new ArrayList<>();
        Optional<Quote<RateCard>> rates = rates(model.get());
        if (rates.isEmpty()) {
            marks.add(TEXTS.get("price.noTier", Names.of(inference.tier())));
        }
        rates.ifPresent(q -> marks.addAll(marks(q.marks())));
        if (retired(model.get())) {
            marks.add(TEXTS.get("price.retired"));
        }
        return new Offer(
                ref,
                vendor(ref) + " · " + model.get().name(),
                rates.map(q -> tokens(q.fact())).orElse(""),
                marks);
    }

    public Offer tuned(@Nullable PriceRef ref) {
        if (ref == null) {
            return new Offer(null, TEXTS.get("tuning.none"), "", List.of());
        }
        Offer base = model(ref);
        Optional<Quote<TuningOffer>> offer = book.tuning(ref, inference.pricesAsOf());
        List<String> marks = new ArrayList<>();
        if (offer.isEmpty()) {
            marks.add(TEXTS.get("tuning.notOffered"));
        } else if (closed(ref)) {
            marks.add(TEXTS.get("tuning.closed"));
        }
        String training = offer.map(q -> training(q.fact())).orElse("");
        return new Offer(ref, base.title(), training, marks);
    }

    public Offer service(@Nullable PriceRef ref) {
        if (ref == null) {
            return new Offer(null, TEXTS.get("service.none"), "", List.of());
        }
        Optional<Service> service = book.service(ref);
        if (service.isEmpty()) {
            return new Offer(ref, ref.toString(), "", List.of(TEXTS.get("price.unknown")));
        }
        Optional<Quote<ServicePrice>> price = book.servicePrice(ref, inference.pricesAsOf());
        return new Offer(
                ref,
                vendor(ref) + " · " + service.get().name(),
                price.map(q -> TEXTS.get(
                                "service.price." + service.get().type(),
                                q.fact().price().asMoney().price()))
                        .orElse(""),
                price.map(q -> marks(q.marks())).orElse(List.of(TEXTS.get("price.unknown"))));
    }

    private boolean closed(PriceRef ref) {
        LocalDate day = inference.pricesAsOf();
        return book.tuning(ref, day)
                .filter(q -> Stream.of(q.fact().soldUntil(), q.fact().jobsUntil())
                        .anyMatch(d -> d != null && !d.isAfter(day)))
                .isPresent();
    }

    private Optional<Quote<RateCard>> rates(Model model) {
        return book.rates(model.ref(), inference.tier(), inference.pricesAsOf());
    }

    private String vendor(PriceRef ref) {
        return book.profiles().stream()
                .filter(p -> p.vendor().equals(ref.vendor()))
                .map(Profile::name)
                .findFirst()
                .orElse(ref.vendor());
    }

    private static String tokens(RateCard card) {
        BigDecimal output = card.prices().output();
        String input = card.currency().of(card.prices().input().doubleValue()).price();
        return output == null
                ? TEXTS.get("price.input", input)
                : TEXTS.get(
                        "price.tokens",
                        input,
                        card.currency().of(output.doubleValue()).price());
    }

    private static String training(TuningOffer offer) {
        BigDecimal perToken = offer.trainingPerMillionTokens();
        BigDecimal perHour = offer.trainingPerHour();
        if (perToken != null) {
            return TEXTS.get(
                    "tuning.perToken",
                    offer.currency().of(perToken.doubleValue()).price());
        }
        return perHour == null
                ? ""
                : TEXTS.get(
                        "tuning.perHour",
                        offer.currency().of(perHour.doubleValue()).price());
    }

    private static List<String> marks(Set<PriceMark> marks) {
        return marks.stream().sorted().map(Names::of).toList();
    }
}
