package app.steelyard.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.app.Headline;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.engine.Batch;
import app.steelyard.decision.rules.Cases;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.BoardAnswer;
import app.steelyard.report.ReportModel;
import app.steelyard.report.record.DecisionRecord;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Decide recommends and what the numbers call the cheapest never differ without a word. */
class AgreementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final TrialSettings FEW = new TrialSettings(100, 1, 1);
    private int alike;
    private int unlike;

    @Test
    void twentyPlansWithAnswersAgreeOrNameTheDifference() {
        Seeded.forAll(20, draw -> holds(AnnouncedTest.told(draw)));
        assertTrue(alike > 0, "none agrees");
        assertTrue(unlike > 0, "none differs");
    }

    /** Decide tunes where the numbers prefer the same model by prompt: screens, page and record say so in one sentence. */
    @Test
    void theExtractorIsTunedForOtherReasonsThanCost() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        PriceBook shipped = new PriceBook(PriceBookLoader.shipped(), List.of());
        Decision decision = Decision.of(
                plan, SampleAnswers.of("clinical-extractor").orElseThrow().answers(), shipped);
        String sentence = Agreement.difference(decision, shipped).orElseThrow();
        assertTrue(
                sentence.startsWith("Decide recommends Fine-tuning on GPT-4.1 mini for other reasons than cost; Prompt"
                        + " caching on GPT-4.1 mini costs least, $"),
                sentence);
        holds(decision, shipped);
    }

    private void holds(AnnouncedTest.Told told) {
        holds(Decision.of(told.plan(), told.answers(), Cases.BOOK), Cases.BOOK);
    }

    private void holds(Decision decision, PriceBook book) {
        Comparison comparison = Comparison.of(decision.plan(), book);
        Optional<String> difference = Agreement.difference(decision, book);
        assertEquals(difference, Agreement.difference(decision, comparison.verdict()));
        if (comparison.verdict() instanceof Verdict.Cheapest cheapest) {
            List<Placement> recommended = decision.recommended().placements();
            boolean same = recommended.equals(cheapest.best().architecture().placements())
                    && !cheapest.best().architecture().elsewhere();
            boolean tuned = recommended.contains(Placement.WEIGHTS);
            assertTrue(same ? difference.isEmpty() : tuned || difference.isPresent(), difference.toString());
            difference.ifPresent(d -> assertTrue(
                    d.contains(decision.headline())
                            && d.contains(cheapest.best().architecture().name()),
                    d));
            Simulation trials = Simulation.run(Batch.of(decision.plan(), book), FEW, () -> false);
            assertEquals(
                    cheapest.best().architecture().name(),
                    trials.options().get(trials.reference()).architecture().name(),
                    "What if holds the same design against the others");
            String headline = Headline.of(comparison).sentence();
            assertTrue(headline.contains(cheapest.best().architecture().name()), headline);
        } else {
            assertTrue(difference.orElseThrow().contains(decision.headline()), difference.toString());
        }
        String record =
                DecisionRecord.markdown(decision, List.of(), book, DecisionRecord.Details.proposed(DAY, "a plan", "0"));
        ReportModel report = ReportModel.of(comparison, null, book, "test", DAY).saying("0", difference.orElse(null));
        String page = String.join(" ", BoardAnswer.of(report).caveats());
        assertEquals(difference.isPresent(), record.contains("Decide recommends"));
        if (comparison.verdict() instanceof Verdict.Cheapest) {
            assertEquals(difference.isPresent(), page.contains("Decide recommends"), page);
        }
        alike += difference.isEmpty() ? 1 : 0;
        unlike += difference.isPresent() ? 1 : 0;
    }
}
