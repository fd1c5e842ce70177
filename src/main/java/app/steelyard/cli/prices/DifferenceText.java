package app.steelyard.cli.prices;

import app.steelyard.app.prices.LedgerEffect;
import app.steelyard.app.prices.LedgerEffect.Listing;
import app.steelyard.app.prices.PlanEffect;
import app.steelyard.app.prices.PriceImport;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Difference.Kind;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.pricing.catalogue.Snapshot;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What newer price data says otherwise, for a terminal. */
final class DifferenceText {
    private static final Texts TEXTS = Console.TEXTS;
    /** Of new prices; who wants all takes them as JSON. */
    private static final int MOST_NEW = 20;

    private final StringBuilder text = new StringBuilder();

    private DifferenceText() {}

    static String of(PricesImportCommand.Told told) {
        DifferenceText all = new DifferenceText();
        PriceImport read = told.read();
        for (Snapshot snapshot : read.snapshots()) {
            all.line(
                    "prices.import.read",
                    snapshot.source().title(),
                    snapshot.prices().size(),
                    snapshot.left());
        }
        all.difference("prices.import.foots", read.difference());
        if (!read.difference().asked().isEmpty()) {
            all.line("prices.import.conflicts.how");
        }
        told.plan().ifPresent(all::plan);
        told.ledger().ifPresent(all::ledger);
        all.line(
                told.accepted()
                        ? "prices.import.accepted"
                        : told.rows().isEmpty() ? "prices.import.nothing" : "prices.import.shown",
                told.rows().size());
        return all.text.toString();
    }

    /** The same of two lists, neither of which is taken over. */
    static String of(Difference difference, List<String> gone) {
        DifferenceText all = new DifferenceText();
        all.difference("prices.diff.foots", difference);
        if (!gone.isEmpty()) {
            all.line("prices.diff.gone", gone.size());
            gone.forEach(g -> all.text.append("  ").append(g).append('\n'));
        }
        return all.text.toString();
    }

    private void difference(String foots, Difference difference) {
        line(
                difference.overruled() == 0 ? foots : "prices.import.foots.overruled",
                difference.count(Kind.NEW),
                difference.count(Kind.CHANGED),
                difference.count(Kind.SAME),
                difference.rows().size(),
                difference.overruled());
        List<Row> rows = difference.rows();
        changed(
                "prices.import.changed",
                rows.stream().filter(r -> r.kind() == Kind.CHANGED && !r.asks()).toList());
        conflicts(difference.asked());
        List<Row> fresh =
                rows.stream().filter(r -> r.kind() == Kind.NEW && !r.asks()).toList();
        fresh(fresh);
    }

    private void changed(String key, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line(key, rows.size());
        TextTable table = new TextTable(2);
        for (Row row : rows) {
            table.row("  " + row.id(), PriceWords.changes(row), unlikely(row));
        }
        text.append(table.text());
    }

    private void conflicts(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("prices.import.conflicts", rows.size());
        TextTable table = new TextTable(3);
        for (Row row : rows) {
            table.row(
                    "  " + row.id(),
                    PriceWords.all(row.listed().card()),
                    row.listed().card().source().title(),
                    unlikely(row));
            row.against().forEach(c -> table.row("", PriceWords.all(c), TEXTS.get("prices.import.against", source(c))));
        }
        text.append(table.text());
    }

    private void fresh(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("prices.import.new", rows.size());
        TextTable table = new TextTable(3);
        rows.stream()
                .limit(MOST_NEW)
                .forEach(r -> table.row(
                        "  " + r.id(),
                        PriceWords.all(r.listed().card()),
                        PricesAddCommand.valid(r.listed().card()),
                        unlikely(r)));
        text.append(table.text());
        if (rows.size() > MOST_NEW) {
            line("prices.import.more", rows.size() - MOST_NEW);
        }
    }

    /** Where a price is known from, and when it was read. */
    static String source(RateCard card) {
        String title = card.source().title();
        String read = card.source().read().toString();
        return title.contains(read) ? title : TEXTS.get("prices.history.source", title, read);
    }

    private static String unlikely(Row row) {
        List<String> unlikely = PriceImport.unlikely(row);
        return unlikely.isEmpty() ? "" : TEXTS.get("prices.import.unlikely", String.join(" ", unlikely));
    }

    private void plan(PlanEffect effect) {
        line("prices.import.plan", effect.plan().name());
        month("prices.import.plan.today", effect.today());
        month("prices.import.plan.best", effect.best());
    }

    private void month(String key, PlanEffect.Month month) {
        Function<Optional<Money>, String> shown = m -> m.map(Money::full).orElseGet(() -> TEXTS.get("prices.unpriced"));
        line(key, shown.apply(month.before()), shown.apply(month.after()));
    }

    private void ledger(LedgerEffect effect) {
        line("prices.import.ledger", amounts(effect.before()), amounts(effect.after()));
        line(
                "prices.import.ledger.unpriced",
                effect.before().unpriced(),
                effect.after().unpriced());
    }

    private static String amounts(Listing listing) {
        return listing.amounts().isEmpty()
                ? TEXTS.get("prices.unpriced")
                : listing.amounts().values().stream()
                        .map(ExactMoney::asMoney)
                        .map(Money::full)
                        .sorted()
                        .collect(Collectors.joining(" + "));
    }

    private void line(String key, Object... arguments) {
        text.append(TEXTS.get(key, arguments)).append('\n');
    }
}
