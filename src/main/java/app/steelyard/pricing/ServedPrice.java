package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.pricing.kind.Modifiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a model costs as it was served: its list price, that of the region, that of the tier; or why that is not known. */
public sealed interface ServedPrice {
    /**
     * @param card with prices as served
     * @param marks of everything that went into them
     */
    record Known(RateCard card, Set<PriceMark> marks) implements ServedPrice {
        public Known {
            marks = Set.copyOf(marks);
        }
    }

    /** Not the list price, and no other is known. */
    record Unknown(Why why) implements ServedPrice {}

    /** What of the serving has no price. */
    enum Why {
        TIER,
        SPEED,
        PLACE,
        /** Capacity was paid for, and no token. */
        PROVISIONED,
        /** A word that nobody here knows. */
        OTHER_WAY
    }

    /**
     * The price of a day.
     *
     * @param tuned whether it is a model tuned on that one
     * @param factor of all prices, as of a region that the model's id tells
     */
    static ServedPrice of(
            PriceBook book, PriceRef ref, boolean tuned, BigDecimal factor, Modifiers served, LocalDate day) {
        if (served.provisioned()) {
            return new Unknown(Why.PROVISIONED);
        }
        if (!served.other().isEmpty()) {
            return new Unknown(Why.OTHER_WAY);
        }
        Set<PriceMark> marks = EnumSet.noneOf(PriceMark.class);
        BigDecimal all = factor;
        ServiceTier tier = served.tier();
        if (!served.place().isEmpty()) {
            Optional<Quote<Surcharge>> place = book.surcharge(ref, Modifier.PLACE, served.place(), day);
            if (place.isEmpty()) {
                return new Unknown(Why.PLACE);
            }
            marks.addAll(place.get().marks());
            all = all.multiply(place.get().fact().factor());
        }
        if (served.speed() != Modifiers.Speed.STANDARD) {
            Modifier speed = served.speed() == Modifiers.Speed.FAST ? Modifier.FAST : Modifier.ULTRAFAST;
            Optional<Quote<Surcharge>> dearer = book.surcharge(ref, speed, "", day);
            if (dearer.isPresent()) {
                marks.addAll(dearer.get().marks());
                all = all.multiply(dearer.get().fact().factor());
            } else if (speed == Modifier.FAST
                    && tier == ServiceTier.STANDARD
                    && rates(book, ref, tuned, ServiceTier.PRIORITY, day).isPresent()) {
                // OpenAI calls its priority tier the fast mode.
                tier = ServiceTier.PRIORITY;
            } else {
                return new Unknown(Why.SPEED);
            }
        }
        Optional<Quote<RateCard>> listed = rates(book, ref, tuned, tier, day);
        if (listed.isEmpty()) {
            return new Unknown(Why.TIER);
        }
        marks.addAll(listed.get().marks());
        RateCard card = listed.get().fact();
        return new Known(all.compareTo(BigDecimal.ONE) == 0 ? card : card.times(all), marks);
    }

    private static Optional<Quote<RateCard>> rates(
            PriceBook book, PriceRef ref, boolean tuned, ServiceTier tier, LocalDate day) {
        return tuned ? book.tunedRates(ref, tier, day) : book.rates(ref, tier, day);
    }
}
