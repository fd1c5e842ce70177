package app.steelyard.report.csv;

import app.steelyard.chart.DataTable;
import app.steelyard.chart.DataTable.Cell;
import app.steelyard.cost.Handling;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Evaluation.OnTurn;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Validity;
import app.steelyard.report.PriceUse;
import app.steelyard.report.ReportFile;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.csv.CsvRow.Column;
import app.steelyard.report.table.AssumptionTables;
import app.steelyard.report.table.StatementTables;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as one rectangular CSV table that a spreadsheet can filter by {@code section} and pivot. UTF-8, RFC 4180,
 * dot decimals without grouping; a text that a spreadsheet would run as a formula gets a leading apostrophe. The amounts
 * are those of the PDF.
 *
 * <p>Sections, and what stands in them:
 *
 * <ul>
 *   <li>{@code draft}: the first row of a report that is a draft only, and why; a final report has none.
 *   <li>{@code statement}: one row a line of the statement; {@code amount} at one occurrence (set-up, first month, one
 *       round), {@code total} over the horizon. The totals of an architecture add up to its measure {@code TCO}.
 *   <li>{@code at_list}: of lines for which something is agreed with a vendor, one row each with {@code unit_price}, {@code
 *       amount} and {@code total} as they would be at list prices.
 *   <li>{@code capacity}: of a design that is paid by capacity, one row a figure of its first month.
 *   <li>{@code cash_flow}: one row for each architecture, month and driver that costs something; month 0 is the set-up.
 *       The totals add up to the same {@code TCO}.
 *   <li>{@code measure}: one row a measure; {@code unit} says what {@code total} counts. A measure that does not exist
 *       has an empty {@code total}.
 *   <li>{@code keeping}: one row for each architecture, kind of item in {@code item}, and what there is beside money:
 *       how soon a change is in force, where it is kept, how it is erased.
 *   <li>{@code uncertainty}: of a plan with ranges, one row a figure of the trials; {@code unit} says what {@code total}
 *       counts.
 *   <li>{@code range}: one row an end of a range, with what the saving is there, and what knowing the number is worth.
 *   <li>{@code correlation}: one row for two numbers that move together, in {@code item} and {@code line}.
 *   <li>{@code switching}: one row a value of a number beyond which another architecture costs least.
 *   <li>{@code scenario}: one row a result or a replaced number of a scenario, which {@code item} names.
 *   <li>{@code price}: one row a recorded price that is used; {@code unit_price} in the plan's currency.
 *   <li>{@code assumption}: one row a number or choice of the plan; {@code item} is its path in the plan file.
 *   <li>{@code notice}: one row for each architecture and notice; {@code line} is how much it matters.
 *   <li>{@code unpriced}: one row a reason why an architecture has no price; all its numbers are empty, never 0.
 *   <li>{@code improvement}: one row for each thing that could be done about the cache without another design, which
 *       {@code line} names; {@code amount} is saved in the first month and {@code total} over the horizon, below 0 where
 *       it costs more. Of another order each item has a row below, its place today in {@code quantity}.
 *   <li>{@code turn}: of sessions of several turns, one row a figure of a turn, which {@code quantity} counts; {@code unit}
 *       says what {@code total} counts.
 * </ul>
 */
public final class CsvReport {
    private static final Texts TEXTS = Texts.of(CsvReport.class);
    private static final int FRACTION_DECIMALS = 6;
    private static final int SECONDS_DECIMALS = 3;

    private final ReportModel model;
    private final Currency currency;
    private final List<List<Cell>> rows = new ArrayList<>();

    private CsvReport(ReportModel model) {
        this.model = model;
        this.currency = model.currency();
    }

