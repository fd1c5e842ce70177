package app.steelyard.ui.whatif;

import app.steelyard.cost.Architecture;
import app.steelyard.cost.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Unit;
import app.steelyard.report.chart.Cells;
import app.steelyard.report.chart.ChartSpec;
import app.steelyard.report.chart.ChartSpec.Interval;
import app.steelyard.report.chart.ChartSpec.Legend;
import app.steelyard.report.chart.ChartSpec.Reference;
import app.steelyard.report.chart.ChartSpec.TornadoBar;
import app.steelyard.report.chart.ColorRole;
import app.steelyard.report.chart.Contour;
import app.steelyard.report.chart.DataTable;
import app.steelyard.report.chart.Key;
import app.steelyard.report.chart.Scale;
import app.steelyard.report.chart.Surface.Point;
import app.steelyard.report.chart.WhatIfCharts;
import app.steelyard.report.chart.WhatIfCharts.Bins;
import app.steelyard.report.chart.WhatIfCharts.Head;
import app.steelyard.report.chart.WhatIfCharts.Ranked;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Amount;
import app.steelyard.whatif.Assumption;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.Bar;
import app.steelyard.whatif.Cloud;
import app.steelyard.whatif.DecisionMap;
import app.steelyard.whatif.Findings;
import app.steelyard.whatif.NumberNames;
import app.steelyard.whatif.Option;
import app.steelyard.whatif.Outlook;
import app.steelyard.whatif.RankBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The results about doubt as charts. */
final class DoubtCharts {
    private static final Texts TEXTS = Texts.of(DoubtCharts.class);

    /** What moves less is in the table. */
    private static final int MOST_BARS = 8;

    private static final int MOST_WORTHS = 6;

    private DoubtCharts() {}

    private static Scale money(Plan plan) {
        return Scale.money(plan.finance().currency());
    }

    /** How values of {@code unit} are written in a chart. */
    static Scale scale(Unit unit, Plan plan) {
        return switch (unit) {
            case FRACTION -> Scale.SHARE;
            case SECONDS -> Scale.SECONDS;
            case MONEY -> money(plan);
            case TOKENS, REQUESTS, COUNT, HOURS, WEEKS, MONTHS, RATE -> Scale.COUNT;
        };
    }

    private static String shown(Plan plan, PlanNumber number, double value) {
        return Amount.brief(value, number.unit(), plan.finance().currency());
    }

    static ChartSpec map(DecisionMap map, Optional<Cloud> cloud) {
        Plan plan = map.plan();
        List<Legend> regions = map.architectures().stream()
                .map(a -> new Legend(Names.of(a.design()), ColorRole.of(a.design())))
                .toList();
        Cells cells = Cells.of(map.x().cells(), map.y().cells(), (column, row) -> {
            int winner = map.winner(column, row);
            return winner < 0 ? Cells.NONE : winner;
        });
        List<Contour> contours =
                map.contours().stream().map(c -> contour(map, c, money(plan))).toList();
        Point own = map.holdsPlan()
                ? new Point(map.x().number().get(plan), map.y().number().get(plan))
                : null;
        return WhatIfCharts.winners(
                new Head(TEXTS.get("map.title"), money(plan), Findings.map(map)),
                axis(plan, map.x()),
                axis(plan, map.y()),
                regions,
                cells,
                contours,
                own,
                cloud.map(c -> points(map, c)).orElse(List.of()));
    }

    private static ChartSpec.Axis axis(Plan plan, Axis axis) {
        return new ChartSpec.Axis(
                NumberNames.of(plan, axis.number()),
                scale(axis.number().unit(), plan),
                axis.from(),
                axis.to(),
                axis.logarithmic());
    }

