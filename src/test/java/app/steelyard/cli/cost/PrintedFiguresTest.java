package app.steelyard.cli.cost;

import static app.steelyard.Fixtures.book;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Fixtures;
import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.csv.CsvReport;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is printed adds up as printed, and a figure has the same digits wherever it is printed. */
class PrintedFiguresTest {

    /** The rows of money in the terminal's table, in its order. */
    private static List<List<BigDecimal>> table(Comparison comparison) {
        return CostText.of(comparison, java.util.List.of(), Optional.empty())
                .lines()
                .dropWhile(l -> !l.startsWith("Set-up "))
                .limit(7)
                .map(line -> Arrays.stream(line.strip().split(" {2,}"))
                        .skip(1)
                        .map(PrintedFiguresTest::number)
                        .toList())
                .toList();
    }

    private static BigDecimal number(String cell) {
        return cell.equals("–")
                ? BigDecimal.ZERO
                : new BigDecimal(cell.replace(",", "").replace('−', '-'));
    }

    private static List<NamedCsvRecord> csv(Comparison comparison, PriceBook book) {
        StringWriter out = new StringWriter();
        try {
            CsvReport.write(ReportModel.of(comparison, null, book, "1.0", Fixtures.DAY), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CsvReader.builder().ofNamedCsvRecord(out.toString()).stream().toList();
    }

    private static BigDecimal total(Stream<NamedCsvRecord> rows) {
        return rows.map(r -> new BigDecimal(r.getField("total"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void same(BigDecimal expected, BigDecimal actual, String what) {
        assertEquals(0, expected.compareTo(actual), () -> what + ": " + expected + " and " + actual);
    }

    private static void check(Comparison comparison, PriceBook book) {
        List<List<BigDecimal>> table = table(comparison);
        List<NamedCsvRecord> csv = csv(comparison, book);
        int months = (int) Math.round(comparison.plan().finance().horizonMonths());
        List<Evaluation.Priced> priced = comparison.priced();
        for (int i = 0; i < priced.size(); i++) {
            String design = priced.get(i).architecture().name();
            BigDecimal setUp = table.get(0).get(i);
            BigDecimal first = table.get(1).get(i);
            BigDecimal total = table.get(4).get(i);
            same(setUp.add(first), table.get(2).get(i), design + ", set-up and first month");
            same(
                    table.get(1).get(0).subtract(first),
                    i == 0 ? BigDecimal.ZERO : table.get(5).get(i),
                    design);
            if (months <= 12) {
                same(
                        table.get(4).get(0).subtract(total),
                        i == 0 ? BigDecimal.ZERO : table.get(6).get(i),
                        design);
            }
            same(total, sum(csv, "statement", design), design + ", statement");
            same(total, sum(csv, "cash_flow", design), design + ", cash flow");
            List<String> measures = List.of("SET_UP", "FIRST_MONTH", "", "AVERAGE_MONTH", "TCO", "SAVING_FIRST_MONTH");
            for (int row = 0; row < measures.size(); row++) {
                String measure = measures.get(row);
                if (!measure.isEmpty() && (row < 5 || i > 0)) {
                    same(
                            table.get(row).get(i),
                            total(csv.stream()
                                    .filter(r -> r.getField("line").equals(measure))
                                    .filter(r -> r.getField("architecture").equals(design))),
                            design + ", " + measure);
                }
            }
        }
    }

    private static BigDecimal sum(List<NamedCsvRecord> csv, String section, String design) {
        return total(csv.stream()
                .filter(r -> r.getField("section").equals(section))
                .filter(r -> r.getField("architecture").equals(design)));
    }

    /** Small sums in which every cent shows, with work that costs odd cents and rounds in most months. */
    private static Plan odd(Plan plan, Seeded.Draw draw) {
        Plan odd = PlanField.ENGINEERING_WEEK_COST.with(plan, draw.maybe() ? 3333.33 : draw.between(0, 10));
        odd = PlanField.REQUESTS_PER_MONTH.with(odd, draw.scaled(1, 1e6));
        return PlanField.HORIZON_MONTHS.with(odd, draw.whole(1, 14));
    }

    @Test
    void everyPlanFootsAsPrinted() {
        Seeded.forAll(60, draw -> {
            PriceBook book = book(CostPropertiesTest.anyPrices(draw, 1));
            Plan plan = odd(CostPropertiesTest.anyPlan(draw), draw);
            check(Comparison.of(plan, book), book);
        });
    }

    @Test
    void theSamplesFootAsPrinted() {
        for (Plan plan : List.of(SampleComparisons.copilot(), SampleComparisons.unpriced())) {
            check(SampleComparisons.compare(plan), SampleComparisons.book());
        }
    }

    @Test
    void linesFootToTheirDriverAndTheFirstMonth() {
        Seeded.forAll(60, draw -> {
            Plan plan = odd(CostPropertiesTest.anyPlan(draw), draw);
            Comparison comparison = Comparison.of(plan, book(CostPropertiesTest.anyPrices(draw, 1)));
            for (Evaluation.Priced e : comparison.priced()) {
                RoundedMoney money = new RoundedMoney(e);
                for (Driver driver : Driver.values()) {
                    assertEquals(
                            money.total(driver).value(),
                            sum(money, driver, null, false),
                            1e-6 * (1 + money.total().value()));
                    assertEquals(
                            money.amount(0, driver).value(),
                            sum(money, driver, Timing.SET_UP, true),
                            1e-6 * (1 + money.total().value()));
                    if (e.statement().stream().noneMatch(l -> l.timing() == Timing.ROUND)) {
                        assertEquals(
                                money.amount(1, driver).value(),
                                sum(money, driver, Timing.MONTHLY, true),
                                1e-6 * (1 + money.total().value()),
                                money.total().full());
                    }
                }
            }
        });
    }

    private static double sum(RoundedMoney money, Driver driver, @Nullable Timing timing, boolean amounts) {
        return money.lines().stream()
                .filter(l -> l.line().kind().driver() == driver)
                .filter(l -> timing == null || l.line().timing() == timing)
                .mapToDouble(l -> (amounts ? l.amount() : l.total()).value())
                .sum();
    }
}
