package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was imported, for a terminal. */
final class ImportText {
    private static final Texts TEXTS = Console.TEXTS;

    private ImportText() {}

    /** What files brought, and where nothing is kept of it. */
    static String of(LedgerView usage, List<UsageFinding> findings) {
        return of(usage, findings, Optional.empty());
    }

    /** @param kept the ledger that it went into, which is told in one line */
    static String of(LedgerView usage, List<UsageFinding> findings, Optional<ImportCommand.Kept> kept) {
        StringBuilder text = new StringBuilder();
        TextTable files = new TextTable(2);
        files.row(
                TEXTS.get("import.file"),
                TEXTS.get("import.format"),
                TEXTS.get("import.rows"),
                TEXTS.get("import.accepted"),
                TEXTS.get("import.empty"),
                TEXTS.get("import.unreadable"),
                TEXTS.get("import.duplicates"),
                TEXTS.get("import.leftOut"));
        for (FileReport f : usage.files()) {
            files.row(
                    f.file(),
                    f.format(),
                    count(f.rows()),
                    count(f.accepted()),
                    count(f.empty()),
                    count(f.unreadable()),
                    count(f.duplicates()),
                    count(f.leftOut()));
        }
        text.append(files.text());
        totals(text, TEXTS.get("import.model"), usage.byModel(), usage.totals());
        if (usage.byProject().size() > 1) {
            totals(text, TEXTS.get("import.project"), usage.byProject(), usage.totals());
        }
        if (!findings.isEmpty()) {
            text.append('\n');
            findings.stream()
                    .sorted(Comparator.comparing(UsageFinding::severity).reversed())
                    .forEach(f -> text.append(TEXTS.get("import." + f.severity(), f.text()))
                            .append('\n'));
        }
        kept.ifPresent(k -> text.append('\n').append(whole(k)).append('\n'));
        return text.append('\n').toString();
    }

    private static String whole(ImportCommand.Kept kept) {
        UsageTotals t = kept.usage().totals();
        String all = TEXTS.get(
                "import.ledger",
                kept.file(),
                kept.usage().files().size(),
                t.requestsStated() ? count(t.requests()) : TEXTS.get("import.ledger.some", count(t.requests())),
                count(t.input()),
                count(t.output()));
        TimeSpan period = kept.usage().period();
        return period == null ? all : all + TEXTS.get("import.ledger.days", period.firstDay(), period.lastDay());
    }

    private static void totals(StringBuilder text, String name, Map<String, UsageTotals> parts, UsageTotals all) {
        if (parts.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(1);
        table.row(
                name,
                TEXTS.get("import.requests"),
                TEXTS.get("import.input"),
                TEXTS.get("import.read"),
                TEXTS.get("import.write"),
                TEXTS.get("import.output"));
        parts.forEach((part, t) -> row(table, part.isEmpty() ? TEXTS.get("import.none") : part, t));
        if (parts.size() > 1) {
            row(table, TEXTS.get("import.all"), all);
        }
        text.append('\n').append(table.text());
    }

    private static void row(TextTable table, String name, UsageTotals t) {
        table.row(
                name,
                requests(t),
                count(t.uncachedInput()),
                t.readsStated() ? count(t.cacheRead()) : TEXTS.get("import.unstated"),
                t.writesStated() ? count(t.cacheWrite()) : TEXTS.get("import.unstated"),
                count(t.output()));
    }

    private static String requests(UsageTotals t) {
        if (t.requestsStated()) {
            return count(t.requests());
        }
        // The sum of some and of what is not known.
        return t.requests() == 0 ? TEXTS.get("import.unstated") : TEXTS.get("import.ledger.some", count(t.requests()));
    }

    private static String count(long value) {
        return Numbers.count((double) value);
    }
}
