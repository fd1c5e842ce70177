package app.steelyard.chart.catalog.doubt;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Scale;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.whatif.placement.Candidate;
import app.steelyard.whatif.placement.PlacementSearch;
import java.util.ArrayList;
import java.util.List;

/** What a faster first token costs. */
public final class FrontierChart {
    private static final Texts TEXTS = Texts.of(FrontierChart.class);

    private FrontierChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("frontier.title");
    }

    /** The placements that no other beats in both. */
    public static ChartSpec of(Plan plan, PlacementSearch search) {
        List<ChartPart.ScatterPoint> points = new ArrayList<>();
        for (Candidate candidate : search.frontier()) {
            points.add(new ChartPart.ScatterPoint(
                    candidate.evaluation().architecture().name(),
                    ColorRole.of(candidate.evaluation().architecture()),
                    ChartKey.NONE,
                    candidate.cost(),
                    candidate.seconds(),
                    true,
                    search.cheapest().filter(candidate::equals).isPresent()));
        }
        Scale money = Scale.money(plan.currency());
        return WhatIfCharts.scatter(
                new WhatIfCharts.Head(
                        title(),
                        Scale.SECONDS,
                        TEXTS.get("frontier.text", search.frontier().size())),
                WhatIfCharts.axisAround(
                        TEXTS.get("frontier.cost"),
                        money,
                        points.stream().mapToDouble(ChartPart.ScatterPoint::x).toArray()),
                WhatIfCharts.axisAround(
                        TEXTS.get("frontier.seconds"),
                        Scale.SECONDS,
                        points.stream().mapToDouble(ChartPart.ScatterPoint::y).toArray()),
                points);
    }
}
