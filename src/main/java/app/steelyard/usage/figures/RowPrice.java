package app.steelyard.usage.figures;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServedPrice;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.pricing.kind.TokenKind.Flow;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what one row costs: each kind of token by its price, as it was served, and fees beside them. */
final class RowPrice {
    private final PriceRef ref;
    private final LocalDate day;
    private final UsageTotals totals;
    private final Extras extras;
    private final RateCard card;
    private final String lifetime;
    private final PriceBook book;
    private final Set<TokenCost.Doubt> doubts = EnumSet.noneOf(TokenCost.Doubt.class);

    private RowPrice(PriceRef ref, LocalDate day, DailyUsage usage, RateCard card, PriceBook book, String lifetime) {
        this.ref = ref;
        this.day = day;
        this.totals = usage.totals();
        this.extras = usage.extras();
        this.card = card;
        this.lifetime = lifetime;
        this.book = book;
    }

    /** @param lifetime that of writes which do not state one; empty where nobody knows */
    static TokenCost of(DailyUsage usage, PricedModels models, String lifetime) {
        long tokens = usage.totals().tokens();
        if (usage.model() == null) {
            return new TokenCost.Unknown(TokenCost.Reason.NO_MODEL, tokens);
        }
        if (usage.modifiers().provisioned()) {
            return new TokenCost.Unknown(TokenCost.Reason.PROVISIONED, tokens);
        }
        Optional<PricedModels.Sale> found = models.sale(usage.vendor(), usage.model());
        if (found.isEmpty()) {
            return new TokenCost.Unknown(TokenCost.Reason.OTHER_MODEL, tokens);
        }
        PricedModels.Sale sale = found.get();
        if (sale.isFree()) {
            ExactMoney nothing = new ExactMoney(BigDecimal.ZERO, Currency.USD);
            return new TokenCost.Known(sale.ref(), nothing, nothing, nothing, Set.of(), tokens);
        }
        LocalDate day = usage.day() == null
                ? whenever(models.book(), sale, usage.modifiers().tier())
                : usage.day();
        if (day == null) {
            return new TokenCost.Unknown(TokenCost.Reason.NO_DAY, tokens);
        }
        return switch (ServedPrice.of(models.book(), sale.ref(), sale.tuned(), sale.factor(), usage.modifiers(), day)) {
            case ServedPrice.Unknown unknown -> new TokenCost.Unknown(reason(unknown.why()), tokens);
            case ServedPrice.Known known -> {
                RowPrice row = new RowPrice(sale.ref(), day, usage, known.card(), models.book(), lifetime);
                row.doubt(usage, known.marks());
                yield row.cost(usage);
            }
        };
    }

    /** A day for usage that states none: where a price never changed, any will do. Null where it did. */
    private static @Nullable LocalDate whenever(PriceBook book, PricedModels.Sale sale, ServiceTier tier) {
        List<RateCard> cards = sale.tuned()
                ? List.of()
                : book.model(sale.ref()).orElseThrow().rates().stream()
                        .filter(r -> r.tier() == tier)
                        .toList();
        boolean one = cards.stream()
                        .map(c -> Arrays.asList(c.prices(), c.longContext(), c.currency()))
                        .distinct()
                        .count()
                == 1;
        return one ? cards.getLast().validity().from() : null;
    }

    private static TokenCost.Reason reason(ServedPrice.Why why) {
        return switch (why) {
            case TIER -> TokenCost.Reason.OTHER_TIER;
            case SPEED -> TokenCost.Reason.OTHER_SPEED;
            case PLACE -> TokenCost.Reason.OTHER_PLACE;
            case PROVISIONED -> TokenCost.Reason.PROVISIONED;
            case OTHER_WAY -> TokenCost.Reason.OTHER_SERVING;
        };
    }

    /** What the row does not tell. */
    private void doubt(DailyUsage usage, Set<PriceMark> marks) {
        List<CacheWrite> writes = card.prices().cacheWrites();
        if (marks.contains(PriceMark.EXPIRED) || marks.contains(PriceMark.NOT_YET_VALID)) {
            doubts.add(TokenCost.Doubt.OTHER_DAY);
        }
        if (totals.cacheWriteOther() > 0 && writes.size() > 1 && lifetime.isEmpty()) {
            doubts.add(TokenCost.Doubt.WRITE_LIFETIME);
        }
        if (!totals.readsStated() && card.prices().cachedRead() != null) {
            doubts.add(TokenCost.Doubt.READS_UNKNOWN);
        }
        if (!totals.writesStated() && !writes.isEmpty()) {
            doubts.add(TokenCost.Doubt.WRITES_UNKNOWN);
        }
        if (usage.modifiers().tier() == ServiceTier.STANDARD
                && book.rates(ref, ServiceTier.PEAK, day).isPresent()) {
            doubts.add(TokenCost.Doubt.PEAK_HOURS);
        }
        // Vertex AI's ids of Claude are the same in every region.
        if (ref.vendor().equals("vertex")
                || usage.vendor().equals("google") && ref.vendor().equals("anthropic")) {
            doubts.add(TokenCost.Doubt.REGION_UNKNOWN);
        }
    }

