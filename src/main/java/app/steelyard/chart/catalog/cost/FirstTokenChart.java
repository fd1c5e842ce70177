package app.steelyard.chart.catalog.cost;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long a user waits for the first token. */
public final class FirstTokenChart {
    private static final Texts TEXTS = Texts.of(FirstTokenChart.class);

    private FirstTokenChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("token.title");
    }

    /** Expected time to first token, with the span from a hit to a miss. */
    public static Bars of(Comparison comparison) {
        List<Bar> bars = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (Evaluation evaluation : comparison.evaluations()) {
            Architecture design = evaluation.architecture();
            String name = DesignName.of(evaluation);
            switch (evaluation) {
                case Evaluation.Priced priced -> {
                    FirstToken token = priced.firstToken();
                    boolean range = token.uncached() > token.cached();
                    bars.add(new Bar(
                            name,
                            ColorRole.of(design),
                            ChartKey.of(design),
                            token.expected(),
                            range ? token.cached() : Double.NaN,
                            range ? token.uncached() : Double.NaN,
                            "",
                            tokenTooltip(name, token)));
                    rows.add(List.of(
                            new DataTable.Words(name),
                            Scale.SECONDS.cell(token.expected()),
                            Scale.SECONDS.cell(token.cached()),
                            Scale.SECONDS.cell(token.uncached())));
                }
                case Evaluation.Unpriced unpriced -> {
                    String note = TEXTS.get("unpriced");
                    bars.add(new Bar(
                            name,
                            ColorRole.of(design),
                            ChartKey.of(design),
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            note,
                            name + ": " + String.join(" ", unpriced.reasons())));
                    DataTable.Words none = new DataTable.Words("");
                    rows.add(List.of(new DataTable.Words(name), new DataTable.Words(note), none, none));
                }
            }
        }
        String summary = comparison.priced().stream()
                .filter(Evaluation.Priced::feasible)
                .min(Comparator.comparingDouble(e -> e.firstToken().expected()))
                .map(e -> TEXTS.get(
                        comparison.priced().stream().allMatch(Evaluation.Priced::feasible)
                                ? "token.summary"
                                : "token.summary.able",
                        DesignName.of(e),
                        Numbers.seconds(e.firstToken().expected())))
                .orElseGet(() -> TEXTS.get("nothing"));
        return new Bars(
                new ChartSpec.Caption(
                        title(),
                        Scale.SECONDS,
                        summary,
                        DesignName.nothing(comparison),
                        new DataTable(
                                List.of(
                                        TEXTS.get("architecture"),
                                        TEXTS.get("token.expected") + " (s)",
                                        TEXTS.get("token.hit") + " (s)",
                                        TEXTS.get("token.miss") + " (s)"),
                                rows)),
                bars,
                Double.NaN,
                null,
                null);
    }

    private static String tokenTooltip(String name, FirstToken token) {
        return token.uncached() > token.cached()
                ? TEXTS.get(
                        "token.tooltip",
                        name,
                        Numbers.seconds(token.expected()),
                        Numbers.seconds(token.cached()),
                        Numbers.seconds(token.uncached()))
                : TEXTS.get("token.tooltip.one", name, Numbers.seconds(token.expected()));
    }
}
