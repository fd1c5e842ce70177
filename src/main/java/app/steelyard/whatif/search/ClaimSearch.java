package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Blocks;
import app.steelyard.whatif.Edges;
import app.steelyard.whatif.SearchSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Holds a claim against many values of a number, all else as in the plan. Safe for several threads. */
final class ClaimSearch {
    private final Claim claim;
    private final Plan plan;
    private final PriceBook book;
    private final Optional<ClaimRows> rows;
    private final BooleanSupplier cancelled;

    ClaimSearch(Claim claim, Plan plan, PriceBook book, BooleanSupplier cancelled) {
        this.claim = claim;
        this.plan = plan;
        this.book = book;
        this.rows = ClaimRows.of(claim, Batch.of(plan, book));
        this.cancelled = cancelled;
    }

    /** Where along {@code number} it holds, as far as that is searched and the plan's own value lies. */
    Claim.Along along(PlanNumber number) {
        SearchSpan searched = SearchSpan.of(plan, number);
        double base = number.get(plan);
        SearchSpan span = SearchSpan.between(
                number,
                Double.isNaN(base) ? searched.from() : Math.min(base, searched.from()),
                Double.isNaN(base) ? searched.to() : Math.max(base, searched.to()),
                searched.stated());
        List<Edges.Stretch> stretches = Edges.of(span, base, values -> verdicts(number, values));
        return new Claim.Along(
                number,
                base,
                span,
                stretches.stream()
                        .map(s ->
                                new Claim.Stretch(s.from(), last(s, stretches, span), Claim.Verdict.values()[s.kind()]))
                        .toList());
    }

    /** Between two whole numbers lies nothing: a stretch of them ends before the next begins. */
    private static double last(Edges.Stretch stretch, List<Edges.Stretch> all, SearchSpan span) {
        boolean followed = !stretch.equals(all.get(all.size() - 1));
        return span.whole() && followed ? stretch.to() - 1 : stretch.to();
    }

    /** The verdict at each value, as ordinals. */
    int[] verdicts(PlanNumber number, double[] values) {
        if (rows.isPresent() && number != PlanField.HORIZON_MONTHS) {
            Blocks.check(cancelled);
            Columns in = rows.get().columns(values.length);
            System.arraycopy(values, 0, in.vary(number), 0, values.length);
            return rows.get().verdicts(in);
        }
        int[] verdicts = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            verdicts[i] = at(number, values[i]).verdict().ordinal();
        }
        return verdicts;
    }

    /** What is known of it at one value. */
    Claim.Finding at(PlanNumber number, double value) {
        Blocks.check(cancelled);
        return claim.in(Comparison.of(number.with(plan, value), book));
    }
}
