package app.steelyard.cost.column;

import app.steelyard.plan.PlanField;
import app.steelyard.plan.session.GapStep;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gaps of each row of a block. */
final class GapColumns {
    private final Block x;
    private final List<Column> stated;
    /** Those of all rows. */
    private final @Nullable GapTable measured;

    GapColumns(Block x) {
        this.x = x;
        this.stated = Stream.of(
                        PlanField.GAP_MEDIAN,
                        PlanField.GAP_P95,
                        PlanField.TOOL_SHARE,
                        PlanField.TOOL_GAP_MEDIAN,
                        PlanField.TOOL_GAP_P95)
                .map(x::get)
                .toList();
        List<GapStep> steps = x.sessions().measuredGaps();
        this.measured = steps.isEmpty() ? null : new GapTable(steps);
    }

    boolean same() {
        return measured != null || stated.stream().allMatch(Column::uniform);
    }

    Gaps at(int row) {
        return measured == null ? stated(row) : measured;
    }

    /** Hours at which the share of shorter gaps has a bend. */
    double[] bends() {
        return measured == null ? new double[0] : measured.bends();
    }

    private Gap stated(int row) {
        return Gap.of(
                stated.get(0).at(row),
                stated.get(1).at(row),
                stated.get(2).at(row),
                stated.get(3).at(row),
                stated.get(4).at(row));
    }

    /** @param run whose rows are read, one for all where they are the same */
    Read read(Paces rows, Paces.Run run, Points points) {
        int n = same() ? 1 : run.to() - run.from();
        Read read = new Read(new double[points.count()][n], new double[points.count()][n]);
        if (n > 1 && x.many()) {
            quickly(rows, run, points, read);
            return read;
        }
        for (int i = 0; i < n; i++) {
            Gaps gaps = at(rows.row(run.from() + i));
            for (int p = 0; p < points.count(); p++) {
                read.within[p][i] = gaps.within(points.hours(p));
                read.until[p][i] = gaps.until(points.hours(p));
            }
        }
        return read;
    }

    private void quickly(Paces rows, Paces.Run run, Points points, Read read) {
        int n = run.to() - run.from();
        double[] share = new double[n];
        double[] logMedian = new double[n];
        double[] spread = new double[n];
        double[] mean = new double[n];
        for (boolean tool : new boolean[] {false, true}) {
            boolean any = false;
            for (int i = 0; i < n; i++) {
                Gap gap = stated(rows.row(run.from() + i));
                share[i] = tool ? gap.toolShare() : 1 - gap.toolShare();
                any |= share[i] > 0;
                logMedian[i] = Math.log(tool ? gap.toolMedian() : gap.median());
                spread[i] = tool ? gap.toolSpread() : gap.spread();
                mean[i] = Math.exp(logMedian[i] + spread[i] * spread[i] / 2);
            }
            for (int p = 0; p < points.count() && any; p++) {
                add(points.hours(p), share, logMedian, spread, mean, read.within[p], read.until[p]);
            }
        }
    }

    /**
     * What is known of the gaps at some points.
     *
     * @param within by point, then by row: the share of gaps that are shorter
     * @param until likewise, the mean gap where longer ones count as this long
     */
    record Read(double[][] within, double[][] until) {}

    private static void add(
            double hours,
            double[] share,
            double[] logMedian,
            double[] spread,
            double[] mean,
            double[] within,
            double[] until) {
        double log = Math.log(hours);
        for (int i = 0; i < share.length; i++) {
            double z = (log - logMedian[i]) / spread[i];
            double shorter = Gap.quickNormal(z);
            within[i] += share[i] * shorter;
            until[i] += share[i] * (mean[i] * Gap.quickNormal(z - spread[i]) + hours * (1 - shorter));
        }
    }
}
