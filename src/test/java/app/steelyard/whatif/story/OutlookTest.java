package app.steelyard.whatif.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.search.FirstRanges;
import app.steelyard.whatif.trials.Assumption;
import app.steelyard.whatif.trials.Assumptions;
import app.steelyard.whatif.trials.Dial;
import app.steelyard.whatif.trials.TrialSettings;
import app.steelyard.whatif.trials.Worth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final PriceBook BOOK =
            PriceBookLoader.load(Path.of("target", "no-profiles")).book();

    private static Plan certain(String sample) {
        return Samples.plan(sample).orElseThrow().withWhatIf(WhatIf.NOTHING);
    }

    private static Outlook outlook(Plan plan) {
        return Outlook.of(Batch.of(plan, BOOK), TrialSettings.DEFAULT.withTrials(2000), () -> false);
    }

    @Test
    void firstRangesGoTheSameShareToEitherSideAndLeaveStatedOnesAlone() {
        Plan plan = certain("support-bot");
        Plan ranged = FirstRanges.around(plan, 0.3);
        double requests = plan.traffic().requestsPerMonth();
        Range range = ranged.whatIf().range(PlanField.REQUESTS_PER_MONTH.path()).orElseThrow();
        assertEquals(0.7 * requests, range.low(), 1e-9 * requests);
        assertEquals(1.3 * requests, range.high(), 1e-9 * requests);
        assertEquals(List.of(), PlanValidator.validate(ranged));
        assertEquals(ranged, FirstRanges.around(ranged, 0.1));
    }

    @Test
    void aDialGoesFromOneEndOfItsRangeToTheOther() {
        Plan plan = FirstRanges.around(certain("support-bot"), 0.3);
        for (Assumption assumption : Assumptions.of(plan).list()) {
            Dial dial = Dial.of(plan, assumption);
            assertEquals(
                    assumption.range().low(),
                    dial.value(0),
                    0.01 * Math.abs(assumption.range().low()));
            assertEquals(
                    assumption.range().high(),
                    dial.value(1),
                    0.01 * Math.abs(assumption.range().high()));
            assertEquals(0, dial.position(assumption.range().low()), 1e-9);
            assertEquals(1, dial.position(assumption.range().high()), 1e-9);
        }
    }

    @Test
    void theSavingToldIsNeverThatOfTodaysDesign() {
        for (String sample : List.of("support-bot", "banking-copilot", "caching")) {
            Outlook outlook = outlook(FirstRanges.around(certain(sample), 0.3));
            assertNotEquals(outlook.simulation().today(), outlook.subject(), sample);
        }
    }

    @Test
    void sentencesNameTheNumbersOfTheOutlook() {
        Outlook outlook = outlook(Samples.plan("support-bot").orElseThrow());
        Findings findings = new Findings(outlook);
        Worth first = outlook.information().worths().get(0);
        String name = NumberLabels.of(outlook.plan(), first.assumption().number());
        assertEquals(
                !first.negligible(),
                findings.afterHitRate().orElse(findings.headline()).contains(name));
        assertTrue(findings.likely().startsWith("Prompt caching is cheapest in "), findings.likely());
        assertTrue(findings.movers()
                .moves()
                .contains(NumberLabels.of(
                        outlook.plan(), outlook.bars().get(0).assumption().number())));
        assertEquals(
                outlook.ranking().get(0).cheapest().value(),
                findings.confidence().orElseThrow().probability());
    }

    @Test
    void whatIsCertainNeedsNoMeasuring() {
        Plan plan = FirstRanges.around(certain("caching"), 0.01);
        Findings findings = new Findings(outlook(plan));
        assertEquals(
                "Of what has a range nothing is left to measure for the choice: Prompt caching is cheapest in"
                        + " every trial. Not compared, as a price, a rate or an offer is missing: Retrieval, Fine-tuning",
                findings.headline());
        assertEquals("> 99.8 %", findings.confidence().orElseThrow().percent(), "3 / n of 2,000 trials");
    }

    @Test
    void aMapWithRoomHoldsTheRangeAndMore() {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        for (Assumption assumption : Assumptions.of(plan).list()) {
            Axis axis = Axis.around(plan, assumption.number(), 8);
            assertTrue(axis.from() <= assumption.range().low()
                    && axis.to() >= assumption.range().high());
            assertTrue(axis.holds(assumption.base()));
        }
    }
}
