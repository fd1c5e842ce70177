package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.ALWAYS;
import static app.steelyard.Fixtures.DAY;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.plan;
import static app.steelyard.cost.engine.Books.BASE;
import static app.steelyard.cost.engine.Books.TUNED;
import static app.steelyard.cost.engine.Books.card;
import static app.steelyard.cost.engine.Books.model;
import static app.steelyard.cost.engine.Books.offer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What keeps a design from doing the job, in one answer as in each of many rows. */
class ObstaclesTest {
    /** A tone that can be tuned in, and a question of 5,000 tokens. */
    private static final Plan PLAN = tuned(plan(0, 1000)
            .withItems(List.of(
                    item("tone", 1000, Kind.BEHAVIOUR, Scope.SHARED, 0),
                    item("question", 5000, Kind.INFORMATION, Scope.REQUEST, 0))));

    private static Plan tuned(Plan plan) {
        return plan.withTuning(plan.tuning().withModel(TUNED));
    }

    private static Model base(@Nullable Long window, @Nullable LocalDate retires) {
        return model(BASE, window, retires, List.of(card("1")), List.of());
    }

    private static Model tuned(@Nullable Long window, @Nullable LocalDate jobs, @Nullable LocalDate inference) {
        return model(
                TUNED, window, null, List.of(card("1")), List.of(), offer(ALWAYS, "25", card("2"), jobs, inference));
    }

    private static void able(Plan plan, PriceBook book, boolean uncached, boolean caching, boolean tuning) {
        Map<Design, Boolean> expected =
                Map.of(Design.UNCACHED, uncached, Design.PROMPT_CACHING, caching, Design.FINE_TUNING, tuning);
        Map<Design, Boolean> single = new EnumMap<>(Design.class);
        Comparison.of(plan, book).priced().stream()
                .filter(e -> e.architecture().own() == null)
                .forEach(e -> single.put(e.architecture().design(), e.feasible()));
        Batch batch = Batch.of(plan, book);
        Columns in = batch.columns(1);
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, 1, sums);
        Map<Design, Boolean> rows = new EnumMap<>(Design.class);
        for (int a = 0; a < batch.architectures().size(); a++) {
            if (batch.architectures().get(a).own() == null) {
                rows.put(batch.architectures().get(a).design(), sums.feasible()[a][0]);
            }
        }
        assertEquals(expected, single);
        assertEquals(expected, rows);
    }

    @Test
    void aModelThatHasRetiredAnswersNobody() {
        able(PLAN, Books.of(base(null, DAY), tuned(null, null, null)), false, false, true);
        able(PLAN, Books.of(base(null, DAY.plusDays(1)), tuned(null, null, null)), true, true, true);
    }

    @Test
    void aTunedModelThatStoppedAnsweringIsNone() {
        able(PLAN, Books.of(base(null, null), tuned(null, null, DAY)), true, true, false);
        able(PLAN.withToday(Design.FINE_TUNING), Books.of(base(null, null), tuned(null, null, DAY)), true, true, false);
        able(PLAN, Books.of(base(null, null), tuned(null, null, DAY.plusDays(1))), true, true, true);
    }

    @Test
    void whoTunesTodayNeedsNoJobAtOnce() {
        PriceBook closed = Books.of(base(null, null), tuned(null, DAY, null));
        able(PLAN, closed, true, true, false);
        able(PLAN.withToday(Design.FINE_TUNING), closed, true, true, true);
    }

    @Test
    void eachModelHasAWindowOfItsOwn() {
        // The question alone is 5,000 tokens, with the tone 6,000.
        able(PLAN, Books.of(base(5999L, null), tuned(5000L, null, null)), false, false, true);
        able(PLAN, Books.of(base(6000L, null), tuned(4999L, null, null)), true, true, false);
    }
}
