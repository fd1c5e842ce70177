package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.catalogue.Resolver;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.TokenCost;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name in usage that nobody lists.
 *
 * @param tokens without a price for it
 */
public record UnpricedName(String name, long tokens) {

    /** All of some usage, those with most tokens first. */
    public static List<UnpricedName> in(LedgerView usage, PricedModels models) {
        Map<String, Long> names = new LinkedHashMap<>();
        for (DailyUsage row : usage.withoutBills().usage()) {
            String name = row.model();
            if (name != null
                    && TokenCost.of(row, models) instanceof TokenCost.Unknown unknown
                    && unknown.reason() == TokenCost.Reason.OTHER_MODEL
                    && unknown.tokens() > 0) {
                names.merge(name, unknown.tokens(), Long::sum);
            }
        }
        return names.entrySet().stream()
                .map(e -> new UnpricedName(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(u -> -u.tokens))
                .toList();
    }

    /** What may have been meant, the likeliest first; looked for among all models, so only of names that are told. */
    public List<PriceRef> alike(PricedModels models) {
        return new Resolver(models.book()).alike(name);
    }
}
