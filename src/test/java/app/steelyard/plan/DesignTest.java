package app.steelyard.plan;

import static app.steelyard.Fixtures.item;
import static app.steelyard.plan.item.Placement.CACHED_PREFIX;
import static app.steelyard.plan.item.Placement.PLAIN_PROMPT;
import static app.steelyard.plan.item.Placement.RETRIEVED;
import static app.steelyard.plan.item.Placement.WEIGHTS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The named designs are placements of the same items. */
class DesignTest {
    private static final List<ContextItem> ITEMS = List.of(
            item("handbook", 1, Kind.INFORMATION, Scope.SHARED, 0),
            item("tone", 1, Kind.BEHAVIOUR, Scope.SHARED, 0),
            item("settings", 1, Kind.INFORMATION, Scope.TENANT, 0),
            item("style of the user", 1, Kind.BEHAVIOUR, Scope.USER, 0),
            item("question", 1, Kind.INFORMATION, Scope.REQUEST, 0));

    private static void places(Design design, Placement... expected) {
        assertEquals(List.of(expected), design.placementsOf(ITEMS), design.name());
    }

    @Test
    void whatBelongsToOneRequestIsInThePromptAndWhatIsNotSharedIsNeverInTheWeights() {
        places(Design.UNCACHED, PLAIN_PROMPT, PLAIN_PROMPT, PLAIN_PROMPT, PLAIN_PROMPT, PLAIN_PROMPT);
        places(Design.PROMPT_CACHING, CACHED_PREFIX, CACHED_PREFIX, CACHED_PREFIX, CACHED_PREFIX, PLAIN_PROMPT);
        places(Design.RETRIEVAL, RETRIEVED, CACHED_PREFIX, RETRIEVED, CACHED_PREFIX, PLAIN_PROMPT);
        places(Design.FINE_TUNING, WEIGHTS, WEIGHTS, PLAIN_PROMPT, PLAIN_PROMPT, PLAIN_PROMPT);
        places(Design.HYBRID, CACHED_PREFIX, WEIGHTS, CACHED_PREFIX, CACHED_PREFIX, PLAIN_PROMPT);
    }

    @Test
    void asPlacedIsWhatTheItemsSay() {
        ContextItem retrieved = ITEMS.get(0).withPlacement(RETRIEVED);
        assertEquals(RETRIEVED, Design.AS_PLACED.placementOf(retrieved));
        assertEquals(PLAIN_PROMPT, Design.AS_IS.placementOf(retrieved), "nothing was written down of it");
    }
}
