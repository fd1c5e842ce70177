package app.steelyard.chart.catalog.doubt;

import app.steelyard.chart.CellGrid;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Contour;
import app.steelyard.chart.Point;
import app.steelyard.chart.Scale;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Head;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.map.Cloud;
import app.steelyard.whatif.map.DecisionMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which design wins where, over two of the plan's numbers. */
public final class WinnerMapChart {
    private static final Texts TEXTS = Texts.of(WinnerMapChart.class);

    private WinnerMapChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("map.title");
    }

    private static Scale money(Plan plan) {
        return Scale.money(plan.currency());
    }

    private static Scale scale(Unit unit, Plan plan) {
        return switch (unit) {
            case FRACTION -> Scale.SHARE;
            case SECONDS -> Scale.SECONDS;
            case MONEY -> money(plan);
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, MONTHS, RATE -> Scale.COUNT;
        };
    }

    /** @param cloud some of the trials, drawn over it */
    public static ChartSpec of(DecisionMap map, Optional<Cloud> cloud) {
        Plan plan = map.plan();
        List<Legend> regions = map.architectures().stream()
                .map(a -> new Legend(a.name(), ColorRole.of(a)))
                .toList();
        CellGrid cells = CellGrid.of(map.x().cells(), map.y().cells(), (column, row) -> {
            int winner = map.winner(column, row);
            return winner < 0 ? CellGrid.NONE : winner;
        });
        List<Contour> contours =
                map.contours().stream().map(c -> contour(map, c, money(plan))).toList();
        Point own = map.holdsPlan()
                ? new Point(map.x().number().get(plan), map.y().number().get(plan))
                : null;
        return WhatIfCharts.winners(
                new Head(title(), money(plan), map.told()),
                axis(plan, map.x()),
                axis(plan, map.y()),
                regions,
                cells,
                contours,
                TEXTS.get("map.contours", plan.currency()),
                new WhatIfCharts.Marks(
                        own,
                        cloud.map(c -> points(map, c)).orElse(List.of()),
                        stated(map).orElse(null)));
    }

    /** The ranges of both numbers; where only one has a range, that over all of the other's values. */
    private static Optional<ChartPart.Stated> stated(DecisionMap map) {
        SearchSpan x = SearchSpan.of(map.plan(), map.x().number());
        SearchSpan y = SearchSpan.of(map.plan(), map.y().number());
        return x.stated() || y.stated()
                ? Optional.of(new ChartPart.Stated(
                        x.stated() ? x.from() : map.x().from(),
                        x.stated() ? x.to() : map.x().to(),
                        y.stated() ? y.from() : map.y().from(),
                        y.stated() ? y.to() : map.y().to()))
                : Optional.empty();
    }

    private static ChartPart.Axis axis(Plan plan, Axis axis) {
        return new ChartPart.Axis(
                NumberLabels.of(plan, axis.number()),
                scale(axis.number().unit(), plan),
                axis.from(),
                axis.to(),
                axis.logarithmic());
    }

    private static Contour contour(DecisionMap map, app.steelyard.whatif.map.ContourTrace contour, Scale scale) {
        return new Contour(
                scale.tick(contour.level()),
                contour.lines().stream()
                        .map(l -> IntStream.range(0, l.x().length)
                                .mapToObj(i -> new Point(
                                        map.x().position(l.x()[i]) / map.x().cells(),
                                        map.y().position(l.y()[i]) / map.y().cells()))
                                .toList())
                        .toList());
    }

    private static List<Point> points(DecisionMap map, Cloud cloud) {
        return IntStream.range(0, cloud.x().length)
                .filter(i -> map.x().holds(cloud.x()[i]) && map.y().holds(cloud.y()[i]))
                .mapToObj(i -> new Point(cloud.x()[i], cloud.y()[i]))
                .toList();
    }
}
