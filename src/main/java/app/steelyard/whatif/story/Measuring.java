package app.steelyard.whatif.story;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How a number of a plan is measured, in a sentence: what is counted or asked, and of how much. */
final class Measuring {
    private static final Texts TEXTS = Texts.of(Measuring.class);

    /** Half of a 90 % interval of a normal distribution, in standard deviations. */
    private static final double NINETY = 1.6449;
    /** Half as wide as this an interval is called good where nobody has stated a range: 4 points to either side. */
    private static final double USUAL = 0.16;

    private static final int FEWEST = 30;

    private Measuring() {}

    static String how(Plan plan, PlanNumber number) {
        String name = NumberLabels.of(plan, number);
        return switch (number) {
            case ItemNumber item ->
                TEXTS.get(item.kind() == ItemNumber.Kind.TOKENS ? "measure.tokens" : "measure.log", name);
            case ModelNumber of ->
                switch (of.kind()) {
                    case PROMPTED, TUNED, RETRIEVED, INFORMATION_IN_WEIGHTS -> judged(plan, of, name);
                    case OUTPUT_TOKENS, REASONING_TOKENS -> TEXTS.get("measure.log", name);
                    case TOKEN_FACTOR -> TEXTS.get("measure.tokens", name);
                };
            case PlanNumber.PriceNumber of -> TEXTS.get("measure.prices", name);
            case PlanField field ->
                how(field).equals("measure.judged") ? judged(plan, field, name) : TEXTS.get(how(field), name);
        };
    }

    /** The text that says how. */
    private static String how(PlanField field) {
        return switch (field) {
            case SUCCESS_PROMPTED,
                    SUCCESS_ELSEWHERE,
                    SUCCESS_TUNED,
                    SUCCESS_RETRIEVED,
                    SUCCESS_IN_WEIGHTS,
                    RETRY_SUCCESS -> "measure.judged";
            case MEASURED_HIT_RATE, MODEL_HIT_RATE, EFFECTIVENESS, FIRST_TURN_HIT_RATE -> "measure.hitRate";
            case REQUESTS_PER_MONTH, SESSIONS_PER_MONTH, TURNS, OUTPUT_TOKENS, TENANTS, USERS, ACTIVE_HOURS_PER_DAY ->
                "measure.log";
            case FAILURE_COST, FAILURE_MINUTES, FAILURE_HOURLY_RATE -> "measure.failures";
            case PRICE_TREND, RENT_TREND -> "measure.prices";
            default -> "measure.ask";
        };
    }

    /** How many sessions have to be judged for a 90 % interval half as wide as the range that is stated. */
    private static String judged(Plan plan, PlanNumber field, String name) {
        double rate = field.get(plan);
        double width = plan.whatIf()
                .range(field.path())
                .filter(r -> r.high() > r.low())
                .map(Measuring::width)
                .orElse(USUAL);
        double half = width / 4;
        double sessions = rate * (1 - rate) * (NINETY / half) * (NINETY / half);
        double round = new BigDecimal(Math.max(FEWEST, sessions))
                .round(new MathContext(2, RoundingMode.CEILING))
                .doubleValue();
        return TEXTS.get("measure.judged", name, Numbers.count(round), Numbers.value(100 * half));
    }

    /** Whether a log, a count or a judgement shows it while a design runs; the others are asked of people. */
    static boolean shows(PlanNumber number) {
        return switch (number) {
            case PlanField field ->
                !how(field).equals("measure.ask") && !how(field).equals("measure.prices");
            case PlanNumber.PriceNumber of -> false;
            case ItemNumber of -> true;
            case ModelNumber of -> true;
        };
    }

    private static double width(Range range) {
        return range.high() - range.low();
    }
}
