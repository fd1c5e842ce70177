package app.steelyard.cost.column;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Numbers of a plan in many rows: what varies has a column, all else is the plan's own. */
public final class Columns {
    private final Plan plan;
    private final int rows;
    private final Map<PlanNumber, double[]> varied = new LinkedHashMap<>();

    public Columns(Plan plan, int rows) {
        this.plan = plan;
        this.rows = rows;
    }

    public Plan plan() {
        return plan;
    }

    public int rows() {
        return rows;
    }

    /** What has a column. */
    public Set<PlanNumber> varied() {
        return Collections.unmodifiableSet(varied.keySet());
    }

    /** A block for at most {@code rows} of them, to be loaded. */
    public Block block(int rows) {
        return new Block(Inputs.count(plan), rows).of(plan.traffic().sessions());
    }

    /**
     * The column of {@code number}, to be written into; it holds the plan's value at first.
     *
     * @throws IllegalArgumentException for the horizon, which decides what is looked up and cannot vary, for a trend of prices
     *     that the plan does not state, so that its months have equal ones, and for a number that it does not have
     */
    public double[] vary(PlanNumber number) {
        if (number == PlanField.HORIZON_MONTHS
                || Inputs.index(plan, number) < 0
                || !number.stated(plan).equals(plan)) {
            throw new IllegalArgumentException(number.path());
        }
        return varied.computeIfAbsent(number, n -> {
            double[] column = new double[rows];
            Arrays.fill(column, n.get(plan));
            return column;
        });
    }

    /** The plan that a row stands for. */
    public Plan plan(int row) {
        Plan at = plan;
        for (Map.Entry<PlanNumber, double[]> column : varied.entrySet()) {
            at = column.getKey().with(at, column.getValue()[row]);
        }
        return at;
    }

    /** Puts {@code count} rows from row {@code from} into {@code block}, which forgets what it held. */
    public void load(Block block, int from, int count) {
        block.restart(count);
        double[] usual = Inputs.of(plan);
        for (int i = 0; i < usual.length; i++) {
            block.set(i, Column.of(usual[i]));
        }
        varied.forEach((number, column) -> {
            if (number == PlanField.REQUESTS_PER_MONTH) {
                // As in a plan: requests that are stated no longer follow from sessions.
                block.set(PlanField.SESSIONS_PER_MONTH.ordinal(), Column.of(Double.NaN));
            }
            // From its start, as all arrays of a block.
            double[] rows = block.take();
            System.arraycopy(column, from, rows, 0, count);
            Column stated = Column.simplest(rows, block);
            block.set(Inputs.index(plan, number), stated);
            if (number == PlanField.FAILURE_MINUTES || number == PlanField.FAILURE_HOURLY_RATE) {
                // Likewise of what a failure costs.
                Column other = stated.known().choose(Column.of(Double.NaN), block.get(PlanField.FAILURE_COST));
                block.set(PlanField.FAILURE_COST.ordinal(), other);
            }
        });
    }
}
