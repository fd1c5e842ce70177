package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.RateCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price of one model, as a catalogue lists it.
 *
 * @param name of the model, or its id where it has no other
 * @param contextWindow in tokens; null where not stated
 * @param aliases other ids of the same model at the same vendor
 */
public record Listed(PriceRef ref, String name, @Nullable Long contextWindow, RateCard card, List<String> aliases) {
    public Listed {
        aliases = List.copyOf(aliases);
    }
}