    /** @throws Refusal if the file cannot be written; what stood there before is then still there */
    public static void write(ReportModel model, Path file) {
        ReportFile.write(file, out -> write(model, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** The writer stays open. */
    public static void write(ReportModel model, Writer out) throws IOException {
        table(model).writeCsv(out);
    }

    /** The same rows, to be shown or copied. */
    public static DataTable table(ReportModel model) {
        CsvReport report = new CsvReport(model);
        report.draft();
        report.statements();
        report.atList();
        CapacityCsv.rows(model).forEach(report::add);
        report.cashFlows();
        report.measures();
        report.keeping();
        report.doubt();
        report.prices();
        report.assumptions();
        report.notices();
        report.unpriced();
        report.improvements();
        report.turns();
        List<String> header = new ArrayList<>();
        for (Column column : Column.values()) {
            header.add(column.name().toLowerCase(Locale.ROOT));
        }
        return new DataTable(header, report.rows);
    }

    private void add(CsvRow row) {
        rows.add(row.cells());
    }

    private void draft() {
        model.plan().draft().ifPresent(reason -> add(new CsvRow("draft").set(Column.NOTE, reason)));
    }

    private void statements() {
        for (RoundedMoney ledger : model.ledgers()) {
            for (RoundedMoney.Entry entry : ledger.lines()) {
                UnitPrice price = entry.line().price();
                CsvRow row = line("statement", ledger, entry.line(), price.value(), entry.amount());
                add(priced(total(row, entry.total()), price));
            }
        }
    }

    private void atList() {
        for (RoundedMoney ledger : model.ledgers()) {
            ledger.lines().stream().filter(e -> e.line().agreed()).forEach(e -> {
                Money amount = currency.of(e.line().amountAtList());
                CsvRow row = line("at_list", ledger, e.line(), e.line().price().atList(), amount);
                add(total(row, e.totalAtList()));
            });
        }
    }

    private static CsvRow line(String section, RoundedMoney ledger, Line line, double unitPrice, Money amount) {
        return CsvRow.of(section, ledger.evaluation())
                .set(Column.TIMING, Names.of(line.timing()))
                .set(Column.DRIVER, Names.of(line.kind().driver()))
                .set(Column.LINE, kind(line))
                .set(Column.ITEM, line.subject())
                .set(Column.QUANTITY, CsvRow.exact(line.units()))
                .set(Column.UNIT, Names.of(line.kind().unit()))
                .set(Column.UNIT_PRICE, CsvRow.exact(unitPrice))
                .set(Column.AMOUNT, rounded(amount));
    }

    private static String kind(Line line) {
        return StatementTables.lineName(line.withoutSubject());
    }

    private static CsvRow priced(CsvRow row, UnitPrice price) {
        ExactMoney listed = price.listPrice();
        if (listed != null) {
            row.set(Column.LIST_PRICE, listed.value())
                    .set(Column.LIST_CURRENCY, listed.currency().code())
                    .set(Column.EXCHANGE_RATE, CsvRow.exact(price.exchangeRate()));
        }
        Validity validity = price.validity();
        if (validity != null) {
            row.set(Column.VALID_FROM, validity.from().toString());
            row.set(Column.VALID_TO, validity.to() == null ? "" : validity.to().toString());
        }
        Source source = price.source();
        if (source != null) {
            row.set(Column.READ, source.read().toString())
                    .set(Column.CONFIDENCE, Names.of(source.confidence()))
                    .set(Column.SOURCE, source.title())
                    .set(Column.URL, source.url().toString());
        }
        return row.set(Column.MARKS, marks(price)).set(Column.NOTE, price.note());
    }

    private static String marks(UnitPrice price) {
        return price.marks().stream().sorted().map((PriceMark m) -> Names.of(m)).collect(Collectors.joining(", "));
    }

    private void cashFlows() {
        for (RoundedMoney ledger : model.ledgers()) {
            for (int m = 0; m <= ledger.months(); m++) {
                for (Driver driver : Driver.values()) {
                    Money amount = ledger.amount(m, driver);
                    if (amount.value() != 0) {
                        CsvRow row = CsvRow.of("cash_flow", ledger.evaluation())
                                .set(Column.MONTH, BigDecimal.valueOf(m))
                                .set(Column.PERIOD_START, start(m))
                                .set(Column.DRIVER, Names.of(driver));
                        add(total(row, amount));
                    }
                }
            }
        }
    }

    private String start(int month) {
        return model.plan()
                .inference()
                .pricesAsOf()
                .plusMonths(Math.max(0, month - 1))
                .toString();
    }

    private void measures() {
        RoundedMoney today = model.baseline().orElse(null);
        for (RoundedMoney ledger : model.ledgers()) {
            for (Measure measure : Measure.values()) {
                if (!measure.row().isEmpty() && measure.told(ledger.evaluation())) {
                    measure(ledger, today, measure);
                }
            }
        }
    }

    private void measure(RoundedMoney ledger, @Nullable RoundedMoney today, Measure measure) {
        Evaluation.Priced of = ledger.evaluation();
        String unit = switch (measure.unit()) {
            case MONEY -> currency.code();
            case MONTHS -> "months";
            case SECONDS -> "s";
            case COUNT -> "sessions";
            default -> measure == Measure.IRR ? "fraction a year" : "fraction";
        };
        CsvRow row = CsvRow.of("measure", of).set(Column.LINE, measure.row()).set(Column.UNIT, unit);
        BigDecimal value = value(ledger, today, measure);
        if (value != null) {
            row.set(Column.TOTAL, value);
        }
        if (measure.unit() == Unit.MONEY) {
            row.set(Column.CURRENCY, currency.code());
        }
        String note = Stream.concat(
                        MeasureWords.caution(of, measure).stream(),
                        measure.againstToday() && model.todayUnfit()
                                ? Stream.of(TEXTS.get("measures.note.unfit"))
                                : Stream.empty())
                .collect(Collectors.joining("; "));
        if (!note.isEmpty()) {
            row.set(Column.NOTE, note);
        }
        add(row);
        if (measure == Measure.IRR && of.measures().irrBeyond()) {
            add(CsvRow.of("measure", of)
                    .set(Column.LINE, "IRR_BOUND")
                    .set(Column.UNIT, unit)
                    .set(Column.TOTAL, CsvRow.exact(Measures.HIGHEST_IRR)));
        }
    }

    /** As printed; null where it is not known, does not exist or is beyond a bound, which has a row of its own. */
    private @Nullable BigDecimal value(RoundedMoney ledger, @Nullable RoundedMoney today, Measure measure) {
        if (measure == Measure.IRR && ledger.evaluation().measures().irrBeyond()) {
            return null;
        }
        double value = ledger.of(measure, today).value();
        if (measure.ofOne()) {
            return Double.isFinite(value) ? CsvRow.exact(value) : null;
        }
        return CsvRow.finite(
                value,
                switch (measure.unit()) {
                    case MONEY -> currency.decimals();
                    case SECONDS -> SECONDS_DECIMALS;
                    default -> FRACTION_DECIMALS;
                });
    }

    private void keeping() {
        for (Evaluation evaluation : model.comparison().evaluations()) {
            for (Handling kept : Handling.of(model.plan(), evaluation)) {
                for (Handling.Aspect aspect : Handling.Aspect.values()) {
                    add(CsvRow.of("keeping", evaluation)
                            .set(Column.LINE, aspect.name())
                            .set(Column.ITEM, Names.of(kept.kind()))
                            .set(Column.NOTE, kept.words(aspect)));
                }
            }
        }
    }

    private void doubt() {
        model.doubt().ifPresent(d -> new DoubtCsv(model).of(d).forEach(this::add));
    }

    private void prices() {
        for (PriceUse use : PriceUse.of(model)) {
            CsvRow row = new CsvRow("price")
                    .set(Column.LINE, use.what())
                    .set(Column.ITEM, use.owner())
                    .set(Column.UNIT, use.unit())
                    .set(Column.UNIT_PRICE, CsvRow.exact(use.price().value()))
                    .set(Column.CURRENCY, currency.code());
            add(priced(row, use.price()));
        }
    }

    private void assumptions() {
        for (AssumptionTables.Entry entry : new AssumptionTables(model).entries()) {
            CsvRow row = new CsvRow("assumption")
                    .set(Column.LINE, entry.name())
                    .set(Column.ITEM, entry.path())
                    .set(Column.SOURCE, entry.source());
            BigDecimal number = entry.number();
            if (number == null) {
                row.set(Column.NOTE, entry.value());
            } else {
                row.set(Column.QUANTITY, number).set(Column.UNIT, entry.unit().equals("%") ? "fraction" : entry.unit());
            }
            add(row);
        }
    }

    private void notices() {
        for (RoundedMoney ledger : model.ledgers()) {
            for (Notice notice : ledger.evaluation().notices()) {
                add(CsvRow.of("notice", ledger.evaluation())
                        .set(Column.LINE, Names.of(notice.severity()))
                        .set(Column.NOTE, notice.text()));
            }
        }
    }

    private void unpriced() {
        for (Evaluation.Unpriced evaluation : model.comparison().unpriced()) {
            for (String reason : evaluation.reasons()) {
                add(CsvRow.of("unpriced", evaluation).set(Column.NOTE, reason));
            }
        }
    }

    private void improvements() {
        for (Improvement could : model.improvements()) {
            CsvRow row = new CsvRow("improvement")
                    .set(Column.LINE, could.kind().name())
                    .set(Column.AMOUNT, rounded(could.perMonth()))
                    .set(Column.NOTE, could.text());
            add(total(row, could.overHorizon()));
            could.order()
                    .forEach(p -> add(new CsvRow("improvement")
                            .set(Column.LINE, could.kind().name())
                            .set(Column.ITEM, p.item().name())
                            .set(Column.QUANTITY, BigDecimal.valueOf(p.now()))));
        }
    }

    private void turns() {
        for (RoundedMoney ledger : model.ledgers()) {
            for (OnTurn turn : ledger.evaluation().turns()) {
                turn(ledger, turn, "FIRST_TOKEN", "s", turn.seconds(), SECONDS_DECIMALS);
                turn(ledger, turn, "PROMPT_TOKENS", "tokens", turn.promptTokens(), 0);
                turn(ledger, turn, "CACHED_SHARE", "fraction", turn.cachedShare(), FRACTION_DECIMALS);
            }
        }
    }

    private void turn(RoundedMoney ledger, OnTurn turn, String figure, String unit, double value, int decimals) {
        CsvRow row = CsvRow.of("turn", ledger.evaluation())
                .set(Column.LINE, figure)
                .set(Column.QUANTITY, BigDecimal.valueOf(turn.turn()))
                .set(Column.UNIT, unit);
        BigDecimal total = CsvRow.finite(value, decimals);
        add(total == null ? row : row.set(Column.TOTAL, total));
    }

    private static CsvRow total(CsvRow row, Money total) {
        return row.set(Column.TOTAL, rounded(total))
                .set(Column.CURRENCY, total.currency().code());
    }

    private static BigDecimal rounded(Money money) {
        return new BigDecimal(money.value()).setScale(money.currency().decimals(), RoundingMode.HALF_UP);
    }
}
