package app.steelyard.chart;

import app.steelyard.Seeded;
import app.steelyard.chart.ChartPart.Axis;
import app.steelyard.chart.ChartPart.Group;
import app.steelyard.chart.ChartPart.Interval;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartPart.ScatterPoint;
import app.steelyard.chart.ChartPart.TornadoBar;
import app.steelyard.chart.catalog.doubt.WhatIfCharts;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Bins;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Head;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Ranked;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Design;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Charts about doubt as they usually are and as they are at their worst, by name. */
public final class Specimens {
    static final String LONG = "Compliance handbook of the retail bank with all of its appendices, November: ";
    private static final Scale MONEY = Scale.money(Currency.USD);
    private static final List<Design> DESIGNS =
            List.of(Design.PROMPT_CACHING, Design.RETRIEVAL, Design.UNCACHED, Design.HYBRID, Design.FINE_TUNING);

    private Specimens() {}

    public static Map<String, ChartSpec> all() {
        Map<String, ChartSpec> all = new LinkedHashMap<>();
        all.put("tornado", tornado(1, ""));
        all.put("tornado-long", tornado(1, LONG));
        all.put("tornado-dominated", tornado(400, ""));
        all.put("tornado-empty", WhatIfCharts.tornado(head("No number has a range yet."), 0, List.of()));
        all.put("intervals", intervals("", 1));
        all.put("intervals-long", intervals(LONG, 1));
        all.put("intervals-dominated", intervals("", 300));
        all.put("intervals-empty", WhatIfCharts.intervals(head("Nothing could be priced."), "Cheapest", List.of()));
        all.put("ranked", ranked("", 1));
        all.put("ranked-long", ranked(LONG, 1));
        all.put("ranked-dominated", ranked("", 1000));
        all.put("histogram", histogram(-8000, 30_000, 0.12));
        all.put("histogram-gain", histogram(4000, 30_000, 0));
        all.put("histogram-loss", histogram(-9000, -200, 1));
        all.put(
                "histogram-empty",
                WhatIfCharts.histogram(head("No trial."), new Bins(0, 0, List.of()), 0, "", List.of()));
        all.put("map", map(256, ""));
        all.put("map-long", map(64, LONG));
        all.put("map-coarse", map(8, ""));
        all.put("scatter", scatter(6, ""));
        all.put("scatter-crowded", scatter(40, ""));
        all.put("scatter-long", scatter(6, LONG));
        all.put("groups", groups(3, ""));
        all.put("groups-ten", groups(10, ""));
        all.put("groups-long", groups(2, LONG));
        all.put("groups-empty", WhatIfCharts.groups(head("No scenario yet."), "Scenario", List.of(), List.of()));
        return all;
    }

    private static Head head(String summary) {
        return new Head("What the numbers say", MONEY, summary);
    }

    public static ChartSpec.Tornado tornado(double factor, String prefix) {
        return WhatIfCharts.tornado(
                head("Requests move the saving most."),
                10_000,
                List.of(
                        new TornadoBar(
                                prefix + "Output tokens", "150 to 600", "150", "600", 8000, 11_000, ChartKey.NONE),
                        new TornadoBar(
                                prefix + "Requests per tenant",
                                "0.5 to 12 / h",
                                "0.5",
                                "12",
                                -9000 * factor,
                                31_000 * factor,
                                ChartKey.NONE),
                        new TornadoBar(
                                prefix + "Tenants", "400 to 2,000", "400", "2,000", 22_000, -6000, ChartKey.NONE),
                        new TornadoBar(
                                prefix + "Hit rate", "70 to 90 %", "70 %", "90 %", 12_000, 15_000, ChartKey.NONE),
                        new TornadoBar(
                                prefix + "Handbook: tokens",
                                "6k to 20k",
                                "6k",
                                "20k",
                                Double.NaN,
                                18_000,
                                ChartKey.NONE),
                        new TornadoBar(prefix + "Retries", "0 to 1 %", "0 %", "1 %", 10_000, 10_000, ChartKey.NONE)));
    }

