package app.steelyard.cost.engine;

import app.steelyard.cost.bill.BesideText;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every price the plan asks for on one day, as far as it is known.
 *
 * @param basePolicy null where the model has no prompt cache at the plan's service tier
 * @param tunedPolicy null where the tuned model has none
 * @param agreed what is paid of these list prices
 * @param besideBase what the model costs as some requests are served, and what it uses
 * @param besideTuned the same of the tuned model
 */
public record Quotes(
        @Nullable Model baseModel,
        @Nullable Quote<RateCard> base,
        @Nullable Quote<CachePolicy> basePolicy,
        @Nullable Model tunedModel,
        @Nullable Quote<TuningOffer> offer,
        @Nullable Quote<RateCard> tuned,
        @Nullable Quote<CachePolicy> tunedPolicy,
        @Nullable Quote<ServicePrice> embedding,
        @Nullable Quote<ServicePrice> reranker,
        @Nullable Quote<ServicePrice> store,
        Agreed agreed,
        BesideText besideBase,
        BesideText besideTuned) {

    private static final Texts TEXTS = Texts.of(Quotes.class);

    /** Where to check what the plan itself states. */
    private static final URI PLAN = URI.create("about:plan");

    public static Quotes of(Plan plan, PriceBook book, LocalDate day) {
        PriceRef base = plan.inference().model();
        ServiceTier tier = plan.inference().tier();
        PriceRef tuned = plan.tuning().model();
        return new Quotes(
                book.model(base).orElse(null),
                book.rates(base, tier, day).orElse(null),
                own(plan, base)
                        .or(() -> book.cachePolicy(base, day).filter(q -> applies(q.fact(), tier)))
                        .orElse(null),
                get(tuned, book::model),
                get(tuned, ref -> book.tuning(ref, day)),
                get(tuned, ref -> book.tunedRates(ref, tier, day)),
                get(
                        tuned,
                        ref -> own(plan, ref)
                                .or(() -> book.cachePolicy(ref, day)
                                        .filter(q -> q.fact().onTunedModels() && applies(q.fact(), tier)))),
                get(plan.retrieval().embedding(), ref -> book.servicePrice(ref, day)),
                get(plan.retrieval().reranker(), ref -> book.servicePrice(ref, day)),
                get(plan.retrieval().store(), ref -> book.servicePrice(ref, day)),
                Agreed.of(plan, book, day),
                BesideText.of(plan, base, false, book, day),
                BesideText.of(plan, tuned, true, book, day));
    }

    /** The cache of servers of one's own, where the plan states how long it keeps a prefix. */
    private static Optional<Quote<CachePolicy>> own(Plan plan, PriceRef ref) {
        return plan.contract()
                .capacity(ref)
                .flatMap(c -> Optional.ofNullable(c.cacheMinutes())
                        .map(minutes -> new Quote<>(
                                new CachePolicy(
                                        CachePolicy.Mode.AUTOMATIC,
                                        new Validity(plan.inference().pricesAsOf(), null),
                                        0,
                                        1,
                                        null,
                                        List.of(new CacheLifetime(
                                                TEXTS.get("cache.own"),
                                                Duration.ofSeconds(Math.round(minutes * 60)),
                                                CacheLifetime.Refresh.ON_HIT)),
                                        null,
                                        null,
                                        true,
                                        true,
                                        new Source(
                                                Objects.requireNonNullElse(c.source(), TEXTS.get("capacity.plan")),
                                                PLAN,
                                                plan.inference().pricesAsOf(),
                                                Confidence.MEDIUM),
                                        ""),
                                Set.of())));
    }

    private static boolean applies(CachePolicy policy, ServiceTier tier) {
        return tier != ServiceTier.BATCH || policy.inBatch();
    }

    private static <T> @Nullable T get(@Nullable PriceRef ref, Function<PriceRef, Optional<T>> find) {
        return ref == null ? null : find.apply(ref).orElse(null);
    }

    /** What the model of {@code architecture} costs as some requests are served, and what it uses. */
    BesideText beside(Architecture architecture) {
        return architecture.places(Placement.WEIGHTS) ? besideTuned : besideBase;
    }

    /** Whether the same recorded prices answer; the marks, which depend on the day, may differ. */
    boolean sameFacts(Quotes other) {
        return Objects.equals(fact(base), fact(other.base))
                && Objects.equals(fact(basePolicy), fact(other.basePolicy))
                && Objects.equals(fact(offer), fact(other.offer))
                && Objects.equals(fact(tuned), fact(other.tuned))
                && Objects.equals(fact(tunedPolicy), fact(other.tunedPolicy))
                && Objects.equals(fact(embedding), fact(other.embedding))
                && Objects.equals(fact(reranker), fact(other.reranker))
                && Objects.equals(fact(store), fact(other.store))
                && besideBase.sameFacts(other.besideBase)
                && besideTuned.sameFacts(other.besideTuned)
                && agreed.equals(other.agreed);
    }

    /** Whether reading from the cache of a design's model has a price, though nobody may know how that works. */
    boolean sellsReads(Architecture architecture) {
        Quote<RateCard> rates = architecture.places(Placement.WEIGHTS) ? tuned : base;
        return rates != null && rates.fact().prices().cachedRead() != null;
    }

    private static @Nullable Object fact(@Nullable Quote<?> quote) {
        return quote == null ? null : quote.fact();
    }
}
