package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model cost over time at one service tier, oldest first.
 *
 * @param periods each from its first day on, with where it is known from
 */
public record PriceHistory(PriceRef ref, ServiceTier tier, List<Quote<RateCard>> periods) {
    /** Told of a day, not of a price. */
    private static final Set<PriceMark> OF_A_DAY = Set.of(PriceMark.STALE, PriceMark.EXPIRED, PriceMark.NOT_YET_VALID);

    public PriceHistory {
        periods = List.copyOf(periods);
    }

    /** At each tier at which it has a price. */
    public static List<PriceHistory> of(PriceRef ref, PriceBook book) {
        List<RateCard> cards = book.model(ref).map(Model::rates).orElse(List.of());
        return Stream.of(ServiceTier.values())
                .map(tier -> new PriceHistory(
                        ref,
                        tier,
                        cards.stream()
                                .filter(c -> c.tier() == tier)
                                .sorted(Comparator.comparing(
                                        (RateCard c) -> c.validity().from()))
                                .map(c -> new Quote<>(c, marks(ref, c, book)))
                                .toList()))
                .filter(h -> !h.periods.isEmpty())
                .toList();
    }

    private static Set<PriceMark> marks(PriceRef ref, RateCard card, PriceBook book) {
        return book.rates(ref, card.tier(), card.validity().from()).stream()
                .flatMap(q -> q.marks().stream())
                .filter(m -> !OF_A_DAY.contains(m))
                .collect(Collectors.toSet());
    }
}
