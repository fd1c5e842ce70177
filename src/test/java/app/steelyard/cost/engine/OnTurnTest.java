package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Evaluation.OnTurn;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first token by turn, by hand: a head of 6,000 tokens that all share, and 500 that grow by 500, 8 turns. */
class OnTurnTest {
    private static final double HARDLY_ANY = 1e-9;

    private static Plan talk(double requests) {
        Plan plan = plan(0, requests)
                .withItems(List.of(
                        item("head", 6000, Kind.INFORMATION, Scope.SHARED, 0),
                        item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0)
                                .withGrowth(new Growth(500, 0, null, 0.1))));
        plan = PlanField.GAP_MEDIAN.with(PlanField.TURNS.with(plan, 8), 30);
        return PlanField.GAP_P95.with(plan, 300);
    }

    private static Evaluation.Priced caching(Plan plan) {
        return Comparison.of(plan, book(model().prices("1", "0.1", "5")))
                .priced(Design.PROMPT_CACHING)
                .orElseThrow();
    }

    @Test
    void theFirstTurnReadsWhatOthersShareAndLaterOnesTheirOwn() {
        // Hardly any other session: the first turn finds nothing, a later one all but the gaps beyond 5 minutes.
        List<OnTurn> turns = caching(talk(HARDLY_ANY)).turns();
        assertEquals(List.of(1, 6, 23), turns.stream().map(OnTurn::turn).toList());
        assertEquals(6500, turns.get(0).promptTokens(), 1e-9);
        assertEquals(0, turns.get(0).cachedShare(), 1e-9);
        OnTurn sixth = turns.get(1);
        assertEquals(6000 + 500 + 5 * 500, sixth.promptTokens(), 1e-9);
        double readable = 6000 + 0.9 * (500 + 4 * 500);
        assertEquals(0.95 * readable / 9000, sixth.cachedShare(), 1e-9);
        double uncached = 0.5 + 0.11 * 9;
        double cached = 0.5 + 0.46 + 0.11 * (9000 - readable) / 1000 + 0.0144 * readable / 1000;
        assertEquals(0.95 * cached + 0.05 * uncached, sixth.seconds(), 1e-9);
        // With many, the first turn finds the head too.
        OnTurn busy = caching(talk(1e7)).turns().get(0);
        assertEquals(6000.0 / 6500, busy.cachedShare(), 1e-6);
    }

    /** What is read over all turns is what the hit rate says. */
    @Test
    void theMeanOverAllTurnsIsTheHitRate() {
        Plan plan = talk(20_000);
        Evaluation.Priced priced = caching(plan);
        double first = priced.turns().get(0).cachedShare() * 6500;
        double head = first / 6000;
        double sum = first;
        double later = priced.turns().get(1).cachedShare() * 9000;
        // The sixth turn reads the head at its later rate and the talk at 95 %.
        double headLater = (later - 0.95 * 0.9 * 2500) / 6000;
        for (int k = 2; k < 2000; k++) {
            sum += Math.pow(7.0 / 8, k - 1) * (6000 * headLater + 0.95 * 0.9 * (500 + (k - 2) * 500));
        }
        assertTrue(head > 0.1 && head < headLater, head + ", " + headLater);
        assertEquals(priced.caches().hitRate() * priced.caches().cachedTokens(), sum / 8, 1e-6);
    }

    @Test
    void aSingleTurnHasNoOther() {
        assertTrue(caching(PlanField.TURNS.with(talk(1000), 1)).turns().isEmpty());
    }
}
