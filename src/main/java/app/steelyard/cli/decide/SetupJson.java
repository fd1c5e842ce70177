package app.steelyard.cli.decide;

import app.steelyard.decision.setup.Setup;
import app.steelyard.json.JsonText;
import app.steelyard.plan.item.ContextItem;
import tools.jackson.databind.node.ObjectNode;

/** What to change in code, for a program. */
final class SetupJson {
    private SetupJson() {}

    static String of(String plan, Setup setup) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", plan);
        put(root, setup);
        return JsonText.write(root);
    }

    /** Adds the keys of it. */
    static void put(ObjectNode node, Setup setup) {
        node.put("model", setup.model().ref().toString());
        if (setup.lifetime() != null) {
            node.put("lifetime", setup.lifetime().name());
        }
        JsonText.texts(
                node, "order", setup.order().stream().map(ContextItem::id).toList());
        JsonText.texts(
                node,
                "breakpoints",
                setup.breakpoints().stream().map(ContextItem::id).toList());
        JsonText.each(node, "steps", setup.steps(), (one, step) -> {
            one.put("text", step.text());
            if (!step.source().isEmpty()) {
                one.put("source", step.source());
            }
        });
        if (!setup.snippet().isEmpty()) {
            node.put("snippet", setup.snippet());
        }
    }
}
