package app.steelyard.app.whatif;

import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.catalog.doubt.OutlookCharts;
import app.steelyard.chart.catalog.doubt.WinnerMapChart;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.whatif.Axis;
import app.steelyard.whatif.map.Cloud;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.FirstRanges;
import app.steelyard.whatif.search.Switching;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.SwitchingLines;
import app.steelyard.whatif.trials.TrialSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the cards about doubt show of one plan, ready to be painted: made off the screen's thread.
 *
 * @param settings those it was made with, which are fewer trials than asked for in a quick pass
 * @param x of the map
 * @param y of the map
 * @param doubt empty where no number has a range
 * @param switching one line for each number
 */
public record DoubtAnswer(
        Plan plan,
        TrialSettings settings,
        PlanNumber x,
        PlanNumber y,
        ChartSpec map,
        Optional<Doubt> doubt,
        List<String> switching) {
    private static final int QUICK_TRIALS = 1500;
    private static final int QUICK_CELLS = 64;
    private static final int CLOUD = 300;
    private static final double FIRST_SHARE = 0.3;
    private static final int MOST_LINES = 8;

    public DoubtAnswer {
        switching = List.copyOf(switching);
    }

    /**
     * What ranges say.
     *
     * @param sure empty where nothing can do the job
     */
    public record Doubt(
            String headline,
            String detail,
            Optional<HowSure> sure,
            ChartSpec leads,
            ChartSpec moves,
            ChartSpec ranks,
            ChartSpec likely,
            String contingency,
            ChartSpec saving,
            ChartSpec worth) {}

    /** Enough to follow a hand. */
    public static DoubtAnswer quick(DoubtQuestion question, BooleanSupplier cancelled) {
        TrialSettings settings = question.settings();
        return of(
                question,
                settings.withTrials(Math.min(settings.trials(), QUICK_TRIALS)).withThreads(1),
                QUICK_CELLS,
                Switching::quick,
                cancelled);
    }

    /** As exact as was asked for. */
    public static DoubtAnswer thorough(DoubtQuestion question, BooleanSupplier cancelled) {
        return of(question, question.settings(), Axis.CELLS, Switching::of, cancelled);
    }

    private static DoubtAnswer of(
            DoubtQuestion question,
            TrialSettings settings,
            int cells,
            BiFunction<Batch, BooleanSupplier, List<SwitchingValue>> switching,
            BooleanSupplier cancelled) {
        Plan plan = KnownErrors.in(question.plan(), question.book());
        Batch batch = Batch.of(plan, question.book());
        boolean doubtful = !plan.whatIf().ranges().isEmpty();
        Optional<Outlook> outlook = doubtful ? Optional.of(Outlook.of(batch, settings, cancelled)) : Optional.empty();
        Pair axes = axes(question, batch);
        DecisionMap map = map(batch, axes, cells, settings.threads(), cancelled);
        List<SwitchingValue> values = switching.apply(batch, cancelled);
        return new DoubtAnswer(
                question.plan(),
                settings,
                axes.x(),
                axes.y(),
                WinnerMapChart.of(map, outlook.map(o -> Cloud.of(o.simulation(), map, CLOUD))),
                outlook.map(o -> doubt(o)),
                SwitchingLines.of(plan, values, MOST_LINES));
    }

    /** Who wins where, over the two numbers that were asked for, or else those that move the answer most. */
    public static DecisionMap map(DoubtQuestion question) {
        Batch batch = Batch.of(KnownErrors.in(question.plan(), question.book()), question.book());
        return map(batch, axes(question, batch), Axis.CELLS, question.settings().threads(), () -> false);
    }

    private static DecisionMap map(Batch batch, Pair axes, int cells, int threads, BooleanSupplier cancelled) {
        Plan plan = batch.plan();
        return DecisionMap.of(
                batch, Axis.around(plan, axes.x(), cells), Axis.around(plan, axes.y(), cells), threads, cancelled);
    }

    private record Pair(PlanNumber x, PlanNumber y) {}

    /** Those asked for, as far as the plan has them; else what moves the answer most. */
    private static Pair axes(DoubtQuestion question, Batch batch) {
        List<PlanNumber> possible = axes(question.plan());
        PlanNumber x = question.x();
        PlanNumber y = question.y();
        List<PlanNumber> movers = Stream.concat(
                        x != null && y != null
                                ? Stream.empty()
                                : FirstRanges.movers(batch, question.book(), FIRST_SHARE).stream(),
                        possible.stream())
                .filter(possible::contains)
                .toList();
        PlanNumber across = x != null && possible.contains(x) ? x : other(movers, y);
        return new Pair(across, y != null && possible.contains(y) && !y.equals(across) ? y : other(movers, across));
    }

    private static PlanNumber other(List<PlanNumber> numbers, @Nullable PlanNumber than) {
        return numbers.stream().filter(n -> !n.equals(than)).findFirst().orElseThrow();
    }

    private static Doubt doubt(Outlook outlook) {
        Findings findings = new Findings(outlook);
        return new Doubt(
                findings.headline(),
                Stream.of(
                                findings.afterHitRate().map(s -> s + ".").stream(),
                                Stream.of(findings.likely(), findings.varied().told()),
                                findings.notices().stream())
                        .flatMap(s -> s)
                        .collect(Collectors.joining(" ")),
                findings.confidence()
                        .map(c -> new HowSure(c, outlook.information().worths())),
                OutlookCharts.leads(outlook, findings),
                OutlookCharts.moves(outlook, findings),
                OutlookCharts.ranks(outlook, findings),
                OutlookCharts.likely(outlook, findings),
                findings.contingency(),
                OutlookCharts.saving(outlook, findings),
                OutlookCharts.worth(outlook, findings));
    }

    /** The numbers that may be axes: those with a range first, then all others that the plan states. */
    public static List<PlanNumber> axes(Plan plan) {
        List<PlanNumber> all = PlanNumber.of(plan).stream()
                .filter(n -> n != PlanField.HORIZON_MONTHS && !Double.isNaN(n.get(plan)))
                .toList();
        return Stream.concat(
                        all.stream().filter(n -> plan.whatIf().range(n.path()).isPresent()),
                        all.stream().filter(n -> plan.whatIf().range(n.path()).isEmpty()))
                .toList();
    }
}
