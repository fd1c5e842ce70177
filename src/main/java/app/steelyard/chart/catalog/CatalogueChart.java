package app.steelyard.chart.catalog;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.cost.CumulativeCostChart;
import app.steelyard.chart.catalog.cost.FirstTokenChart;
import app.steelyard.chart.catalog.cost.HitRateChart;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.chart.catalog.doubt.FrontierChart;
import app.steelyard.chart.catalog.doubt.OutlookCharts;
import app.steelyard.chart.catalog.doubt.ScenarioChart;
import app.steelyard.chart.catalog.doubt.WinnerMapChart;
import app.steelyard.chart.catalog.usage.BreakdownChart;
import app.steelyard.chart.catalog.usage.TimeLineChart;
import app.steelyard.chart.catalog.usage.UsageHitRateChart;
import app.steelyard.chart.catalog.usage.UsageMeasure;
import app.steelyard.chart.catalog.usage.UsageSide;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Days;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The list of all charts. A new one is a row, and is then offered wherever a chart can be chosen. */
public enum CatalogueChart {
    MONTHLY_COST(Needs.PLAN, MonthlyCostChart::title, m -> MonthlyCostChart.of(m.comparison())),
    CUMULATIVE_COST(Needs.PLAN, CumulativeCostChart::title, m -> CumulativeCostChart.of(m.comparison())),
    FIRST_TOKEN(Needs.PLAN, FirstTokenChart::title, m -> FirstTokenChart.of(m.comparison())),
    HIT_RATES(Needs.PLAN, HitRateChart::title, CatalogueChart::hitRates),
    LIKELY(OutlookCharts::likely),
    SAVING(OutlookCharts::saving),
    LEADS(OutlookCharts::leads),
    MOVES(OutlookCharts::moves),
    RANKS(OutlookCharts::ranks),
    WORTH(OutlookCharts::worth),
    WINNERS(Needs.PLAN, WinnerMapChart::title, m -> WinnerMapChart.of(m.map(), Optional.empty())),
    SCENARIOS(Needs.SCENARIOS, ScenarioChart::title, m -> ScenarioChart.of(m.scenarios())),
    FRONTIER(
            Needs.PLAN,
            FrontierChart::title,
            m -> FrontierChart.of(m.comparison().plan(), m.placements())),
    USAGE_TOKENS(UsageMeasure.TOKENS),
    USAGE_REQUESTS(UsageMeasure.REQUESTS),
    USAGE_COST(UsageMeasure.COST),
    MODEL_TOKENS(UsageMeasure.TOKENS, UsageSide.MODEL),
    MODEL_REQUESTS(UsageMeasure.REQUESTS, UsageSide.MODEL),
    MODEL_COST(UsageMeasure.COST, UsageSide.MODEL),
    PROJECT_TOKENS(UsageMeasure.TOKENS, UsageSide.PROJECT),
    PROJECT_REQUESTS(UsageMeasure.REQUESTS, UsageSide.PROJECT),
    PROJECT_COST(UsageMeasure.COST, UsageSide.PROJECT),
    USAGE_HIT_RATES(
            Needs.USAGE,
            UsageHitRateChart::title,
            m -> UsageHitRateChart.of(m.usage(), HitRateTarget.CUSTOMER_SUPPORT));

    private static final Texts TEXTS = Texts.of(CatalogueChart.class);

    /** What a chart is made of. */
    public enum Needs {
        PLAN,
        /** A plan in which numbers have ranges. */
        RANGES,
        /** A plan with scenarios. */
        SCENARIOS,
        USAGE;

        /** In words. */
        public String title() {
            return TEXTS.name(this);
        }
    }

    private final Needs needs;
    private final Supplier<String> title;
    private final Function<ChartMaterial, ChartSpec> maker;

    CatalogueChart(Needs needs, Supplier<String> title, Function<ChartMaterial, ChartSpec> maker) {
        this.needs = needs;
        this.title = title;
        this.maker = maker;
    }

    CatalogueChart(BiFunction<Outlook, Findings, ChartSpec> maker) {
        this.needs = Needs.RANGES;
        this.title = () -> OutlookCharts.title(id());
        this.maker = m -> {
            Outlook outlook = m.outlook();
            return maker.apply(outlook, new Findings(outlook));
        };
    }

    CatalogueChart(UsageMeasure measure) {
        this(Needs.USAGE, () -> TimeLineChart.title(measure, Days.Step.DAY), m -> TimeLineChart.of(m.usage(), measure));
    }

    CatalogueChart(UsageMeasure measure, UsageSide side) {
        this(Needs.USAGE, () -> BreakdownChart.title(measure, side), m -> BreakdownChart.of(m.usage(), measure, side));
    }

    private static ChartSpec hitRates(ChartMaterial material) {
        return HitRateChart.of(material.comparison()).orElseThrow(() -> new Refusal(TEXTS.get("hit.nothing")));
    }

    /** What it is called where a person types it: {@code monthly-cost}. */
    public String id() {
        return Names.word(this);
    }

    public static Optional<CatalogueChart> byId(String id) {
        return Stream.of(values()).filter(c -> c.id().equals(id)).findFirst();
    }

    public Needs needs() {
        return needs;
    }

    /** The question it answers. */
    public String title() {
        return title.get();
    }

    /**
     * Makes it.
     *
     * @throws Refusal if the material is not what it needs
     */
    public ChartSpec of(ChartMaterial material) {
        return maker.apply(material);
    }
}
