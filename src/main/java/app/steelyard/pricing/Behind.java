package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import java.util.List;
import java.util.Optional;

/** Models that no profile has. */
@FunctionalInterface
public interface Behind {
    /** The model of that reference. */
    Optional<Model> model(PriceRef ref);

    /** The models that somebody sells under that id, in whatever case; at one vendor its own id goes before an alias. */
    default List<PriceRef> called(String id) {
        return List.of();
    }

    /** All of a vendor's models. */
    default List<PriceRef> of(String vendor) {
        return List.of();
    }

    /** All models, in their order. */
    default List<PriceRef> all() {
        return List.of();
    }
}
