package app.steelyard.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.SampleComparisons;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Point;
import app.steelyard.chart.Scale;
import app.steelyard.chart.catalog.cost.CumulativeCostChart;
import app.steelyard.chart.catalog.cost.FirstTokenChart;
import app.steelyard.chart.catalog.cost.HitRateChart;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Design;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartPainterTest {
    private static final Comparison COPILOT = SampleComparisons.compare(SampleComparisons.copilot());
    private static final Comparison WITHOUT_TUNING = SampleComparisons.compare(SampleComparisons.withoutTuning());
    private static final Comparison EXTREME = SampleComparisons.compare(SampleComparisons.extreme());
    private static final Comparison UNPRICED = SampleComparisons.compare(SampleComparisons.unpriced());

    @Test
    void monthlyCostLooksAsBefore() throws IOException {
        golden("monthly-cost.svg", MonthlyCostChart.of(COPILOT), Palette.LIGHT);
    }

    @Test
    void cumulativeCostLooksAsBefore() throws IOException {
        golden("cumulative-cost.svg", CumulativeCostChart.of(COPILOT), Palette.LIGHT);
    }

    @Test
    void firstTokenOfUnpricedArchitecturesLooksAsBefore() throws IOException {
        golden("first-token-unpriced-dark.svg", FirstTokenChart.of(WITHOUT_TUNING), Palette.DARK);
    }

    @Test
    void hitRatesOfLongAndForeignNamesLookAsBefore() throws IOException {
        golden(
                "hit-rates-extreme.svg",
                HitRateChart.of(EXTREME.plan(), EXTREME.priced().get(0)),
                Palette.PRINT);
    }

    @Test
    void nothingPricedSaysSo() throws IOException {
        golden("nothing.svg", MonthlyCostChart.of(UNPRICED), Palette.LIGHT);
        assertFalse(MonthlyCostChart.of(UNPRICED).empty().isEmpty());
    }

    @Test
    void columnsStandSideBySideAndSayWhyTheyAreMarked() {
        List<ChartPart.Column> columns = new ArrayList<>();
        for (int day = 1; day <= 10; day++) {
            columns.add(new ChartPart.Column(
                    day + " Nov 2026",
                    day + " Nov",
                    List.of(10.0 * day, 5.0),
                    day == 4 ? "unusually little" : "",
                    ChartKey.NONE.withItem("day-" + day)));
        }
        ChartSpec.Columns chart = new ChartSpec.Columns(
                new ChartSpec.Caption("Tokens", Scale.COUNT, "", "", new DataTable(List.of(), List.of())),
                List.of(
                        new ChartPart.Legend("Input", ColorRole.DRIVER_INPUT),
                        new ChartPart.Legend("Output", ColorRole.DRIVER_OUTPUT)),
                columns,
                "unusual");
        ChartPainter painter = new ChartPainter(Palette.LIGHT, 12, false);
        double height = painter.preferredHeight(chart, Fonts::width, 600);
        List<Region> regions = painter.paint(chart, new SvgSurface(), 600, height);
        List<Region> days = regions.stream().filter(r -> r.height() > 100).toList();
        assertEquals(10, days.size());
        assertEquals(days.get(0).x() + days.get(0).width(), days.get(1).x(), 1e-9);
        assertEquals(600, days.get(9).x() + days.get(9).width(), 1e-9);
        assertEquals(
                "4 Nov 2026\nInput: 40\nOutput: 5\nunusually little",
                days.get(3).tooltip());
        assertEquals("day-4", days.get(3).key().item());
        assertEquals(11, regions.size(), "the mark is a place as well");
    }

    @Test
    void barsFootToTheTotal() {
        ChartSpec.StackedBars chart = MonthlyCostChart.of(COPILOT);
        for (int i = 0; i < chart.bars().size(); i++) {
            StackedBar bar = chart.bars().get(i);
            double average = COPILOT.priced().get(i).measures().averageMonth();
            assertEquals(Math.round(average * 100), Math.round(bar.total() * 100), bar.name());
        }
    }

    @Test
    void unpricedArchitecturesAreNamedAndHaveNoNumber() {
        StackedBar hybrid = MonthlyCostChart.of(WITHOUT_TUNING).bars().stream()
                .filter(b -> b.key().architecture().design() == Design.HYBRID)
                .findFirst()
                .orElseThrow();
        assertTrue(hybrid.values().isEmpty());
        assertEquals("unpriced", hybrid.note());
        assertTrue(CumulativeCostChart.of(WITHOUT_TUNING).notes().get(0).contains("Hybrid"));
    }

    @Test
    void everythingStaysInsideAtAnySize() {
        for (Comparison comparison : List.of(COPILOT, WITHOUT_TUNING, EXTREME, UNPRICED, oneMonth())) {
            for (double width : new double[] {120, 300, 900}) {
                for (double height : new double[] {60, 200, 700}) {
                    for (ChartSpec spec : List.of(
                            MonthlyCostChart.of(comparison),
                            CumulativeCostChart.of(comparison),
                            FirstTokenChart.of(comparison))) {
                        Frame frame = new Frame();
                        new ChartPainter(Palette.LIGHT, 12, true).paint(spec, frame, width, height);
                        assertTrue(frame.finite, spec::title);
                        assertTrue(
                                frame.right <= width * 1.25 + 40,
                                () -> spec.title() + " at " + width + " × " + height + " reaches " + frame.right);
                    }
                }
            }
        }
    }

    @Test
    void labelsAtTheEndsOfLinesKeepApart() {
        double[] placed = LinePainter.spread(new double[] {10, 11, 12, 90}, 15, 0, 100);
        assertArrayEquals(new double[] {10, 25, 40, 90}, placed);
        placed = LinePainter.spread(new double[] {95, 96, 97}, 15, 0, 100);
        assertArrayEquals(new double[] {70, 85, 100}, placed);
    }

    @Test
    void aPointerFindsWhatIsUnderIt() {
        List<Region> regions = new ChartPainter(Palette.LIGHT, 12, false)
                .paint(MonthlyCostChart.of(COPILOT), new SvgSurface(), 600, 300);
        Region first = regions.get(0);
        Region found = Region.at(regions, first.x() + 5, first.y() + first.height() / 2)
                .orElseThrow();
        assertEquals(Design.UNCACHED, found.key().architecture().design());
        assertTrue(found.tooltip().startsWith("Uncached (today)\nInput: $"), found.tooltip());
    }

    @Test
    void ticksAreRound() {
        assertEquals(List.of(0.0, 200.0, 400.0, 600.0, 800.0), Ticks.between(0, 661, 5));
        assertEquals(List.of(-5.0, 0.0, 5.0, 10.0), Ticks.between(-3, 9, 4));
        assertEquals(List.of(0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120), Ticks.months(120, 12));
    }

    @Test
    void architecturesKeepApartForColourBlindReaders() {
        List<ColorRole> roles = Stream.concat(
                        Stream.of(Design.values()).map(ColorRole::of),
                        Stream.of(ColorRole.OTHER_MODEL, ColorRole.REORDERED))
                .toList();
        for (Palette palette : Palette.values()) {
            for (int a = 0; a < roles.size(); a++) {
                for (int b = a + 1; b < roles.size(); b++) {
                    double distance = deuteranope(palette.color(roles.get(a)), palette.color(roles.get(b)));
                    assertTrue(distance > 25, palette + " " + roles.get(a) + " and " + roles.get(b) + ": " + distance);
                }
            }
        }
    }

    /** Distance of two colours as one sees them without green cones (Viénot, Brettel, Mollon 1999; roughly). */
    private static double deuteranope(String a, String b) {
        double[] x = seen(a);
        double[] y = seen(b);
        return Math.sqrt(Math.pow(x[0] - y[0], 2) + Math.pow(x[1] - y[1], 2) + Math.pow(x[2] - y[2], 2));
    }

    private static double[] seen(String color) {
        int rgb = Integer.decode(color);
        double r = rgb >> 16 & 255;
        double g = rgb >> 8 & 255;
        double b = rgb & 255;
        return new double[] {0.293 * r + 0.707 * g, 0.293 * r + 0.707 * g, -0.02 * r + 0.02 * g + b};
    }

    private static Comparison oneMonth() {
        Plan plan = SampleComparisons.copilot();
        var finance = plan.finance();
        return SampleComparisons.compare(plan.withFinance(new Finance(
                1,
                finance.discountRatePerYear(),
                finance.timing(),
                finance.currency(),
                finance.exchangeRate(),
                finance.engineeringWeekCost())));
    }

    private static void golden(String name, ChartSpec spec, Palette palette) throws IOException {
        Golden.check("charts/" + name, SvgSurface.document(spec, new ChartPainter(palette, 12, true), 620, 300));
    }

    /** Knows how far a drawing reaches. */
    private static final class Frame implements Surface {
        private double right;
        private boolean finite = true;

        private void reach(double... values) {
            for (double value : values) {
                finite &= Double.isFinite(value);
            }
            right = Math.max(right, values[0]);
        }

        @Override
        public void rect(double x, double y, double width, double height, String fill) {
            reach(x + width, y, height);
        }

        @Override
        public void line(List<Point> points, String color, double width, boolean dashed) {
            new ArrayList<>(points).forEach(p -> reach(p.x(), p.y()));
        }

        @Override
        public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
            reach(x + radius, y);
        }

        @Override
        public void dots(List<Point> middles, double radius, String fill, double opacity) {
            middles.forEach(p -> reach(p.x() + radius, p.y(), opacity));
        }

        @Override
        public void text(String text, double x, double baseline, double size, boolean bold, String color, Align align) {
            double width = measure(text, size, bold);
            reach(
                    switch (align) {
                        case LEFT -> x + width;
                        case CENTER -> x + width / 2;
                        case RIGHT -> x;
                    },
                    baseline);
        }
    }
}
