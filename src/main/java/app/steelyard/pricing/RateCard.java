package app.steelyard.pricing;

import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one model costs at one service tier for some days.
 *
 * @param currency ISO 4217
 * @param longContext dearer prices for long prompts, or null
 * @param promotional whether the vendor calls the price temporary
 * @param note what a reader should know, or empty
 */
public record RateCard(
        ServiceTier tier,
        Validity validity,
        Currency currency,
        TokenPrices prices,
        @Nullable LongContext longContext,
        boolean promotional,
        Source source,
        String note)
        implements Dated {

    /** The same on other days. */
    public RateCard during(Validity days) {
        return new RateCard(tier, days, currency, prices, longContext, promotional, source, note);
    }

    /** The same with what becomes of each price of a write. */
    RateCard withWrites(UnaryOperator<CacheWrite> change) {
        return new RateCard(
                tier,
                validity,
                currency,
                prices.withWrites(change),
                longContext == null
                        ? null
                        : new LongContext(
                                longContext.above(),
                                longContext.rule(),
                                longContext.prices().withWrites(change)),
                promotional,
                source,
                note);
    }

    /** The same where some kinds that have no price of their own cost what text does. */
    RateCard asText(Set<Modality> more) {
        return new RateCard(
                tier,
                validity,
                currency,
                prices.asText(more),
                longContext == null
                        ? null
                        : new LongContext(
                                longContext.above(),
                                longContext.rule(),
                                longContext.prices().asText(more)),
                promotional,
                source,
                note);
    }

    /** The same at prices so many times as high. */
    public RateCard times(BigDecimal factor) {
        return new RateCard(
                tier,
                validity,
                currency,
                prices.times(factor),
                longContext == null
                        ? null
                        : new LongContext(
                                longContext.above(),
                                longContext.rule(),
                                longContext.prices().times(factor)),
                promotional,
                source,
                note);
    }
}
