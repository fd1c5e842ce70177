package app.steelyard.cli.usage;

import app.steelyard.json.JsonText;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.UsageFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What was imported, for a program. */
final class ImportJson {
    private ImportJson() {}

    static String of(
            LedgerView usage, List<UsageFinding> findings, Optional<ImportCommand.Kept> kept, Optional<Path> written) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        JsonText.each(
                root,
                "files",
                usage.files(),
                (node, f) -> node.put("file", f.file())
                        .put("format", f.format())
                        .put("rows", f.rows())
                        .put("accepted", f.accepted())
                        .put("empty", f.empty())
                        .put("unreadable", f.unreadable())
                        .put("duplicates", f.duplicates())
                        .put("leftOut", f.leftOut()));
        totals(root.putObject("total"), usage.totals());
        parts(root, "models", "model", usage.byModel());
        parts(root, "projects", "project", usage.byProject());
        JsonText.each(
                root,
                "rejected",
                usage.rejected(),
                (node, r) -> node.put("file", r.file())
                        .put("line", r.line())
                        .put("pointer", r.pointer())
                        .put("reason", r.reason()));
        JsonText.each(
                root,
                "findings",
                findings,
                (node, f) -> node.put("severity", Names.word(f.severity())).put("text", f.text()));
        kept.ifPresent(k -> {
            ObjectNode ledger = root.putObject("ledger").put("file", k.file().toString());
            ledger.put("files", k.usage().files().size());
            totals(ledger.putObject("total"), k.usage().totals());
        });
        written.ifPresent(path -> root.put("plan", path.toString()));
        return JsonText.write(root);
    }

    private static void parts(ObjectNode root, String keys, String key, Map<String, UsageTotals> parts) {
        JsonText.each(root, keys, parts.entrySet(), (node, p) -> totals(node.put(key, p.getKey()), p.getValue()));
    }

    private static void totals(ObjectNode node, UsageTotals t) {
        node.put("requests", t.requests()).put("uncachedInput", t.uncachedInput());
        if (t.readsStated()) {
            node.put("cacheRead", t.cacheRead());
        }
        if (t.writesStated()) {
            node.put("cacheWrite", t.cacheWrite());
        }
        node.put("output", t.output());
    }
}
