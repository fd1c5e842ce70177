package app.steelyard.whatif.story;

import static app.steelyard.whatif.trials.Uncertain.BOOK;
import static app.steelyard.whatif.trials.Uncertain.plan;
import static app.steelyard.whatif.trials.Uncertain.range;
import static app.steelyard.whatif.trials.Uncertain.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.Unit;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.TrialSettings;
import app.steelyard.whatif.trials.TrialShare;
import app.steelyard.whatif.trials.Uncertain;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private static final PriceBook PACKAGED =
            PriceBookLoader.load(Path.of("target", "no-profiles")).book();

    private static Findings of(Plan plan, PriceBook book) {
        return new Findings(Outlook.of(Batch.of(plan, book), new TrialSettings(2000, 7, 2), () -> false));
    }

    private static Findings of(Plan plan) {
        return of(plan, BOOK);
    }

    /** Caching saves 108,000 a year, which 27 weeks of work use up; 26 are planned. */
    private static Plan weeks(Range range) {
        return PlanField.CACHING_WEEKS.with(plan(range), 26);
    }

    @Test
    void theHitRateComesFirstWhereItIsDerivedAndTheAnswerHangsOnIt() {
        Plan bot = Samples.plan("support-bot").orElseThrow();
        Findings derived = of(bot, PACKAGED);
        assertTrue(derived.headline().startsWith("Measure the hit rate first: it is derived as "), derived.headline());
        assertTrue(derived.headline().endsWith("%, Retrieval is the cheapest"), derived.headline());
        assertTrue(derived.afterHitRate().isPresent());

        Findings measured = of(PlanField.MEASURED_HIT_RATE.with(bot, 0.99), PACKAGED);
        assertFalse(measured.headline().contains("hit rate"), measured.headline());
        assertTrue(measured.afterHitRate().isEmpty());
        // Far from where the answer changes it is no matter that it is derived.
        Findings far = of(plan(requests(900_000, 1_100_000, Distribution.UNIFORM)));
        assertTrue(
                far.headline().startsWith("Of what has a range nothing is left to measure for the choice"),
                far.headline());
    }

    /** Of several rates that nobody gave a range the one is measured whose turn of the answer is nearest, not the one asked first. */
    @Test
    void howToMeasureNamesTheRateThatTurnsTheAnswerSoonest() {
        Plan sample = Samples.plan("distilled-classifier").orElseThrow();
        Range sure = new Range(PlanField.DISCOUNT_RATE.path(), 0.079, 0.081, Distribution.UNIFORM, null);
        Plan plan = sample.withWhatIf(WhatIf.NOTHING.with(sure));
        List<SwitchingValue> turns = Switching.of(Batch.of(plan, PACKAGED), () -> false);
        List<PlanNumber> rates = Varied.of(plan).unsure();
        SwitchingValue soonest = turns.stream()
                .filter(v -> rates.contains(v.number()) && !v.never())
                .min(Comparator.comparingDouble(v -> Stream.of(v.below(), v.above())
                        .flatMap(Optional::stream)
                        .mapToDouble(p -> Math.abs(p.value() / v.base() - 1))
                        .min()
                        .orElseThrow()))
                .orElseThrow();
        assertNotEquals(rates.getFirst(), soonest.number());
        Findings findings = of(plan, PACKAGED);
        assertEquals(Measuring.how(plan, soonest.number()), findings.how(turns).orElseThrow());
        assertEquals(
                Measuring.how(plan, rates.getFirst()), findings.how(List.of()).orElseThrow());
    }

    /** Where all designs fail alike, what a failure costs turns nothing, and is not what the decision hangs on. */
    @Test
    void aCostThatTurnsNothingIsNotAskedFor() {
        Plan bot = Samples.plan("support-chat").orElseThrow().withWhatIf(WhatIf.NOTHING);
        Plan plan = PlanField.FAILURE_COST.with(PlanField.SUCCESS_PROMPTED.with(bot, 0.85), 3);
        List<SwitchingValue> turns = Switching.of(Batch.of(plan, PACKAGED), () -> false);
        assertTrue(Varied.of(plan).unsure().contains(PlanField.FAILURE_COST));
        assertTrue(turns.stream().anyMatch(v -> v.number() == PlanField.FAILURE_COST && v.never()));
        List<String> asked = of(plan, PACKAGED).unsure(turns);
        assertFalse(asked.contains("Cost of a failure"), asked::toString);
        // Of what was not searched nobody knows.
        assertTrue(of(plan, PACKAGED).unsure(List.of()).contains("Cost of a failure"));
    }

    /** The hit rate that the headline has named is not named again as the number with a range. */
    @Test
    void theHitRateIsNamedOnce() {
        Plan bot = Samples.plan("support-bot").orElseThrow();
        Range range = range(PlanField.MODEL_HIT_RATE, -0.1, 0.005, Distribution.UNIFORM);
        Findings alone = of(bot.withWhatIf(new WhatIf(List.of(range), List.of(), List.of())), PACKAGED);
        assertEquals(
                "Knowing it is worth up to " + alone.worthOfFirst().orElseThrow() + " over 24 months",
                alone.afterHitRate().orElseThrow());
    }

    /** Beyond 27 weeks caching costs more, which is seldom and by little: not worth measuring, and not always the cheapest. */
    @Test
    void whatIsNotAlwaysCheapestIsNotSaidToBe() {
        Findings mostly = of(PlanField.MEASURED_HIT_RATE.with(
                weeks(range(PlanField.CACHING_WEEKS, 20, 27.1, Distribution.UNIFORM)), 1.0));
        String share = mostly.confidence().orElseThrow().percent();
        assertTrue(share.startsWith("98") || share.startsWith("99"), share);
        assertTrue(
                mostly.headline()
                        .startsWith("Of what has a range nothing is worth measuring for the choice: Prompt caching is"
                                + " cheapest in " + share + " of the trials"),
                mostly.headline());
    }

    @Test
    void twoWinnersAreToldWithTheReason() {
        Findings torn = of(weeks(range(PlanField.CACHING_WEEKS, 20, 60, Distribution.UNIFORM)));
        String likely = torn.likely();
        assertTrue(
                likely.contains(
                        "At the plan’s own numbers Prompt caching is the cheapest, in the trials most often Uncached"),
                likely);
        assertTrue(
                likely.contains("“Weeks to introduce caching” is planned at 26, but half of its values lie above 40"),
                likely);
        Findings one = of(weeks(range(PlanField.CACHING_WEEKS, 2, 26, Distribution.UNIFORM)));
        assertFalse(one.likely().contains("plan’s own numbers"), one.likely());
    }

    @Test
    void theLeadAgreesWithTheSwitchingValue() {
        Plan plan = weeks(range(PlanField.CACHING_WEEKS, 20, 60, Distribution.UNIFORM));
        String leads = of(plan).movers().leads();
        assertTrue(
                leads.startsWith("As planned, Prompt caching costs $4,000 less than the next best, Uncached."), leads);
        assertTrue(leads.contains("$28,000 at 20, −$132,000 at 60"), leads);
        assertTrue(leads.endsWith("With “Weeks to introduce caching” at 60, Uncached becomes the cheapest."), leads);
        assertEquals(
                27,
                Switching.of(plan, BOOK, PlanField.CACHING_WEEKS)
                        .above()
                        .orElseThrow()
                        .value(),
                1e-6);
        Findings moved = of(plan(range(PlanField.OUTPUT_TOKENS, 1, 500, Distribution.UNIFORM)));
        assertTrue(
                moved.movers().leads().contains("No range moves this lead."),
                moved.movers().leads());
        assertTrue(
                moved.movers().leads().endsWith("No single range changes which design is cheapest."),
                moved.movers().leads());
    }

    /** Where four of five sessions succeed, as many successes as there are sessions take five fourths of the cost. */
    @Test
    void theLeadIsToldOfSuccessesWhereTheyAreStated() {
        Plan plan = weeks(range(PlanField.CACHING_WEEKS, 20, 60, Distribution.UNIFORM))
                .withOutcome(new Outcome(0.8, 0.8, 0.8, 0.8, 0.8, null, null, null, null, 1));
        String leads = of(plan).movers().leads();
        assertTrue(
                leads.startsWith(
                        "As planned, as many successes as there are sessions cost $5,000 less by Prompt caching"
                                + " than by the next best, Uncached."),
                leads);
    }

    @Test
    void aNumberOutsideItsOwnRangeIsToldOf() {
        List<String> notices = of(weeks(range(PlanField.CACHING_WEEKS, 30, 60, Distribution.UNIFORM)))
                .notices();
        assertEquals(1, notices.size());
        assertTrue(
                notices.get(0)
                        .startsWith("“Weeks to introduce caching” is planned at 26, outside its own range of 30 to 60"),
                notices.get(0));
        assertEquals(
                List.of(),
                of(weeks(range(PlanField.CACHING_WEEKS, 26, 60, Distribution.UNIFORM)))
                        .notices());
    }

    @Test
    void barsByRankCarryWhatMovesWithThem() {
        Plan plan = plan(
                requests(500_000, 1_500_000, Distribution.UNIFORM),
                range(PlanField.OUTPUT_TOKENS, 1, 500, Distribution.UNIFORM));
        assertFalse(of(plan).movers().ranked().contains("also carries"));
        Plan tied = Uncertain.correlated(
                plan, new Correlation(PlanField.REQUESTS_PER_MONTH.path(), PlanField.OUTPUT_TOKENS.path(), 0.8));
        String ranked = of(tied).movers().ranked();
        assertTrue(
                ranked.endsWith(
                        "A bar also carries the effect of numbers that move with its own: “Requests a month” with"
                                + " “Output tokens a request”."),
                ranked);
    }

    @Test
    void noneOfTheTrialsIsNoProofOfNever() {
        Findings sure = of(plan(requests(900_000, 1_100_000, Distribution.UNIFORM)));
        assertEquals(
                "Prompt caching is cheapest in all of 2,000 trials: with a probability above 99.8 %.", sure.likely());
        assertTrue(
                sure.contingency().endsWith("at most 0.2 percentage points on the probability of being cheapest."),
                sure.contingency());
    }

    @Test
    void whatHasNoRangeIsNoCertainty() {
        Outcome stated = new Outcome(0.82, 0.9, null, null, 4.0, null, null, null, 1);
        Varied varied = of(plan(requests(900_000, 1_100_000, Distribution.UNIFORM))
                        .withOutcome(stated))
                .varied();
        assertEquals(List.of("Requests a month"), varied.varied());
        assertEquals(List.of("Success by prompt", "Cost of a failure"), varied.rates());
        assertTrue(
                varied.told()
                        .startsWith("Held fixed, and so not certain, were: Success by prompt, Cost of a failure, "),
                varied.told());
        Varied ranged = of(plan(range(PlanField.FAILURE_COST, 1, 9, Distribution.UNIFORM))
                        .withOutcome(stated))
                .varied();
        assertEquals(List.of("Success by prompt"), ranged.rates());
        assertTrue(ranged.fixed().contains("Requests a month"), ranged.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10000, below 0.03 %, 0.0003",
        "1, 10000, above 99.97 %, 0.9997",
        "0, 1000, below 0.3 %, 0.003",
        "0, 700, below 0.5 %, 0.00428571428571",
        "1, 5000000, above 99.99994 %, 0.9999994",
        "0, 2, below 100 %, 1",
        "0.25, 10000, 25 %, 0.25",
        "0.99999, 1000000, > 99.9 %, 0.99999",
        "0.00001, 1000000, < 0.1 %, 0.00001",
    })
    void sharesOfTrials(double share, int trials, String words, double bound) {
        TrialShare told = new TrialShare(share, trials);
        assertEquals(words, told.words());
        assertEquals(bound, told.bound(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1 percentage point",
        "0.14265, 14.3 percentage points",
        "0, 0 percentage points",
        "-0.02, −2 percentage points"
    })
    void sharesLieApartInPercentagePoints(double apart, String words) {
        assertEquals(words, Currency.USD.of(apart, Unit.FRACTION).difference());
    }
}
