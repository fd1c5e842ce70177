package app.steelyard.plan;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.List;

/** The named placements of the same items, and the user's own. */
public enum Design {
    /** Everything in the prompt, nothing cached. */
    UNCACHED,
    /** Everything that outlives one request in the cached prefix. */
    PROMPT_CACHING,
    /** Information retrieved, behaviour and what is needed whole in the cached prefix. */
    RETRIEVAL,
    /** Everything shared by all in the weights; what belongs to one tenant or user cannot be, and stays in the prompt. */
    FINE_TUNING,
    /** Shared behaviour in the weights, the rest that outlives one request in the cached prefix. */
    HYBRID,
    /** As the placement column of the items says. */
    AS_PLACED,
    /** As it was written down of each item, whatever its kind and placement have become since. */
    AS_IS;

    /** Where this design puts {@code item}. */
    public Placement placementOf(ContextItem item) {
        if (this == AS_PLACED) {
            return item.placement();
        }
        if (this == AS_IS) {
            Placement today = item.today();
            return today == null ? Placement.PLAIN_PROMPT : today;
        }
        if (item.scope() == Scope.REQUEST || this == UNCACHED) {
            return Placement.PLAIN_PROMPT;
        }
        boolean behaviour = item.kind() == Kind.BEHAVIOUR;
        boolean shared = item.scope() == Scope.SHARED;
        return switch (this) {
            case RETRIEVAL -> behaviour || item.whole() ? Placement.CACHED_PREFIX : Placement.RETRIEVED;
            case FINE_TUNING -> shared ? Placement.WEIGHTS : Placement.PLAIN_PROMPT;
            case HYBRID -> behaviour && shared ? Placement.WEIGHTS : Placement.CACHED_PREFIX;
            default -> Placement.CACHED_PREFIX;
        };
    }

    /** One placement for each item, in the items' order. */
    public List<Placement> placementsOf(List<ContextItem> items) {
        return items.stream().map(this::placementOf).toList();
    }
}
