package app.steelyard.cost.bill;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Way;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServedPrice;
import app.steelyard.pricing.Surcharge;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.kind.Modifiers.Speed;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one model costs on a day beside text at the usual price, of what a plan speaks of.
 *
 * @param rates by way of serving; none where the price is not known
 * @param fees by what is used; likewise
 */
public record BesideText(Map<Way, Quote<RateCard>> rates, Map<Use, Quote<FeePrice>> fees) {
    /** Nothing is spoken of. */
    public static final BesideText NONE = new BesideText(Map.of(), Map.of());

    private static final Texts TEXTS = Texts.of(BesideText.class);

    public BesideText {
        rates = Map.copyOf(rates);
        fees = Map.copyOf(fees);
    }

    /** @param tuned whether it is a model tuned on that one */
    public static BesideText of(Plan plan, @Nullable PriceRef ref, boolean tuned, PriceBook book, LocalDate day) {
        List<Way> ways = Ways.stated(plan);
        List<Use> uses = Use.stated(plan);
        if (ref == null || ways.isEmpty() && uses.isEmpty()) {
            return NONE;
        }
        Map<Way, Quote<RateCard>> rates = new EnumMap<>(Way.class);
        for (Way way : ways) {
            rates(plan, ref, tuned, way, book, day).ifPresent(q -> rates.put(way, q));
        }
        Map<Use, Quote<FeePrice>> fees = new EnumMap<>(Use.class);
        for (Use use : uses) {
            Fee fee = use.fee();
            if (fee != null) {
                book.fee(ref, fee, day).ifPresent(q -> fees.put(use, q));
            }
        }
        return new BesideText(rates, fees);
    }

    private static Optional<Quote<RateCard>> rates(
            Plan plan, PriceRef ref, boolean tuned, Way way, PriceBook book, LocalDate day) {
        ServiceTier usual = plan.inference().tier();
        String region = Objects.requireNonNullElse(plan.inference().served().region(), "");
        if (way == Way.REGIONAL && region.isEmpty()) {
            return Optional.empty();
        }
        Modifiers served = switch (way) {
            case BATCH -> at(ServiceTier.BATCH);
            case FLEX -> at(ServiceTier.FLEX);
            case PRIORITY -> at(ServiceTier.PRIORITY);
            case PEAK -> at(ServiceTier.PEAK);
            case FAST -> new Modifiers(usual, Speed.FAST, "", false, "");
            case REGIONAL -> at(usual).at(region);
        };
        if (!(ServedPrice.of(book, ref, tuned, BigDecimal.ONE, served, day) instanceof ServedPrice.Known known)) {
            return Optional.empty();
        }
        Optional<Quote<Surcharge>> factor = switch (way) {
            case FAST -> book.surcharge(ref, Modifier.FAST, "", day);
            case REGIONAL -> book.surcharge(ref, Modifier.PLACE, served.place(), day);
            case BATCH, FLEX, PRIORITY, PEAK -> Optional.empty();
        };
        return Optional.of(new Quote<>(
                factor.map(f -> said(known.card(), f.fact())).orElse(known.card()), known.marks()));
    }

    private static Modifiers at(ServiceTier tier) {
        return new Modifiers(tier, Speed.STANDARD, "", false, "");
    }

    /** The card, saying by which factor it is another than the list. */
    private static RateCard said(RateCard card, Surcharge factor) {
        String note = TEXTS.get(
                "served.factor",
                Numbers.value(factor.factor().doubleValue()),
                factor.source().title(),
                factor.source().read(),
                factor.source().url());
        return new RateCard(
                card.tier(),
                card.validity(),
                card.currency(),
                card.prices(),
                card.longContext(),
                card.promotional(),
                card.source(),
                card.note().isEmpty() ? note : note + " " + card.note());
    }

    /** By whose price list it is served. */
    public ServiceTier tier(@Nullable Way way, ServiceTier usual) {
        Quote<RateCard> served = way == null ? null : rates.get(way);
        return served == null ? usual : served.fact().tier();
    }

    /** How many of a month cost nothing at the listed price. */
    public double free(Use use) {
        Quote<FeePrice> listed = fees.get(use);
        return listed == null ? 0 : listed.fact().freeEachMonth();
    }

    /** Whether the same recorded prices answer; the marks, which depend on the day, may differ. */
    public boolean sameFacts(BesideText other) {
        return same(rates, other.rates) && same(fees, other.fees);
    }

    private static <K, T extends Dated> boolean same(Map<K, Quote<T>> some, Map<K, Quote<T>> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(e -> e.getValue()
                                .fact()
                                .equals(Objects.requireNonNull(others.get(e.getKey()))
                                        .fact()));
    }
}
