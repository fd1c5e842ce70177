package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measures;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads of one row. */
class EvaluatorTest {
    private static final ModelBuilder SIMPLE = model().prices("1", "0.1", "5");

    private static Evaluation.Priced weigh(Plan plan, ModelBuilder model, Design design) {
        return Comparison.of(plan, book(model)).priced(design).orElseThrow();
    }

    @Test
    void aStatementGoesFromTheSetUpOverTheMonthToTheRounds() {
        Plan plan = plan(0, 1000)
                .withItems(List.of(
                        item("tone", 500, Kind.BEHAVIOUR, Scope.SHARED, 0),
                        item("question", 100, Kind.INFORMATION, Scope.REQUEST, 0)));
        plan = PlanField.RETRAIN_EVERY_MONTHS.with(PlanField.TUNING_WEEKS.with(plan, 1), 6);
        plan = PlanField.DATASET_TOKENS.with(PlanField.LABELLING_COST.with(plan, 300), 1e6);
        List<Line> lines = weigh(
                        plan,
                        model().prices("1", "0.1", "5").tuning("25", null, "1.7", "2", "0.2", "10"),
                        Design.FINE_TUNING)
                .statement();
        assertEquals(
                List.of(
                        "SET_UP TRAINING",
                        "SET_UP LABELLING",
                        "SET_UP ENGINEERING",
                        "MONTHLY PLAIN_INPUT",
                        "MONTHLY HOSTING",
                        "ROUND TRAINING"),
                lines.stream().map(l -> l.timing() + " " + l.kind()).toList());
        assertEquals(
                lines.stream()
                        .sorted(Comparator.comparing(Line::timing).thenComparing(Line::kind))
                        .toList(),
                lines);
    }

    /** 100,000 cached and 10,000 plain tokens; half of the requests find them. */
    @Test
    void theTimeToTheFirstTokenGoesWithTheHitRate() {
        Plan plan = PlanField.MEASURED_HIT_RATE
                .with(plan(0, 1000), 0.5)
                .withItems(List.of(
                        item("handbook", 100_000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("question", 10_000, Kind.INFORMATION, Scope.REQUEST, 0)));
        FirstToken cached = weigh(plan, SIMPLE, Design.PROMPT_CACHING).firstToken();
        assertEquals(0.5 + 110 * 0.11, cached.uncached(), 1e-9);
        assertEquals(0.5 + 0.46 + 10 * 0.11 + 100 * 0.0144, cached.cached(), 1e-9);
        assertEquals((cached.uncached() + cached.cached()) / 2, cached.expected(), 1e-9);
        FirstToken plain = weigh(plan, SIMPLE, Design.UNCACHED).firstToken();
        assertEquals(new FirstToken(12.6, 12.6, 12.6), plain);
        // What is retrieved has to be found first: 0.2 s for 12,500 tokens in place of 110,000.
        assertEquals(
                0.5 + 0.2 + 12.5 * 0.11,
                weigh(plan, SIMPLE, Design.RETRIEVAL).firstToken().expected(),
                1e-9);
    }

    @Test
    void whereNothingIsCachedThereIsNoRateAndNoBreakEven() {
        Evaluation.Priced plain = weigh(plan(5000, 1000), SIMPLE, Design.UNCACHED);
        assertTrue(Double.isNaN(plain.caches().hitRate())
                && Double.isNaN(plain.caches().breakEven()));
        assertEquals(0, plain.caches().cachedTokens());
        Evaluation.Priced cached =
                weigh(plan(5000, 1000), model().write("5m", "1.25").prices("1", "0.1", "5"), Design.PROMPT_CACHING);
        assertEquals(0.25 / 1.15, cached.caches().breakEven(), 1e-12);
    }

    /** Nobody knows what is saved against what has no price, and nothing is not the answer. */
    @Test
    void againstABaselineWithoutAPriceNoSavingIsKnown() {
        Plan plan = PlanField.CACHING_WEEKS.with(plan(5000, 1000).withToday(Design.FINE_TUNING), 1);
        Measures m = weigh(plan, SIMPLE, Design.PROMPT_CACHING).measures();
        for (double unknown :
                new double[] {m.saving(), m.savingShare(), m.savingFirstMonth(), m.savingFirstYear(), m.npv()}) {
            assertTrue(Double.isNaN(unknown), m.toString());
        }
        assertTrue(m.payback().isEmpty() && m.irr().isEmpty() && m.roi().isEmpty());
        assertEquals(4000, m.setUp());
    }
}
