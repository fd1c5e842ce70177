package app.steelyard.app.plan;

import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.text.Texts;

/** What has been seen of prices over a year, to be taken into a plan by whoever means to follow them; never taken unasked. */
public final class TrendOffer {
    private static final Texts TEXTS = Texts.of(TrendOffer.class);

    private static final double LIKE_FOR_LIKE = -0.25;
    private static final double FASTEST = -0.55;
    private static final double RENT = 0.4;

    private TrendOffer() {}

    /** Of list prices, for who moves to newer models: −25 % a year, between −55 % and nothing. */
    public static Plan prices(Plan plan) {
        return taken(plan, PlanField.PRICE_TREND, LIKE_FOR_LIKE, FASTEST, 0, TEXTS.get("trend.source"));
    }

    /** Of what GPUs rent for: it stays, up to 40 % either way. */
    public static Plan rents(Plan plan) {
        return taken(plan, PlanField.RENT_TREND, 0, -RENT, RENT, TEXTS.get("trend.rent.source"));
    }

    private static Plan taken(Plan plan, PlanField field, double value, double low, double high, String source) {
        Plan stated = field.with(plan, value);
        return stated.withWhatIf(stated.whatIf()
                        .with(new Range(field.path(), low, high, Distribution.TRIANGULAR, TEXTS.get("trend.note"))))
                .withSource(field.path(), source);
    }
}
