package app.steelyard.chart.catalog.cost;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Footing;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a month costs. */
public final class MonthlyCostChart {
    private static final Texts TEXTS = Texts.of(MonthlyCostChart.class);

    private MonthlyCostChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("monthly.title");
    }

    /** Total cost over the horizon spread evenly over its months, by driver. */
    public static StackedBars of(Comparison comparison) {
        Scale scale = Scale.money(comparison.plan().currency());
        List<Driver> drivers = Stream.of(Driver.values())
                .filter(d ->
                        comparison.priced().stream().anyMatch(e -> e.cashFlow().total(d) != 0))
                .toList();
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        List<StackedBar> bars = new ArrayList<>();
        for (Evaluation evaluation : comparison.evaluations()) {
            ChartKey key = ChartKey.of(evaluation.architecture());
            bars.add(
                    switch (evaluation) {
                        case Evaluation.Priced priced ->
                            new StackedBar(
                                    DesignName.of(priced),
                                    cheapest.filter(priced::equals).isPresent(),
                                    monthly(priced, drivers),
                                    drivers.stream().map(key::with).toList(),
                                    key,
                                    "");
                        case Evaluation.Unpriced unpriced ->
                            new StackedBar(
                                    DesignName.of(unpriced), false, List.of(), List.of(), key, TEXTS.get("unpriced"));
                    });
        }
        return new StackedBars(
                new ChartSpec.Caption(
                        title(),
                        scale,
                        monthlySummary(comparison, bars, scale),
                        DesignName.nothing(comparison),
                        monthlyTable(drivers, bars, scale)),
                drivers.stream()
                        .map(d -> new Legend(Names.of(d), ColorRole.of(d)))
                        .toList(),
                bars);
    }

    /**
     * The same in brief, for a page that decides: what the designs themselves cost, what failures add, and the cheapest first.
     * Today's design is always among them.
     *
     * @param most bars, at least 2
     */
    public static StackedBars inBrief(Comparison comparison, int most) {
        Scale scale = Scale.money(comparison.plan().currency());
        boolean failures =
                comparison.priced().stream().anyMatch(e -> e.cashFlow().total(Driver.FAILURES) != 0);
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        List<StackedBar> bars = told(comparison, most).stream()
                .map(e -> brief(e, cheapest.filter(e::equals).isPresent(), failures))
                .toList();
        List<Legend> parts = new ArrayList<>();
        parts.add(new Legend(TEXTS.get("brief.design"), ColorRole.DRIVER_INPUT));
        if (failures) {
            parts.add(new Legend(Names.of(Driver.FAILURES), ColorRole.DRIVER_FAILURES));
        }
        return new StackedBars(
                new ChartSpec.Caption(
                        TEXTS.get(failures ? "brief.title.failures" : "brief.title"),
                        scale,
                        monthlySummary(comparison, bars, scale),
                        DesignName.nothing(comparison),
                        briefTable(parts, bars, scale)),
                parts,
                bars);
    }

    /** The designs that have no room there, as a list for people; empty where all have. */
    public static Optional<String> notInBrief(Comparison comparison, int most) {
        List<Evaluation.Priced> told = told(comparison, most);
        List<String> names = comparison.priced().stream()
                .filter(e -> !told.contains(e))
                .map(DesignName::of)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(Several.joined(names));
    }

    private static List<Evaluation.Priced> told(Comparison comparison, int most) {
        Comparator<Evaluation.Priced> order = Comparator.comparing((Evaluation.Priced e) -> !e.feasible())
                .thenComparingDouble(Evaluation.Priced::ranked);
        boolean today = comparison.baseline() instanceof Evaluation.Priced;
        List<Evaluation.Priced> others = comparison.priced().stream()
                .filter(e -> !e.architecture().today())
                .sorted(order)
                .limit(today ? most - 1 : most)
                .toList();
        return comparison.priced().stream()
                .filter(e -> e.architecture().today() || others.contains(e))
                .sorted(order)
                .toList();
    }

    private static StackedBar brief(Evaluation.Priced priced, boolean cheapest, boolean failures) {
        ChartKey key = ChartKey.of(priced.architecture());
        CashFlow flow = priced.cashFlow();
        double all = flow.total() / flow.months();
        double failing = flow.total(Driver.FAILURES) / flow.months();
        double[] parts = failures ? new double[] {all - failing, failing} : new double[] {all};
        double[] rounded =
                Footing.round(parts, averageMonth(priced), priced.currency().decimals());
        return new StackedBar(
                DesignName.of(priced),
                cheapest,
                Arrays.stream(rounded).boxed().toList(),
                failures ? List.of(key, key.with(Driver.FAILURES)) : List.of(key),
                key,
                "");
    }

    private static DataTable briefTable(List<Legend> parts, List<StackedBar> bars, Scale scale) {
        List<String> header = new ArrayList<>();
        header.add(TEXTS.get("architecture"));
        parts.forEach(p -> header.add(p.name() + " (" + scale.unit() + ")"));
        header.add(TEXTS.get("total") + " (" + scale.unit() + ")");
        return new DataTable(
                header,
                bars.stream()
                        .map(bar -> Stream.of(
                                        Stream.<DataTable.Cell>of(new DataTable.Words(bar.name())),
                                        bar.values().stream().map(scale::cell),
                                        Stream.of(scale.cell(bar.total())))
                                .flatMap(s -> s)
                                .toList())
                        .toList());
    }

    private static List<Double> monthly(Evaluation.Priced priced, List<Driver> drivers) {
        CashFlow flow = priced.cashFlow();
        double[] parts =
                drivers.stream().mapToDouble(d -> flow.total(d) / flow.months()).toArray();
        double[] rounded =
                Footing.round(parts, averageMonth(priced), priced.currency().decimals());
        return Arrays.stream(rounded).boxed().toList();
    }

    /** Of the total as it is printed, so that a month has the same cents here and in tables. */
    private static double averageMonth(Evaluation.Priced priced) {
        CashFlow flow = priced.cashFlow();
        double total = priced.currency().of(flow.total()).rounded().value();
        return priced.currency().of(total / flow.months()).rounded().value();
    }

    private static String monthlySummary(Comparison comparison, List<StackedBar> bars, Scale scale) {
        Set<Architecture> feasible = comparison.priced().stream()
                .filter(Evaluation.Priced::feasible)
                .map(Evaluation.Priced::architecture)
                .collect(Collectors.toSet());
        List<StackedBar> priced = bars.stream()
                .filter(b -> feasible.contains(b.key().architecture()))
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
}
