package app.steelyard.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.cost.Handling.Aspect;
import app.steelyard.cost.Handling.Pace;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what is kept in one place is updated, held and erased, by hand. */
class HandlingTest {
    private static final PriceBook BOOK =
            PriceBookLoader.load(Path.of("no-such-folder")).book();
    private static final Plan PLAN = Samples.plan("banking-copilot")
            .orElseThrow()
            .withItems(List.of(
                    item("tone", 3000, Kind.BEHAVIOUR, Scope.SHARED),
                    item("rates", 20_000, Kind.INFORMATION, Scope.SHARED),
                    item("question", 100, Kind.INFORMATION, Scope.REQUEST)))
            .withToday(Design.UNCACHED);

    private static ContextItem item(String id, double tokens, Kind kind, Scope scope) {
        return new ContextItem(id, id, tokens, kind, scope, 1, Placement.PLAIN_PROMPT);
    }

    private static Evaluation of(Plan plan, Design design) {
        return Comparison.of(plan, BOOK).priced(design).orElseThrow();
    }

    private static Handling of(Plan plan, Design design, Kind kind) {
        return Handling.of(plan, of(plan, design)).stream()
                .filter(k -> k.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsInThePromptIsNewWithTheNextRequest() {
        Handling kept = of(PLAN, Design.UNCACHED, Kind.INFORMATION);
        assertEquals(new Handling(Kind.INFORMATION, Placement.PLAIN_PROMPT, 0, 0), kept);
        assertEquals(Pace.NEXT_REQUEST, kept.updated());
        assertEquals(Pace.NEXT_REQUEST, kept.erased());
        assertEquals("in each request", kept.words(Aspect.KEPT));
    }

    @Test
    void theCacheHasTheNewAtOnceAndForgetsTheOldAfterItsLifetime() {
        Handling kept = of(PLAN, Design.PROMPT_CACHING, Kind.INFORMATION);
        assertEquals(Placement.CACHED_PREFIX, kept.place());
        assertEquals(300, kept.cacheSeconds());
        assertEquals(Pace.NEXT_REQUEST, kept.updated());
        assertEquals(Pace.CACHE_LIFETIME, kept.erased());
        assertEquals("cached for 5 min", kept.words(Aspect.KEPT));
        assertEquals("after 5 min", kept.words(Aspect.ERASED));
    }

    @Test
    void whatTheVendorDoesNotCacheIsPlainPrompt() {
        Plan little = PLAN.withItems(List.of(item("rates", 100, Kind.INFORMATION, Scope.SHARED)));
        assertEquals(
                List.of(new Handling(Kind.INFORMATION, Placement.PLAIN_PROMPT, 0, 0)),
                Handling.of(little, of(little, Design.UNCACHED)));
        Comparison.of(little, BOOK)
                .priced(Design.PROMPT_CACHING)
                .ifPresent(e -> assertEquals(
                        Placement.PLAIN_PROMPT, Handling.of(little, e).get(0).place()));
    }

    @Test
    void anIndexIsMadeAnewWithinHours() {
        List<Placement> retrieved = List.of(Placement.CACHED_PREFIX, Placement.RETRIEVED, Placement.PLAIN_PROMPT);
        Handling kept = Handling.of(PLAN, retrieved, null).get(0);
        assertEquals(Placement.RETRIEVED, kept.place());
        assertEquals(Pace.HOURS, kept.updated());
        assertEquals("within hours", kept.words(Aspect.ERASED));
    }

    @Test
    void weightsChangeWithTheStatedInterval() {
        Plan quarterly = PlanField.RETRAIN_EVERY_MONTHS.with(PLAN, 3);
        Handling kept = of(quarterly, Design.FINE_TUNING, Kind.INFORMATION);
        assertEquals(Pace.RETRAINING, kept.updated());
        assertEquals("every 3 months", kept.words(Aspect.UPDATED));
        assertEquals("by retraining only", kept.words(Aspect.ERASED));
        Handling never = of(PlanField.RETRAIN_EVERY_MONTHS.with(PLAN, 0), Design.FINE_TUNING, Kind.INFORMATION);
        assertEquals("by retraining", never.words(Aspect.UPDATED));
    }

    @Test
    void aHybridHasOnlyItsBehaviourInTheWeights() {
        Plan quarterly = PlanField.RETRAIN_EVERY_MONTHS.with(PLAN, 3);
        List<Handling> both = Handling.of(quarterly, of(quarterly, Design.HYBRID));
        assertEquals(
                List.of(Kind.INFORMATION, Kind.BEHAVIOUR),
                both.stream().map(Handling::kind).toList());
        assertEquals("Information: next request; Behaviour: every 3 months", Handling.words(both, Aspect.UPDATED));
    }
}
