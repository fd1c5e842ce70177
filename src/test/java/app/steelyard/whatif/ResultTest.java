package app.steelyard.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTest {
    private final Comparison comparison = SampleComparisons.compare(SampleComparisons.copilot());

    @Test
    void everyNameReadsBack() {
        for (Figure figure : Figure.values()) {
            for (Subject subject : Subject.values()) {
                Result result = new Result(figure, subject);
                assertEquals(result, Result.parse(result.toString()));
                assertFalse(result.label().isBlank());
                assertFalse(result.show(result.of(comparison), "USD").isBlank());
            }
        }
        assertEquals(new Result(Figure.TCO, Subject.PROMPT_CACHING), Result.parse(" TCO ( Prompt-Caching ) "));
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
        assertEquals("not known", Result.parse("tco").show(Double.NaN, "USD"));
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

    @ParameterizedTest
    @CsvSource({
        "90 %, FRACTION, 0.9",
        "0.9, FRACTION, 0.9",
        "'1,234,567.5', MONEY, 1234567.5",
        "$1.2M, MONEY, 1200000",
        "-$30k, MONEY, -30000",
        "−5, MONEY, -5",
        "1e6, REQUESTS, 1000000",
        "2 years, MONTHS, 24",
        "250 ms, SECONDS, 0.25",
        "1.5 s, SECONDS, 1.5",
        "5k, TOKENS, 5000"
    })
    void amounts(String text, Unit unit, double expected) {
        assertEquals(expected, Amount.parse(text, unit), 1e-12 * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "many, COUNT",
        "90 %, MONEY",
        "'1,23', MONEY",
        "'', MONEY",
        "1 2, COUNT",
        "5 weeks, MONTHS",
        "1e999, COUNT"
    })
    void noAmounts(String text, Unit unit) {
        assertThrows(IllegalArgumentException.class, () -> Amount.parse(text, unit));
    }
}
