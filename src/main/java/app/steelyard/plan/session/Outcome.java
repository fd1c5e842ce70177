package app.steelyard.plan.session;

import org.jspecify.annotations.Nullable;

/**
 * How often what is asked for comes off, and what it costs where it does not. The unit is a session; where each is one turn,
 * a request. A rate that is left out is not known; without them designs are compared by what they cost alone.
 *
 * @param prompted share of the sessions that succeed where all that the model is to know stands in the prompt, 0 to 1
 * @param promptedElsewhere the same on another model than the plan's base, not tuned
 * @param tuned the same where behaviour is in the weights of a tuned model
 * @param retrieved the same where information is looked up
 * @param informationInWeights the same where information is in the weights
 * @param failureCost what a failure costs, in the plan's currency; in place of {@code failureMinutes}
 * @param failureMinutes somebody's time that a failure takes, at {@code failureHourlyRate}
 * @param failureHourlyRate what an hour of it costs, in the plan's currency
 * @param retrySuccess share of the sessions that succeed when they are repeated after a failure, 0 to 1; null where none is
 *     repeated
 * @param retryCost what a repeated session costs, as a multiple of one
 */
public record Outcome(
        @Nullable Double prompted,
        @Nullable Double promptedElsewhere,
        @Nullable Double tuned,
        @Nullable Double retrieved,
        @Nullable Double informationInWeights,
        @Nullable Double failureCost,
        @Nullable Double failureMinutes,
        @Nullable Double failureHourlyRate,
        @Nullable Double retrySuccess,
        double retryCost) {

    /** Nothing is known of it. */
    public static final Outcome UNKNOWN = new Outcome(null, null, null, null, null, null, null, null, null, 1);

    /** Of which it is not known how often it succeeds on another model. */
    public Outcome(
            @Nullable Double prompted,
            @Nullable Double tuned,
            @Nullable Double retrieved,
            @Nullable Double informationInWeights,
            @Nullable Double failureCost,
            @Nullable Double failureMinutes,
            @Nullable Double failureHourlyRate,
            @Nullable Double retrySuccess,
            double retryCost) {
        this(
                prompted,
                null,
                tuned,
                retrieved,
                informationInWeights,
                failureCost,
                failureMinutes,
                failureHourlyRate,
                retrySuccess,
                retryCost);
    }

    /** What a failure costs, in the plan's currency; 0 where that is not stated. */
    public double costOfFailure() {
        if (failureCost != null) {
            return failureCost;
        }
        return failureMinutes == null || failureHourlyRate == null ? 0 : failureMinutes * failureHourlyRate / 60;
    }

    /** Whether nobody has said how often anything succeeds. */
    public boolean unstated() {
        return prompted == null && tuned == null && retrieved == null && informationInWeights == null;
    }
}
