package app.steelyard.pricing.contract;

import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.pricing.kind.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is agreed with vendors on one day.
 *
 * @param contract what of it holds then
 */
public record Agreed(Contract contract) {

    /** What the plan states, and of vendors of which it states nothing, what is agreed for all plans. */
    public static Agreed of(Plan plan, PriceBook book, LocalDate day) {
        return new Agreed(whole(plan, book).on(day));
    }

    /** The same of all days. */
    public static Contract whole(Plan plan, PriceBook book) {
        return plan.contract().over(book.contract());
    }

    /** What is agreed for all plans. */
    public static Agreed of(PriceBook book, LocalDate day) {
        return new Agreed(book.contract().on(day));
    }

    /** The book that answers what is paid for tokens, where something is agreed for all plans; else the same. */
    public static PriceBook paid(PriceBook book) {
        return book.contract().discounts().isEmpty()
                ? book
                : book.paying((ref, listed, day) -> of(book, day).rates(ref, listed));
    }

    /** The discount that a price has whatever is spent; empty for none. */
    public Optional<Discount> discount(PriceRef ref, ServiceTier tier, PriceKind kind) {
        return contract.discounts().stream()
                .filter(d -> !d.tiered() && d.about(ref, tier, kind))
                .max(Discount.CLOSENESS);
    }

    /** What of the list price is paid: 1 without a discount. */
    public BigDecimal share(PriceRef ref, ServiceTier tier, PriceKind kind) {
        return discount(ref, tier, kind)
                .map(d -> BigDecimal.ONE.subtract(BigDecimal.valueOf(d.off())))
                .orElse(BigDecimal.ONE);
    }

    /** The rates of a model as they are paid. */
    public Quote<RateCard> rates(PriceRef ref, Quote<RateCard> listed) {
        return contract.discounts().isEmpty() ? listed : new Quote<>(rates(ref, listed.fact()), listed.marks());
    }

    private RateCard rates(PriceRef ref, RateCard card) {
        LongContext longer = card.longContext();
        return new RateCard(
                card.tier(),
                card.validity(),
                card.currency(),
                prices(ref, card.tier(), card.prices()),
                longer == null
                        ? null
                        : new LongContext(longer.above(), longer.rule(), prices(ref, card.tier(), longer.prices())),
                card.promotional(),
                card.source(),
                card.note());
    }

    private TokenPrices prices(PriceRef ref, ServiceTier tier, TokenPrices listed) {
        BigDecimal read = listed.cachedRead();
        BigDecimal output = listed.output();
        BigDecimal written = share(ref, tier, PriceKind.WRITE);
        return new TokenPrices(
                listed.input().multiply(share(ref, tier, PriceKind.INPUT)),
                read == null ? null : read.multiply(share(ref, tier, PriceKind.CACHED)),
                listed.cacheWrites().stream()
                        .map(w -> new CacheWrite(w.lifetime(), w.price().multiply(written)))
                        .toList(),
                output == null ? null : output.multiply(share(ref, tier, PriceKind.OUTPUT)),
                kinds(ref, tier, listed.kinds()));
    }

    private KindPrices kinds(PriceRef ref, ServiceTier tier, KindPrices listed) {
        Map<TokenKind, BigDecimal> paid = new EnumMap<>(TokenKind.class);
        listed.own().forEach((kind, price) -> paid.put(kind, price.multiply(share(ref, tier, of(kind.flow())))));
        return new KindPrices(paid, listed.asText());
    }

    private static PriceKind of(TokenKind.Flow flow) {
        return switch (flow) {
            case INPUT -> PriceKind.INPUT;
            case CACHED_INPUT -> PriceKind.CACHED;
            case OUTPUT -> PriceKind.OUTPUT;
        };
    }
}
