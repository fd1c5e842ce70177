package app.steelyard.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the model that runs today is told by the designs that leave it, and by those that stay in their own words. */
class TodaysEndTest {
    private static final PriceRef BASE = PriceRef.parse("openai/gpt-5-nano");

    private static List<String> ends(Evaluation.Priced evaluation) {
        return evaluation.notices().stream()
                .filter(n -> n.severity() == Notice.Severity.WARNING)
                .map(Notice::text)
                .filter(t -> t.contains("retires"))
                .toList();
    }

    @Test
    void whoLeavesTodaysModelIsToldOfItsEnd(@TempDir Path none) {
        PriceBook book = PriceBookLoader.load(none).book();
        LocalDate end = Objects.requireNonNull(book.model(BASE).orElseThrow().retires());
        Plan plan = OutcomeTest.classifier();
        plan = plan.withInference(plan.inference().withModel(BASE))
                .withTuning(plan.tuning().withModel(PriceRef.parse("openai/gpt-4.1-mini")));
        Comparison comparison = Comparison.of(plan, book);
        LocalDate start = plan.inference().pricesAsOf();
        assertTrue(end.isAfter(start) && end.isBefore(start.plusMonths(12)), end + " is no longer in this horizon");
        Evaluation.Priced tuned = comparison.priced(Design.FINE_TUNING).orElseThrow();
        assertTrue(ends(tuned).stream().anyMatch(t -> t.startsWith("Today’s model, GPT-5 nano, retires on " + end)));
        for (Evaluation.Priced stays : List.of(
                comparison.priced(Design.UNCACHED).orElseThrow(),
                comparison.priced(Design.PROMPT_CACHING).orElseThrow())) {
            assertEquals(List.of("GPT-5 nano retires on " + end + ", inside the horizon."), ends(stays));
        }
        // Beyond the horizon nobody needs to know.
        Plan brief = PlanField.HORIZON_MONTHS.with(plan, 2);
        assertTrue(ends(Comparison.of(brief, book).priced(Design.FINE_TUNING).orElseThrow()).stream()
                .noneMatch(t -> t.startsWith("Today")));
    }

    @Test
    void anEndThatIsNotKnownIsToldWhereADesignLeavesTheModel(@TempDir Path none) {
        PriceBook book = PriceBookLoader.load(none).book();
        PriceRef open = PriceRef.parse("openai/gpt-5.2");
        assertNull(book.model(open).orElseThrow().retires());
        Plan plan = OutcomeTest.classifier();
        plan = plan.withInference(plan.inference().withModel(open))
                .withTuning(plan.tuning().withModel(PriceRef.parse("openai/gpt-4.1-mini")));
        Comparison comparison = Comparison.of(plan, book);
        String told = "It is not known when today’s model, GPT-5.2, will no longer answer";
        assertTrue(says(comparison, Design.FINE_TUNING, told));
        assertFalse(says(comparison, Design.PROMPT_CACHING, told), "it stays on that model");
    }

    private static boolean says(Comparison comparison, Design design, String text) {
        return comparison.priced(design).orElseThrow().notices().stream()
                .anyMatch(n -> n.text().startsWith(text));
    }
}
