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
import java.util.Optional;

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
        for (Architecture architecture : architectures) {
            String name = table.name(architecture);
            Map<String, List<String>> where = new LinkedHashMap<>();
            for (int c = 0; c < table.columns().size(); c++) {
                String why = table.evaluation(c, architecture)
                        .map(ScenarioChart::obstacles)
                        .orElse("");
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
            int column = c;
            List<Optional<Evaluation>> evaluations =
                    architectures.stream().map(a -> table.evaluation(column, a)).toList();
            List<Double> values = evaluations.stream()
                    .map(e -> e.orElse(null) instanceof Evaluation.Priced p
                            ? p.measures().tco()
                            : Double.NaN)
                    .toList();
            int best = table.cheapest(c)
                    .map(e -> evaluations.indexOf(Optional.of(e)))
                    .orElse(-1);
            List<String> obstacles = evaluations.stream()
                    .map(e -> e.map(ScenarioChart::obstacles).orElse(""))
                    .toList();
            List<String> names = architectures.stream()
                    .map(a -> table.evaluation(column, a)
                            .map(e -> table.name(column, e.architecture()))
                            .orElse(table.name(a)))
                    .toList();
            groups.add(new ChartPart.Group(table.title(c), names, values, best, obstacles, ChartKey.NONE));
        }
        return WhatIfCharts.groups(
                new WhatIfCharts.Head(
                        title(),
                        Scale.money(table.columns().get(0).plan().currency()),
                        String.join(" ", summary(table))),
                TEXTS.get("scenario"),
                architectures.stream()
                        .map(a -> new ChartPart.Legend(table.name(a), ColorRole.of(a)))
                        .toList(),
                groups);
    }
}
