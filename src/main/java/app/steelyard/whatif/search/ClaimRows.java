package app.steelyard.whatif.search;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Measure;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A claim about nothing but sums of money, held against many rows of a batch at once. */
final class ClaimRows {
    private static final Set<Measure> IN_SUMS = EnumSet.of(
            Measure.TCO,
            Measure.AVERAGE_MONTH,
            Measure.SET_UP,
            Measure.PRESENT_VALUE,
            Measure.SAVING,
            Measure.SAVING_SHARE,
            Measure.NPV);

    private final Claim claim;
    private final Batch batch;
    private final int today;
    private final double months;

    private ClaimRows(Claim claim, Batch batch) {
        this.claim = claim;
        this.batch = batch;
        this.today = index(Subject.TODAY);
        this.months = Math.round(batch.plan().finance().horizonMonths());
    }

    /** Empty where the claim is about figures that the sums of a batch do not give. */
    static Optional<ClaimRows> of(Claim claim, Batch batch) {
        boolean possible = switch (claim) {
            case Claim.Wins wins -> true;
            case Claim.Compares compares ->
                IN_SUMS.contains(compares.left().figure())
                        && compares.right()
                                .map(r -> IN_SUMS.contains(r.figure()))
                                .orElse(true);
        };
        return possible ? Optional.of(new ClaimRows(claim, batch)) : Optional.empty();
    }

    Columns columns(int rows) {
        return batch.columns(rows);
    }

    /** The verdict on each row, as ordinals. */
    int[] verdicts(Columns in) {
        Sums sums = Sums.of(batch, in);
        batch.worker().evaluate(in, 0, in.rows(), sums);
        int[] verdicts = new int[in.rows()];
        for (int row = 0; row < verdicts.length; row++) {
            verdicts[row] = finding(sums, row).verdict().ordinal();
        }
        return verdicts;
    }

    private Claim.Finding finding(Sums sums, int row) {
        return switch (claim) {
            case Claim.Compares compares ->
                compares.judge(
                        value(compares.left(), sums, row),
                        compares.right()
                                .map(r -> compares.value() * value(r, sums, row))
                                .orElse(compares.value()));
            case Claim.Wins wins -> {
                int own = index(wins.design());
                yield wins(
                        own,
                        own >= 0 && wins.design().shared(batch.architectures().get(own)),
                        sums,
                        row);
            }
        };
    }

    private Claim.Finding wins(int own, boolean shared, Sums sums, int row) {
        if (own < 0 || Double.isNaN(sums.total()[own][row])) {
            return Claim.Finding.UNKNOWN;
        }
        int other = sums.cheapestBut(row, own);
        double best = other < 0 ? Double.POSITIVE_INFINITY : sums.total()[other][row];
        return Claim.Wins.judge(sums.total()[own][row], sums.feasible()[own][row], best, shared);
    }

    private int index(Subject subject) {
        return subject.indexIn(batch.plan(), batch.architectures());
    }

    private double value(Result result, Sums sums, int row) {
        int own = result.subject() == Subject.CHEAPEST ? sums.cheapest(row) : index(result.subject());
        if (own < 0) {
            return Double.NaN;
        }
        double total = sums.total()[own][row];
        double base = today < 0 ? Double.NaN : sums.total()[today][row];
        return switch (result.figure()) {
            case TCO -> total;
            case AVERAGE_MONTH -> total / months;
            case SET_UP -> sums.setUp()[own][row];
            case PRESENT_VALUE -> sums.presentValue()[own][row];
            case SAVING -> base - total;
            case SAVING_SHARE -> base == 0 ? Double.NaN : (base - total) / base;
            case NPV -> today < 0 ? Double.NaN : sums.presentValue()[today][row] - sums.presentValue()[own][row];
            default -> throw new IllegalArgumentException(result.toString());
        };
    }
}
