package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;

/**
 * The numbers of a plan as one row, so that a single answer and a simulation of many scenarios run the same code: a
 * scenario is the same row with some numbers changed. Scalars come first, by the ordinal of their field, then the numbers of
 * each item, those of each model, those of prices last.
 */
public final class Inputs {
    private static final int SCALARS = PlanField.values().length;

    private static final ItemNumber.Kind[] KINDS = ItemNumber.Kind.values();

    private static final ModelNumber.Kind[] OF_MODEL = ModelNumber.Kind.values();

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
        for (int i = 0; i < plan.models().size(); i++) {
            for (ModelNumber.Kind kind : OF_MODEL) {
                row[model(plan, i, kind)] = kind.get(plan.models().get(i));
            }
        }
        for (PlanNumber.PriceNumber number : PlanNumber.PriceNumber.of(plan).toList()) {
            row[price(plan, number)] = number.get(plan);
        }
        return row;
    }

    public static int count(Plan plan) {
        return SCALARS
                + KINDS.length * plan.items().size()
                + OF_MODEL.length * plan.models().size()
                + plan.contract().discounts().size()
                + plan.finance().changes().size();
    }

    /** Where {@code number} stands in the row; −1 where the plan does not have it. */
    static int index(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field -> field.ordinal();
            case ItemNumber of -> {
                int item = plan.items().stream().map(ContextItem::id).toList().indexOf(of.item());
                yield item < 0 ? -1 : item(item, of.kind());
            }
            case ModelNumber of -> {
                int model =
                        plan.models().stream().map(StatedModel::model).toList().indexOf(of.model());
                yield model < 0 ? -1 : model(plan, model, of.kind());
            }
            case PlanNumber.PriceNumber of -> of.index(plan) < 0 ? -1 : price(plan, of);
        };
    }

    static int item(int item, ItemNumber.Kind kind) {
        return SCALARS + KINDS.length * item + kind.ordinal();
    }

    private static int model(Plan plan, int model, ModelNumber.Kind kind) {
        return SCALARS + KINDS.length * plan.items().size() + OF_MODEL.length * model + kind.ordinal();
    }

    private static int price(Plan plan, PlanNumber.PriceNumber of) {
        return SCALARS
                + KINDS.length * plan.items().size()
                + OF_MODEL.length * plan.models().size()
                + of.index(plan);
    }

    /** More items than a row of {@code inputs} numbers has, or as many. */
    static int items(int inputs) {
        return (inputs - SCALARS) / KINDS.length;
    }
}
