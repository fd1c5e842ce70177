package app.steelyard.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.VerdictCase;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardAnswerTest {
    private static BoardAnswer of(VerdictCase of) {
        return BoardAnswer.of(ReportModel.of(of.comparison(), null, of.prices(), "test", Fixtures.DAY));
    }

    private static BoardAnswer of(Plan plan) {
        return BoardAnswer.of(ReportModel.of(
                Comparison.of(plan, SampleComparisons.book()), null, SampleComparisons.book(), "test", Fixtures.DAY));
    }

    private static Plan ranged(Plan plan, PlanField field, double low, double high) {
        return plan.withWhatIf(
                new WhatIf(List.of(new Range(field.path(), low, high, Distribution.PERT, "")), List.of(), List.of()));
    }

    private static String figure(BoardAnswer answer, int at) {
        BoardAnswer.Figure figure = answer.figures().get(at);
        return figure.name() + ": " + figure.value() + " (" + figure.note() + ", " + figure.tone() + ")";
    }

    @Test
    void theTitleIsTheDecision() {
        assertEquals(
                "Keep Test model and cache the prompt", of(VerdictCase.SAVES).title());
        assertEquals(
                "Stay with Prompt caching on Test model",
                of(VerdictCase.TODAY_IS_BEST).title());
        assertEquals(
                "Keep Test model and retrieve what is large",
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).title());
        assertEquals(
                "Do not decide yet: no design can do the job",
                of(VerdictCase.NONE_FIT).title());
        assertEquals(
                "Do not decide yet: nothing has a price",
                of(VerdictCase.UNPRICED).title());
    }

    @Test
    void theMoneyIsThatOfTheStatement() {
        assertTrue(
                of(VerdictCase.SAVES).money().startsWith("A month costs $"),
                of(VerdictCase.SAVES).money());
        assertTrue(of(VerdictCase.SAVES).money().contains(" instead of $"));
        assertTrue(
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).money().contains("cannot do the job: "),
                of(VerdictCase.TODAY_UNFIT_AND_CHEAPER).money());
        BoardAnswer unknown = of(VerdictCase.TODAY_UNPRICED);
        assertEquals("Do not decide yet: what today’s design costs is not known", unknown.title());
        assertTrue(unknown.money().contains("Of what has a price, Prompt caching costs least, "), unknown.money());
        assertTrue(unknown.figures().isEmpty());
        assertEquals("No money, and no change of design", unknown.approve().getFirst());
        BoardAnswer saves = of(VerdictCase.SAVES);
        VerdictCase.SAVES
                .comparison()
                .cheapest()
                .ifPresent(e -> assertTrue(
                        saves.figures()
                                .get(0)
                                .value()
                                .equals(e.currency().of(e.measures().saving()).inShort()),
                        saves.figures().toString()));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Plan certain = PlanField.MEASURED_HIT_RATE.with(SampleComparisons.copilot(), 0.9);
        BoardAnswer answer = of(certain);
        assertEquals("How sure: not known (no ranges stated, PLAIN)", figure(answer, 3));
        assertTrue(answer.measure().get(0).startsWith("No number has a range"));
        assertTrue(of(VerdictCase.UNPRICED).figures().isEmpty());
    }

    /** What can no longer be bought comes before when it ends; what there is no room for is counted. */
    @Test
    void whatIsAskedForSaysWhetherItCanBeBought() {
        PriceBook book = PriceBookLoader.load(Path.of("target", "no-profiles")).book();
        Plan copilot = Samples.plan("banking-copilot").orElseThrow();
        BoardAnswer answer =
                BoardAnswer.of(ReportModel.of(Comparison.of(copilot, book), null, book, "test", Fixtures.DAY));
        List<String> minded = answer.caveats().stream()
                .filter(c -> c.startsWith("Mind that: "))
                .toList();
        assertEquals(2, minded.size(), answer.caveats()::toString);
        assertTrue(minded.getFirst().contains("sold to new customers"), minded::toString);
        assertTrue(
                answer.caveats().stream().anyMatch(c -> c.endsWith("in the whole report.")),
                answer.caveats()::toString);
    }

    /** Where nobody says what a failure costs, failures are not called counted. */
    @Test
    void whatAFailureCostsIsNotCountedWhereItIsNotStated() {
        Plan plan = SampleComparisons.copilot();
        BoardAnswer free = of(plan.withOutcome(new Outcome(0.8, 0.8, 0.9, 0.7, 0.6, null, null, null, null, 1)));
        assertTrue(
                free.madeOf().stream().anyMatch(s -> s.contains("nothing is counted for a failure")),
                free.madeOf()::toString);
        assertTrue(free.madeOf().stream().noneMatch(s -> s.contains("failures counted")), free.madeOf()::toString);
    }

    @Test
    void whatWasNotVariedIsNotCalledSure() {
        String derived = figure(of(SampleComparisons.copilot()), 3);
        assertTrue(derived.startsWith("How sure: in part ("), derived);
        assertTrue(derived.contains("which varied only: Hit rate, as derived"), derived);
        Plan ranged = ranged(SampleComparisons.copilot(), PlanField.OUTPUT_TOKENS, 300, 400);
        BoardAnswer stated = of(ranged.withOutcome(new Outcome(0.8, 0.8, 0.9, 0.7, 0.6, 4.0, null, null, null, 1)));
        assertTrue(figure(stated, 3).startsWith("How sure: in part ("), figure(stated, 3));
        assertTrue(figure(stated, 3).contains("not varied: Success when tuned and "), figure(stated, 3));
        // Nothing with a range is worth measuring, so that the rates come first, and how to measure one of them at
        // once.
        assertTrue(
                stated.measure().getFirst().startsWith("First say how far off these may be, or measure them: "),
                stated.measure()::toString);
        String rate =
                stated.measure().get(1).substring(0, stated.measure().get(1).indexOf(':'));
        assertTrue(
                stated.measure().getFirst().contains(": " + rate.replaceAll("[“”]", "")), stated.measure()::toString);
        assertTrue(
                stated.madeOf().contains("Designs are ranked by the cost per success, failures counted."),
                stated.madeOf().toString());
    }

    /** Only one thing is to be measured first: rates without a range come after what the trials find worth measuring. */
    @Test
    void ratesWithoutARangeComeAfterWhatIsWorthMeasuring() {
        Plan dear = PlanField.CACHING_WEEKS.with(
                PlanField.REQUESTS_PER_MONTH.with(SampleComparisons.withoutTuning(), 4000), 1.5);
        Plan plan = ranged(dear, PlanField.REQUESTS_PER_MONTH, 200, 60_000)
                .withOutcome(new Outcome(0.8, 0.8, 0.8, 0.8, 0.8, null, null, null, null, 1));
        List<String> measure = of(plan).measure();
        assertTrue(measure.getFirst().contains("Measure “Requests a month” first"), measure::toString);
        assertTrue(
                measure.getLast().startsWith("Say also how far off these may be, or measure them: "),
                measure::toString);
        assertEquals(1, measure.stream().filter(m -> m.contains("irst")).count(), measure::toString);
    }

    @Test
    void aSavingFromADesignThatCannotDoTheJobIsNotGreen() {
        BoardAnswer unfit = of(VerdictCase.TODAY_UNFIT_AND_CHEAPER);
        assertTrue(figure(unfit, 0).startsWith("Difference, 12 months: −$"), figure(unfit, 0));
        assertTrue(unfit.figures().stream().allMatch(f -> f.tone() == BoardAnswer.Tone.PLAIN));
    }

    /** Against today's design almost anything saves: what comes next, and by how much, stands beside it. */
    @Test
    void theNextBestIsToldWithItsDistance() {
        assertTrue(
                of(VerdictCase.SAVES).money().endsWith("Next best is today’s design."),
                of(VerdictCase.SAVES).money());
        BoardAnswer copilot = of(certain(SampleComparisons.copilot()));
        Comparison comparison = Comparison.of(certain(SampleComparisons.copilot()), SampleComparisons.book());
        double more = comparison
                        .cheapest()
                        .flatMap(b -> comparison.cheapestBut(b.architecture()))
                        .map(n -> n.measures().tco())
                        .orElseThrow()
                - comparison.cheapest().orElseThrow().measures().tco();
        String amount = comparison.plan().currency().of(more).inShort();
        assertTrue(
                copilot.money().endsWith("it costs " + amount + " more over 24 months."),
                copilot.money() + " " + amount);
    }

    private static Plan certain(Plan plan) {
        return PlanField.MEASURED_HIT_RATE.with(plan, 0.9);
    }

    /** A rule that fires at today's cost fires when all is lost. */
    @Test
    void theStopRuleIsWhereTheNextBestIsAsGood() {
        String hitRate = last(of(SampleComparisons.copilot()));
        assertTrue(
                hitRate.matches(
                        "A stop and a new decision if “Hit rate” stays below 78\\.\\d % \\(there Retrieval costs"
                                + " less\\), or if answers get worse; first looked at in March 2026, then each month"),
                hitRate);
        Comparison saves = VerdictCase.SAVES.comparison();
        double best = saves.cheapest().orElseThrow().measures().averageMonth();
        double today = ((Evaluation.Priced) saves.baseline()).measures().averageMonth();
        String half = last(of(VerdictCase.SAVES));
        assertTrue(
                half.contains("a month costs more than "
                        + saves.plan().currency().of((best + today) / 2).inShort()
                        + " at the planned traffic, so that half of the saving is gone"),
                half);
        assertTrue(
                last(of(VerdictCase.TODAY_IS_BEST)).startsWith("A new decision if "),
                last(of(VerdictCase.TODAY_IS_BEST)));
    }

    private static String last(BoardAnswer answer) {
        return answer.approve().get(answer.approve().size() - 1);
    }

    /** What is saved comes too late, and a hit rate that rises over the months tells nothing at its first value. */
    @Test
    void aSavingThatIsWorthNothingTodayIsSaidToBe() {
        Plan late = PlanField.CACHING_WEEKS.with(
                PlanField.REQUESTS_PER_MONTH.with(SampleComparisons.withoutTuning(), 4000), 0.6);
        BoardAnswer answer = of(late);
        assertTrue(figure(answer, 1).startsWith("Net present value: −$"), figure(answer, 1));
        assertTrue(
                answer.caveats().get(0).startsWith("At 8 % a year the saving is worth less than what has to be spent"),
                answer.caveats().toString());
        assertTrue(
                answer.measure().stream().noneMatch(m -> m.contains("Prompt caching is the cheapest")),
                answer.measure().toString());
    }

    @Test
    void nobodyIsToMeasureWhereNothingIsWorthIt() {
        BoardAnswer sure = of(ranged(SampleComparisons.copilot(), PlanField.OUTPUT_TOKENS, 300, 400));
        assertFalse(sure.measured(), sure.measure().toString());
        assertFalse(of(certain(SampleComparisons.copilot())).measured());
        Plan stated = ranged(SampleComparisons.copilot(), PlanField.OUTPUT_TOKENS, 300, 400)
                .withOutcome(new Outcome(0.8, 0.8, 0.9, 0.7, 0.6, 4.0, null, null, null, 1));
        assertTrue(of(stated).measured());
    }

    /** A clock on top of what is cached costs more than anything else, so that the order comes before the design. */
    @Test
    void anOrderThatCostsIsTheFirstThingToDo() {
        ContextItem clock =
                new ContextItem("clock", "Clock", 20, Kind.INFORMATION, Scope.REQUEST, 0, Placement.CACHED_PREFIX);
        Plan plan = SampleComparisons.withoutTuning();
        Plan bad = plan.withItems(
                        Stream.concat(Stream.of(clock), plan.items().stream()).toList())
                .withToday(Design.PROMPT_CACHING);
        BoardAnswer answer = of(bad);
        assertTrue(answer.title().startsWith("Send "), answer.title());
        assertTrue(answer.title().endsWith(" and keep Test model"), answer.title());
    }

    @Test
    void withRangesItSaysHowSureAndWhatToMeasure() {
        BoardAnswer sure = of(ranged(SampleComparisons.copilot(), PlanField.OUTPUT_TOKENS, 300, 400));
        assertTrue(figure(sure, 0).contains("(set-up counted; in 8 of 10 trials $"), figure(sure, 0));
        assertTrue(figure(sure, 3).endsWith("% (of 10,000 trials it costs least, PLAIN)"), figure(sure, 3));
        assertEquals(
                "The decision need not wait.", sure.measure().get(sure.measure().size() - 1));
        assertEquals(3, sure.approve().size());
        assertTrue(
                sure.approve().get(2).startsWith("A stop and a new decision if "),
                sure.approve().toString());
    }

    @Test
    void aSavingBelowItsOwnDoubtWaits() {
        // Caching costs 6,000 to introduce, and pays that back at some thousand requests a month only.
        Plan plan = PlanField.CACHING_WEEKS.with(
                PlanField.REQUESTS_PER_MONTH.with(SampleComparisons.withoutTuning(), 4000), 1.5);
        BoardAnswer wait = of(ranged(plan, PlanField.REQUESTS_PER_MONTH, 200, 60_000));
        assertEquals("Do not decide yet: measure Requests a month", wait.title());
        assertTrue(
                wait.changes().get(0).text().startsWith("With “Requests a month” above "),
                wait.changes().toString());
        assertTrue(wait.money().startsWith("What costs least at the planned numbers: "), wait.money());
        assertTrue(
                wait.approve().get(0).startsWith("Measuring Requests a month, for $"),
                wait.approve().toString());
        assertTrue(wait.figures().stream().noneMatch(f -> f.tone() == BoardAnswer.Tone.GOOD));
    }
}
