package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;

/**
 * The numbers of a plan as one row, so that a single answer and a simulation of many scenarios run the same code: a
 * scenario is the same row with some numbers changed. Scalars come first, by the ordinal of their field, then tokens and
 * changes a month of each item.
 */
public final class Inputs {
    private static final int SCALARS = PlanField.values().length;

    private Inputs() {}

    public static double[] of(Plan plan) {
        double[] row = new double[count(plan)];
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

    public static int count(Plan plan) {
        return SCALARS + 2 * plan.items().size();
    }

    /** Where {@code number} stands in the row; −1 where the plan does not have it. */
    static int index(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field -> field.ordinal();
            case ItemNumber of -> {
                int item = plan.items().stream().map(ContextItem::id).toList().indexOf(of.item());
                yield item < 0 ? -1 : of.kind() == ItemNumber.Kind.TOKENS ? tokens(item) : changes(item);
            }
        };
    }

    static int tokens(int item) {
        return SCALARS + 2 * item;
    }

    static int changes(int item) {
        return SCALARS + 2 * item + 1;
    }
}
