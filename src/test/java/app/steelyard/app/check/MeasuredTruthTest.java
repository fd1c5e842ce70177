package app.steelyard.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuredTruthTest {
    @Test
    void whatFollowsFromASampleHoldsWhatWasMeasuredOfItsSystem() {
        assertEquals(Set.copyOf(Samples.MEASURED), MeasuredTruth.all().keySet());
        MeasuredTruth.all().forEach((id, m) -> {
            assertTrue(m.derived().holds(m.truth()), id + ": " + m.there() + ", " + m.here());
            assertTrue(m.derived().width() > 0.005 && m.derived().width() < 0.15, id + ": " + m.here());
            assertFalse(m.here().contains("off"), m.here());
        });
    }

    @Test
    void itIsThatOfTheBank() {
        MeasuredTruth chat = MeasuredTruth.all().get("support-chat");
        assertEquals(0.915, chat.truth());
        assertEquals(
                "Measured there: 91.5 % of the input read from the cache (github.com/fazer-ai/agents/issues/55)",
                chat.there());
    }

    @Test
    void aMissIsTold() {
        Interval derived = new Interval(0.7, 0.75, 0.8);
        assertTrue(new MeasuredTruth(Bank.Kind.HIT, 0.9, derived, "a").here().endsWith(", 10 percentage points off"));
        assertTrue(
                new MeasuredTruth(Bank.Kind.SAVING, 0.65, derived, "a").here().endsWith(", 5 percentage points off"));
        assertTrue(new MeasuredTruth(Bank.Kind.HIT, 0.8, derived, "a").here().startsWith("Derived here: 70 % to 80 %"));
    }
}
