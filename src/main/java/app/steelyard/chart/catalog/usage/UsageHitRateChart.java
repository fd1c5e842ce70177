package app.steelyard.chart.catalog.usage;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Band;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.UsageWords;
import app.steelyard.usage.figures.Indicator;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.ledger.RequestGaps;
import app.steelyard.usage.ledger.UsageFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often the cache was hit, and how often it would be with other lifetimes. */
public final class UsageHitRateChart {
    private static final Texts TEXTS = Texts.of(UsageHitRateChart.class);
    /** In seconds: what is drawn where no vendor of the models sells any. */
    private static final Set<Long> USUAL_LIFETIMES = Set.of(300L, 3600L, 86_400L);

    private UsageHitRateChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("hit.title");
    }

    /** What was measured, and what each lifetime would have given; against a target of the guide. */
    public static Bars of(UsageFigures figures, HitRateTarget target) {
        RequestGaps arrivals = figures.arrivals();
        Kpi measured = figures.kpis().hitRate();
        Map<String, Bar> bars = new LinkedHashMap<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        measured(TEXTS.get("hit.measured"), measured, bars, rows);
        Kpi requests = figures.kpis().get(Indicator.HIT_REQUESTS);
        if (requests.value().isPresent()) {
            measured(TEXTS.get("hit.requests"), requests, bars, rows);
        }
        double rate = measured.value().orElse(Double.NaN);
        boolean anySold = arrivals.lifetimes().stream().anyMatch(l -> !l.sold().isEmpty());
        for (RequestGaps.Lifetime l : arrivals.lifetimes()) {
            String would = TEXTS.get("hit.lifetime", UsageWords.span(l.seconds()));
            boolean drawn =
                    arrivals.requests() > 0 && (anySold ? !l.sold().isEmpty() : USUAL_LIFETIMES.contains(l.seconds()));
            if (drawn) {
                bars.put(
                        would,
                        bar(
                                would,
                                ColorRole.RETRIEVAL,
                                l.hitRate(),
                                "",
                                TEXTS.get(
                                        "hit.lifetime.tooltip",
                                        would,
                                        Scale.SHARE.exact(l.hitRate()),
                                        UsageWords.percent(l.shareOfGaps()),
                                        l.sold().isEmpty() ? TEXTS.get("hit.unsold") : String.join(", ", l.sold()))));
            }
            if (arrivals.requests() > 0) {
                rows.add(List.of(
                        new DataTable.Words(would),
                        Scale.SHARE.cell(l.hitRate()),
                        Scale.SHARE.cell(l.shareOfGaps()),
                        new DataTable.Words(String.join(", ", l.sold()))));
            }
        }
        return new Bars(
                new ChartSpec.Caption(
                        title(),
                        Scale.SHARE,
                        Double.isNaN(rate) ? measured.note() : TEXTS.get("hit.summary", Scale.SHARE.exact(rate)),
                        figures.chosen().usage().isEmpty() ? TEXTS.get("chart.nothing") : "",
                        new DataTable(
                                List.of(
                                        TEXTS.get("hit.name"),
                                        TEXTS.get("hit.rate"),
                                        TEXTS.get("hit.gaps"),
                                        TEXTS.get("hit.sold")),
                                rows)),
                List.copyOf(bars.values()),
                1,
                null,
                new Band(
                        target.low(),
                        target.high(),
                        TEXTS.get(
                                "hit.target",
                                Numbers.percent(target.low()),
                                Numbers.percent(target.high()),
                                Names.of(target))));
    }

    private static void measured(String name, Kpi kpi, Map<String, Bar> bars, List<List<DataTable.Cell>> rows) {
        double rate = kpi.value().orElse(Double.NaN);
        boolean known = !Double.isNaN(rate);
        String title = kpi.indicator().title();
        bars.put(
                name,
                bar(
                        name,
                        ColorRole.PROMPT_CACHING,
                        rate,
                        known ? "" : TEXTS.get("hit.unknown"),
                        known ? TEXTS.get("hit.measured.tooltip", title, Scale.SHARE.exact(rate)) : kpi.note()));
        rows.add(List.of(
                new DataTable.Words(name),
                known ? Scale.SHARE.cell(rate) : new DataTable.Words(UsageWords.NONE),
                new DataTable.Words(""),
                new DataTable.Words("")));
    }

    private static Bar bar(String name, ColorRole role, double value, String note, String tooltip) {
        return new Bar(name, role, ChartKey.NONE, value, Double.NaN, Double.NaN, note, tooltip);
    }
}
