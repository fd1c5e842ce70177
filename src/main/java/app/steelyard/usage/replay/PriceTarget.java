package app.steelyard.usage.replay;

import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.row.ServedAs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At whose prices a replay is reckoned.
 *
 * @param model all requests are taken to be sent to it; null for those that were sent to models of the vendor, each at its own
 *     prices and as it was served
 * @param served how, where they are all sent to one model
 */
public record PriceTarget(String vendor, @Nullable String model, Modifiers served) {
    /** As it is asked for. */
    public String name() {
        return model == null ? vendor : vendor + "/" + model;
    }

    /** As what requests that were served {@code as} are priced; empty where they are none of the vendor's. */
    public Optional<ServedAs> of(ServedAs as, PricedModels models) {
        if (model != null) {
            return Optional.of(new ServedAs(vendor, model, served, as.length()));
        }
        return models.sale(as.vendor(), as.model())
                .filter(s -> s.ref().vendor().equals(vendor))
                .map(s -> as);
    }
}
