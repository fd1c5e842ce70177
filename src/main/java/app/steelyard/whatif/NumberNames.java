package app.steelyard.whatif;

import app.steelyard.plan.ContextItem;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;

/** What the numbers of a plan are called. */
public final class NumberNames {
    private static final Texts TEXTS = Texts.of(NumberNames.class);

    private NumberNames() {}

    /** As shown: {@code Requests a month}, {@code Price list: tokens}. */
    public static String of(Plan plan, PlanNumber number) {
        return switch (number) {
            case PlanField field -> Names.of(field);
            case ItemNumber item ->
                TEXTS.get(
                        "itemNumber." + item.kind(),
                        plan.items().stream()
                                .filter(i -> i.id().equals(item.item()))
                                .findFirst()
                                .map(ContextItem::name)
                                .orElse(item.item()));
        };
    }
}
