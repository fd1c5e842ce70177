package app.steelyard.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.app.Headline;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.decision.rules.Cases;
import app.steelyard.plan.item.Placement;
import app.steelyard.report.BoardAnswer;
import app.steelyard.report.ReportModel;
import app.steelyard.report.record.DecisionRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Decide recommends and what the numbers call the cheapest never differ without a word. */
class AgreementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private int alike;
    private int unlike;

    @Test
    void twentyPlansWithAnswersAgreeOrNameTheDifference() {
        Seeded.forAll(20, draw -> holds(AnnouncedTest.told(draw)));
        assertTrue(alike > 0, "none agrees");
        assertTrue(unlike > 0, "none differs");
    }

    private void holds(AnnouncedTest.Told told) {
        Decision decision = Decision.of(told.plan(), told.answers(), Cases.BOOK);
        Comparison comparison = Comparison.of(told.plan(), Cases.BOOK);
        Optional<String> difference = Agreement.difference(decision, Cases.BOOK);
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
            String headline = Headline.of(comparison).sentence();
            assertTrue(headline.contains(cheapest.best().architecture().name()), headline);
        } else {
            assertTrue(difference.orElseThrow().contains(decision.headline()), difference.toString());
        }
        String record = DecisionRecord.markdown(
                decision, List.of(), Cases.BOOK, DecisionRecord.Details.proposed(DAY, "a plan", "0"));
        ReportModel report =
                ReportModel.of(comparison, null, Cases.BOOK, "test", DAY).saying("0", difference.orElse(null));
        String page = BoardAnswer.of(report).money();
        assertEquals(difference.isPresent(), record.contains("Decide recommends"));
        if (comparison.verdict() instanceof Verdict.Cheapest) {
            assertEquals(difference.isPresent(), page.contains("Decide recommends"), page);
        }
        alike += difference.isEmpty() ? 1 : 0;
        unlike += difference.isPresent() ? 1 : 0;
    }
}
