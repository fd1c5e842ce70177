package app.steelyard.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.text.Currency;
import org.junit.jupiter.api.Test;

class ResultTest {
    private final Comparison comparison = SampleComparisons.compare(SampleComparisons.copilot());

    @Test
    void everyNameReadsBack() {
        for (Measure figure : Measure.values()) {
            for (Subject subject : Subject.values()) {
                Result result = new Result(figure, subject);
                assertEquals(result, Result.parse(result.toString()));
                assertFalse(result.label().isBlank());
                assertFalse(result.show(Currency.USD.of(result.of(comparison), result.unit()))
                        .isBlank());
            }
        }
        assertEquals(new Result(Measure.TCO, Subject.PROMPT_CACHING), Result.parse(" TCO ( Prompt-Caching ) "));
    }

    @Test
    void aWrongNameListsTheRightOnes() {
        assertTrue(message("costs").contains("tco"));
        assertTrue(message("tco(index)").contains("retrieval"));
        assertTrue(message("tco(").contains("tco(prompt-caching)"));
    }

    private static String message(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Result.parse(text))
                .getMessage();
    }

    @Test
    void readsFromTheComparison() {
        var cached = comparison.priced(app.steelyard.plan.Design.PROMPT_CACHING).orElseThrow();
        assertEquals(cached.measures().npv(), value("npv(prompt-caching)"), 0);
        assertEquals(cached.caches().hitRate(), value("hit-rate(prompt-caching)"), 0);
        assertEquals(cached.firstToken().expected(), value("first-token(prompt-caching)"), 0);
        assertEquals(0, value("saving(today)"), 0);
        assertEquals(value("tco(uncached)"), value("tco(today)"), 0);
        assertEquals(value("tco(uncached)") - value("tco(hybrid)"), value("saving(hybrid)"), 1e-6);
        assertTrue(value("input-cost(uncached)") < value("tco(uncached)"));
    }

    private double value(String text) {
        return Result.parse(text).of(comparison);
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        Comparison unpriced = SampleComparisons.compare(SampleComparisons.withoutTuning());
        assertTrue(Double.isNaN(Result.parse("tco(fine-tuning)").of(unpriced)));
        assertTrue(Double.isNaN(Result.parse("hit-rate(uncached)").of(unpriced)));
        assertEquals("not known", Result.parse("tco").show(Currency.USD.of(Double.NaN)));
        assertEquals(Double.POSITIVE_INFINITY, Result.parse("payback(today)").of(unpriced), 0);
    }

    /** Without behaviour among its items a hybrid is prompt caching by another name. */
    @Test
    void aDesignUnderAnotherNameIsFound() {
        Plan plan = Fixtures.plan(5000, 1000);
        Comparison one = SampleComparisons.compare(plan);
        assertEquals(
                Result.parse("tco(prompt-caching)").of(one),
                Result.parse("tco(hybrid)").of(one),
                0);
    }
}