    private static ChartSpec intervals(String prefix, double factor) {
        double[] shares = {0.61, 0.27, 0.1104, 0.0002, 0};
        double[] middles = {3300, 3700, 4100, 6100, 8200};
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double spread = 1 + (i * 7 % 5) * 0.12;
            intervals.add(new Interval(
                    prefix + Names.of(DESIGNS.get(i)),
                    ColorRole.of(DESIGNS.get(i)),
                    ChartKey.of(placed(DESIGNS.get(i))),
                    shares[i],
                    Scale.SHARE.label(shares[i]),
                    middles[i] / spread,
                    middles[i],
                    middles[i] * spread * (i == 4 ? factor : 1),
                    i == 0,
                    ""));
        }
        intervals.add(new Interval(
                prefix + Names.of(Design.AS_PLACED),
                ColorRole.AS_PLACED,
                ChartKey.NONE,
                Double.NaN,
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                false,
                "unpriced"));
        return WhatIfCharts.intervals(head("Caching is cheapest in 61 % of all cases."), "Cheapest", intervals);
    }

    private static ChartSpec ranked(String prefix, double factor) {
        return WhatIfCharts.ranked(
                head("Measure the requests first."),
                "Number",
                "Worth at most",
                List.of(
                        new Ranked(prefix + "Tenants", 2380, ColorRole.BETTER, ChartKey.NONE),
                        new Ranked(prefix + "Requests per tenant", 4120 * factor, ColorRole.BETTER, ChartKey.NONE),
                        new Ranked(prefix + "Output tokens", 0, ColorRole.BETTER, ChartKey.NONE),
                        new Ranked(prefix + "Changes", Double.NaN, ColorRole.BETTER, ChartKey.NONE),
                        new Ranked(prefix + "Handbook: tokens", 210, ColorRole.BETTER, ChartKey.NONE)));
    }

    public static ChartSpec.Histogram histogram(double from, double to, double loss) {
        int bins = 37;
        double[] heights = IntStream.range(0, bins)
                .mapToDouble(i -> Math.exp(-Math.pow((i - bins * 0.4) / 7, 2)))
                .toArray();
        double sum = IntStream.range(0, bins).mapToDouble(i -> heights[i]).sum();
        List<Double> shares =
                IntStream.range(0, bins).mapToObj(i -> heights[i] / sum).toList();
        double span = to - from;
        return WhatIfCharts.histogram(
                head("The saving is a loss in few cases."),
                new Bins(from, to, shares),
                loss,
                Scale.SHARE.label(loss),
                List.of(
                        new Reference(from + span * 0.22, "P10"),
                        new Reference(from + span * 0.4, "P50"),
                        new Reference(from + span * 0.58, "P90")));
    }

    public static ChartSpec.WinnerMap map(int cells, String prefix) {
        Axis x = new Axis("Requests a month", Scale.COUNT, 1e4, 3e7, true);
        Axis y = new Axis("Tenants", Scale.COUNT, 1, 1e4, true);
        List<Legend> regions = List.of(
                new Legend(prefix + "Prompt caching", ColorRole.PROMPT_CACHING),
                new Legend(prefix + "Retrieval", ColorRole.RETRIEVAL),
                new Legend(prefix + "Uncached", ColorRole.UNCACHED),
                new Legend(prefix + "Fine-tuning", ColorRole.FINE_TUNING));
        CellGrid winners = CellGrid.of(cells, cells, (column, row) -> {
            double across = (column + 0.5) / cells;
            double up = (row + 0.5) / cells;
            if (across > 0.93 && up < 0.5) {
                return 3;
            }
            return up > 0.75 * across + 0.35 ? 1 : up > 0.6 * across * across + 0.02 ? 2 : 0;
        });
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        Seeded.Draw draw = new Seeded.Draw(random);
        List<Point> cloud = IntStream.range(0, 300)
                .mapToObj(i -> new Point(
                        1e6 * Math.exp(0.6 * (draw.between(-1, 1) + draw.between(-1, 1))),
                        700 * Math.exp(0.9 * (draw.between(-1, 1) + draw.between(-1, 1)))))
                .toList();
        return WhatIfCharts.winners(
                head("Below 3 requests an hour and tenant caching costs more than no caching."),
                x,
                y,
                regions,
                winners,
                List.of(contour("$0", 0), contour("$20k", 0.5)),
                "Lines: what it saves, in USD",
                new WhatIfCharts.Marks(new Point(1e6, 700), cloud, new ChartPart.Stated(3e5, 3e6, 200, 3000)));
    }

    /** A straight line from the bottom, at {@code left}, to the top, half a width further right. */
    private static Contour contour(String label, double left) {
        return new Contour(
                label,
                List.of(IntStream.rangeClosed(0, 20)
                        .mapToObj(i -> new Point(left + i / 40.0, i / 20.0))
                        .toList()));
    }

    static ChartSpec.Scatter scatter(int count, String prefix) {
        List<double[]> values = new ArrayList<>();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int i = 0; i < count; i++) {
            double cost = 20_000 + 40_000 * random.nextDouble();
            values.add(new double[] {cost, 1.2e9 / (cost * cost) + 2 * random.nextDouble()});
        }
        List<ScatterPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] v = values.get(i);
            boolean beaten = values.stream().anyMatch(o -> o[0] < v[0] && o[1] < v[1]);
            Design design = DESIGNS.get(i % 5);
            points.add(new ScatterPoint(
                    prefix + Names.of(design) + (i < 5 ? "" : " " + i),
                    ColorRole.of(design),
                    ChartKey.of(placed(design)),
                    v[0],
                    v[1],
                    !beaten,
                    i == 0));
        }
        return WhatIfCharts.scatter(
                head("Six placements are worth a look."),
                WhatIfCharts.axisAround(
                        "Total cost",
                        MONEY,
                        points.stream().mapToDouble(ScatterPoint::x).toArray()),
                WhatIfCharts.axisAround(
                        "Time to first token",
                        Scale.SECONDS,
                        points.stream().mapToDouble(ScatterPoint::y).toArray()),
                points);
    }

    private static ChartSpec groups(int count, String prefix) {
        List<Legend> series = DESIGNS.stream()
                .map(d -> new Legend(Names.of(d), ColorRole.of(d)))
                .toList();
        List<Group> groups = IntStream.range(0, count)
                .mapToObj(g -> new Group(
                        prefix + (g == 0 ? "As planned" : "Scenario " + g),
                        series.stream().map(Legend::name).toList(),
                        IntStream.range(0, 5)
                                .mapToObj(
                                        i -> g == 1 && i == 4 ? Double.NaN : 3000.0 + 900 * i + 400 * (g * (i + 2) % 5))
                                .toList(),
                        0,
                        IntStream.range(0, 5)
                                .mapToObj(i -> g == 1 && i == 3 ? "It holds personal data." : "")
                                .toList(),
                        ChartKey.NONE))
                .toList();
        return WhatIfCharts.groups(head("Caching stays cheapest."), "Scenario", series, groups);
    }

    private static Architecture placed(Design design) {
        return new Architecture(design, List.of(), false, null, "", false);
    }
}
