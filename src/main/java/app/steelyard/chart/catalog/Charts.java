package app.steelyard.chart.catalog;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartSpec.Band;
import app.steelyard.chart.ChartSpec.Bar;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ChartSpec.Legend;
import app.steelyard.chart.ChartSpec.Line;
import app.steelyard.chart.ChartSpec.Lines;
import app.steelyard.chart.ChartSpec.Marker;
import app.steelyard.chart.ChartSpec.Reference;
import app.steelyard.chart.ChartSpec.StackedBar;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.Design;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Footing;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of a comparison. */
public final class Charts {
    private static final Texts TEXTS = Texts.of(Charts.class);

    private Charts() {}

    /** Hit rates that the guide aims for, by the kind of service. */
    public enum Target {
        SUPPORT(0.85, 0.95),
        COPILOT(0.70, 0.85),
        MULTI_TENANT(0.60, 0.75);

        private final double low;
        private final double high;

        Target(double low, double high) {
            this.low = low;
            this.high = high;
        }

        public double low() {
            return low;
        }

        public double high() {
            return high;
        }
    }

    /** The name of an architecture; the do-nothing baseline, and one that cannot do the job, are marked as such. */
    public static String name(Evaluation evaluation) {
        String name = Names.of(evaluation.architecture().design());
        String marked = evaluation.architecture().today() ? TEXTS.get("today", name) : name;
        return isFeasible(evaluation) ? marked : TEXTS.get("infeasible", marked);
    }

    private static boolean isFeasible(Evaluation evaluation) {
        return !(evaluation instanceof Evaluation.Priced priced) || priced.feasible();
    }

    /** Total cost over the horizon spread evenly over its months, by driver. */
    public static StackedBars monthlyCost(Comparison comparison) {
        String currency = comparison.plan().finance().currency();
        Scale scale = Scale.money(currency);
        List<Driver> drivers = Stream.of(Driver.values())
                .filter(d ->
                        comparison.priced().stream().anyMatch(e -> e.cashFlow().total(d) != 0))
                .toList();
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        List<StackedBar> bars = new ArrayList<>();
        for (Evaluation evaluation : comparison.evaluations()) {
            ChartKey key = ChartKey.of(evaluation.architecture().design());
            bars.add(
                    switch (evaluation) {
                        case Evaluation.Priced priced ->
                            new StackedBar(
                                    name(priced),
                                    cheapest.filter(priced::equals).isPresent(),
                                    monthly(priced.cashFlow(), drivers, currency),
                                    drivers.stream().map(key::with).toList(),
                                    key,
                                    "");
                        case Evaluation.Unpriced unpriced ->
                            new StackedBar(name(unpriced), false, List.of(), List.of(), key, TEXTS.get("unpriced"));
                    });
        }
        return new StackedBars(
                TEXTS.get("monthly.title"),
                scale,
                monthlySummary(comparison, bars, scale),
                nothing(comparison),
                drivers.stream()
                        .map(d -> new Legend(Names.of(d), ColorRole.of(d)))
                        .toList(),
                bars,
                monthlyTable(drivers, bars, scale));
    }

    private static List<Double> monthly(CashFlow flow, List<Driver> drivers, String currency) {
        double[] parts =
                drivers.stream().mapToDouble(d -> flow.total(d) / flow.months()).toArray();
        return IntStream.range(0, parts.length)
                .mapToObj(i -> Footing.round(parts, Numbers.decimals(currency))[i])
                .toList();
    }

    private static String monthlySummary(Comparison comparison, List<StackedBar> bars, Scale scale) {
        Set<Design> feasible = comparison.priced().stream()
                .filter(Evaluation.Priced::feasible)
                .map(e -> e.architecture().design())
                .collect(Collectors.toSet());
        List<StackedBar> priced = bars.stream()
                .filter(b -> feasible.contains(b.key().design()))
                .sorted(Comparator.comparingDouble(StackedBar::total))
                .toList();
        String months = Numbers.count(comparison.plan().finance().horizonMonths());
        if (priced.isEmpty()) {
            return TEXTS.get("nothing");
        }
        StackedBar least = priced.get(0);
        StackedBar most = priced.get(priced.size() - 1);
        return priced.size() == 1
                ? TEXTS.get("monthly.summary.one", least.name(), scale.label(least.total()), months)
                : TEXTS.get(
                        "monthly.summary",
                        least.name(),
                        scale.label(least.total()),
                        most.name(),
                        scale.label(most.total()),
                        months);
    }

