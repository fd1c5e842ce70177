package app.steelyard.app.usage;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the usage that was read says of single numbers of a plan. */
public record LogSays(Optional<Plan> measured) {
    /** They speak for the log's own prompt, not for the items of another plan. */
    private static final Set<PlanField> OF_ITS_PROMPT =
            EnumSet.of(PlanField.MEASURED_HIT_RATE, PlanField.CACHE_MINIMUM_TOKENS);

    public static final LogSays NOTHING = new LogSays(Optional.empty());

    /** @param source where the number comes from, as it is put beside it in a plan */
    public record Said(double value, String source) {}

    public static LogSays of(LedgerView usage, Selection selection, PricedModels prices, PriceBook book) {
        return new LogSays(MeasuredPlan.of(Optional.empty(), usage, List.of(), selection, prices, book)
                .plan());
    }

    /** Empty where the log tells nothing of it. */
    public Optional<Said> of(PlanField field) {
        return OF_ITS_PROMPT.contains(field)
                ? Optional.empty()
                : measured.flatMap(p -> Optional.ofNullable(p.sources().get(field.path()))
                        .map(source -> new Said(field.get(p), source)));
    }
}
