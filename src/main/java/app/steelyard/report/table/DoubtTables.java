package app.steelyard.report.table;

import app.steelyard.chart.Scale;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.Assumed;
import app.steelyard.report.table.ReportTable.Cell;
import app.steelyard.report.table.ReportTable.Style;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialFigure;
import app.steelyard.whatif.trials.TrialShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How sure a plan's answer is, in tables. */
public final class DoubtTables {
    private static final Texts TEXTS = Texts.of(DoubtTables.class);

    /** The money that each design cost. */
    private static final List<TrialFigure<DesignSpread>> DESIGN = Stream.concat(
                    TrialFigure.QUANTILES.stream(), Stream.of(TrialFigure.MEAN, TrialFigure.CONTINGENCY))
            .toList();

    private final Plan plan;
    private final Currency currency;

    public DoubtTables(Plan plan) {
        this.plan = plan;
        this.currency = plan.currency();
    }

    /** What each design cost in the trials, the likeliest to be cheapest first. */
    public ReportTable designs(Outlook outlook) {
        ReportTable table = new ReportTable(TEXTS.get("designs.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TrialFigure.CHEAPEST.title(), 11);
        DESIGN.forEach(f -> table.numbers(f.title(), 12));
        for (DesignSpread option : outlook.ranking()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(
                    name(option.architecture()),
                    option.feasible() < 1 ? TEXTS.get("designs.able", Scale.SHARE.exact(option.feasible())) : ""));
            cells.add(probability(option.cheapest()));
            DESIGN.forEach(f -> cells.add(new Cell(
                    money(f.of(option)),
                    f.equals(TrialFigure.MEAN) ? "± " + money(TrialFigure.MEAN_ERROR.of(option)) : "")));
            table.row(Style.PLAIN, cells);
        }
        Simulation simulation = outlook.simulation();
        return table.note(TEXTS.get(
                "designs.note",
                Numbers.count(simulation.settings().trials()),
                Long.toString(simulation.settings().seed())));
    }

    private static Cell probability(TrialShare share) {
        return new Cell(share.brief(), share.extreme() ? "" : TEXTS.get("designs.error", share.errorPoints()));
    }

    /** Every range as the plan states it. */
    public ReportTable ranges() {
        ReportTable table = new ReportTable(TEXTS.get("ranges.caption"))
                .words(TEXTS.get("doubt.number"), 25)
                .numbers(TEXTS.get("doubt.planned"), 11)
                .numbers(TEXTS.get("ranges.low"), 11)
                .numbers(TEXTS.get("ranges.high"), 11)
                .words(TEXTS.get("ranges.distribution"), 14)
                .words(TEXTS.get("ranges.source"), 0);
        for (Range range : plan.whatIf().ranges()) {
            PlanNumber.at(plan, range.path()).ifPresent(n -> range(table, range, n));
        }
        String pairs =
                plan.whatIf().correlations().stream().map(this::correlation).collect(Collectors.joining("; "));
        String note = TEXTS.get("ranges.note");
        return table.note(pairs.isEmpty() ? note : note + " " + TEXTS.get("ranges.correlations", pairs));
    }

    private void range(ReportTable table, Range range, PlanNumber number) {
        String note = range.note();
        String stated = plan.sources().get(range.path());
        String source = stated == null && Assumed.is(range) ? note : stated;
        table.row(
                Style.PLAIN,
                List.of(
                        cell(name(number)),
                        cell(show(number, number.get(plan))),
                        cell(show(number, range.low())),
                        cell(show(number, range.high())),
                        new Cell(
                                Names.of(range.distribution()),
                                TEXTS.get(range.distribution().bounded() ? "ranges.bounds" : "ranges.interval")),
                        new Cell(
                                source == null ? TEXTS.get("assumption.stated") : source,
                                note == null || note.equals(source) ? "" : note)));
    }

    private String correlation(Correlation pair) {
        return TEXTS.get(
                "ranges.correlation", called(pair.first()), called(pair.second()), Numbers.count(pair.coefficient()));
    }

    private String called(String path) {
        return PlanNumber.at(plan, path).map(this::name).orElse(path);
    }

    /** Where another design becomes the cheapest; empty where it never does. */
    public ReportTable switching(List<SwitchingValue> values) {
        ReportTable table = new ReportTable(TEXTS.get("switching.caption"))
                .words(TEXTS.get("doubt.number"), 25)
                .numbers(TEXTS.get("doubt.planned"), 12)
                .numbers(TEXTS.get("switching.below"), 20)
                .numbers(TEXTS.get("switching.above"), 20)
                .numbers(TEXTS.get("switching.searched"), 0);
        for (SwitchingValue value : values) {
            if (!value.never()) {
                PlanNumber number = value.number();
                String span = TEXTS.get(
                        "doubt.range",
                        brief(number, value.span().from()),
                        brief(number, value.span().to()));
                table.row(
                        Style.PLAIN,
                        List.of(
                                cell(name(number)),
                                new Cell(
                                        show(number, value.base()),
                                        value.derived() ? TEXTS.get("switching.derived") : ""),
                                point(value, value.below()),
                                point(value, value.above()),
                                new Cell(span, value.span().stated() ? TEXTS.get("switching.stated") : "")));
            }
        }
        return table.note(TEXTS.get("switching.note"));
    }

    private Cell point(SwitchingValue value, Optional<SwitchingValue.Point> point) {
        return point.map(p -> new Cell(
                        value.side(p)
                                .brief(currency.of(
                                        value.limit(p), value.number().unit())),
                        p.to().map(DoubtTables::name).orElse(TEXTS.get("scenarios.nothing"))))
                .orElse(cell(ReportTable.NONE));
    }

    /** What each scenario replaces, and what comes of it. */
    public ReportTable scenarios(ScenarioTable scenarios) {
        ReportTable table = new ReportTable(TEXTS.get("scenarios.caption"))
                .words(TEXTS.get("scenarios.name"), 0)
                .words(TEXTS.get("scenarios.cheapest"), 19)
                .numbers(TEXTS.get("scenarios.total"), 16)
                .numbers(TEXTS.get("scenarios.difference"), 16)
                .numbers(TEXTS.get("scenarios.saving"), 16);
        for (int column = 0; column < scenarios.columns().size(); column++) {
            boolean today = scenarios
                    .cheapest(column)
                    .map(e -> e.architecture().today())
                    .orElse(false);
            double total = scenarios.value(column, Result.of(Measure.TCO));
            double planned = scenarios.value(0, Result.of(Measure.TCO));
            double saving = scenarios.value(column, Result.of(Measure.SAVING));
            table.row(
                    column == 0 ? Style.SUBTOTAL : Style.PLAIN,
                    List.of(
                            new Cell(scenarios.title(column), replaced(scenarios, column)),
                            cell(scenarios
                                    .cheapestName(column)
                                    .map(name -> today ? TEXTS.get("option.today", name) : name)
                                    .orElse(TEXTS.get("scenarios.nothing"))),
                            cell(money(total)),
                            cell(column == 0 ? ReportTable.NONE : money(total - planned)),
                            cell(today ? ReportTable.NONE : money(saving))));
        }
        return table.note(TEXTS.get("scenarios.note"));
    }

    /** What the scenario of {@code column} has in place of the plan's models and numbers; empty for the plan itself. */
    private String replaced(ScenarioTable scenarios, int column) {
        Stream<String> models = scenarios.models().stream()
                .filter(m -> m.differs(column))
                .map(m -> TEXTS.get(
                        "scenarios.instead",
                        Names.of(m.role()),
                        m.names().get(column),
                        m.names().get(0)));
        Stream<String> numbers =
                scenarios.numbers().stream().filter(n -> n.differs(column)).map(n -> instead(n, column));
        return Stream.concat(models, numbers).collect(Collectors.joining("; "));
    }

    private String instead(ScenarioTable.Overridden number, int column) {
        String value = show(number.number(), number.values().get(column));
        double planned = number.values().get(0);
        return Double.isNaN(planned)
                ? TEXTS.get("scenarios.stated", name(number.number()), value)
                : TEXTS.get("scenarios.instead", name(number.number()), value, show(number.number(), planned));
    }

    private static Cell cell(String text) {
        return new Cell(text, "");
    }

    private static String name(Architecture architecture) {
        String name = architecture.name();
        return architecture.today() ? TEXTS.get("option.today", name) : name;
    }

    private String name(PlanNumber number) {
        return NumberLabels.of(plan, number);
    }

    private String show(PlanNumber number, double value) {
        return currency.of(value, number.unit()).show();
    }

    private String brief(PlanNumber number, double value) {
        return currency.of(value, number.unit()).brief();
    }

    private String money(double value) {
        return Double.isFinite(value) ? currency.of(value).inShort() : ReportTable.NONE;
    }
}
