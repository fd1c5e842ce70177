package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Overlay.Laid;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.RateCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price of one model, as a catalogue lists it.
 *
 * @param name of the model, or its id where it has no other
 * @param contextWindow in tokens; null where not stated
 * @param aliases other ids of the same model at the same vendor
 * @param cache the rules of its cache, as a person states them; null where nobody did
 */
public record Listed(
        PriceRef ref,
        String name,
        @Nullable Long contextWindow,
        RateCard card,
        List<String> aliases,
        @Nullable CachePolicy cache) {
    public Listed {
        aliases = List.copyOf(aliases);
    }

    /** Of which nobody states the rules of its cache. */
    public Listed(PriceRef ref, String name, @Nullable Long contextWindow, RateCard card, List<String> aliases) {
        this(ref, name, contextWindow, card, aliases, null);
    }

    /** To be laid over what is known. */
    public Laid laid(PriceMark mark) {
        return new Laid(ref, name, contextWindow, aliases, card, cache, mark);
    }

    /** The same with another price. */
    public Listed with(RateCard other) {
        return new Listed(ref, name, contextWindow, other, aliases, cache);
    }
}
