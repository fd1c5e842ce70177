package app.steelyard.usage.replay;

import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Quote;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.row.ServedAs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of prompts the caches of their vendors take.
 *
 * @param minimum to be taken for all instead; null for each vendor's
 * @param step to be taken for all instead; null for each vendor's
 */
public record VendorSteps(
        PricedModels models,
        @Nullable Long minimum,
        @Nullable Long step) implements CacheSteps.Known {
    @Override
    public CacheSteps of(ServedAs as, @Nullable LocalDate day) {
        Optional<CachePolicy> policy = models.sale(as.vendor(), as.model()).flatMap(s -> policy(s, day));
        return new CacheSteps(
                minimum != null
                        ? minimum
                        : policy.map(CachePolicy::minimumTokens).orElse(CacheSteps.USUAL.minimum()),
                step != null ? step : policy.map(CachePolicy::stepTokens).orElse(CacheSteps.USUAL.step()));
    }

    /** The rules of the day, or where it is not told the latest. */
    private Optional<CachePolicy> policy(PricedModels.Sale sale, @Nullable LocalDate day) {
        if (day != null) {
            return models.book().cachePolicy(sale.ref(), day).map(Quote::fact);
        }
        List<CachePolicy> all =
                models.book().model(sale.ref()).map(Model::cachePolicies).orElse(List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
