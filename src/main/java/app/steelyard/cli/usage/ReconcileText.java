package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reconciliation for a terminal. */
final class ReconcileText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String NONE = "–";

    private ReconcileText() {}

    static String of(Reconciliation r) {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable(3);
        // A column of its own only where something is agreed with a vendor.
        boolean agreed = r.lines().stream().anyMatch(l -> l.agreed() != null);
        List<String> titles = new ArrayList<>(List.of(
                TEXTS.get("reconcile.month"),
                TEXTS.get("reconcile.vendor"),
                TEXTS.get("reconcile.model"),
                TEXTS.get("reconcile.tokens"),
                TEXTS.get("reconcile.computed"),
                TEXTS.get("reconcile.billed"),
                TEXTS.get("reconcile.variance"),
                "%",
                TEXTS.get("reconcile.verdict")));
        if (agreed) {
            titles.add(5, TEXTS.get("reconcile.agreed"));
        }
        table.row(titles);
        for (Reconciliation.Line month : r.months()) {
            r.lines().stream()
                    .filter(l -> l.month().equals(month.month())
                            && l.vendor().equals(month.vendor())
                            && l.currency().equals(month.currency()))
                    .forEach(l -> row(table, agreed, l, l.model().isEmpty() ? TEXTS.get("import.none") : l.model()));
            row(table, agreed, month, TEXTS.get("import.all"));
        }
        text.append(table.text());
        text.append('\n')
                .append(TEXTS.get("reconcile.priced", Numbers.percent(r.pricedShare()), Numbers.percent(r.tolerance())))
                .append('\n');
        for (Reconciliation.Unpriced u : r.unpriced()) {
            text.append(TEXTS.get(
                            "reconcile.unpriced",
                            u.model().isEmpty() ? TEXTS.get("import.none") : u.model(),
                            Numbers.count((double) u.tokens()),
                            u.reason().title()))
                    .append('\n');
        }
        r.findings()
                .forEach(f -> text.append(TEXTS.get("import." + f.severity(), f.text()))
                        .append('\n'));
        text.append('\n')
                .append(r.draft()
                        .map(reason -> TEXTS.get("reconcile.draft", reason))
                        .orElse(TEXTS.get(r.compared() ? "reconcile.holds" : "reconcile.nothing")))
                .append('\n');
        return text.toString();
    }

    private static void row(TextTable table, boolean agreed, Reconciliation.Line line, String model) {
        double share = line.varianceShare();
        List<String> cells = new ArrayList<>(List.of(
                line.month().toString(),
                line.vendor(),
                model,
                Numbers.count((double) line.tokens()),
                money(line.computed()),
                money(line.billed()),
                money(line.variance()),
                Double.isNaN(share) ? NONE : Numbers.percent(share),
                line.verdict().title()));
        if (agreed) {
            cells.add(5, money(line.expected()));
        }
        table.row(cells);
    }

    private static String money(@Nullable ExactMoney amount) {
        return amount == null ? NONE : amount.asMoney().full();
    }
}
