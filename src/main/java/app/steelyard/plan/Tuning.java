package app.steelyard.plan;

import org.jspecify.annotations.Nullable;

/**
 * What fine-tuning takes.
 *
 * @param model the model to tune; null while none is chosen, which leaves the designs that need one unpriced
 * @param datasetTokens tokens in the training file
 * @param epochs passes over the file in one run
 * @param runsPerRound training runs until one is good enough
 * @param hoursPerRun hours of one run, where the vendor sells training by the hour
 * @param retrainEveryMonths months between rounds; 0 for never
 * @param labellingCost money for the training examples, once, in the plan's currency
 * @param evaluationCostPerRound money for the evaluation of one round, in the plan's currency
 * @param engineeringWeeks work for the first round, in weeks
 * @param engineeringWeeksPerRetrain work for each later round, in weeks
 * @param outputTokens output tokens per request of the tuned model, reasoning included; null where it answers as long as any
 */
public record Tuning(
        @Nullable PriceRef model,
        double datasetTokens,
        double epochs,
        double runsPerRound,
        double hoursPerRun,
        double retrainEveryMonths,
        double labellingCost,
        double evaluationCostPerRound,
        double engineeringWeeks,
        double engineeringWeeksPerRetrain,
        @Nullable Double outputTokens) {

    /** A tuned model that answers as long as any. */
    public Tuning(
            @Nullable PriceRef model,
            double datasetTokens,
            double epochs,
            double runsPerRound,
            double hoursPerRun,
            double retrainEveryMonths,
            double labellingCost,
            double evaluationCostPerRound,
            double engineeringWeeks,
            double engineeringWeeksPerRetrain) {
        this(
                model,
                datasetTokens,
                epochs,
                runsPerRound,
                hoursPerRun,
                retrainEveryMonths,
                labellingCost,
                evaluationCostPerRound,
                engineeringWeeks,
                engineeringWeeksPerRetrain,
                null);
    }

    public Tuning withModel(@Nullable PriceRef value) {
        return RecordPath.with(this, "model", value);
    }
}
