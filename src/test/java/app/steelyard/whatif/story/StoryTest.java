package app.steelyard.whatif.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.cost.engine.Batch;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.search.FirstRanges;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.TrialSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** All that is told of what the samples' ranges come to. */
class StoryTest {
    private static final PriceBook BOOK =
            PriceBookLoader.load(Path.of("target", "no-profiles")).book();

    @Test
    void whatIsToldOfEachSample() throws IOException {
        StringJoiner told = new StringJoiner("\n", "", "\n");
        for (String id : Samples.OF_THE_GUIDE) {
            Plan sample = Samples.plan(id).orElseThrow();
            Plan plan = sample.whatIf().ranges().isEmpty() ? FirstRanges.around(sample, 0.3) : sample;
            Batch batch = Batch.of(plan, BOOK);
            Findings findings = new Findings(Outlook.of(batch, new TrialSettings(400, 7, 2), () -> false));
            told.add("# " + id).add(findings.headline());
            findings.afterHitRate().ifPresent(told::add);
            told.add(findings.likely());
            findings.notices().forEach(told::add);
            told.add(findings.contingency()).add(findings.saves()).add(findings.worth());
            findings.worthOfFirst().ifPresent(told::add);
            Movers movers = findings.movers();
            told.add(movers.moves()).add(movers.leads()).add(movers.ranked());
            movers.together().ifPresent(told::add);
            batch.architectures().forEach(a -> findings.before(a, true).ifPresent(told::add));
            List<SwitchingValue> values = Switching.quick(batch, () -> false);
            SwitchingLines.of(plan, values, 6).forEach(l -> told.add("- " + l));
            SwitchingLines.conditions(plan, values, 4).forEach(c -> told.add("- " + c.text() + " | " + c.now()));
            SwitchingLines.unchanged(plan, values).ifPresent(told::add);
        }
        Golden.check("whatif/told.txt", told.toString());
    }

    /** Trials that hold a success rate fixed cannot say that nothing is worth measuring. */
    @Test
    void whereASuccessRateHasNoRangeTheTrialsSpeakOfRangesAlone() {
        Plan plan = Samples.plan("distilled-classifier").orElseThrow();
        assertFalse(Varied.of(plan).rates().isEmpty());
        assertTrue(
                headline(plan).startsWith("Of what has a range nothing is left to measure for the choice: "),
                headline(plan));
        Plan voice = Samples.plan("voice-agent").orElseThrow();
        assertTrue(Varied.of(voice).rates().isEmpty());
        assertFalse(headline(voice).startsWith("Of the numbers"), headline(voice));
    }

    /** What turns the answer is a sentence, with the item's own name; of success, too, where designs are ranked by it. */
    @Test
    void whatTurnsTheAnswerIsASentence() {
        List<String> voice = conditions("voice-agent");
        assertTrue(
                voice.contains(
                        "Below 915 tokens of “Script and tools of the firm”, leaving the prompt uncached costs least"),
                voice.toString());
        List<String> distilled = conditions("distilled-classifier");
        assertTrue(
                distilled
                        .get(0)
                        .matches("With “Success when tuned” below 90\\.\\d %, Prompt caching costs least for each"
                                + " success"),
                distilled.toString());
    }

    private static List<String> conditions(String sample) {
        Plan plan = Samples.plan(sample).orElseThrow();
        return SwitchingLines.conditions(plan, Switching.of(plan, BOOK), 4).stream()
                .map(SwitchingLines.Condition::text)
                .toList();
    }

    /** What has no price is not said to be unable to do the job, nor named twice. */
    @Test
    void whereNothingHasAPriceThatIsSaid() {
        Plan plan = Samples.plan("voice-agent").orElseThrow();
        plan = plan.withInference(plan.inference().withModel(PriceRef.parse("nobody/nothing")));
        Findings findings = new Findings(Outlook.of(Batch.of(plan, BOOK), new TrialSettings(400, 7, 2), () -> false));
        assertEquals("Nothing can be priced, wherever the numbers lie in their ranges", findings.headline());
        assertEquals(
                "No design has a price, so that there is no lead to tell.",
                findings.movers().leads());
    }

    private static String headline(Plan plan) {
        return new Findings(Outlook.of(Batch.of(plan, BOOK), new TrialSettings(400, 7, 2), () -> false)).headline();
    }
}
