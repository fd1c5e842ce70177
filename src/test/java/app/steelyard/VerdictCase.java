package app.steelyard;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.pricing.PriceBook;

/** Small comparisons, one for each way in which the cheapest design can stand beside today's. */
public enum VerdictCase {
    /** Caching costs less than today's plain prompt. */
    SAVES(withRetrieval(Design.UNCACHED, 3), model().prices("1", "0.1", "5")),
    /** Nothing costs less than today's caching. */
    TODAY_IS_BEST(withRetrieval(Design.PROMPT_CACHING, 3), model().prices("1", "0.1", "5")),
    /** The cache reads at the price of input. */
    TIE(withRetrieval(Design.UNCACHED, 3), model().prices("1", "1", "5")),
    /** The cache reads for a little less than input: cents over the year, nothing a month. */
    HARDLY(withRetrieval(Design.UNCACHED, 3), model().prices("1", "0.995", "5")),
    /** Today's prompt does not fit the window; what does has to be built first. */
    TODAY_UNFIT_AND_CHEAPER(
            withRetrieval(Design.UNCACHED, 3), model().prices("1", "0.1", "5").window(3000)),
    /** Today's prompt does not fit the window, and what does is cheap. */
    TODAY_UNFIT_AND_DEARER(
            withRetrieval(Design.UNCACHED, 0), model().prices("1", "0.9", "5").window(3000)),
    /** Today's prompt does not fit the window, and what does costs the same: nothing is asked, and the corpus costs less than a cent. */
    TODAY_UNFIT_AND_EQUAL(free(), model().prices("0", "0", "5").window(3000)),
    /** Today's tuned model has no price. */
    TODAY_UNPRICED(withRetrieval(Design.FINE_TUNING, 3), model().prices("1", "0.1", "5")),
    /** Nothing fits the window. */
    NONE_FIT(withRetrieval(Design.UNCACHED, 0), model().prices("1", "0.1", "5").window(100)),
    /** The model has no prices. */
    UNPRICED(withRetrieval(Design.UNCACHED, 0), model());

    private final Plan plan;
    private final ModelBuilder model;

    VerdictCase(Plan plan, ModelBuilder model) {
        this.plan = plan;
        this.model = model;
    }

    private static Plan withRetrieval(Design today, double weeks) {
        return plan(5000, 1000)
                .withToday(today)
                .withRetrieval(new Retrieval(PriceRef.parse("test/embedding"), null, null, 2500, 0.1, weeks));
    }

    private static Plan free() {
        return plan(5000, 0).withRetrieval(new Retrieval(PriceRef.parse("test/embedding"), null, null, 2500, 0, 0));
    }

    public Comparison comparison() {
        return Comparison.of(plan, prices());
    }

    public PriceBook prices() {
        return book(model);
    }
}
