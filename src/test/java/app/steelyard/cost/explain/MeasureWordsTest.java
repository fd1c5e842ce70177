package app.steelyard.cost.explain;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.VerdictCase;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureWordsTest {
    /** Every measure of the list has a name, a value in words and an explanation that comes to the same. */
    @ParameterizedTest
    @EnumSource
    void aMeasureIsARowAndItsTexts(Measure measure) {
        Comparison comparison = VerdictCase.SAVES.comparison();
        Evaluation.Priced caching = comparison.priced(Design.PROMPT_CACHING).orElseThrow();
        assertFalse(Names.of(measure).isBlank());
        Derivation told = Derivations.measure(comparison, caching, measure);
        assertFalse(told.formula().isBlank());
        String words = MeasureWords.of(caching, measure);
        switch (measure) {
            // In full, where the table rounds.
            case HIT_RATE -> assertEquals(Numbers.percentExact(caching.caches().hitRate()), told.result());
            // One explanation of all three times, which comes to the expected one.
            case FIRST_TOKEN_CACHED, FIRST_TOKEN_UNCACHED ->
                assertEquals(MeasureWords.of(caching, Measure.FIRST_TOKEN), told.result());
            default -> assertEquals(words, told.result());
        }
        assertFalse(words.isBlank());
    }

    @Test
    void rowsAndPropertiesAreNamedOnce() {
        Set<String> names = new HashSet<>();
        for (Measure measure : Measure.values()) {
            assertTrue(measure.row().isEmpty() || names.add(measure.row()), measure.row());
            assertTrue(measure.property() == null || names.add(measure.property()), measure.property());
        }
    }

    /** Tuning pays its set-up back within weeks; the work of the second round costs more than all that was saved. */
    @Test
    void aPaybackBesideALossIsSaidToBeLost() {
        Plan plan = plan(5000, 1000)
                .withItems(List.of(item("tone", 5000, Kind.BEHAVIOUR, Scope.SHARED, 0)))
                .withTuning(new Tuning(PriceRef.parse("test/base"), 1e6, 1, 1, 0, 6, 0, 3, 0, 1));
        Comparison comparison =
                Comparison.of(plan, book(model().prices("1", "1", "5").tuning("1", null, null, "1", "1", "5")));
        Evaluation.Priced tuned = comparison.priced(Design.FINE_TUNING).orElseThrow();
        String payback = MeasureWords.of(tuned, Measure.PAYBACK);
        assertEquals("0.8 months (lost again later)", payback);
        Plan kept = plan.withTuning(new Tuning(PriceRef.parse("test/base"), 1e6, 1, 1, 0, 0, 0, 3, 0, 1));
        Comparison once =
                Comparison.of(kept, book(model().prices("1", "1", "5").tuning("1", null, null, "1", "1", "5")));
        assertEquals(
                "0.8 months", MeasureWords.of(once.priced(Design.FINE_TUNING).orElseThrow(), Measure.PAYBACK));
    }
}
