package app.steelyard.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.chart.CellGrid;
import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.Axis;
import app.steelyard.chart.ChartPart.TornadoBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Point;
import app.steelyard.chart.Scale;
import app.steelyard.chart.Specimens;
import app.steelyard.chart.catalog.doubt.WhatIfCharts;
import app.steelyard.text.Currency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfChartsTest {
    private static final Map<String, ChartSpec> SPECIMENS = Specimens.all();
    private static final ChartPainter PAINTER = new ChartPainter(Palette.LIGHT, 12, false);

    private static ChartSpec specimen(String name) {
        ChartSpec spec = SPECIMENS.get(name);
        assertTrue(spec != null, name);
        return spec;
    }

    @ParameterizedTest
    @CsvSource({
        "tornado, LIGHT",
        "tornado-long, DARK",
        "intervals, DARK",
        "ranked-long, PRINT",
        "histogram, LIGHT",
        "map-coarse, LIGHT",
        "scatter, DARK",
        "groups, PRINT"
    })
    void itLooksAsBefore(String name, Palette palette) throws IOException {
        ChartSpec spec = specimen(name);
        ChartPainter painter = new ChartPainter(palette, 12, true);
        double height = Math.ceil(painter.preferredHeight(spec, Fonts::width, 560));
        Golden.check("charts/what-if-" + name + ".svg", SvgSurface.document(spec, painter, 560, height));
    }

    @Test
    void everythingStaysInsideAtAnySize() {
        SPECIMENS.forEach((name, spec) -> {
            for (double width : new double[] {120, 300, 900}) {
                for (double height : new double[] {60, 200, 700}) {
                    Written written = new Written();
                    List<Region> regions = new ChartPainter(Palette.DARK, 12, true).paint(spec, written, width, height);
                    String where = name + " at " + width + " × " + height;
                    assertTrue(written.finite, where);
                    assertTrue(written.right <= width * 1.25 + 40, where + " reaches " + written.right);
                    regions.forEach(r -> assertFalse(r.tooltip().isBlank(), where));
                }
            }
        });
    }

    @Test
    void everyChartHasATwinWithItsNames() {
        SPECIMENS.forEach((name, spec) -> {
            assertEquals(
                    spec.table().header().size(), new HashSet<>(spec.table().header()).size(), name);
            assertEquals(spec.empty().isEmpty(), !spec.table().rows().isEmpty(), name);
            spec.table().rows().forEach(r -> assertEquals(spec.table().header().size(), r.size(), name));
        });
        assertEquals(
                List.of("Requests per tenant", "0.5", "12", "−$9,000.00", "$10,000.00", "$31,000.00"),
                specimen("tornado").table().rows().get(0).stream()
                        .map(DataTable.Cell::shown)
                        .toList());
        assertEquals(
                List.of("Prompt caching", "61 %", "$3,300.00", "$3,300.00", "$3,300.00"),
                specimen("intervals").table().rows().get(0).stream()
                        .map(DataTable.Cell::shown)
                        .toList());
        DataTable map = specimen("map").table();
        assertEquals(9, map.rows().size());
        assertEquals("Retrieval", map.rows().get(0).get(1).shown());
        assertEquals("Fine-tuning", map.rows().get(8).get(9).shown());
    }

    @Test
    void theWidestBarOfATornadoComesFirst() {
        List<String> names =
                Specimens.tornado(1, "").bars().stream().map(TornadoBar::name).toList();
        assertEquals(
                List.of("Requests per tenant", "Tenants", "Handbook: tokens", "Hit rate", "Output tokens", "Retries"),
                names);
    }

    @Test
    void aTornadoSaysWhichEndOfTheInputMadeWhichEndOfTheBar() {
        Written written = paint(specimen("tornado"));
        assertTrue(written.x("2,000") < written.x("400"), "more tenants save less here");
        assertTrue(written.x("0.5") < written.x("12"));
        assertTrue(written.has("as planned: $10,000"));
        assertTrue(written.has("$31k") && written.has("−$9,000"), "the results stand beside the ends");
        assertTrue(written.has("At the low end of its range") && written.has("At the high end"));
        assertTrue(written.has("6k: not known"));
        assertTrue(written.has("moves nothing"));
        assertEquals(1, written.dashed, "the line of zero");
    }

    @Test
    void aLossIsSetApartFromAGain() {
        Written written = paint(Specimens.histogram(-8000, 30_000, 0.12));
        assertTrue(written.has("Loss (12 %)"));
        assertTrue(written.has("P10 $360.00"));
        PixelSpan span = PixelSpan.of(6, 594, -8000, 30_000);
        String worse = Palette.LIGHT.color(ColorRole.WORSE);
        String better = Palette.LIGHT.color(ColorRole.BETTER);
        assertTrue(written.rects.stream()
                .filter(r -> r.fill.equals(worse) && r.height > 12)
                .allMatch(r -> r.x + r.width <= span.x(0) + 1e-6));
        assertTrue(written.rects.stream()
                .filter(r -> r.fill.equals(better) && r.height > 12)
                .allMatch(r -> r.x >= span.x(0) - 1e-6));
        assertFalse(paint(specimen("histogram-gain")).has("Loss (0 %)"));
    }

    @Test
    void marksThatWouldCoverOneAnotherStandInRowsOfTheirOwn() {
        ChartSpec.Histogram wide = Specimens.histogram(-8000, 30_000, 0.1);
        ChartSpec.Histogram narrow = new ChartSpec.Histogram(
                new ChartSpec.Caption(wide.title(), wide.scale(), "", "", wide.table()),
                wide.from(),
                wide.to(),
                wide.shares(),
                0,
                "",
                "",
                List.of(
                        new ChartPart.Reference(5000, "P10"),
                        new ChartPart.Reference(5100, "P50"),
                        new ChartPart.Reference(5200, "P90")));
        Written written = paint(narrow);
        assertEquals(
                3,
                written.texts.stream()
                        .filter(t -> t.text.startsWith("P"))
                        .map(t -> t.baseline)
                        .distinct()
                        .count());
        assertEquals(
                1,
                paint(wide).texts.stream()
                        .filter(t -> t.text.startsWith("P"))
                        .map(t -> t.baseline)
                        .distinct()
                        .count());
    }

    @Test
    void regionsAreNamedInPlaceAndSmallOnesInAKey() {
        Written written = paint(specimen("map"));
        assertEquals(1, written.count("Prompt caching"));
        assertTrue(written.has("D"));
        assertTrue(written.has("D Fine-tuning"));
        assertFalse(written.has("A Prompt caching"));
        Written longNames = paint(specimen("map-long"));
        for (String key : List.of("A ", "B ", "C ", "D ")) {
            assertTrue(longNames.texts.stream().anyMatch(t -> t.text.startsWith(key + "Compliance")), key);
        }
    }

    @Test
    void theMarksOfAMapAreExplainedBelowIt() {
        Written written = paint(specimen("map"));
        for (String mark : List.of(
                "Your plan",
                "Some of the trials",
                "The ranges of the plan; the map goes beyond them",
                "Lines: what it saves, in USD")) {
            assertEquals(1, written.count(mark), mark);
        }
        assertEquals(2, written.dashed, "the frame of the ranges, on the map and in its key");
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 420, 600, 900})
    void nothingOnAMapCoversAnything(double width) {
        for (String name : List.of("map", "map-long", "map-coarse")) {
            Written written = new Written();
            PAINTER.paint(specimen(name), written, width, PAINTER.preferredHeight(specimen(name), Fonts::width, width));
            assertApart(written.texts, name + " at " + width);
        }
    }

    @Test
    void ticksOnNarrowAxesStandApart() {
        for (double to : new double[] {2.5e4, 6e4, 3e5, 1e6, 5e7}) {
            for (double width : new double[] {160, 250, 400}) {
                Written written = new Written();
                Canvas canvas = new Canvas(written, Palette.LIGHT, 12, width, 200);
                Axis axis = new Axis("", Scale.COUNT, 2e4, to, true);
                Plane.of(canvas, axis, axis, 0).axes(canvas, false);
                written.texts.removeIf(t -> t.text.isEmpty());
                assertTrue(written.texts.size() >= 4, "at least two numbers on each axis up to " + to);
                assertApart(written.texts, "up to " + to + " at " + width);
            }
        }
    }

    @Test
    void aDearSpanIsBrokenOffVisiblySoThatTheOthersCanBeCompared() {
        ChartSpec.Intervals spec = spans(
                span("Caching", 0.9, 100, 130, 180),
                span("Retrieval", 0.1, 120, 160, 210),
                span("Hybrid", 0, 200, 700, 900),
                span("Uncached", 0, 1000, 1500, 2600));
        Written written = paint(spec);
        assertTrue(written.has("goes on beyond this scale"));
        assertTrue(written.has("P50 $1,500 →"), "the value that is not drawn is written");
        assertTrue(written.has("P50 $700.00 →"));
        assertTrue(written.has("$160.00"));
        String caching = written.rects.stream()
                .filter(r -> r.height < 10 && r.height > 6)
                .map(r -> r.fill)
                .findFirst()
                .orElseThrow();
        double wide = written.rects.stream()
                .filter(r -> r.fill.equals(caching) && r.height > 6 && r.height < 10)
                .mapToDouble(r -> r.width)
                .sum();
        assertTrue(wide > 100, "the best is drawn over " + wide);
        assertTrue(written.right <= 600.5, "nothing reaches out of the chart");

        Written whole = paint(spans(
                span("Caching", 0.9, 100, 130, 180),
                span("Retrieval", 0.1, 120, 160, 210),
                span("Uncached", 0, 200, 250, 300)));
        assertFalse(whole.has("goes on beyond this scale"), "what fits is left whole");
    }

    @Test
    void theEmptyPartOfAMapIsInItsKeyWhereThereIsOne() {
        String nothing = "Nothing can do the job";
        assertFalse(paint(map((column, row) -> 0)).has(nothing));
        ChartSpec.WinnerMap holed = map((column, row) -> column < 8 ? CellGrid.NONE : 0);
        assertTrue(paint(holed).has(nothing));
        assertTrue(holed.table().csv().contains(nothing));
    }

    private static ChartSpec.WinnerMap map(CellGrid.Filling filling) {
        ChartPart.Axis axis = new ChartPart.Axis("Tenants", Scale.COUNT, 1, 100, true);
        return WhatIfCharts.winners(
                new WhatIfCharts.Head("", Scale.money(Currency.USD), ""),
                axis,
                axis,
                List.of(new ChartPart.Legend("Prompt caching", ColorRole.PROMPT_CACHING)),
                CellGrid.of(16, 16, filling),
                List.of(),
                "",
                new WhatIfCharts.Marks(null, List.of(), null));
    }

    @Test
    void aNumberThatSaysTooMuchIsReplacedByItsBound() {
        ChartSpec.Bars bars = WhatIfCharts.ranked(
                new WhatIfCharts.Head("", Scale.money(Currency.USD), ""),
                "Number",
                "Worth",
                List.of(
                        new WhatIfCharts.Ranked("Tenants", 100, ColorRole.BETTER, ChartKey.NONE),
                        new WhatIfCharts.Ranked("Changes", 0, ColorRole.BETTER, ChartKey.NONE, "< $5.00")));
        Written written = paint(bars);
        assertTrue(written.has("< $5.00"));
        assertFalse(written.has("$0.00"));
        assertTrue(bars.table().csv().contains("100"));
    }

    private static ChartSpec.Intervals spans(ChartPart.Interval... spans) {
        return WhatIfCharts.intervals(
                new WhatIfCharts.Head("", Scale.money(Currency.USD), ""), "Cheapest", List.of(spans));
    }

    private static ChartPart.Interval span(String name, double share, double low, double middle, double high) {
        return new ChartPart.Interval(
                name,
                ColorRole.PROMPT_CACHING,
                ChartKey.NONE,
                share,
                Scale.SHARE.label(share),
                low,
                middle,
                high,
                false,
                "");
    }

    private static void assertApart(List<Text> texts, String where) {
        for (int a = 0; a < texts.size(); a++) {
            for (int b = a + 1; b < texts.size(); b++) {
                Text x = texts.get(a);
                Text y = texts.get(b);
                boolean apart = x.left + x.width <= y.left + 0.01
                        || y.left + y.width <= x.left + 0.01
                        || Math.abs(x.baseline - y.baseline) >= Math.min(x.size, y.size);
                assertTrue(apart, where + ": " + x.text + " and " + y.text);
            }
        }
    }

    @Test
    void labelsOfAScatterDoNotCoverOneAnother() {
        for (String name : List.of("scatter", "scatter-crowded", "scatter-long")) {
            List<Text> labels = paint(specimen(name)).texts.stream()
                    .filter(t -> t.size == 12)
                    .toList();
            assertTrue(labels.size() >= 5, name);
            assertApart(labels, name);
        }
    }

    @Test
    void cellsCoverTheirRectangleWithoutAGap() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        CellGrid cells = CellGrid.of(37, 41, (column, row) -> column * column + row * row < 900 ? 0 : 1);
        new Graphics2DSurface(graphics).cells(10, 10, 281, 183, cells, List.of("#0969da", "#bc4c00"));
        Set<Integer> seen = new HashSet<>();
        for (int x = 10; x < 291; x++) {
            for (int y = 10; y < 193; y++) {
                seen.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        assertEquals(Set.of(0x0969da, 0xbc4c00), seen);
        assertEquals(0x0969da, image.getRGB(11, 191) & 0xffffff, "the first cell is the lower left one");
        assertEquals(0xbc4c00, image.getRGB(289, 11) & 0xffffff);
    }

    @Test
    void aCellWithoutAWinnerIsLeftFree() {
        Written written = new Written();
        CellGrid cells = CellGrid.of(2, 1, (column, row) -> column == 0 ? 0 : CellGrid.NONE);
        CellRuns.paint(written, 0, 0, 100, 10, cells, List.of("#000000"));
        assertEquals(1, written.rects.size());
        assertEquals(50, written.rects.get(0).width);
    }

    @Test
    void cellsAreEqualByContent() {
        CellGrid cells = CellGrid.of(3, 2, Integer::sum);
        assertEquals(cells, CellGrid.of(3, 2, Integer::sum));
        assertEquals(cells.hashCode(), CellGrid.of(3, 2, Integer::sum).hashCode());
        assertNotEquals(cells, CellGrid.of(2, 3, Integer::sum));
        assertNotEquals(cells, CellGrid.of(3, 2, (column, row) -> 1));
        assertEquals(2, cells.rows());
        assertEquals(3, cells.at(2, 1));
        assertThrows(IllegalArgumentException.class, () -> CellGrid.of(1, 1, (column, row) -> 256));
        assertEquals(Specimens.map(64, ""), Specimens.map(64, ""));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAxisFindsItsValuesAgain(boolean logarithmic) {
        Axis axis = new Axis("", Scale.COUNT, 10, 1000, logarithmic);
        assertEquals(0, axis.position(10));
        assertEquals(1, axis.position(1000), 1e-12);
        assertEquals(logarithmic ? 0.5 : 90 / 990.0, axis.position(100), 1e-12);
        assertEquals(320, axis.value(axis.position(320)), 1e-9);
    }

    @Test
    void ticksOfALogarithmicAxisAreRound() {
        assertEquals(List.of(1e4, 1e5, 1e6, 1e7), Plane.ticks(new Axis("", Scale.COUNT, 1e4, 3e7, true), 6));
        assertEquals(List.of(1.0, 1e3, 1e6, 1e9), Plane.ticks(new Axis("", Scale.COUNT, 1, 1e9, true), 3));
        assertEquals(List.of(2e4, 5e4, 1e5, 2e5, 5e5), Plane.ticks(new Axis("", Scale.COUNT, 2e4, 6e5, true), 5));
        assertEquals(List.of(20.0, 30.0, 40.0, 50.0), Plane.ticks(new Axis("", Scale.COUNT, 17, 52, true), 4));
    }

    private static Written paint(ChartSpec spec) {
        Written written = new Written();
        PAINTER.paint(spec, written, 600, PAINTER.preferredHeight(spec, Fonts::width, 600));
        return written;
    }

    private record Text(String text, double left, double baseline, double width, double size) {}

    private record Rect(double x, double y, double width, double height, String fill) {}

    /** Writes down what is drawn. */
    private static final class Written implements Surface {
        private final List<Text> texts = new ArrayList<>();
        private final List<Rect> rects = new ArrayList<>();
        private int dashed;
        private double right;
        private boolean finite = true;

        private void reach(double x, double y) {
            finite &= Double.isFinite(x) && Double.isFinite(y);
            right = Math.max(right, x);
        }

        boolean has(String text) {
            return count(text) > 0;
        }

        long count(String text) {
            return texts.stream().filter(t -> t.text.equals(text)).count();
        }

        double x(String text) {
            return texts.stream().filter(t -> t.text.equals(text)).findFirst().orElseThrow().left;
        }

        @Override
        public void rect(double x, double y, double width, double height, String fill) {
            rects.add(new Rect(x, y, width, height, fill));
            reach(x + width, y + height);
        }

        @Override
        public void line(List<Point> points, String color, double width, boolean isDashed) {
            dashed += isDashed ? 1 : 0;
            points.forEach(p -> reach(p.x(), p.y()));
        }

        @Override
        public void circle(double x, double y, double radius, String fill, String stroke, double strokeWidth) {
            reach(x + radius, y);
        }

        @Override
        public void dots(List<Point> middles, double radius, String fill, double opacity) {
            middles.forEach(p -> reach(p.x() + radius, p.y()));
        }

        @Override
        public void text(String text, double x, double baseline, double size, boolean bold, String color, Align align) {
            double width = measure(text, size, bold);
            double left = switch (align) {
                case LEFT -> x;
                case CENTER -> x - width / 2;
                case RIGHT -> x - width;
            };
            texts.add(new Text(text, left, baseline, width, size));
            reach(left + width, baseline);
        }
    }
}
