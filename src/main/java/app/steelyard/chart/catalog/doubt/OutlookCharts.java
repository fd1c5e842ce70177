package app.steelyard.chart.catalog.doubt;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Interval;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartPart.TornadoBar;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Bins;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Head;
import app.steelyard.chart.catalog.doubt.WhatIfCharts.Ranked;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.trials.Assumption;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import app.steelyard.whatif.trials.TrialFigure;
import app.steelyard.whatif.trials.TrialShare;
import app.steelyard.whatif.trials.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the doubt about a plan's numbers does to its answer, as charts; each tells its finding in a sentence. */
public final class OutlookCharts {
    private static final Texts TEXTS = Texts.of(OutlookCharts.class);

    /** What moves less is in the table. */
    private static final int MOST_BARS = 8;

    private static final int MOST_WORTHS = 6;

    /** The money that each design cost, in the table beside its chart. */
    private static final List<TrialFigure<DesignSpread>> MONEY = Stream.concat(
                    TrialFigure.QUANTILES.stream(),
                    Stream.of(TrialFigure.CONTINGENCY, TrialFigure.MEAN, TrialFigure.MEAN_ERROR))
            .toList();

    private OutlookCharts() {}

    /** What a chart is about: one of likely, saving, leads, moves, ranks and worth. */
    public static String title(String chart) {
        return TEXTS.get(chart + ".title");
    }

    private static Scale money(Plan plan) {
        return Scale.money(plan.currency());
    }

    private static String shown(Plan plan, PlanNumber number, double value) {
        return plan.currency().of(value, number.unit()).brief();
    }

    /** What could change the answer: the lead of the cheapest design over the next best. */
    public static ChartSpec leads(Outlook outlook, Findings findings) {
        return tornado(
                outlook.plan(),
                TEXTS.get("leads.title"),
                findings.movers().leads(),
                outlook.lead().map(Lead::bars).orElse(List.of()));
    }

    /** What moves the saving against today's design. */
    public static ChartSpec moves(Outlook outlook, Findings findings) {
        return tornado(
                outlook.plan(), TEXTS.get("moves.title"), findings.movers().moves(), outlook.bars());
    }

    private static ChartSpec tornado(Plan plan, String title, String sentence, List<Bar> bars) {
        ChartSpec.Tornado whole = WhatIfCharts.tornado(
                new Head(title, money(plan), sentence),
                bars.isEmpty() ? 0 : bars.get(0).atBase(),
                bars.stream()
                        .map(b -> bar(plan, b.assumption(), b.lowValue(), b.highValue(), b.atLow(), b.atHigh()))
                        .toList());
        return new ChartSpec.Tornado(
                whole.caption(),
                whole.base(),
                whole.bars().stream().limit(MOST_BARS).toList());
    }

    private static TornadoBar bar(
            Plan plan, Assumption assumption, double low, double high, double atLow, double atHigh) {
        PlanNumber number = assumption.number();
        String from = shown(plan, number, low);
        String to = shown(plan, number, high);
        return new TornadoBar(
                NumberLabels.of(plan, number), TEXTS.get("range", from, to), from, to, atLow, atHigh, ChartKey.NONE);
    }

    public static ChartSpec ranks(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        List<RankBar> ranks = outlook.ranks();
        return WhatIfCharts.ranked(
                new Head(
                        TEXTS.get("ranks.title"), Scale.COUNT, findings.movers().ranked()),
                TEXTS.get("number"),
                TEXTS.get("rank.value"),
                ranks.stream()
                        .limit(MOST_BARS)
                        .map(r -> new Ranked(
                                NumberLabels.of(plan, r.assumption().number()),
                                r.coefficient(),
                                r.coefficient() < 0 ? ColorRole.WORSE : ColorRole.BETTER,
                                ChartKey.NONE))
                        .toList());
    }

