package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.json.JsonText;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.Reconciliation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A reconciliation for a program. Amounts are exact; what is not known is absent. */
final class ReconcileJson {
    private ReconcileJson() {}

    static String of(Reconciliation r) {
        ObjectNode root = JsonText.object();
        root.put("format", 1).put("tolerance", r.tolerance()).put("tokens", r.tokens());
        JsonNodes.put(root, "pricedShare", r.pricedShare());
        root.put("compared", r.compared());
        r.draft().ifPresent(reason -> root.put("draft", reason));
        JsonText.each(root, "months", r.months(), ReconcileJson::line);
        JsonText.each(root, "lines", r.lines(), ReconcileJson::line);
        JsonText.each(
                root,
                "unpriced",
                r.unpriced(),
                (node, u) -> node.put("vendor", u.vendor())
                        .put("model", u.model())
                        .put("tokens", u.tokens())
                        .put("reason", Names.word(u.reason())));
        JsonText.each(
                root,
                "findings",
                r.findings(),
                (node, f) -> node.put("severity", Names.word(f.severity())).put("text", f.text()));
        return JsonText.write(root);
    }

    private static void line(ObjectNode node, Reconciliation.Line line) {
        node.put("month", line.month().toString()).put("vendor", line.vendor());
        if (!line.model().isEmpty()) {
            node.put("model", line.model());
        }
        node.put("currency", line.currency().code()).put("tokens", line.tokens());
        amount(node, "computed", line.computed());
        amount(node, "agreed", line.agreed());
        amount(node, "billed", line.billed());
        amount(node, "variance", line.variance());
        JsonNodes.put(node, "varianceShare", line.varianceShare());
        node.put("verdict", Names.word(line.verdict()));
    }

    private static void amount(ObjectNode node, String key, @Nullable ExactMoney amount) {
        if (amount != null) {
            node.put(key, JsonText.plain(amount.value()));
        }
    }
}
