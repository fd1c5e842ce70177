package app.steelyard.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.whatif.trials.TrialSettings;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    private static final TrialSettings FEW = TrialSettings.DEFAULT.withTrials(500);

    private static SelfCheck check;

    @BeforeAll
    static void run() {
        check = SelfCheck.run(WorkedNumber.shipped(), Bank.shipped(), FEW, () -> false);
    }

    @Test
    void everyWorkedNumberComesOut() {
        assertTrue(check.worked().size() >= 40);
        check.worked()
                .forEach(w -> assertTrue(
                        w.passed(),
                        w.number().id() + ": " + w.got() + " for " + w.number().expected()));
        assertTrue(check.passed());
    }

    @Test
    void everySystemOfTheBankIsReadAndThoseWithoutAFigureAreCounted() {
        List<Bank.Entry> systems = Bank.shipped().systems();
        assertEquals(28, systems.size());
        assertEquals(28, new HashSet<>(systems.stream().map(Bank.Entry::id).toList()).size());
        assertEquals(28, check.systems() + check.leftOut().size());
        check.leftOut().forEach(s -> assertNotNull(s.leftOut()));
        check.figures().forEach(f -> {
            assertFalse(f.system().source().isBlank());
            assertTrue(
                    f.figure().truth() >= 0 && f.figure().truth() <= 1,
                    f.system().id());
            assertTrue(f.now().low() <= f.now().median()
                    && f.now().median() <= f.now().high());
            assertTrue(f.now().low() >= 0 && f.now().high() <= 1, f.system().id());
        });
    }

    @Test
    void mostSystemsLieInsideIntervalsThatSaySomething() {
        assertTrue(check.inside() >= SelfCheck.ENOUGH_INSIDE * check.systems(), check.inside() + "");
        assertTrue(check.medianWidth() <= SelfCheck.NARROW_ENOUGH, check.medianWidth() + "");
        assertTrue(check.medianWidth() > 0.05, "a derived rate is never as sure as that");
        assertTrue(
                check.wereInside() < check.systems() / 4,
                "requests that know nothing of each other are no conversation");
    }

    @Test
    void anIntervalDoesNotKnowTheTruth() {
        Bank other = new Bank(Bank.shipped().systems().stream()
                .map(s -> new Bank.Entry(
                        s.id(),
                        s.system(),
                        s.vendor(),
                        s.grade(),
                        s.cacheClass(),
                        s.source(),
                        s.date(),
                        s.figures().stream()
                                .map(f -> new Bank.Figure(f.what(), f.kind(), 1 - f.truth(), f.plan()))
                                .toList(),
                        s.leftOut()))
                .toList());
        SelfCheck turned = SelfCheck.run(List.of(), other, FEW, () -> false);
        for (int i = 0; i < check.figures().size(); i++) {
            assertEquals(check.figures().get(i).now(), turned.figures().get(i).now());
            assertEquals(
                    check.figures().get(i).before(), turned.figures().get(i).before());
        }
        assertTrue(turned.figuresInside() < check.figuresInside() / 2, "but whether it lies inside depends on it");
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        SelfCheck one = SelfCheck.run(List.of(), Bank.shipped(), FEW.withThreads(1), () -> false);
        SelfCheck three = SelfCheck.run(List.of(), Bank.shipped(), FEW.withThreads(3), () -> false);
        assertEquals(
                one.figures().stream().map(TriedFigure::now).toList(),
                three.figures().stream().map(TriedFigure::now).toList());
    }

    @Test
    void aWorkedNumberThatIsOffIsNotPassed() {
        SelfCheck broken = SelfCheck.run(Broken.first(WorkedNumber.shipped()), new Bank(List.of()), FEW, () -> false);
        assertFalse(broken.passed());
        assertEquals(broken.worked().size() - 1, broken.workedPassed());
    }

    @Test
    void itCanBeStopped() {
        assertThrows(
                CancellationException.class,
                () -> SelfCheck.run(List.of(), Bank.shipped(), FEW.withThreads(1), () -> true));
    }
}