    public static ChartSpec likely(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        Scale scale = money(plan);
        List<DesignSpread> ranking = outlook.ranking();
        List<Interval> intervals = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (DesignSpread o : ranking) {
            TrialShare share = o.cheapest();
            intervals.add(interval(o, intervals.isEmpty() && share.value() > 0));
            List<DataTable.Cell> row = new ArrayList<>();
            row.add(new DataTable.Words(name(o)));
            row.add(Scale.SHARE.cell(share.value(), share.brief()));
            // At an extreme the bound says it.
            row.add(share.extreme() ? new DataTable.Words("") : Scale.SHARE.cell(share.standardError()));
            MONEY.forEach(f -> row.add(scale.cell(f.of(o))));
            rows.add(row);
        }
        outlook.simulation().batch().unpriced().forEach(u -> intervals.add(unpriced(u.architecture())));
        ChartSpec.Intervals drawn = WhatIfCharts.intervals(
                new Head(TEXTS.get("likely.title"), scale, findings.likely()), TEXTS.get("likely.share"), intervals);
        List<String> header = Stream.concat(
                        Stream.of(
                                TEXTS.get("likely.design"),
                                TrialFigure.CHEAPEST.title(),
                                TrialFigure.CHEAPEST_ERROR.title()),
                        MONEY.stream().map(TrialFigure::title))
                .toList();
        return new ChartSpec.Intervals(
                drawn.caption().with(new DataTable(header, rows)),
                drawn.shareTitle(),
                drawn.spanTitle(),
                drawn.intervals());
    }

    private static String name(DesignSpread option) {
        String name = option.architecture().name();
        return option.feasible() == 0 ? TEXTS.get("likely.infeasible", name) : name;
    }

    private static Interval interval(DesignSpread option, boolean first) {
        return new Interval(
                name(option),
                ColorRole.of(option.architecture()),
                ChartKey.of(option.architecture()),
                option.cheapest().value(),
                option.cheapest().brief(),
                option.p10(),
                option.p50(),
                option.p90(),
                first,
                "");
    }

    private static Interval unpriced(Architecture architecture) {
        return new Interval(
                architecture.name(),
                ColorRole.of(architecture),
                ChartKey.of(architecture),
                Double.NaN,
                "",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                false,
                TEXTS.get("likely.unpriced"));
    }

    public static ChartSpec saving(Outlook outlook, Findings findings) {
        Head head = new Head(TEXTS.get("saving.title"), money(outlook.plan()), findings.saves());
        return outlook.saved()
                .map(s -> WhatIfCharts.histogram(
                        head,
                        new Bins(
                                s.histogram().low(),
                                s.histogram().high(),
                                s.histogram().shares()),
                        s.loss().value(),
                        s.loss().brief(),
                        List.of(
                                new Reference(s.p10(), "P10"),
                                new Reference(s.p50(), "P50"),
                                new Reference(s.p90(), "P90"))))
                .orElseGet(() -> WhatIfCharts.histogram(head, new Bins(0, 0, List.of()), 0, "", List.of()));
    }

    /** What cannot be told from nothing is not shown as nothing. */
    private static String worth(Plan plan, Worth worth) {
        return !worth.negligible()
                ? ""
                : worth.bound() > 0
                        ? TEXTS.get("worth.below", money(plan).label(worth.bound()))
                        : TEXTS.get("worth.none");
    }

    public static ChartSpec worth(Outlook outlook, Findings findings) {
        Plan plan = outlook.plan();
        return WhatIfCharts.ranked(
                new Head(TEXTS.get("worth.title"), money(plan), findings.worth()),
                TEXTS.get("number"),
                TEXTS.get("worth.value"),
                outlook.information().worths().stream()
                        .limit(MOST_WORTHS)
                        .map(w -> new Ranked(
                                NumberLabels.of(plan, w.assumption().number()),
                                w.value(),
                                ColorRole.BETTER,
                                ChartKey.NONE,
                                worth(plan, w)))
                        .toList());
    }
}
