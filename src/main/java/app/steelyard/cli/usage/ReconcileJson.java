package app.steelyard.cli.usage;

import app.steelyard.json.JsonText;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.Reconciliation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A reconciliation for a program. Amounts are exact; what is not known is absent. */
final class ReconcileJson {
    private ReconcileJson() {}

    static String of(Reconciliation r) {
        ObjectNode root = JsonText.object();
        root.put("format", 1).put("tolerance", r.tolerance()).put("tokens", r.tokens());
        KpisJson.number(root, "pricedShare", r.pricedShare());
        root.put("compared", r.compared());
        r.draft().ifPresent(reason -> root.put("draft", reason));
        lines(root.putArray("months"), r.months());
        lines(root.putArray("lines"), r.lines());
        ArrayNode unpriced = root.putArray("unpriced");
        r.unpriced()
                .forEach(u -> unpriced.addObject()
                        .put("vendor", u.vendor())
                        .put("model", u.model())
                        .put("tokens", u.tokens())
                        .put("reason", Names.word(u.reason())));
        ArrayNode findings = root.putArray("findings");
        r.findings()
                .forEach(f -> findings.addObject()
                        .put("severity", Names.word(f.severity()))
                        .put("text", f.text()));
        return JsonText.write(root);
    }

    private static void lines(ArrayNode array, List<Reconciliation.Line> lines) {
        for (Reconciliation.Line line : lines) {
            ObjectNode node =
                    array.addObject().put("month", line.month().toString()).put("vendor", line.vendor());
            if (!line.model().isEmpty()) {
                node.put("model", line.model());
            }
            node.put("currency", line.currency().code()).put("tokens", line.tokens());
            amount(node, "computed", line.computed());
            amount(node, "billed", line.billed());
            amount(node, "variance", line.variance());
            KpisJson.number(node, "varianceShare", line.varianceShare());
            node.put("verdict", Names.word(line.verdict()));
        }
    }

    private static void amount(ObjectNode node, String key, @Nullable ExactMoney amount) {
        if (amount != null) {
            node.put(key, KpisJson.plain(amount.value()));
        }
    }
}
