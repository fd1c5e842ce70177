package app.steelyard.app.plan;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an edit did, for whoever may take it back. */
public final class EditWords {
    private EditWords() {}

    /**
     * Of one number or choice, whose it is, what it was and what it became; of more, the name alone.
     *
     * @param name as the edit was told
     * @param key of the edit, which is the path of a number where it was one that changed
     */
    public static String of(String name, @Nullable String key, Plan before, Plan after) {
        Optional<PlanNumber> number = key == null
                ? Optional.empty()
                : PlanNumber.at(after, key)
                        .filter(n -> PlanNumber.at(before, key).isPresent());
        return number.flatMap(n -> PlanChanges.of(before, after, n))
                .or(() -> before.equals(after) ? Optional.empty() : PlanChanges.only(before, after))
                .orElse(name);
    }
}
