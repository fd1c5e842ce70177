package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.kind.Modality;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One model at one vendor, with all that is known of its prices.
 *
 * @param contextWindow the most input tokens of a request; null where not known
 * @param rates rate cards of all tiers and days
 * @param cachePolicies cache rules of all days; empty where the vendor has no prompt cache for it
 * @param tuning offers of all days; empty where it cannot be tuned
 * @param retires first day on which the model no longer answers; null while no end is known
 * @param standsFor for a made-up or published-example model, the real one to compare with; else null
 */
public record Model(
        PriceRef ref,
        String name,
        @Nullable Long contextWindow,
        List<RateCard> rates,
        List<CachePolicy> cachePolicies,
        List<TuningOffer> tuning,
        @Nullable LocalDate retires,
        @Nullable PriceRef standsFor,
        String note) {

    public Model {
        rates = List.copyOf(rates);
        cachePolicies = List.copyOf(cachePolicies);
        tuning = List.copyOf(tuning);
    }

    /** The same where some kinds of tokens cost what text does. */
    Model asText(Set<Modality> more) {
        return new Model(
                ref,
                name,
                contextWindow,
                rates.stream().map(r -> r.asText(more)).toList(),
                cachePolicies,
                tuning,
                retires,
                standsFor,
                note);
    }

    /** The same with rules of its cache, by whose names for lifetimes its writes go. */
    Model withCaches(List<CachePolicy> caches) {
        return new Model(
                ref,
                name,
                contextWindow,
                rates.stream().map(r -> Overlay.named(r, caches)).toList(),
                caches,
                tuning,
                retires,
                standsFor,
                note);
    }
}
