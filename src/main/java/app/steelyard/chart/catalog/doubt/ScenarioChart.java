package app.steelyard.chart.catalog.doubt;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Scale;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.ScenarioTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each architecture costs in each scenario. */
public final class ScenarioChart {
    private static final Texts TEXTS = Texts.of(ScenarioChart.class);

    private ScenarioChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("scenario.chart");
    }

    /** Why a design cannot do the job; empty where it can. */
    private static String obstacles(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Priced priced ? String.join(" ", priced.obstacles()) : "";
    }

    /** What the chart shows, and which designs cannot do the job in which scenarios. */
    private static List<String> summary(ScenarioTable table) {
        List<String> sentences = new ArrayList<>(List.of(TEXTS.get("scenario.chart.text")));
        List<Architecture> architectures = table.architectures();
        for (int i = 0; i < architectures.size(); i++) {
            String name = architectures.get(i).name();
            Map<String, List<String>> where = new LinkedHashMap<>();
            for (int c = 0; c < table.columns().size(); c++) {
                String why = obstacles(
                        table.columns().get(c).comparison().evaluations().get(i));
                if (!why.isEmpty()) {
                    where.computeIfAbsent(why, w -> new ArrayList<>()).add(table.title(c));
                }
            }
            where.forEach((why, columns) -> sentences.add(
                    columns.size() == table.columns().size()
                            ? TEXTS.get("scenario.unable", name, why)
                            : TEXTS.get("scenario.unable.in", name, String.join(", ", columns), why)));
        }
        return sentences;
    }

    /** Total cost of every architecture in the plan and each of its scenarios. */
    public static ChartSpec of(ScenarioTable table) {
        List<Architecture> architectures = table.architectures();
        List<ChartPart.Group> groups = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            ScenarioTable.Column column = table.columns().get(c);
            List<Double> values = column.comparison().evaluations().stream()
                    .map(e -> e instanceof Evaluation.Priced p ? p.measures().tco() : Double.NaN)
                    .toList();
            int best = table.cheapest(c)
                    .map(e -> column.comparison().evaluations().indexOf(e))
                    .orElse(-1);
            List<String> obstacles = column.comparison().evaluations().stream()
                    .map(ScenarioChart::obstacles)
                    .toList();
            groups.add(new ChartPart.Group(table.title(c), values, best, obstacles, ChartKey.NONE));
        }
        return WhatIfCharts.groups(
                new WhatIfCharts.Head(
                        title(),
                        Scale.money(table.columns().get(0).plan().currency()),
                        String.join(" ", summary(table))),
                TEXTS.get("scenario"),
                architectures.stream()
                        .map(a -> new ChartPart.Legend(a.name(), ColorRole.of(a)))
                        .toList(),
                groups);
    }
}