    private static Contour contour(DecisionMap map, app.steelyard.whatif.Contour contour, Scale scale) {
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

    static ChartSpec moves(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        List<Bar> bars = outlook.bars();
        ChartSpec.Tornado whole = WhatIfCharts.tornado(
                new Head(TEXTS.get("moves.title"), money(plan), findings.moves()),
                bars.isEmpty() ? 0 : bars.get(0).atBase(),
                bars.stream()
                        .map(b -> bar(plan, b.assumption(), b.lowValue(), b.highValue(), b.atLow(), b.atHigh()))
                        .toList());
        return new ChartSpec.Tornado(
                whole.title(),
                whole.scale(),
                whole.summary(),
                whole.empty(),
                whole.base(),
                whole.bars().stream().limit(MOST_BARS).toList(),
                whole.table());
    }

    private static TornadoBar bar(
            Plan plan, Assumption assumption, double low, double high, double atLow, double atHigh) {
        PlanNumber number = assumption.number();
        String from = shown(plan, number, low);
        String to = shown(plan, number, high);
        return new TornadoBar(
                NumberNames.of(plan, number), TEXTS.get("range", from, to), from, to, atLow, atHigh, Key.NONE);
    }

    static ChartSpec ranks(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        List<RankBar> ranks = outlook.ranks();
        return WhatIfCharts.ranked(
                new Head(TEXTS.get("moves.title"), Scale.COUNT, findings.ranked()),
                TEXTS.get("number"),
                TEXTS.get("rank.value"),
                ranks.stream()
                        .limit(MOST_BARS)
                        .map(r -> new Ranked(
                                NumberNames.of(plan, r.assumption().number()),
                                r.coefficient(),
                                r.coefficient() < 0 ? ColorRole.WORSE : ColorRole.BETTER,
                                Key.NONE))
                        .toList());
    }

    static ChartSpec likely(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        Scale scale = money(plan);
        List<Option> ranking = outlook.ranking();
        List<Interval> intervals = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (Option o : ranking) {
            intervals.add(interval(o, intervals.isEmpty() && o.probabilityCheapest() > 0));
            rows.add(List.of(
                    new DataTable.Words(name(o)),
                    Scale.SHARE.cell(o.probabilityCheapest()),
                    Scale.SHARE.cell(o.probabilityStandardError()),
                    scale.cell(o.p10()),
                    scale.cell(o.p50()),
                    scale.cell(o.p80()),
                    scale.cell(o.p90()),
                    scale.cell(o.contingency()),
                    scale.cell(o.mean()),
                    scale.cell(o.standardError())));
        }
        for (Evaluation.Unpriced u : outlook.simulation().batch().unpriced()) {
            intervals.add(unpriced(u.architecture()));
        }
        ChartSpec.Intervals drawn = WhatIfCharts.intervals(
                new Head(TEXTS.get("likely.title"), scale, findings.likely()), TEXTS.get("likely.share"), intervals);
        List<String> header = List.of(
                        "design",
                        "probability",
                        "error",
                        "p10",
                        "p50",
                        "p80",
                        "p90",
                        "contingency",
                        "mean",
                        "meanError")
                .stream()
                .map(k -> TEXTS.get("likely." + k))
                .toList();
        return new ChartSpec.Intervals(
                drawn.title(),
                drawn.scale(),
                drawn.summary(),
                drawn.empty(),
                drawn.shareTitle(),
                drawn.spanTitle(),
                drawn.intervals(),
                new DataTable(header, rows));
    }

    private static String name(Option option) {
        String name = Names.of(option.architecture().design());
        return option.feasible() == 0 ? TEXTS.get("likely.infeasible", name) : name;
    }

    private static Interval interval(Option option, boolean first) {
        return new Interval(
                name(option),
                ColorRole.of(option.architecture().design()),
                Key.of(option.architecture().design()),
                option.probabilityCheapest(),
                option.p10(),
                option.p50(),
                option.p90(),
                first,
                "");
    }

    private static Interval unpriced(Architecture architecture) {
        return new Interval(
                Names.of(architecture.design()),
                ColorRole.of(architecture.design()),
                Key.of(architecture.design()),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                false,
                TEXTS.get("likely.unpriced"));
    }

    static ChartSpec saving(Outlook outlook, Findings findings) {
        Head head = new Head(TEXTS.get("saving.title"), money(outlook.plan()), findings.saves());
        return outlook.saved()
                .map(s -> WhatIfCharts.histogram(
                        head,
                        new Bins(
                                s.histogram().low(),
                                s.histogram().high(),
                                s.histogram().shares()),
                        s.probabilityOfLoss(),
                        List.of(
                                new Reference(s.p10(), "P10"),
                                new Reference(s.p50(), "P50"),
                                new Reference(s.p90(), "P90"))))
                .orElseGet(() -> WhatIfCharts.histogram(head, new Bins(0, 0, List.of()), 0, List.of()));
    }

    static ChartSpec worth(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        return WhatIfCharts.ranked(
                new Head(TEXTS.get("worth.title"), money(plan), findings.worth()),
                TEXTS.get("number"),
                TEXTS.get("worth.value"),
                outlook.information().worths().stream()
                        .limit(MOST_WORTHS)
                        .map(w -> new Ranked(
                                NumberNames.of(plan, w.assumption().number()), w.value(), ColorRole.BETTER, Key.NONE))
                        .toList());
    }
}
