package app.steelyard.app.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.steelyard.decision.rules.Cases;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.WhatIf;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class HowSureTest {
    private static final Plan PLAN = Samples.plan("banking-copilot").orElseThrow();

    @Test
    void itIsAsSureAsAllOfTheTrialsSay() {
        DoubtAnswer answer = DoubtAnswer.thorough(
                new DoubtQuestion(PLAN, Cases.BOOK, TrialSettings.DEFAULT, null, null), () -> false);
        assertEquals(answer.doubt().orElseThrow().sure(), HowSure.of(PLAN, Cases.BOOK, () -> false));
    }

    /** What chance alone may have put there is worth nothing to anybody. */
    @Test
    void aWorthIsToldWhereItCanBeToldFromNothing() {
        HowSure sure = HowSure.of(PLAN, Cases.BOOK, () -> false).orElseThrow();
        assertFalse(sure.worths().isEmpty());
        sure.worths()
                .forEach(w -> assertEquals(
                        w.value() > 2 * w.standardError() ? Optional.of(w) : Optional.empty(),
                        sure.worth(w.assumption().number())));
        assertEquals(Optional.empty(), sure.worth(PlanField.HORIZON_MONTHS));
    }

    @Test
    void whereNothingIsInDoubtNothingIsSaid() {
        Plan certain = PLAN.withWhatIf(WhatIf.NOTHING);
        assertEquals(Optional.empty(), HowSure.of(certain, Cases.BOOK, () -> false));
    }

    @Test
    void whoeverNoLongerWaitsEndsIt() {
        assertThrows(CancellationException.class, () -> HowSure.of(PLAN, Cases.BOOK, () -> true));
    }
}
