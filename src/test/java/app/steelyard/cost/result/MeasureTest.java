package app.steelyard.cost.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.VerdictCase;
import app.steelyard.plan.Design;
import app.steelyard.text.Unit;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Caching of 5,000 tokens 1,000 times a month at 1 and 0.1 a million: 0.50 instead of 5 a month. */
class MeasureTest {
    private static final Evaluation.Priced CACHING =
            VerdictCase.SAVES.comparison().priced(Design.PROMPT_CACHING).orElseThrow();

    /** The hit rate of a request every 44 minutes and a life of five: 1 − e^(−1000/730/12). */
    @ParameterizedTest
    @CsvSource({
        "set-up, 0",
        "first-month, 4.51454",
        "average-month, 4.51454",
        "tco, 54.1744",
        "input-cost, 54.1744",
        "saving, 5.82555",
        "saving-share, 0.0970925",
        "saving-first-month, 0.485463",
        "saving-first-year, 5.82555",
        "payback, 0",
        "discounted-payback, 0",
        "cost-per-request, 0.00451454",
        "hit-rate, 0.1078806",
    })
    void eachReadsItsFigure(String key, double expected) {
        assertEquals(expected, measure(key).of(CACHING), 2e-6 * Math.abs(expected));
    }

    /** Nothing is invested, so that nothing returns. */
    @Test
    void whatDoesNotExistIsNoNumber() {
        assertTrue(Double.isNaN(Measure.ROI.of(CACHING)) && Double.isNaN(Measure.IRR.of(CACHING)));
        Evaluation.Priced today =
                VerdictCase.SAVES.comparison().priced(Design.UNCACHED).orElseThrow();
        assertEquals(Double.POSITIVE_INFINITY, Measure.PAYBACK.of(today));
        assertEquals(Double.POSITIVE_INFINITY, Measure.DISCOUNTED_PAYBACK.of(today));
        assertTrue(Double.isNaN(Measure.HIT_RATE.of(today)));
    }

    private static Measure measure(String key) {
        return List.of(Measure.values()).get(Measure.keys().indexOf(key));
    }

    @Test
    void figuresAreNamedForPeopleWhoTypeAndForPrograms() {
        assertEquals("cost-per-request", Measure.COST_PER_REQUEST.key());
        assertEquals(Measure.values().length, new HashSet<>(Measure.keys()).size());
        assertEquals(Unit.MONTHS, Measure.PAYBACK.unit());
        assertEquals("TCO", Measure.TCO.row());
        assertEquals("total", Measure.TCO.property());
        assertEquals("", Measure.INPUT_COST.row(), "asked for, not reported");
        assertNull(Measure.HIT_RATE.property());
        assertEquals("FIRST_TOKEN_MISS", Measure.FIRST_TOKEN_UNCACHED.row());
    }

    @Test
    void whatIsAgainstTodayIsToldApart() {
        assertTrue(MeasureTable.AGAINST_TODAY.measures().stream().allMatch(Measure::againstToday));
        assertTrue(Measure.SAVING_FIRST_MONTH.againstToday() && Measure.SAVING_FIRST_YEAR.againstToday());
        assertTrue(MeasureTable.COSTS.measures().stream().noneMatch(Measure::againstToday));
        assertFalse(Measure.HIT_RATE.againstToday());
    }

    @ParameterizedTest
    @EnumSource
    void aTableHasAChoiceAndEachOnce(MeasureTable table) {
        List<Measure> measures = table.measures();
        assertTrue(
                measures.contains(Measure.TCO) != (table == MeasureTable.AGAINST_TODAY || table == MeasureTable.SPLIT));
        assertEquals(measures.size(), new HashSet<>(measures).size());
    }
}
