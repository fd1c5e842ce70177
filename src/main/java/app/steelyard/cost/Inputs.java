package app.steelyard.cost;

import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;

/**
 * The numbers of a plan as one row, so that a single answer and a simulation of many scenarios run the same code: a
 * scenario is the same row with some numbers changed. Scalars come first, by the ordinal of their field, then tokens and
 * changes a month of each item.
 */
final class Inputs {
    private static final int SCALARS = PlanField.values().length;

    private Inputs() {}

    static double[] of(Plan plan) {
        double[] row = new double[SCALARS + 2 * plan.items().size()];
        for (PlanField field : PlanField.values()) {
            row[field.ordinal()] = field.get(plan);
        }
        for (int i = 0; i < plan.items().size(); i++) {
            ContextItem item = plan.items().get(i);
            row[tokens(i)] = item.tokens();
            row[changes(i)] = item.changesPerMonth();
        }
        return row;
    }

    static int tokens(int item) {
        return SCALARS + 2 * item;
    }

    static int changes(int item) {
        return SCALARS + 2 * item + 1;
    }
}
