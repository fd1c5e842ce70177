package app.steelyard.whatif.search;

import app.steelyard.cost.column.Columns;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Sums;
import app.steelyard.cost.result.Measure;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A claim about nothing but sums of money, held against many rows of a batch at once. */
final class ClaimRows {
    /** What the sums of a batch give: one row of them, a design's and today's. */
    private static final Map<Measure, Reading> IN_SUMS = Map.of(
            Measure.TCO, (own, today, months) -> own.total(),
            Measure.AVERAGE_MONTH, (own, today, months) -> own.total() / months,
            Measure.SET_UP, (own, today, months) -> own.setUp(),
            Measure.PRESENT_VALUE, (own, today, months) -> own.presentValue(),
            Measure.SAVING, (own, today, months) -> today.total() - own.total(),
            Measure.SAVING_SHARE,
                    (own, today, months) ->
                            today.total() == 0 ? Double.NaN : (today.total() - own.total()) / today.total(),
            Measure.NPV, (own, today, months) -> today.presentValue() - own.presentValue());

    private interface Reading {
        double of(Row own, Row today, double months);
    }

    private record Row(double total, double setUp, double presentValue) {
        static final Row NONE = new Row(Double.NaN, Double.NaN, Double.NaN);

        static Row of(Sums sums, int design, int row) {
            return design < 0
                    ? NONE
                    : new Row(sums.total()[design][row], sums.setUp()[design][row], sums.presentValue()[design][row]);
        }
    }

    private final Claim claim;
    private final Batch batch;
    private final int today;
    private final double months;
    private final double apart;

    private ClaimRows(Claim claim, Batch batch) {
        this.claim = claim;
        this.batch = batch;
        this.today = index(Subject.TODAY);
        this.apart = Claim.apart(batch.plan());
        this.months = Math.round(batch.plan().finance().horizonMonths());
    }

    /** Empty where the claim is about figures that the sums of a batch do not give. */
    static Optional<ClaimRows> of(Claim claim, Batch batch) {
        boolean possible = switch (claim) {
            case Claim.Wins wins -> true;
            case Claim.Compares compares ->
                IN_SUMS.containsKey(compares.left().figure())
                        && compares.right()
                                .map(r -> IN_SUMS.containsKey(r.figure()))
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
                                .orElse(compares.value()),
                        apart);
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
        double best = other < 0 ? Double.POSITIVE_INFINITY : sums.ranked(other, row);
        return Claim.Wins.judge(sums.ranked(own, row), sums.feasible()[own][row], best, shared, apart);
    }

    private int index(Subject subject) {
        return subject.indexIn(batch.plan(), batch.architectures());
    }

    private double value(Result result, Sums sums, int row) {
        int own = result.subject() == Subject.CHEAPEST ? sums.cheapest(row) : index(result.subject());
        return own < 0
                ? Double.NaN
                : Objects.requireNonNull(IN_SUMS.get(result.figure()))
                        .of(Row.of(sums, own, row), Row.of(sums, today, row), months);
    }
}
