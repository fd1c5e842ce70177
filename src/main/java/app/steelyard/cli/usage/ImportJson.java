package app.steelyard.cli.usage;

import app.steelyard.json.JsonText;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.UsageFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was imported, for a program. */
final class ImportJson {
    private ImportJson() {}

    static String of(
            LedgerView usage, List<UsageFinding> findings, Optional<ImportCommand.Kept> kept, Optional<Path> written) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        ArrayNode files = root.putArray("files");
        for (FileReport f : usage.files()) {
            files.addObject()
                    .put("file", f.file())
                    .put("format", f.format())
                    .put("rows", f.rows())
                    .put("accepted", f.accepted())
                    .put("empty", f.empty())
                    .put("unreadable", f.unreadable())
                    .put("duplicates", f.duplicates())
                    .put("leftOut", f.leftOut());
        }
        totals(root.putObject("total"), usage.totals());
        parts(root.putArray("models"), "model", usage.byModel());
        parts(root.putArray("projects"), "project", usage.byProject());
        ArrayNode rejected = root.putArray("rejected");
        for (Problem r : usage.rejected()) {
            rejected.addObject()
                    .put("file", r.file())
                    .put("line", r.line())
                    .put("pointer", r.pointer())
                    .put("reason", r.reason());
        }
        ArrayNode list = root.putArray("findings");
        findings.forEach(
                f -> list.addObject().put("severity", Names.word(f.severity())).put("text", f.text()));
        kept.ifPresent(k -> {
            ObjectNode ledger = root.putObject("ledger").put("file", k.file().toString());
            ledger.put("files", k.usage().files().size());
            totals(ledger.putObject("total"), k.usage().totals());
        });
        written.ifPresent(path -> root.put("plan", path.toString()));
        return JsonText.write(root);
    }

    private static void parts(ArrayNode array, String key, Map<String, UsageTotals> parts) {
        parts.forEach((name, t) -> totals(array.addObject().put(key, name), t));
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
