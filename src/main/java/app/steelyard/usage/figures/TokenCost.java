package app.steelyard.usage.figures;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the tokens of one row cost by the list price of its day, exactly; or why that cannot be told. */
public sealed interface TokenCost {

    /** The tokens of the row. */
    long tokens();

    /**
     * @param model whose prices were taken
     * @param input the part of {@code amount} that input cost
     * @param plainInput what all of the input would cost without a cache
     * @param doubts what the row does not tell, so that the true amount may be another
     */
    record Known(
            PriceRef model, ExactMoney amount, ExactMoney input, ExactMoney plainInput, Set<Doubt> doubts, long tokens)
            implements TokenCost {

        public Known {
            doubts = Set.copyOf(doubts);
        }
    }

    /** Not zero but not known. */
    record Unknown(Reason reason, long tokens) implements TokenCost {}

    /** Why there is no price. */
    enum Reason {
        /** The row states no model. */
        NO_MODEL,
        /** The price book has no such model. */
        OTHER_MODEL,
        /** The model's price at this service tier is not known. */
        OTHER_TIER,
        /** The price of the model's output is not known. */
        NO_OUTPUT_PRICE,
        /** The row has no day, and so no day's price. */
        NO_DAY;

        /** In words. */
        public String title() {
            return Texts.of(TokenCost.class).name(this);
        }
    }

    /** Why an amount may be another than the one that was billed. */
    enum Doubt {
        /** No price is recorded for the day; the nearest one was taken. */
        OTHER_DAY,
        /** Long prompts cost more, and sums do not tell how long each prompt was. */
        LONG_PROMPTS,
        /** Writes cost more for longer lifetimes, and the row does not state them; the first lifetime was taken. */
        WRITE_LIFETIME,
        /** Cached input is cheaper, and the row does not tell how much was; all is priced as plain input. */
        READS_UNKNOWN,
        /** Writes cost more than input, and the row does not tell how much was written. */
        WRITES_UNKNOWN,
        /** Some hours cost more, and the row does not tell which it was. */
        PEAK_HOURS
    }

    /** Computes it for one row. */
    static TokenCost of(DailyUsage usage, PricedModels models) {
        long tokens = usage.totals().tokens();
        if (usage.model() == null) {
            return new Unknown(Reason.NO_MODEL, tokens);
        }
        Optional<PriceRef> model = models.find(usage.vendor(), usage.model());
        if (model.isEmpty()) {
            return new Unknown(Reason.OTHER_MODEL, tokens);
        }
        if (usage.day() == null) {
            return new Unknown(Reason.NO_DAY, tokens);
        }
        Optional<Quote<RateCard>> quote = models.book().rates(model.get(), tier(usage), usage.day());
        if (quote.isEmpty()) {
            return new Unknown(Reason.OTHER_TIER, tokens);
        }
        RateCard card = quote.get().fact();
        if (card.prices().output() == null && usage.totals().output() > 0) {
            return new Unknown(Reason.NO_OUTPUT_PRICE, tokens);
        }
        Set<Doubt> doubts = doubts(usage.totals(), quote.get());
        if (tier(usage) == ServiceTier.STANDARD
                && models.book()
                        .rates(model.get(), ServiceTier.PEAK, usage.day())
                        .isPresent()) {
            doubts.add(Doubt.PEAK_HOURS);
        }
        return known(model.get(), usage.totals(), card, doubts);
    }

    private static Known known(PriceRef model, UsageTotals t, RateCard card, Set<Doubt> doubts) {
        TokenPrices prices = card.prices();
        BigDecimal read = Objects.requireNonNullElse(prices.cachedRead(), prices.input());
        BigDecimal input = cost(t.uncachedInput(), prices.input())
                .add(cost(t.cacheRead(), read))
                .add(cost(t.cacheWrite5m(), write(prices, "5m")))
                .add(cost(t.cacheWrite1h(), write(prices, "1h")))
                .add(cost(t.cacheWriteOther(), write(prices, "")));
        BigDecimal output = cost(t.output(), Objects.requireNonNullElse(prices.output(), BigDecimal.ZERO));
        return new Known(
                model,
                new ExactMoney(input.add(output), card.currency()),
                new ExactMoney(input, card.currency()),
                new ExactMoney(cost(t.input(), prices.input()), card.currency()),
                doubts,
                t.tokens());
    }

    /** The price of a write with that lifetime, or with the first one where there is no such; plain input without any. */
    private static BigDecimal write(TokenPrices prices, String lifetime) {
        return prices.write(lifetime)
                .or(() -> prices.cacheWrites().stream().findFirst().map(CacheWrite::price))
                .orElse(prices.input());
    }

    private static BigDecimal cost(long tokens, BigDecimal perMillion) {
        return BigDecimal.valueOf(tokens).multiply(perMillion).movePointLeft(6);
    }

    private static Set<Doubt> doubts(UsageTotals t, Quote<RateCard> quote) {
        RateCard card = quote.fact();
        List<CacheWrite> writes = card.prices().cacheWrites();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (quote.marks().contains(PriceMark.EXPIRED) || quote.marks().contains(PriceMark.NOT_YET_VALID)) {
            doubts.add(Doubt.OTHER_DAY);
        }
        // No single prompt is longer than all of them together.
        if (card.longContext() != null && t.input() > card.longContext().above()) {
            doubts.add(Doubt.LONG_PROMPTS);
        }
        if (t.cacheWriteOther() > 0 && writes.size() > 1) {
            doubts.add(Doubt.WRITE_LIFETIME);
        }
        if (!t.readsStated() && card.prices().cachedRead() != null) {
            doubts.add(Doubt.READS_UNKNOWN);
        }
        if (!t.writesStated() && !writes.isEmpty()) {
            doubts.add(Doubt.WRITES_UNKNOWN);
        }
        return doubts;
    }

    /** The service tier that a source's word for it means. */
    static ServiceTier tier(DailyUsage usage) {
        return switch (Objects.requireNonNullElse(usage.tier(), "").toLowerCase(Locale.ROOT)) {
            case "batch" -> ServiceTier.BATCH;
            case "flex" -> ServiceTier.FLEX;
            case "priority" -> ServiceTier.PRIORITY;
            default -> ServiceTier.STANDARD;
        };
    }
}
