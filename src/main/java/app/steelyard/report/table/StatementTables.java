package app.steelyard.report.table;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineUnit;
import app.steelyard.cost.result.Timing;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.table.ReportTable.Style;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the money goes into, line by line and month by month. */
public final class StatementTables {
    private static final Texts TEXTS = Texts.of(StatementTables.class);
    private static final int MOST_MONTHS_SHOWN = 24;

    private final ReportModel model;
    private final Currency currency;
    private final String horizon;

    public StatementTables(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
        this.horizon = TEXTS.get("cover.months", model.months());
    }

    public ReportTable statement(RoundedMoney ledger) {
        ReportTable table = new ReportTable(TEXTS.get("statement.caption", DesignName.of(ledger.evaluation())))
                .words(TEXTS.get("statement.line"), 0)
                .numbers(TEXTS.get("statement.quantity"), 17)
                .numbers(TEXTS.get("statement.unitPrice"), 19)
                .numbers(TEXTS.get("statement.amount"), 15)
                .numbers(TEXTS.get("statement.total", horizon), 17);
        boolean agreed = ledger.evaluation().statement().stream().anyMatch(Line::agreed);
        if (agreed) {
            table.numbers(TEXTS.get("statement.atList", horizon), 17);
        }
        for (Timing timing : Timing.values()) {
            List<RoundedMoney.Entry> entries = ledger.lines().stream()
                    .filter(e -> e.line().timing() == timing)
                    .toList();
            if (entries.isEmpty()) {
                continue;
            }
            table.row(Style.GROUP, TEXTS.name(timing));
            double amounts = 0;
            double totals = 0;
            double listed = 0;
            for (RoundedMoney.Entry entry : entries) {
                Line line = entry.line();
                row(
                        table,
                        agreed,
                        Style.PLAIN,
                        entry.totalAtList(),
                        lineName(line),
                        quantity(line),
                        unitPrice(line),
                        Figures.amount(entry.amount()),
                        Figures.amount(entry.total()));
                listed += entry.totalAtList().value();
                amounts += entry.amount().value();
                totals += entry.total().value();
            }
            row(
                    table,
                    agreed,
                    Style.SUBTOTAL,
                    currency.of(listed).rounded(),
                    TEXTS.get("statement.subtotal"),
                    "",
                    "",
                    Figures.amount(currency.of(amounts).rounded()),
                    Figures.amount(currency.of(totals).rounded()));
        }
        row(
                table,
                agreed,
                Style.TOTAL,
                ledger.totalAtList(),
                TEXTS.get("statement.sum"),
                "",
                "",
                "",
                Figures.amount(ledger.total()));
        return table;
    }

    /** With what it would be at list prices beside it, where anything is agreed. */
    private static void row(ReportTable table, boolean agreed, Style style, Money atList, String... cells) {
        table.row(
                style,
                agreed
                        ? Stream.concat(Stream.of(cells), Stream.of(Figures.amount(atList)))
                                .toArray(String[]::new)
                        : cells);
    }

    /** A line's kind and what it is about. */
    public static String lineName(Line line) {
        String kind = Names.of(line.kind());
        String usual = line.longContext() ? TEXTS.get("statement.long", kind) : kind;
        String name = line.way() == null ? usual : TEXTS.get("statement.way", usual, Names.of(line.way()));
        return line.subject().isEmpty() ? name : TEXTS.get("statement.subject", name, line.subject());
    }

    private static String quantity(Line line) {
        LineUnit unit = line.kind().unit();
        double units = line.quantity() / unit.scale();
        return (Math.abs(units) < 1 ? small(units) : Numbers.count(units)) + " × " + Names.of(unit);
    }

    private static String small(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private String unitPrice(Line line) {
        return currency.of(significant(line.price().value())).price();
    }

    /** Exchanged prices have endless decimals; eight digits tell them apart. */
    private static double significant(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(8)).doubleValue();
    }

    public ReportTable cashFlow() {
        ReportTable table = periods(TEXTS.get(yearly() ? "cash.caption.year" : "cash.caption.month"));
        cashRow(table, Style.PLAIN, TEXTS.get("cash.setUp"), "", l -> Figures.amount(l.amount(0)));
        for (int[] span : spans()) {
            cashRow(table, Style.PLAIN, period(span), from(span), l -> Figures.amount(l.amount(span[0], span[1])));
        }
        cashRow(table, Style.TOTAL, TEXTS.get("cash.total"), "", l -> Figures.amount(l.total()));
        return table.note(
                TEXTS.get("cash.note", TEXTS.name(model.plan().finance().timing()), currency));
    }

    public ReportTable cumulative() {
        ReportTable table = periods(TEXTS.get("cash.caption.cumulative"));
        cashRow(table, Style.PLAIN, TEXTS.get("cash.setUp"), "", l -> Figures.amount(l.amount(0)));
        for (int[] span : spans()) {
            cashRow(table, Style.PLAIN, period(span), from(span), l -> Figures.amount(l.amount(0, span[1])));
        }
        return table;
    }

    private ReportTable periods(String caption) {
        ReportTable table = new ReportTable(caption)
                .words(TEXTS.get(yearly() ? "cash.period.year" : "cash.period"), 8)
                .words(TEXTS.get("cash.period.from"), 11)
                .keys(2);
        model.ledgers().forEach(l -> table.numbers(DesignName.of(l.evaluation()), 0));
        return table;
    }

    private void cashRow(
            ReportTable table, Style style, String period, String from, Function<RoundedMoney, String> cell) {
        table.row(
                style,
                Stream.concat(Stream.of(period, from), model.ledgers().stream().map(cell))
                        .toArray(String[]::new));
    }

    private boolean yearly() {
        return model.months() > MOST_MONTHS_SHOWN;
    }

    private List<int[]> spans() {
        int step = yearly() ? 12 : 1;
        return IntStream.iterate(1, m -> m <= model.months(), m -> m + step)
                .mapToObj(m -> new int[] {m, Math.min(m + step - 1, model.months())})
                .toList();
    }

    private String period(int[] span) {
        return Integer.toString(yearly() ? (span[0] - 1) / 12 + 1 : span[0]);
    }

    private String from(int[] span) {
        return model.plan().inference().pricesAsOf().plusMonths(span[0] - 1).toString();
    }
}
