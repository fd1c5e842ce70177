package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;

/**
 * The numbers of a plan as one row, so that a single answer and a simulation of many scenarios run the same code: a
 * scenario is the same row with some numbers changed. Scalars come first, by the ordinal of their field, then the numbers of
 * each item.
 */
public final class Inputs {
    private static final int SCALARS = PlanField.values().length;

    private static final ItemNumber.Kind[] KINDS = ItemNumber.Kind.values();

    private Inputs() {}

    public static double[] of(Plan plan) {
        double[] row = new double[count(plan)];
        for (PlanField field : PlanField.values()) {
            row[field.ordinal()] = field.get(plan);
        }
        for (int i = 0; i < plan.items().size(); i++) {
            for (ItemNumber.Kind kind : KINDS) {
                row[item(i, kind)] = kind.get(plan.items().get(i));
            }
        }
        return row;
    }

    public static int count(Plan plan) {
        return SCALARS + KINDS.length * plan.items().size();
    }

    /** Where {@code number} stands in the row; −1 where the plan does not have it. */
    static int index(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field -> field.ordinal();
            case ItemNumber of -> {
                int item = plan.items().stream().map(ContextItem::id).toList().indexOf(of.item());
                yield item < 0 ? -1 : item(item, of.kind());
            }
        };
    }

    static int item(int item, ItemNumber.Kind kind) {
        return SCALARS + KINDS.length * item + kind.ordinal();
    }

    /** How many items a row of {@code inputs} numbers has. */
    static int items(int inputs) {
        return (inputs - SCALARS) / KINDS.length;
    }
}
