package app.steelyard.usage.figures;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an import a plan is made from. The empty string selects the rows that state no model or project.
 *
 * @param model only this model; null for the one with the most tokens, or for all of them
 * @param allModels whether a model left open means all models rather than the largest
 * @param project only this project; null for all
 */
public record Selection(
        @Nullable String model, boolean allModels, @Nullable String project) {

    /** The model with the most tokens. */
    public static Selection largestModel() {
        return new Selection(null, false, null);
    }

    /** All models together, with the prices of the largest. */
    public static Selection everyModel() {
        return new Selection(null, true, null);
    }

    public static Selection ofModel(String model) {
        return new Selection(model, false, null);
    }

    public Selection inProject(@Nullable String value) {
        return new Selection(model, allModels, value);
    }

    boolean includes(DailyUsage usage) {
        return matches(model, usage.model()) && matches(project, usage.project());
    }

    private static boolean matches(@Nullable String wanted, @Nullable String stated) {
        return wanted == null || wanted.equals(Objects.requireNonNullElse(stated, ""));
    }
}
