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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Holds claims against many values of a number, all else as in the plan. Safe for several threads.
 *
 * <p>Most are about the same values: what is weighed there for one of them is asked for the others too.
 */
final class ClaimSearch {
    private final List<Claim> claims;
    private final Plan plan;
    private final PriceBook book;
    /** By claim. */
    private final List<Optional<ClaimRows>> rows;

    private final BooleanSupplier cancelled;

    ClaimSearch(List<Claim> claims, Plan plan, PriceBook book, BooleanSupplier cancelled) {
        this.claims = claims;
        this.plan = plan;
        this.book = book;
        Batch batch = Batch.of(plan, book);
        this.rows = claims.stream().map(c -> ClaimRows.of(c, batch)).toList();
        this.cancelled = cancelled;
    }

    /** By claim: where along {@code number} it holds, as far as that is searched and the plan's own value lies. */
    List<Claim.Along> along(PlanNumber number) {
        SearchSpan searched = SearchSpan.of(plan, number);
        double base = number.get(plan);
        SearchSpan span = SearchSpan.between(
                number,
                Double.isNaN(base) ? searched.from() : Math.min(base, searched.from()),
                Double.isNaN(base) ? searched.to() : Math.max(base, searched.to()),
                searched.stated());
        Map<Double, int[]> weighed = new HashMap<>();
        List<Claim.Along> along = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            List<Edges.Stretch> found = Edges.of(span, base, values -> verdicts(claim, number, values, weighed));
            along.add(new Claim.Along(
                    number,
                    base,
                    span,
                    found.stream()
                            .map(s ->
                                    new Claim.Stretch(s.from(), last(s, found, span), Claim.Verdict.values()[s.kind()]))
                            .toList()));
        }
        return along;
    }

    /** Between two whole numbers lies nothing: a stretch of them ends before the next begins. */
    private static double last(Edges.Stretch stretch, List<Edges.Stretch> all, SearchSpan span) {
        boolean followed = !stretch.equals(all.get(all.size() - 1));
        return span.whole() && followed ? stretch.to() - 1 : stretch.to();
    }

    /**
     * The verdict at each value, as ordinals.
     *
     * @param claim index
     * @param weighed by value, the verdicts on all claims as far as they were asked for; added to
     */
    int[] verdicts(int claim, PlanNumber number, double[] values, Map<Double, int[]> weighed) {
        Optional<ClaimRows> sums = rows.get(claim);
        if (sums.isPresent()
                && number != PlanField.HORIZON_MONTHS
                && number.stated(plan).equals(plan)) {
            Blocks.check(cancelled);
            Columns in = sums.get().columns(values.length);
            System.arraycopy(values, 0, in.vary(number), 0, values.length);
            return sums.get().verdicts(in);
        }
        return Arrays.stream(values)
                .mapToInt(v -> weighed.computeIfAbsent(v, value -> verdicts(at(number, value)))[claim])
                .toArray();
    }

    private int[] verdicts(Comparison comparison) {
        return claims.stream()
                .mapToInt(c -> c.in(comparison).verdict().ordinal())
                .toArray();
    }

    /** The plan with another value. */
    Comparison at(PlanNumber number, double value) {
        Blocks.check(cancelled);
        return Comparison.of(number.with(plan, value), book);
    }
}
