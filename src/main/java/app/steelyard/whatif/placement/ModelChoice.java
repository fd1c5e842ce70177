package app.steelyard.whatif.placement;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Surcharge;
import app.steelyard.pricing.catalogue.Bedrock;
import app.steelyard.pricing.kind.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which base models a search may choose from. The plan's own is always among them, unless it misses what is asked of all.
 *
 * @param named one by one
 * @param vendors of which all models are
 * @param catalogue whether of these vendors also those that stand in the catalogue alone, and not in a price profile
 * @param place region or country in which alone requests may be served; empty for anywhere
 * @param window fewest tokens that a model must take in; 0 for no more than the prompt needs
 * @param success least share of the sessions that must succeed, 0 to 1; 0 for any, known or not
 * @param retiring whether also those that retire within the horizon
 */
public record ModelChoice(
        List<PriceRef> named,
        Set<String> vendors,
        boolean catalogue,
        String place,
        double window,
        double success,
        boolean retiring) {
    /** The plan's alone. */
    public static final ModelChoice OWN = of(List.of());

    public ModelChoice {
        named = List.copyOf(named);
        vendors = Set.copyOf(vendors);
    }

    /** Some named ones beside the plan's, of which no more is asked than that they answer as long as the plan goes. */
    public static ModelChoice of(List<PriceRef> named) {
        return new ModelChoice(named, Set.of(), false, "", 0, 0, false);
    }

    /** All models in profiles of some vendors. */
    public static ModelChoice ofVendors(Set<String> vendors) {
        return new ModelChoice(List.of(), vendors, false, "", 0, 0, false);
    }

    /** Regions and countries in which alone some model is known to be served. */
    public static List<String> places(PriceBook book) {
        return Stream.concat(
                        book.profiles().stream()
                                .flatMap(p -> p.surcharges().stream())
                                .filter(s -> s.modifier() == Modifier.PLACE)
                                .map(Surcharge::place),
                        book.models().stream().flatMap(m -> Bedrock.place(m.ref()).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    public ModelChoice withSuccess(double value) {
        return new ModelChoice(named, vendors, catalogue, place, window, value, retiring);
    }

    public ModelChoice withPlace(String value) {
        return new ModelChoice(named, vendors, catalogue, value, window, success, retiring);
    }

    public ModelChoice withWindow(double value) {
        return new ModelChoice(named, vendors, catalogue, place, value, success, retiring);
    }
}