    private TokenCost cost(DailyUsage usage) {
        TokenPrices base = card.prices();
        LongContext longer = card.longContext();
        boolean beyond = longer != null && usage.length().isBeyond(longer.above());
        // No single prompt is longer than all of them together.
        if (longer != null && !beyond && !usage.length().isWithin(longer.above()) && totals.input() > longer.above()) {
            doubts.add(TokenCost.Doubt.LONG_PROMPTS);
        }
        TokenPrices above = beyond ? Objects.requireNonNull(longer).prices() : base;
        BigDecimal dearer = beyond ? share(Objects.requireNonNull(longer)) : BigDecimal.ZERO;
        TokenPrices out = dearer.compareTo(BigDecimal.ONE) == 0 ? above : base;
        if (out.output() == null && textOf(totals.output(), Flow.OUTPUT) > 0) {
            return new TokenCost.Unknown(TokenCost.Reason.NO_OUTPUT_PRICE, totals.tokens());
        }
        if (!extras.tokens().keySet().stream()
                .allMatch(k -> out.of(k).isPresent()
                        && above.of(k).isPresent()
                        && out.of(plain(k)).isPresent())) {
            return new TokenCost.Unknown(TokenCost.Reason.NO_KIND_PRICE, totals.tokens());
        }
        BigDecimal input = mixed(input(base), input(above), dearer);
        BigDecimal amount = input.add(output(out)).add(fees());
        return new TokenCost.Known(
                ref,
                money(amount),
                money(input),
                money(mixed(plainInput(base), plainInput(above), dearer)),
                doubts,
                totals.tokens());
    }

    /** The part of the input that has the prices of long prompts, where all prompts are longer than their limit. */
    private BigDecimal share(LongContext longer) {
        if (longer.rule() == LongContext.Rule.WHOLE_REQUEST || totals.input() == 0) {
            return BigDecimal.ONE;
        }
        long within = Math.min(totals.input(), Math.multiplyExact(longer.above(), totals.requests()));
        return BigDecimal.valueOf(totals.input() - within)
                .divide(BigDecimal.valueOf(totals.input()), MathContext.DECIMAL128);
    }

    private static BigDecimal mixed(BigDecimal base, BigDecimal above, BigDecimal share) {
        return share.signum() == 0 ? base : base.add(above.subtract(base).multiply(share));
    }

    private BigDecimal input(TokenPrices prices) {
        BigDecimal read = Objects.requireNonNullElse(prices.cachedRead(), prices.input());
        return cost(textOf(totals.uncachedInput(), Flow.INPUT), prices.input())
                .add(cost(textOf(totals.cacheRead(), Flow.CACHED_INPUT), read))
                .add(cost(totals.cacheWrite5m(), write(prices, "5m")))
                .add(cost(totals.cacheWrite1h(), write(prices, "1h")))
                .add(cost(totals.cacheWriteOther(), write(prices, lifetime)))
                .add(kinds(prices, Flow.INPUT, false))
                .add(kinds(prices, Flow.CACHED_INPUT, false));
    }

    /** What the same input would cost without a cache. */
    private BigDecimal plainInput(TokenPrices prices) {
        long kinds = extras.of(Flow.INPUT) + extras.of(Flow.CACHED_INPUT);
        return cost(Math.max(0, totals.input() - kinds), prices.input())
                .add(kinds(prices, Flow.INPUT, true))
                .add(kinds(prices, Flow.CACHED_INPUT, true));
    }

    private BigDecimal output(TokenPrices prices) {
        return cost(textOf(totals.output(), Flow.OUTPUT), Objects.requireNonNullElse(prices.output(), BigDecimal.ZERO))
                .add(kinds(prices, Flow.OUTPUT, false));
    }

    private BigDecimal kinds(TokenPrices prices, Flow flow, boolean plain) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<TokenKind, Long> kind : extras.tokens().entrySet()) {
            if (kind.getKey().flow() == flow) {
                TokenKind priced = plain ? plain(kind.getKey()) : kind.getKey();
                sum = sum.add(cost(kind.getValue(), prices.of(priced).orElse(BigDecimal.ZERO)));
            }
        }
        return sum;
    }

    /** The kind of input that would have been sent without a cache. */
    private static TokenKind plain(TokenKind kind) {
        return kind.flow() == Flow.CACHED_INPUT ? TokenKind.of(kind.modality(), Flow.INPUT) : kind;
    }

    /** What remains of all tokens that go one way without those of other kinds. */
    private long textOf(long all, Flow flow) {
        return Math.max(0, all - extras.of(flow));
    }

    private BigDecimal fees() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Fee, Long> used : extras.fees().entrySet()) {
            Optional<FeePrice> price = book.fee(ref, used.getKey(), day).map(Quote::fact);
            if (price.isEmpty() || !price.get().price().currency().equals(card.currency())) {
                doubts.add(TokenCost.Doubt.FEES_UNPRICED);
            } else {
                sum = sum.add(price.get().of(used.getValue()).value());
                if (price.get().freeEachMonth() > 0) {
                    doubts.add(TokenCost.Doubt.FREE_FEES);
                }
            }
        }
        return sum;
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

    private ExactMoney money(BigDecimal amount) {
        return new ExactMoney(amount, card.currency());
    }
}
