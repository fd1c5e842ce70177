package app.steelyard.cost.result;

import static app.steelyard.cost.result.Measure.AVERAGE_MONTH;
import static app.steelyard.cost.result.Measure.COST_PER_REQUEST;
import static app.steelyard.cost.result.Measure.COST_PER_SUCCESS;
import static app.steelyard.cost.result.Measure.DISCOUNTED_PAYBACK;
import static app.steelyard.cost.result.Measure.FIRST_MONTH;
import static app.steelyard.cost.result.Measure.FIRST_TOKEN;
import static app.steelyard.cost.result.Measure.HIT_RATE;
import static app.steelyard.cost.result.Measure.IRR;
import static app.steelyard.cost.result.Measure.NPV;
import static app.steelyard.cost.result.Measure.PAYBACK;
import static app.steelyard.cost.result.Measure.PRESENT_VALUE;
import static app.steelyard.cost.result.Measure.ROI;
import static app.steelyard.cost.result.Measure.SAVED_BY_DESIGN;
import static app.steelyard.cost.result.Measure.SAVED_BY_MODEL;
import static app.steelyard.cost.result.Measure.SAVED_ON_BILL;
import static app.steelyard.cost.result.Measure.SAVED_ON_FAILURES;
import static app.steelyard.cost.result.Measure.SAVING;
import static app.steelyard.cost.result.Measure.SAVING_FIRST_MONTH;
import static app.steelyard.cost.result.Measure.SAVING_FIRST_YEAR;
import static app.steelyard.cost.result.Measure.SAVING_SHARE;
import static app.steelyard.cost.result.Measure.SET_UP;
import static app.steelyard.cost.result.Measure.SUCCESSES;
import static app.steelyard.cost.result.Measure.SUCCESS_RATE;
import static app.steelyard.cost.result.Measure.TCO;
import static app.steelyard.cost.result.Measure.TCO_AT_LIST;

import java.util.List;

/** Where people are told a choice of the measures, and in which order. JSON, CSV and searches have them all. */
public enum MeasureTable {
    /** On cards above the charts, of one design. */
    CARDS(TCO, SAVING, NPV, PAYBACK, HIT_RATE),
    /** Of all designs in a terminal. */
    TERMINAL(
            SET_UP,
            FIRST_MONTH,
            AVERAGE_MONTH,
            TCO,
            TCO_AT_LIST,
            SUCCESS_RATE,
            COST_PER_SUCCESS,
            SAVING_FIRST_MONTH,
            SAVING_FIRST_YEAR,
            NPV,
            PAYBACK,
            FIRST_TOKEN),
    /** Of all designs at the head of a report. */
    OPTIONS(SET_UP, AVERAGE_MONTH, TCO, COST_PER_SUCCESS, NPV, PAYBACK),
    /** What each design costs, in a report. */
    COSTS(
            TCO,
            TCO_AT_LIST,
            FIRST_MONTH,
            AVERAGE_MONTH,
            PRESENT_VALUE,
            COST_PER_REQUEST,
            SUCCESS_RATE,
            SUCCESSES,
            COST_PER_SUCCESS),
    /** What the saving is made of: where a design runs on another model than today's, and where failures are counted. */
    SPLIT(SAVING, SAVED_BY_MODEL, SAVED_BY_DESIGN, SAVED_ON_BILL, SAVED_ON_FAILURES),
    /** What each design is worth against today's, in a report. */
    AGAINST_TODAY(SAVING, SAVING_SHARE, NPV, PAYBACK, DISCOUNTED_PAYBACK, ROI, IRR),
    /** Of the cheapest design of each scenario, for terminals and programs. */
    SCENARIOS(TCO, SAVING, PAYBACK),
    /** The same where scenarios are edited. */
    SCENARIO_EDITOR(TCO, AVERAGE_MONTH, SAVING, NPV, FIRST_TOKEN);

    private final List<Measure> measures;

    MeasureTable(Measure... measures) {
        this.measures = List.of(measures);
    }

    public List<Measure> measures() {
        return measures;
    }

    /** Without those that nothing is to be told of for {@code evaluations}. */
    public List<Measure> measures(List<Evaluation.Priced> evaluations) {
        return measures.stream()
                .filter(m -> !m.unsaid() || evaluations.stream().anyMatch(m::told))
                .toList();
    }
}
