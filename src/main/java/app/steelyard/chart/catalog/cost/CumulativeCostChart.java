package app.steelyard.chart.catalog.cost;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Line;
import app.steelyard.chart.ChartPart.Marker;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Lines;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When an architecture has paid for itself. */
public final class CumulativeCostChart {
    private static final Texts TEXTS = Texts.of(CumulativeCostChart.class);

    private CumulativeCostChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("cumulative.title");
    }

    /** {@link #of(Comparison, Architecture)} with no design looked at. */
    public static Lines of(Comparison comparison) {
        return of(comparison, null);
    }

    /**
     * Cost added up month by month from the set-up on; marks where the cheapest design has paid for its set-up.
     *
     * @param looked the design looked at, which is marked too, or null
     */
    public static Lines of(Comparison comparison, @Nullable Architecture looked) {
        Scale scale = Scale.money(comparison.plan().currency());
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        List<Line> lines = comparison.priced().stream()
                .map(e -> {
                    Architecture design = e.architecture();
                    return new Line(
                            DesignName.of(e),
                            ColorRole.of(design),
                            ChartKey.of(design),
                            cumulative(e.cashFlow()),
                            cheapest.filter(e::equals).isPresent());
                })
                .toList();
        String unpriced = comparison.unpriced().stream().map(DesignName::of).collect(Collectors.joining(", "));
        String months = Numbers.count(comparison.plan().finance().horizonMonths());
        return new Lines(
                new ChartSpec.Caption(
                        title(),
                        scale,
                        cheapest.map(e -> TEXTS.get(
                                        "cumulative.summary",
                                        DesignName.of(e),
                                        scale.label(e.measures().tco()),
                                        months))
                                .orElseGet(() -> TEXTS.get("nothing")),
                        DesignName.nothing(comparison),
                        cumulativeTable(lines, scale)),
                TEXTS.get("cumulative.x"),
                lines,
                markers(comparison, looked),
                unpriced.isEmpty() ? List.of() : List.of(TEXTS.get("unpriced.note", unpriced)));
    }

    private static List<Double> cumulative(CashFlow flow) {
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (int m = 0; m <= flow.months(); m++) {
            sum += flow.amount(m);
            sums.add(sum);
        }
        return sums;
    }

    private static List<Marker> markers(Comparison comparison, @Nullable Architecture looked) {
        if (!(comparison.baseline() instanceof Evaluation.Priced baseline)) {
            return List.of();
        }
        List<Double> today = cumulative(baseline.cashFlow());
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        return comparison.priced().stream()
                .filter(e -> e.feasible() && e.measures().payback().orElse(0) > 0)
                // Nothing is marked as paid back that is lost again.
                .filter(e -> !e.measures().paidBackAndLost())
                .filter(e -> looked != null && e.architecture().like(looked)
                        || cheapest.filter(e::equals).isPresent())
                .map(e -> marker(e, e.measures().payback(), today))
                .toList();
    }

    private static Marker marker(Evaluation.Priced evaluation, OptionalDouble payback, List<Double> today) {
        double x = payback.orElseThrow();
        int before = (int) Math.floor(x);
        int after = Math.min(before + 1, today.size() - 1);
        double y = today.get(before) + (x - before) * (today.get(after) - today.get(before));
        String label = TEXTS.get("cumulative.marker", DesignName.of(evaluation), (int) Math.ceil(x));
        return new Marker(x, y, label, ChartKey.of(evaluation.architecture()).withMonth((int) Math.ceil(x)));
    }

    private static DataTable cumulativeTable(List<Line> lines, Scale scale) {
        List<String> header = new ArrayList<>();
        header.add(TEXTS.get("cumulative.x"));
        lines.forEach(l -> header.add(l.name() + " (" + scale.unit() + ")"));
        int months = lines.isEmpty() ? 0 : lines.get(0).values().size();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (int m = 0; m < months; m++) {
            List<DataTable.Cell> row = new ArrayList<>();
            row.add(new DataTable.Figure(
                    m == 0 ? TEXTS.get("cumulative.month0") : Integer.toString(m), BigDecimal.valueOf(m)));
            for (Line line : lines) {
                row.add(scale.cell(line.values().get(m)));
            }
            rows.add(row);
        }
        return new DataTable(header, rows);
    }
}
