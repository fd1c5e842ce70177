package app.steelyard.decision.answers;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import java.util.List;

/** Numbers of a plan by their path, those of its items included. */
public final class Numbered {
    private static final String ITEMS = "items.";
    private static final String TOKENS = ".tokens";
    private static final String CHANGES = ".changesPerMonth";

    private Numbered() {}

    public static String tokens(ContextItem item) {
        return ITEMS + item.id() + TOKENS;
    }

    public static String changes(ContextItem item) {
        return ITEMS + item.id() + CHANGES;
    }

    public static Plan with(Plan plan, String path, double value) {
        if (!path.startsWith(ITEMS)) {
            return PlanField.at(path).orElseThrow().with(plan, value);
        }
        List<ContextItem> items = plan.items().stream()
                .map(i -> path.equals(tokens(i))
                        ? i.withTokens(value)
                        : path.equals(changes(i)) ? i.withChangesPerMonth(value) : i)
                .toList();
        return plan.withItems(items);
    }
}
