package app.steelyard.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.compare.DesignRow.Choice;
import app.steelyard.app.compare.DesignRow.Standing;
import app.steelyard.app.plan.TakenPreset;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.document.Presets;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Unit;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignRowsTest {
    @TempDir
    private static Path folder;

    private static PriceBook book() {
        return PriceBookLoader.load(folder).book();
    }

    private static Plan sample(String name) {
        return Samples.plan(name).orElseThrow();
    }

    private static Plan classified() {
        return TakenPreset.of(sample("clinical-extractor"), Presets.named("classification"), null)
                .plan();
    }

    private static DesignRow row(DesignRows rows, Evaluation of) {
        return rows.rows().stream()
                .filter(r -> r.design().equals(of.architecture()))
                .findFirst()
                .orElseThrow();
    }

    private static double amount(String shown) {
        return shown.equals(DesignRow.NONE) ? 0 : read(shown);
    }

    private static double read(String shown) {
        boolean negative = shown.startsWith("−");
        String digits = shown.replaceAll("[^0-9.]", "");
        double value = ((NumberReader.Value) NumberReader.chosen().read(digits, Unit.COUNT)).value();
        return negative ? -value : value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"banking-copilot", "clinical-extractor", "support-bot", "caching", "hybrid"})
    void eachDesignHasARowWithTheFiguresOfTheResult(String sample) {
        Comparison comparison = Comparison.of(sample(sample), book());
        DesignRows rows = DesignRows.of(comparison, book());
        assertEquals(comparison.evaluations().size(), rows.rows().size());
        for (Evaluation.Priced e : comparison.priced()) {
            DesignRow row = row(rows, e);
            assertEquals(new RoundedMoney(e).averageMonth().value(), read(row.month()), 0.51);
            assertEquals(
                    Measure.COST_PER_REQUEST.of(e), read(row.request()), 6e-3 * Measure.COST_PER_REQUEST.of(e) + 0.005);
            if (e.feasible() && !e.architecture().today() && comparison.baseline() instanceof Evaluation.Priced) {
                assertEquals(
                        e.measures().saving() / e.cashFlow().months(),
                        amount(row.byModel()) + amount(row.byDesign()),
                        1.01);
            }
        }
    }

    /** What is saved by the model and by the design is the difference of the months that are shown, to the last digit. */
    @ParameterizedTest
    @ValueSource(strings = {"banking-copilot", "clinical-extractor", "support-bot", "caching", "hybrid"})
    void savingsFootToTheMonthsShown(String sample) {
        Comparison comparison = Comparison.of(sample(sample), book());
        DesignRows rows = DesignRows.of(comparison, book());
        double today = read(row(rows, comparison.baseline()).month());
        rows.rows().stream()
                .filter(r -> !r.byDesign().equals(DesignRow.NONE))
                .forEach(r -> assertEquals(
                        today - read(r.month()), amount(r.byModel()) + amount(r.byDesign()), 1e-6, r::toString));
    }

    @Test
    void theModelIsNamedAndItsPartToldApart() {
        Comparison comparison = Comparison.of(sample("clinical-extractor"), book());
        DesignRows rows = DesignRows.of(comparison, book());
        assertTrue(rows.models());
        assertFalse(rows.successes());
        DesignRow first = rows.rows().get(0);
        assertEquals("Prompt caching", first.name());
        assertEquals("GPT-4.1 mini", first.model());
        assertEquals(Standing.BEST, first.standing());
        assertEquals(List.of("$1,219", "$4,608", "−$68"), List.of(first.month(), first.byModel(), first.byDesign()));
        assertTrue(first.dearer());
        DesignRow today = row(rows, comparison.baseline());
        assertEquals("Today: Prompt caching", today.name());
        assertEquals("GPT-4.1", today.model());
    }

    /** The bars of all rows are to one scale, none is longer than the longest, and each is as long as its month. */
    @Test
    void barsAreToOneScale() {
        Comparison comparison = Comparison.of(sample("banking-copilot"), book());
        DesignRows rows = DesignRows.of(comparison, book());
        double most = comparison.priced().stream()
                .filter(Evaluation.Priced::feasible)
                .mapToDouble(e -> e.measures().averageMonth())
                .max()
                .orElseThrow();
        comparison.priced().stream().filter(Evaluation.Priced::feasible).forEach(e -> {
            DesignRow row = row(rows, e);
            assertEquals(rows.parts().size(), row.parts().size());
            double length = row.parts().stream().mapToDouble(d -> d).sum();
            assertEquals(e.measures().averageMonth() / most, length, 1e-6);
            assertTrue(length <= 1 + 1e-9);
        });
    }

    @Test
    void theOrderIsBySuccessWhereItIsStatedAndTheHeadSaysSo() {
        Comparison comparison = Comparison.of(classified(), book());
        DesignRows rows = DesignRows.of(comparison, book());
        assertTrue(rows.successes());
        assertEquals("Ranked by what a success costs", rows.ranked());
        List<Double> fit = rows.rows().stream()
                .filter(r -> r.standing() == Standing.BEST || r.standing() == Standing.FIT)
                .map(r -> read(r.success()))
                .toList();
        assertEquals(fit.stream().sorted(Comparator.naturalOrder()).toList(), fit);
        assertEquals(
                "Ranked by total cost",
                DesignRows.of(Comparison.of(sample("caching"), book()), book()).ranked());
    }

    /** Without a price a design keeps its row, below those that have one, and names what is missing and where it is chosen. */
    @Test
    void withoutAPriceTheRowStays() {
        DesignRows rows = DesignRows.of(Comparison.of(sample("caching"), book()), book());
        List<DesignRow> unpriced = rows.rows().stream()
                .filter(r -> r.standing() == Standing.UNPRICED)
                .toList();
        assertEquals(2, unpriced.size());
        unpriced.forEach(r -> {
            assertEquals(DesignRow.NONE, r.month());
            assertFalse(r.why().isEmpty());
            assertTrue(r.parts().isEmpty());
        });
        assertEquals(
                List.of(Choice.EMBEDDING, Choice.TUNED_MODEL),
                unpriced.stream().map(DesignRow::choice).toList());
        DesignRow elsewhere = DesignRows.of(Comparison.of(classified(), book()), book())
                .rows()
                .getLast();
        assertEquals(Choice.SUCCESS, elsewhere.choice());
        assertEquals(PlanField.SUCCESS_ELSEWHERE, elsewhere.unstated());
    }

    /** An example ranks nothing by money that nobody pays. */
    @Test
    void ofAnExampleNoMoneyIsTold() {
        Plan example = Assumed.all(sample("support-bot"), "Support chat");
        DesignRows rows = DesignRows.of(Comparison.of(example, book()), book());
        assertFalse(rows.rows().isEmpty());
        rows.rows()
                .forEach(r -> assertEquals(
                        List.of(DesignRow.NONE),
                        List.of(r.month(), r.byModel(), r.byDesign(), r.request(), r.success()).stream()
                                .distinct()
                                .toList()));
        assertEquals(1, rows.note().split("example", -1).length - 1, rows::note);
        Plan touched = Assumed.stated(example, PlanField.REQUESTS_PER_MONTH, 1000.0);
        assertTrue(DesignRows.of(Comparison.of(touched, book()), book()).rows().stream()
                .anyMatch(r -> !r.month().equals(DesignRow.NONE)));
    }

    @Test
    void withoutARateThePricesLeadToIt() {
        Plan plan = sample("banking-copilot");
        Plan euro = plan.withFinance(plan.finance().in(new Currency("EUR"), null));
        DesignRows rows = DesignRows.of(Comparison.of(euro, book()), book());
        rows.rows().forEach(r -> assertEquals(Choice.EXCHANGE_RATE, r.choice()));
        assertTrue(rows.rows().getFirst().leads());
        rows.rows().stream().skip(1).forEach(r -> {
            assertFalse(r.leads(), r::name);
            assertEquals(
                    List.of("The same is missing as for “"
                            + rows.rows().getFirst().name() + "”."),
                    r.why());
        });
    }

    /** What cannot do the job stands at the end with its reason, however little it costs, and today's is then no measure. */
    @Test
    void whatCannotDoTheJobStandsAtTheEndWithItsReason() {
        Plan plan = sample("banking-copilot");
        List<ContextItem> items = plan.items();
        Comparison comparison = Comparison.of(
                plan.withItems(IntStream.range(0, items.size())
                        .mapToObj(i -> i == 2 ? items.get(i).withTokens(3_000_000) : items.get(i))
                        .toList()),
                book());
        DesignRows rows = DesignRows.of(comparison, book());
        assertEquals(Standing.BEST, rows.rows().get(0).standing());
        List<DesignRow> unfit = rows.rows().subList(1, rows.rows().size());
        unfit.forEach(r -> {
            assertEquals(Standing.UNFIT, r.standing());
            assertFalse(r.why().isEmpty());
            assertTrue(r.parts().isEmpty());
        });
        assertTrue(rows.note().contains("Today’s design cannot do the job"), rows.note());
        assertEquals(DesignRow.NONE, rows.rows().get(0).byDesign());
    }

    @Test
    void beyondTenMillionsAllColumnsAreInMillions() {
        Plan dear = PlanField.REQUESTS_PER_MONTH.with(sample("banking-copilot"), 90_000_000);
        DesignRows rows = DesignRows.of(Comparison.of(dear, book()), book());
        rows.rows().stream()
                .filter(r -> r.standing() != Standing.UNPRICED)
                .forEach(r -> assertTrue(r.month().endsWith("M"), r::toString));
        rows.rows().stream()
                .filter(r -> !r.byDesign().equals(DesignRow.NONE))
                .forEach(r -> assertTrue(r.byDesign().endsWith("M"), r::toString));
    }
}
