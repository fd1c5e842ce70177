package app.steelyard.whatif.trials;

import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One figure that trials give, as {@link app.steelyard.cost.result.Measure} is one of a design: the lists from which CSV,
 * JSON, charts and tables take them. A new one is a row here, and its name where a table for people has it.
 *
 * @param row what its row is called in tables for programs
 * @param property what it is called in JSON
 * @param unit money or a fraction
 * @param reading its value; NaN where there is none
 */
public record TrialFigure<T>(String row, String property, Unit unit, ToDoubleFunction<T> reading) {
    private static final Texts TEXTS = Texts.of(TrialFigure.class);

    /** What a design costs in one of ten, five, eight and nine of ten trials at most. */
    public static final List<TrialFigure<DesignSpread>> QUANTILES = List.of(
            money("P10", "p10", DesignSpread::p10),
            money("P50", "p50", DesignSpread::p50),
            money("P80", "p80", DesignSpread::p80),
            money("P90", "p90", DesignSpread::p90));

    public static final TrialFigure<DesignSpread> CONTINGENCY =
            money("CONTINGENCY", "contingency", DesignSpread::contingency);
    public static final TrialFigure<DesignSpread> MEAN = money("MEAN", "mean", DesignSpread::mean);
    public static final TrialFigure<DesignSpread> MEAN_ERROR =
            money("MEAN_ERROR", "standardError", DesignSpread::standardError);
    public static final TrialFigure<DesignSpread> CHEAPEST = fraction(
            "PROBABILITY_CHEAPEST", "probabilityCheapest", o -> o.cheapest().value());
    public static final TrialFigure<DesignSpread> CHEAPEST_ERROR = fraction(
            "PROBABILITY_CHEAPEST_ERROR",
            "probabilityStandardError",
            o -> o.cheapest().standardError());

    /** All of a design. */
    public static final List<TrialFigure<DesignSpread>> DESIGN = List.of(
            QUANTILES.get(0),
            QUANTILES.get(1),
            money("P50_ERROR", "p50StandardError", DesignSpread::p50StandardError),
            QUANTILES.get(2),
            QUANTILES.get(3),
            CONTINGENCY,
            MEAN,
            MEAN_ERROR,
            CHEAPEST,
            CHEAPEST_ERROR,
            fraction(
                    "PROBABILITY_CHEAPEST_BOUND",
                    "probabilityBound",
                    o -> o.cheapest().extremeBound()),
            fraction("PROBABILITY_FEASIBLE", "feasible", DesignSpread::feasible));

    /** All of what a design saves. */
    public static final List<TrialFigure<Saved>> SAVING = List.of(
            money("SAVING_P10", "p10", Saved::p10),
            money("SAVING_P50", "p50", Saved::p50),
            money("SAVING_P50_ERROR", "p50StandardError", Saved::p50StandardError),
            money("SAVING_P90", "p90", Saved::p90),
            money("SAVING_MEAN", "mean", Saved::mean),
            money("SAVING_MEAN_ERROR", "standardError", Saved::standardError),
            fraction("PROBABILITY_OF_LOSS", "probabilityOfLoss", s -> s.loss().value()),
            fraction(
                    "PROBABILITY_OF_LOSS_ERROR",
                    "probabilityStandardError",
                    s -> s.loss().standardError()),
            fraction(
                    "PROBABILITY_OF_LOSS_BOUND",
                    "probabilityBound",
                    s -> s.loss().extremeBound()));

    /** What it is worth to know one number. */
    public static final List<TrialFigure<Worth>> WORTH =
            List.of(money("WORTH", "value", Worth::value), money("WORTH_ERROR", "standardError", Worth::standardError));

    /** What it is worth to know all of them. */
    public static final List<TrialFigure<Information>> INFORMATION = List.of(
            money("WORTH_OF_ALL", "total", Information::total),
            money("WORTH_OF_ALL_ERROR", "totalStandardError", Information::totalStandardError));

    private static <T> TrialFigure<T> money(String row, String property, ToDoubleFunction<T> reading) {
        return new TrialFigure<>(row, property, Unit.MONEY, reading);
    }

    private static <T> TrialFigure<T> fraction(String row, String property, ToDoubleFunction<T> reading) {
        return new TrialFigure<>(row, property, Unit.FRACTION, reading);
    }

    public double of(T subject) {
        return reading.applyAsDouble(subject);
    }

    /** At the head of a column for people. */
    public String title() {
        return TEXTS.get("figure." + property);
    }
}
