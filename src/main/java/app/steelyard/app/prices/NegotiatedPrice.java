package app.steelyard.app.prices;

import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is paid of a list price where a discount is agreed, beside it. */
public final class NegotiatedPrice {
    private static final Texts TEXTS = Texts.of(NegotiatedPrice.class);

    private NegotiatedPrice() {}

    /** Such as {@code input $5.00, $4.40 at 12 % off} of each that has a discount; empty where none has. */
    public static List<String> of(PriceRef ref, RateCard listed, Plan plan, PriceBook book) {
        Agreed agreed = Agreed.of(plan, book, plan.inference().pricesAsOf());
        return Stream.of(
                        beside(PriceKind.INPUT, listed.prices().input(), ref, listed, agreed),
                        beside(PriceKind.CACHED, listed.prices().cachedRead(), ref, listed, agreed),
                        beside(PriceKind.OUTPUT, listed.prices().output(), ref, listed, agreed))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<String> beside(
            PriceKind kind, @Nullable BigDecimal price, PriceRef ref, RateCard card, Agreed agreed) {
        return price == null
                ? Stream.empty()
                : agreed.discount(ref, card.tier(), kind).stream()
                        .map(d -> TEXTS.get(
                                "prices.negotiated",
                                Names.of(kind),
                                PriceWords.money(card, price),
                                PriceWords.money(card, price.multiply(agreed.share(ref, card.tier(), kind))),
                                Numbers.percent(d.off())));
    }

    /** That months are at agreed prices and prices are not, as a sentence; empty where nothing is agreed about any of them. */
    public static String sentence(Collection<PriceRef> refs, Plan plan, PriceBook book) {
        Agreed agreed = Agreed.of(plan, book, plan.inference().pricesAsOf());
        ServiceTier tier = plan.inference().tier();
        String vendors = refs.stream()
                .filter(r -> agreed.contract().discounts().stream()
                        .anyMatch(d -> Stream.of(PriceKind.values()).anyMatch(k -> d.about(r, tier, k))))
                .map(PriceRef::vendor)
                .distinct()
                .collect(Collectors.joining(", "));
        return vendors.isEmpty() ? "" : TEXTS.get("prices.negotiated.months", vendors);
    }
}
