package app.steelyard.plan.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.SizeClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTextTest {
    private static final List<SizeClass> TWO =
            List.of(new SizeClass(0.62, 1.3, 0.05, 1), new SizeClass(0.38, 2.6, 2.5, 2));
    private static final List<GapStep> LOGS =
            List.of(new GapStep(30, 0.4), new GapStep(300, 0.92), new GapStep(3600, 0.995), new GapStep(5400, 1));

    @Test
    void whatIsShownIsReadAgain() {
        String classes = "62 % × 1.3 turns × 0.05 size; 38 % × 2.6 turns × 2.5 size × 2 growth";
        assertEquals(classes, SessionText.ofClasses(TWO));
        assertEquals(TWO, SessionText.classes(classes).rows());
        String gaps = "30 s 40 %, 5 min 92 %, 1 h 99.5 %, 90 min 100 %";
        assertEquals(gaps, SessionText.ofGaps(LOGS));
        assertEquals(LOGS, SessionText.gaps(gaps).rows());
        assertTrue(SessionText.gaps("").rows().isEmpty());
    }

    @Test
    void theyArePastedAsTheyAre() {
        assertEquals(
                TWO,
                SessionText.classes("62% x 1.3 turns x .05 size\n38 % * 2.6 turns * 2 growth * 2.5 size")
                        .rows());
        assertEquals(
                LOGS,
                SessionText.gaps("30 s 40%\n300 s\t0.92\n60 min 99.5 %\n1.5 h 100 %\n")
                        .rows());
        assertEquals(
                List.of(new SizeClass(1, 1, 1, 1)),
                SessionText.classes("100 % × 1 turn").rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "62 % × 1.3 turns | add up to 100 %, not to 62 %",
                "62 % | is no class of sessions",
                "62 % × 3 apples; 38 % × 2 turns | “62 % × 3 apples” is no class",
                "62 × 3 turns | per cent",
            })
    void whatIsNoClassIsRefusedWithTheReason(String text, String reason) {
        SessionText.Reading<SizeClass> reading = SessionText.classes(text);
        assertTrue(reading.rows().isEmpty());
        assertTrue(reading.refusal().contains(reason), reading.refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"30 s", "40 %", "5 min 92 %, 30 s 40 %", "30 s 92 %, 5 min 40 %", "30 tokens 40 %"})
    void whatIsNoTableOfGapsIsRefused(String text) {
        SessionText.Reading<GapStep> reading = SessionText.gaps(text);
        assertTrue(reading.rows().isEmpty());
        assertTrue(!reading.refusal().isEmpty());
    }
}
