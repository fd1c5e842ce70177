package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs today in another order is a design of its own where the order costs. */
class ReorderedTest {
    private static final PriceBook BOOK = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
    private static final ContextItem CLOCK =
            item("clock", 20, Kind.INFORMATION, Scope.REQUEST, 0).withPlacement(Placement.CACHED_PREFIX);
    private static final ContextItem DOCUMENTS =
            item("documents", 20_000, Kind.INFORMATION, Scope.SHARED, 0).withPlacement(Placement.CACHED_PREFIX);

    private static Plan ordered(ContextItem... items) {
        return plan(0, 1_000_000).withItems(List.of(items)).withToday(Design.AS_PLACED);
    }

    private static List<String> names(Plan plan) {
        return Batch.designs(plan, BOOK).stream().map(Architecture::name).toList();
    }

    @Test
    void aClockOnTopMakesAnotherOrderADesign() {
        Comparison comparison = Comparison.of(ordered(CLOCK.withPlacement(Placement.PLAIN_PROMPT), DOCUMENTS), BOOK);
        Evaluation.Priced best = comparison.cheapest().orElseThrow();
        assertTrue(best.architecture().reordered());
        assertFalse(best.architecture().today());
        assertTrue(
                best.architecture().name().endsWith(", reordered"),
                best.architecture().name());
        double hit = 1 - Math.exp(-1e6 / 730 / 12);
        assertEquals(
                20_000 * (hit * 0.1 + (1 - hit) * 1.25) + 20, best.measures().firstMonth(), 0.01);
        Verdict.Cheapest verdict = (Verdict.Cheapest) comparison.verdict();
        assertEquals(
                20_000 * 1.25 + 20 - best.measures().firstMonth(),
                ((Evaluation.Priced) comparison.baseline()).measures().firstMonth()
                        - verdict.best().measures().firstMonth(),
                0.01);
        // The rows of trials and maps know it, too.
        assertEquals(
                comparison.priced().stream().map(Evaluation::architecture).toList(),
                Batch.of(comparison.plan(), BOOK).architectures());
    }

    @Test
    void whatADesignSendsAnywayIsNotListedTwice() {
        // Prompt caching leaves the clock out of the cache, as any proposal does.
        assertTrue(names(ordered(CLOCK, DOCUMENTS)).stream().noneMatch(n -> n.contains("reordered")));
    }

    @Test
    void anOrderThatCostsNextToNothingIsNone() {
        assertEquals(
                List.of(),
                names(ordered(DOCUMENTS, CLOCK)).stream()
                        .filter(n -> n.contains("reordered"))
                        .toList());
        assertEquals(
                List.of(),
                names(plan(5000, 1000).withToday(Design.UNCACHED)).stream()
                        .filter(n -> n.contains("reordered"))
                        .toList());
        // Two parts that change alike, one of them a little sooner.
        ContextItem often =
                item("often", 10_000, Kind.INFORMATION, Scope.SHARED, 2).withPlacement(Placement.CACHED_PREFIX);
        ContextItem seldom =
                item("seldom", 10_000, Kind.INFORMATION, Scope.SHARED, 1).withPlacement(Placement.CACHED_PREFIX);
        assertEquals(
                List.of(),
                names(ordered(often, seldom)).stream()
                        .filter(n -> n.contains("reordered"))
                        .toList());
    }

    @Test
    void whereItIsADesignItCostsLessByMoreThanAPercent() {
        int[] found = new int[2];
        Seeded.forAll(200, random -> {
            ContextItem[] items = new ContextItem[4];
            for (int i = 0; i < items.length; i++) {
                items[i] = item(
                                "item" + i,
                                random.scaled(50, 30_000),
                                Kind.INFORMATION,
                                random.oneOf(List.of(Scope.SHARED, Scope.TENANT, Scope.REQUEST)),
                                random.scaled(0.1, 3000))
                        .withPlacement(random.maybe() ? Placement.CACHED_PREFIX : Placement.PLAIN_PROMPT);
            }
            Plan plan = PlanField.TENANTS.with(ordered(items), random.whole(1, 50));
            Comparison comparison = Comparison.of(plan, BOOK);
            List<Evaluation.Priced> other = comparison.priced().stream()
                    .filter(e -> e.architecture().reordered())
                    .toList();
            found[Math.min(1, other.size())]++;
            double today =
                    ((Evaluation.Priced) comparison.baseline()).measures().tco();
            other.forEach(e -> assertTrue(e.measures().tco() - e.measures().setUp() < 0.99 * today));
            if (other.isEmpty() && comparison.baseline().architecture().places(Placement.CACHED_PREFIX)) {
                Evaluation.Priced proposed =
                        (Evaluation.Priced) Trial.proposed(plan, plan.today().placementsOf(plan.items()), BOOK)
                                .evaluate(plan);
                double running = proposed.measures().tco() - proposed.measures().setUp();
                boolean another = comparison.priced().stream()
                        .filter(e -> !e.architecture().today())
                        .anyMatch(e -> e.measures().tco() <= proposed.measures().tco() * (1 + 1e-9));
                assertTrue(running >= 0.99 * today - 1e-6 || another);
            }
        });
        assertTrue(found[0] > 20 && found[1] > 20, found[0] + " without, " + found[1] + " with");
    }
}