    private static DataTable monthlyTable(List<Driver> drivers, List<StackedBar> bars, Scale scale) {
        List<String> header = new ArrayList<>();
        header.add(TEXTS.get("architecture"));
        drivers.forEach(d -> header.add(Names.of(d) + " (" + scale.unit() + ")"));
        header.add(TEXTS.get("total") + " (" + scale.unit() + ")");
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (StackedBar bar : bars) {
            List<DataTable.Cell> row = new ArrayList<>();
            row.add(new DataTable.Words(bar.name()));
            for (int i = 0; i < drivers.size(); i++) {
                row.add(
                        bar.values().isEmpty()
                                ? new DataTable.Words("")
                                : scale.cell(bar.values().get(i)));
            }
            row.add(bar.values().isEmpty() ? new DataTable.Words(bar.note()) : scale.cell(bar.total()));
            rows.add(row);
        }
        return new DataTable(header, rows);
    }

    /** {@link #cumulativeCost(Comparison, Design)} with no design looked at. */
    public static Lines cumulativeCost(Comparison comparison) {
        return cumulativeCost(comparison, null);
    }

    /**
     * Cost added up month by month from the set-up on; marks where the cheapest design has paid for its set-up.
     *
     * @param looked the design looked at, which is marked too, or null
     */
    public static Lines cumulativeCost(Comparison comparison, @Nullable Design looked) {
        Scale scale = Scale.money(comparison.plan().finance().currency());
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        List<Line> lines = comparison.priced().stream()
                .map(e -> {
                    Design design = e.architecture().design();
                    return new Line(
                            name(e),
                            ColorRole.of(design),
                            ChartKey.of(design),
                            cumulative(e.cashFlow()),
                            cheapest.filter(e::equals).isPresent());
                })
                .toList();
        String unpriced = comparison.unpriced().stream().map(Charts::name).collect(Collectors.joining(", "));
        String months = Numbers.count(comparison.plan().finance().horizonMonths());
        return new Lines(
                TEXTS.get("cumulative.title"),
                scale,
                cheapest.map(e -> TEXTS.get(
                                "cumulative.summary",
                                name(e),
                                scale.label(e.measures().tco()),
                                months))
                        .orElseGet(() -> TEXTS.get("nothing")),
                nothing(comparison),
                TEXTS.get("cumulative.x"),
                lines,
                markers(comparison, looked),
                unpriced.isEmpty() ? List.of() : List.of(TEXTS.get("unpriced.note", unpriced)),
                cumulativeTable(lines, scale));
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

    private static List<Marker> markers(Comparison comparison, @Nullable Design looked) {
        if (!(comparison.baseline() instanceof Evaluation.Priced baseline)) {
            return List.of();
        }
        List<Double> today = cumulative(baseline.cashFlow());
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        return comparison.priced().stream()
                .filter(e -> e.feasible() && e.measures().payback().orElse(0) > 0)
                .filter(e -> e.architecture().design() == looked
                        || cheapest.filter(e::equals).isPresent())
                .map(e -> marker(e, e.measures().payback(), today))
                .toList();
    }

    private static Marker marker(Evaluation.Priced evaluation, OptionalDouble payback, List<Double> today) {
        double x = payback.orElseThrow();
        int before = (int) Math.floor(x);
        int after = Math.min(before + 1, today.size() - 1);
        double y = today.get(before) + (x - before) * (today.get(after) - today.get(before));
        String label = TEXTS.get("cumulative.marker", name(evaluation), (int) Math.ceil(x));
        return new Marker(
                x, y, label, ChartKey.of(evaluation.architecture().design()).withMonth((int) Math.ceil(x)));
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

    /** Expected time to first token, with the span from a hit to a miss. */
    public static Bars firstToken(Comparison comparison) {
        List<Bar> bars = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (Evaluation evaluation : comparison.evaluations()) {
            Design design = evaluation.architecture().design();
            String name = name(evaluation);
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
                        "token.summary", name(e), Numbers.seconds(e.firstToken().expected())))
                .orElseGet(() -> TEXTS.get("nothing"));
        return new Bars(
                TEXTS.get("token.title"),
                Scale.SECONDS,
                summary,
                nothing(comparison),
                bars,
                Double.NaN,
                null,
                null,
                new DataTable(
                        List.of(
                                TEXTS.get("architecture"),
                                TEXTS.get("token.expected") + " (s)",
                                TEXTS.get("token.hit") + " (s)",
                                TEXTS.get("token.miss") + " (s)"),
                        rows));
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

    /**
     * Hit rates of the cached items, with the break-even and the guide's target: the one for multi-tenant services where
     * a cached item belongs to tenants or users, else the one for customer support.
     */
    public static Bars hitRates(Evaluation.Priced evaluation) {
        boolean shared =
                evaluation.caches().parts().stream().allMatch(p -> p.item().scope() == Scope.SHARED);
        return hitRates(evaluation, shared ? Target.SUPPORT : Target.MULTI_TENANT);
    }

    /** @param target the guide's target to compare with, or null for none */
    public static Bars hitRates(Evaluation.Priced evaluation, @Nullable Target target) {
        ColorRole role = ColorRole.of(evaluation.architecture().design());
        ChartKey key = ChartKey.of(evaluation.architecture().design());
        List<Bar> bars = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (CachedPart part : evaluation.caches().parts()) {
            String name = part.item().name();
            bars.add(hitBar(name, role, key.withItem(part.item().id()), part.hitRate(), part.cachedTokens()));
            rows.add(hitRow(name, part.hitRate(), part.cachedTokens()));
        }
        double all = evaluation.caches().hitRate();
        double tokens = evaluation.caches().cachedTokens();
        boolean nothing = Double.isNaN(all);
        if (bars.size() > 1 && !nothing) {
            bars.add(hitBar(TEXTS.get("hit.all"), role, key, all, tokens));
            rows.add(hitRow(TEXTS.get("hit.all"), all, tokens));
        }
        double breakEven = evaluation.caches().breakEven();
        return new Bars(
                TEXTS.get("hit.title"),
                Scale.SHARE,
                nothing ? TEXTS.get("hit.nothing") : TEXTS.get("hit.summary", Scale.SHARE.exact(all)),
                nothing ? TEXTS.get("hit.nothing") : "",
                bars,
                1,
                breakEven > 0 ? new Reference(breakEven, TEXTS.get("hit.breakEven", Numbers.percent(breakEven))) : null,
                target == null ? null : band(target),
                new DataTable(List.of(TEXTS.get("hit.item"), TEXTS.get("hit.rate"), TEXTS.get("hit.tokens")), rows));
    }

    private static Bar hitBar(String name, ColorRole role, ChartKey key, double rate, double tokens) {
        String tooltip = TEXTS.get("hit.tooltip", name, Scale.SHARE.exact(rate), Numbers.count(tokens));
        return new Bar(name, role, key, rate, Double.NaN, Double.NaN, "", tooltip);
    }

    private static List<DataTable.Cell> hitRow(String name, double rate, double tokens) {
        return List.of(
                new DataTable.Words(name),
                Scale.SHARE.cell(rate),
                new DataTable.Figure(Numbers.count(tokens), new BigDecimal(tokens).setScale(2, RoundingMode.HALF_UP)));
    }

    private static Band band(Target target) {
        return new Band(
                target.low(),
                target.high(),
                TEXTS.get(
                        "hit.target",
                        Numbers.percent(target.low()),
                        Numbers.percent(target.high()),
                        TEXTS.name(target)));
    }

    private static String nothing(Comparison comparison) {
        return comparison.priced().isEmpty() ? TEXTS.get("nothing") : "";
    }
}
