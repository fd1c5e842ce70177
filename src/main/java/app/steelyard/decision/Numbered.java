package app.steelyard.decision;

import app.steelyard.plan.ContextItem;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.util.List;

/** Numbers of a plan by their path, those of its items included. */
final class Numbered {
    private static final String ITEMS = "items.";
    private static final String TOKENS = ".tokens";
    private static final String CHANGES = ".changesPerMonth";

    private Numbered() {}

    static String tokens(ContextItem item) {
        return ITEMS + item.id() + TOKENS;
    }

    static String changes(ContextItem item) {
        return ITEMS + item.id() + CHANGES;
    }

    static Plan with(Plan plan, String path, double value) {
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
