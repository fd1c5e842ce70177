package app.steelyard.ui.edit;

import app.steelyard.plan.PlanField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The part of a field's range that a slider covers, which is the part people plan with. Wide ranges are logarithmic;
 * values beyond are typed.
 *
 * @param step 0 for a logarithmic scale with two significant digits, else the step of a linear one
 */
public record SliderScale(double from, double to, double step) {

    /** The slider of {@code field}; empty where typing serves better. */
    public static Optional<SliderScale> of(PlanField field) {
        return Optional.ofNullable(
                switch (field) {
                    case REQUESTS_PER_MONTH -> logarithmic(1e3, 1e9);
                    case AUDIO_INPUT, AUDIO_OUTPUT, IMAGE_INPUT, IMAGE_OUTPUT, VIDEO_INPUT, VIDEO_OUTPUT ->
                        logarithmic(10, 1e5);
                    case OUTPUT_TOKENS -> logarithmic(10, 1e5);
                    case SESSIONS_PER_MONTH -> logarithmic(100, 1e8);
                    case TURNS -> logarithmic(1, 1000);
                    case GAP_MEDIAN -> logarithmic(1, 1e5);
                    case FAILURE_COST -> logarithmic(0.01, 1e4);
                    case TURNS_SPREAD -> new SliderScale(0, 5, 0.1);
                    case ACTIVE_DAYS_PER_WEEK -> new SliderScale(1, 7, 1);
                    case TENANT_SKEW, USER_SKEW -> new SliderScale(0, 2, 0.05);
                    case READ_DELAY -> new SliderScale(0, 60, 1);
                    case KEEP_ALIVE_PINGS -> new SliderScale(0, 20, 1);
                    case PARALLEL -> logarithmic(1, 100);
                    case TENANTS, USERS -> logarithmic(1, 1e6);
                    case DATASET_TOKENS -> logarithmic(1e4, 1e9);
                    case RETRIEVED_TOKENS -> logarithmic(100, 1e5);
                    case GROWTH_PER_MONTH -> new SliderScale(-0.1, 0.3, 0.005);
                    case ACTIVE_HOURS_PER_DAY -> new SliderScale(1, 24, 0.5);
                    case ACTIVE_SHARE,
                            ACTIVE_DAYS_SHARE,
                            TOOL_SHARE,
                            EFFECTIVENESS,
                            FIRST_TURN_HIT_RATE,
                            MEASURED_HIT_RATE,
                            SERVED_BATCH,
                            SERVED_FLEX,
                            SERVED_PRIORITY,
                            SERVED_FAST,
                            SERVED_PEAK,
                            SERVED_REGIONAL,
                            MEDIA_CACHED_SHARE,
                            SUCCESS_PROMPTED,
                            SUCCESS_ELSEWHERE,
                            SUCCESS_TUNED,
                            SUCCESS_RETRIEVED,
                            SUCCESS_IN_WEIGHTS,
                            RETRY_SUCCESS,
                            REEMBEDDED_SHARE -> new SliderScale(0, 1, 0.01);
                    case RETRY_RATE -> new SliderScale(0, 0.2, 0.005);
                    case CACHING_WEEKS, TUNING_WEEKS, RETRAIN_WEEKS, RETRIEVAL_WEEKS -> new SliderScale(0, 26, 0.2);
                    case EPOCHS -> new SliderScale(1, 10, 1);
                    case RUNS_PER_ROUND -> new SliderScale(1, 30, 1);
                    case RETRAIN_EVERY_MONTHS -> new SliderScale(0, 24, 1);
                    case HORIZON_MONTHS -> new SliderScale(1, 60, 1);
                    case PRICE_TREND, RENT_TREND -> new SliderScale(-0.6, 0.6, 0.01);
                    case DISCOUNT_RATE -> new SliderScale(0, 0.3, 0.005);
                    case ENGINEERING_WEEK_COST -> new SliderScale(0, 15_000, 100);
                    default -> null;
                });
    }

    private static SliderScale logarithmic(double from, double to) {
        return new SliderScale(from, to, 0);
    }

    /** Where the slider stands for {@code value}, 0 to 1. */
    public double position(double value) {
        double inside = Math.max(from, Math.min(to, Double.isNaN(value) ? from : value));
        return step == 0 ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
    }

    /** The value at {@code position}, rounded to what a hand can aim at. */
    public double value(double position) {
        if (step != 0) {
            BigDecimal unit = BigDecimal.valueOf(step);
            BigDecimal steps = BigDecimal.valueOf((to - from) * position / step).setScale(0, RoundingMode.HALF_UP);
            return BigDecimal.valueOf(from).add(steps.multiply(unit)).doubleValue();
        }
        double exact = from * Math.pow(to / from, position);
        return BigDecimal.valueOf(exact)
                .round(new MathContext(exact < 100 ? 1 : 2, RoundingMode.HALF_UP))
                .doubleValue();
    }
}
