package app.steelyard.ui.edit;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;

/** The names of a plan's numbers, those of its items included. */
public final class NumberNames {
    private static final Texts TEXTS = Texts.of(NumberNames.class);

    private NumberNames() {}

    /** The name as shown, such as {@code Requests a month} or {@code Price list: tokens}. */
    public static String of(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field -> Names.of(field);
            case ItemNumber(String id, ItemNumber.Kind kind) ->
                TEXTS.get(
                        "item." + kind,
                        plan.items().stream()
                                .filter(i -> i.id().equals(id))
                                .findFirst()
                                .map(i -> i.name())
                                .orElse(id));
        };
    }
}
