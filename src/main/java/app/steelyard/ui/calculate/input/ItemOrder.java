package app.steelyard.ui.calculate.input;

import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The order of the plan's items, which is that of today's prompt. */
public final class ItemOrder {
    private static final Texts TEXTS = Texts.of(ItemOrder.class);

    private ItemOrder() {}

    /** Puts an item at another place, counted from 0. */
    public static void move(Workspace workspace, ContextItem item, int to) {
        boolean up = to < workspace.plan().items().indexOf(item);
        String name = TEXTS.get(up ? "items.moved.up" : "items.moved.down", item.name());
        workspace.edit(name, null, plan -> {
            List<ContextItem> moved = new ArrayList<>(plan.items());
            moved.remove(item);
            moved.add(to, item);
            return plan.withItems(moved);
        });
    }
}
