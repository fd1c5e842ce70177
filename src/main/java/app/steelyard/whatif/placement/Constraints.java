package app.steelyard.whatif.placement;

import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a placement must keep to.
 *
 * @param personal ids of items with personal data, which must not go into weights
 * @param firstTokenSeconds longest expected time to first token; infinite for any
 * @param models which models may take the place of the plan's; with another one the same model is the one tuned
 */
public record Constraints(Set<String> personal, double firstTokenSeconds, ModelChoice models) {

    public Constraints {
        personal = Set.copyOf(personal);
    }

    /** What belongs to one tenant or user counts as personal, any time will do, and the model is the plan's. */
    public static Constraints of(Plan plan) {
        return new Constraints(
                plan.items().stream()
                        .filter(i -> i.scope() == Scope.TENANT || i.scope() == Scope.USER)
                        .map(ContextItem::id)
                        .collect(Collectors.toUnmodifiableSet()),
                Double.POSITIVE_INFINITY,
                ModelChoice.OWN);
    }

    public Constraints withPersonal(Set<String> value) {
        return new Constraints(value, firstTokenSeconds, models);
    }

    public Constraints withFirstTokenSeconds(double value) {
        return new Constraints(personal, value, models);
    }

    public Constraints withModels(ModelChoice value) {
        return new Constraints(personal, firstTokenSeconds, value);
    }
}
