package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that are read from the cache are those that the statement of costs bills as such. */
class BatchReadsTest {
    private static final int ROWS = 600;

    @Test
    void theyAreThoseOfTheStatementRowByRow() {
        Plan plan = plan(0, 100_000)
                .withItems(List.of(
                        item("instructions", 6000, Kind.INFORMATION, Scope.SHARED, 20),
                        item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0)
                                .withGrowth(new Growth(400, 0, 9000.0, 0.1)),
                        item("question", 300, Kind.INFORMATION, Scope.REQUEST, 0)));
        PriceBook book = book(model().write("5m", "1.25").prices("1", "0.1", "5"));
        Batch batch = Batch.of(plan, book);
        Columns in = batch.columns(ROWS);
        double[] turns = in.vary(PlanField.TURNS);
        double[] requests = in.vary(PlanField.REQUESTS_PER_MONTH);
        double[] first = in.vary(new ItemNumber("talk", ItemNumber.Kind.TOKENS));
        Seeded.forAll(1, draw -> {
            for (int row = 0; row < ROWS; row++) {
                turns[row] = draw.between(1, 30);
                requests[row] = draw.scaled(100, 1e6);
                first[row] = draw.scaled(10, 9000);
            }
        });
        Batch.Reads reads = Batch.Reads.of(batch, in);
        batch.worker().read(in, 0, ROWS, reads);

        int uncached = index(batch, Design.UNCACHED);
        int cached = index(batch, Design.PROMPT_CACHING);
        // Across the border of two blocks as well.
        for (int row : List.of(0, 1, 17, 511, 512, ROWS - 1)) {
            var priced = Comparison.of(in.plan(row), book)
                    .priced(Design.PROMPT_CACHING)
                    .orElseThrow();
            double read = priced.statement().stream()
                    .filter(l -> l.kind() == LineKind.CACHE_READ)
                    .mapToDouble(Line::quantity)
                    .sum();
            assertEquals(read / requests[row], reads.read()[cached][row], 2e-4 * read / requests[row] + 1e-9);
            Caches caches = priced.caches();
            assertEquals(caches.cachedTokens() + 300, reads.all()[cached][row], 1e-6);
            assertEquals(reads.all()[cached][row], reads.all()[uncached][row], 1e-9);
            assertEquals(0, reads.share(uncached, row));
            assertEquals(reads.read()[cached][row] / reads.all()[cached][row], reads.share(cached, row), 0);
        }
    }

    private static int index(Batch batch, Design design) {
        return batch.architectures().stream().map(a -> a.design()).toList().indexOf(design);
    }
}
