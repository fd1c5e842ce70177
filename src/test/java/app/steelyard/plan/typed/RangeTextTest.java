package app.steelyard.plan.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.SampleComparisons;
import app.steelyard.Seeded;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.typed.RangeText.Point;
import app.steelyard.plan.typed.RangeText.Ranged;
import app.steelyard.plan.typed.RangeText.Refused;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTextTest {
    private static final PlanField REQUESTS = PlanField.REQUESTS_PER_MONTH;
    private static final Plan PLAN = SampleComparisons.copilot();
    private static final Plan HALF = PlanField.MEASURED_HIT_RATE.with(PLAN, 0.5);
    private static final Plan NONE = PlanField.MEASURED_HIT_RATE.with(PLAN, Double.NaN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "85 to 95 | 90 | 85 | 95 | NORMAL",
                "85–95 | 90 | 85 | 95 | NORMAL",
                "85 - 95 | 90 | 85 | 95 | NORMAL",
                "400 to 2k | 894 | 400 | 2000 | LOGNORMAL",
                "1 to 3 | 2 | 1 | 3 | NORMAL",
                "0 to 50 | 7 | 0 | 50 | NORMAL",
                "2 to 5 lognormal | 3.16 | 2 | 5 | LOGNORMAL",
                "10 to 50 normal | 30 | 10 | 50 | NORMAL",
                "5..10 | 7 | 5 | 10 | PERT",
                "8..10 | 9 | 8 | 10 | PERT",
                "5…10 uniform | 7 | 5 | 10 | UNIFORM",
                "5..6..10 | 6 | 5 | 10 | PERT",
                ".5..1.5..2.5 triangular | 1.5 | 0.5 | 2.5 | TRIANGULAR",
                "1.2M .. 2M pert | 1600000 | 1200000 | 2000000 | PERT",
                "±20% | 7 | 5.6 | 8.4 | NORMAL",
                "+-2 | 7 | 5 | 9 | NORMAL",
                "90 ±5 | 90 | 85 | 95 | NORMAL",
                "90 +/- 5 uniform | 90 | 85 | 95 | UNIFORM",
                "1000 ± 20 % | 1000 | 800 | 1200 | NORMAL",
                "88 (85 to 95) | 88 | 85 | 95 | NORMAL",
                "12 (5..10 uniform) | 12 | 5 | 10 | UNIFORM",
                "5 to 10 requests | 7 | 5 | 10 | NORMAL"
            })
    void rangesAreReadAsPeopleTypeThem(String text, double value, double low, double high, Distribution distribution) {
        assertEquals(
                new Ranged(value, low, high, distribution), RangeText.parse(text, REQUESTS, REQUESTS.with(PLAN, 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "85 to 95 %, 0.9, 0.85, 0.95",
        "0.85 to 0.95, 0.9, 0.85, 0.95",
        "90 % ±5 %, 0.9, 0.85, 0.95",
        "90 ±5 %, 0.9, 0.85, 0.95",
        "88 % (85 to 95 %), 0.88, 0.85, 0.95",
        "±5 %, 0.5, 0.45, 0.55",
        "10%..60%, 0.5, 0.1, 0.6"
    })
    void ofPerCentAllNumbersArePoints(String text, double value, double low, double high) {
        Ranged read = assertInstanceOf(Ranged.class, RangeText.parse(text, PlanField.MEASURED_HIT_RATE, HALF));
        assertEquals(List.of(value, low, high), List.of(read.value(), read.low(), read.high()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10..5 | The range begins at 10 and ends below, at 5.",
                "5 to 5 | Both ends are 5.",
                "5..20..10 | The likeliest value, 20, is outside 5 to 10.",
                "-5..10 | −5 is outside what is allowed here, 0 to 1,000,000,000,000.",
                "90 ±100 | −10 is outside what is allowed here",
                "0 to 10 lognormal | A lognormal range must begin above 0.",
                "±0 | After ± a number above 0 is expected.",
                "5 to | “5 to” is not a number.",
                "to 5 | “to 5” is not a number.",
                "a to b | “a to b” is not a number.",
                "1..2..3..4 | “1..2..3..4” is not a number.",
                "7 uniform | “7 uniform” names a distribution and no range.",
                "7 (8) | “7 (8)” is not a number.",
                "5-10 | “5-10” is not a number.",
                "many | “many” is not a number.",
                "1.000 to 2.000 | “1.000” can be read in two ways",
            })
    void nonsenseIsRefusedWithItsReason(String text, String reason) {
        Refused refused = assertInstanceOf(Refused.class, RangeText.parse(text, REQUESTS, REQUESTS.with(PLAN, 7)));
        assertTrue(refused.reason().startsWith(reason), refused.reason());
    }

    @ParameterizedTest
    @CsvSource({"many", "7 uniform", "±5 %", "0 ±0"})
    void whatARefusalOffersInsteadIsRead(String text) {
        for (PlanNumber number : List.of(REQUESTS, PlanField.MEASURED_HIT_RATE)) {
            Refused refused =
                    assertInstanceOf(Refused.class, RangeText.parse(text, number, number.with(PLAN, Double.NaN)));
            List<String> offered = Pattern.compile("\\d+(\\.\\.\\d+| to \\d+| ±\\d+)+( %)?( uniform| lognormal)?")
                    .matcher(refused.reason().substring(refused.reason().indexOf(". ")))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertFalse(offered.isEmpty(), refused.reason());
            offered.forEach(o -> assertInstanceOf(Ranged.class, RangeText.parse(o, number, PLAN), o));
        }
    }

    @Test
    void limitsAreThoseOfTheNumber() {
        Refused refused =
                assertInstanceOf(Refused.class, RangeText.parse("85 to 105 %", PlanField.MEASURED_HIT_RATE, NONE));
        assertTrue(
                refused.reason().startsWith("105 % is outside what is allowed here, 0 % to 100 %"), refused.reason());
        assertInstanceOf(Refused.class, RangeText.parse("±5 %", PlanField.MEASURED_HIT_RATE, NONE));
        assertInstanceOf(Refused.class, RangeText.parse("12 to 36", PlanField.HORIZON_MONTHS, PLAN));
        assertEquals(
                new Ranged(6, 2, 9, Distribution.PERT),
                RangeText.parse("2..9", PlanField.RETRAIN_EVERY_MONTHS, PlanField.RETRAIN_EVERY_MONTHS.with(PLAN, 24)),
                "the middle, 5.5, as a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90 | 85 | 95 | NORMAL | 85 to 95",
                "88 | 85 | 95 | NORMAL | 88 (85 to 95)",
                "894 | 400 | 2000 | LOGNORMAL | 400 to 2,000",
                "3.16 | 2 | 5 | LOGNORMAL | 2 to 5 lognormal",
                "7.5 | 5 | 10 | PERT | 5..10",
                "7 | 5 | 10 | PERT | 5..7..10",
                "12 | 5 | 10 | PERT | 12 (5..10)",
                "7 | 5 | 10 | UNIFORM | 5..7..10 uniform",
                "11000 | 6000 | 20000 | NORMAL | 11k (6,000 to 20k normal)",
                "1600000 | 1200000 | 2000000 | TRIANGULAR | 1.2M..2M triangular",
                "1234567 | 1234566 | 1234569 | PERT | 1,234,566..1,234,567..1,234,569"
            })
    void rangesAreShownBriefly(double value, double low, double high, Distribution distribution, String text) {
        assertEquals(
                text, RangeText.format(value, new Range(REQUESTS.path(), low, high, distribution, null), REQUESTS));
    }

    @Test
    void whatIsShownIsReadBackAsItWas() {
        Seeded.forAll(500, random -> {
            PlanField field = random.oneOf(
                    REQUESTS,
                    PlanField.MEASURED_HIT_RATE,
                    PlanField.LABELLING_COST,
                    PlanField.GROWTH_PER_MONTH,
                    PlanField.GAP_MEDIAN);
            double most = Math.min(field.max(), random.oneOf(1.0, 1e3, 1e5, 1e7));
            int digits = random.whole(0, 4);
            double low = rounded(random.between(Math.max(field.min(), -most), most * 0.8), digits);
            double high = rounded(low + random.between(most * 0.01, most * 0.2), digits);
            double value = rounded(random.between(low - most * 0.01, high), digits);
            Distribution distribution = random.oneOf(Distribution.values());
            if (low >= high
                    || low < field.min()
                    || high > field.max()
                    || value < field.min()
                    || distribution == Distribution.LOGNORMAL && low <= 0) {
                return;
            }
            Range range = new Range(field.path(), low, high, distribution, null);
            String text = RangeText.format(value, range, field);
            assertEquals(
                    new Ranged(value, low, high, distribution),
                    RangeText.parse(text, field, field.with(PLAN, value)),
                    text);
        });
    }

    private static double rounded(double value, int digits) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(digits, java.math.RoundingMode.HALF_UP)
                .doubleValue();
    }

    @Test
    void aRangeSetsTheNumberAndKeepsItsNote() {
        Plan noted = PLAN.withWhatIf(
                PLAN.whatIf().with(new Range(REQUESTS.path(), 1, 2, Distribution.UNIFORM, "as in March")));
        Plan changed =
                RangeText.apply(noted, REQUESTS, RangeText.parse("400k..1M", REQUESTS, REQUESTS.with(noted, 600_000)));
        assertEquals(600_000, REQUESTS.get(changed));
        assertEquals(
                Optional.of(new Range(REQUESTS.path(), 400_000, 1_000_000, Distribution.PERT, "as in March")),
                changed.whatIf().range(REQUESTS.path()));
        assertEquals(List.of(), PlanValidator.validate(changed));
    }

    @Test
    void aNumberAloneKeepsTheRangeItLiesInAndElseDropsIt() {
        Plan ranged = RangeText.apply(PLAN, REQUESTS, new Ranged(700_000, 400_000, 1e6, Distribution.NORMAL))
                .withWhatIf(PLAN.whatIf()
                        .with(new Range(REQUESTS.path(), 400_000, 1e6, Distribution.NORMAL, null))
                        .with(new Range("traffic.tenants", 1, 3, Distribution.NORMAL, null))
                        .withCorrelations(List.of(new Correlation(REQUESTS.path(), "traffic.tenants", 0.5))));
        Plan inside = RangeText.apply(ranged, REQUESTS, new Point(1e6));
        assertEquals(ranged.whatIf(), inside.whatIf());
        assertEquals(1e6, REQUESTS.get(inside));
        Plan outside = RangeText.apply(ranged, REQUESTS, new Point(2e6));
        assertEquals(Optional.empty(), outside.whatIf().range(REQUESTS.path()));
        assertEquals(List.of(), outside.whatIf().correlations());
        assertEquals(1, outside.whatIf().ranges().size());
        assertEquals(2e6, REQUESTS.get(outside));
    }
}
