package app.steelyard.report.csv;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.report.Doubt;
import app.steelyard.report.ReportModel;
import app.steelyard.report.csv.CsvRow.Column;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.ScenarioTable;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.TrialFigure;
import app.steelyard.whatif.trials.TrialSettings;
import app.steelyard.whatif.trials.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How sure a plan's answer is, as rows of the CSV report. */
final class DoubtCsv {
    private static final Texts TEXTS = Texts.of(DoubtCsv.class);
    private static final String FRACTION = "fraction";
    private static final List<Measure> MONEY = MeasureTable.SCENARIOS.measures().stream()
            .filter(m -> m.unit() == Unit.MONEY)
            .toList();
    private static final int FRACTION_DECIMALS = 6;

    private final ReportModel model;
    private final Plan plan;
    private final Currency currency;
    private final List<CsvRow> rows = new ArrayList<>();

    DoubtCsv(ReportModel model) {
        this.model = model;
        this.plan = model.doubted();
        this.currency = model.currency();
    }

    List<CsvRow> of(Doubt doubt) {
        switch (doubt) {
            case Doubt.Weighed weighed -> {
                trials(weighed.outlook());
                ranges();
                weighed.outlook().bars().forEach(b -> bar(weighed.outlook(), b));
                weighed.outlook().lead().ifPresent(l -> lead(weighed.outlook(), l));
                weighed.outlook().information().worths().forEach(this::worth);
                correlations();
                weighed.switching().forEach(this::switching);
                weighed.scenarios().ifPresent(this::scenarios);
            }
            case Doubt.Unweighed unweighed -> {
                rows.add(new CsvRow("uncertainty").set(Column.NOTE, unweighed.reason()));
                ranges();
                correlations();
            }
        }
        return rows;
    }

    private CsvRow about(String section, Architecture architecture) {
        return model.comparison().evaluations().stream()
                .filter(e -> e.architecture().equals(architecture))
                .findFirst()
                .map((Evaluation e) -> CsvRow.of(section, e))
                .orElseGet(() -> new CsvRow(section).set(Column.ARCHITECTURE, architecture.name()));
    }

    private void trials(Outlook outlook) {
        outlook.simulation()
                .options()
                .forEach(o -> figures(() -> about("uncertainty", o.architecture()), TrialFigure.DESIGN, o));
        outlook.saved()
                .ifPresent(
                        s -> figures(() -> about("uncertainty", outlook.about().orElseThrow()), TrialFigure.SAVING, s));
        figure(
                new CsvRow("uncertainty"),
                "PROBABILITY_NONE_FEASIBLE",
                outlook.simulation().noneFeasible().value(),
                Unit.FRACTION);
        figures(() -> new CsvRow("uncertainty"), TrialFigure.INFORMATION, outlook.information());
        TrialSettings settings = outlook.simulation().settings();
        rows.add(new CsvRow("uncertainty")
                .set(Column.LINE, "TRIALS")
                .set(Column.TOTAL, BigDecimal.valueOf(settings.trials())));
        rows.add(new CsvRow("uncertainty")
                .set(Column.LINE, "SEED")
                .set(Column.TOTAL, BigDecimal.valueOf(settings.seed())));
    }

    /** Adds a row for each figure that {@code of} has. */
    private <T> void figures(Supplier<CsvRow> row, List<TrialFigure<T>> figures, T of) {
        figures.stream()
                .filter(f -> !Double.isNaN(f.of(of)))
                .forEach(f -> figure(row.get(), f.row(), f.of(of), f.unit()));
    }

    /** Adds a row of money or of a fraction; what is not known stays empty. */
    private CsvRow figure(CsvRow row, String name, double value, Unit unit) {
        boolean money = unit == Unit.MONEY;
        row.set(Column.LINE, name).set(Column.UNIT, unit(unit));
        if (money) {
            row.set(Column.CURRENCY, currency.code());
        }
        BigDecimal total = CsvRow.finite(value, money ? currency.decimals() : FRACTION_DECIMALS);
        if (total != null) {
            row.set(Column.TOTAL, total);
        }
        rows.add(row);
        return row;
    }

    private void ranges() {
        for (Range range : plan.whatIf().ranges()) {
            PlanNumber number = PlanNumber.at(plan, range.path()).orElse(null);
            if (number != null) {
                rows.add(end(range, number, "LOW", range.low()));
                rows.add(end(range, number, "HIGH", range.high()));
            }
        }
    }

    private CsvRow end(Range range, PlanNumber number, String name, double value) {
        String note = range.note();
        return quantity(number(new CsvRow("range"), number), number.unit(), value)
                .set(Column.LINE, name)
                .set(
                        Column.MARKS,
                        Names.of(range.distribution())
                                + ", "
                                + TEXTS.get(range.distribution().bounded() ? "ranges.bounds" : "ranges.interval"))
                .set(Column.SOURCE, plan.sources().getOrDefault(range.path(), TEXTS.get("assumption.stated")))
                .set(Column.NOTE, note == null ? "" : note);
    }

    /** What the saving is at either end, all else as planned. */
    private void bar(Outlook outlook, Bar bar) {
        ends(outlook.about().orElseThrow(), bar, "SAVING");
    }

    /** The same of the lead over the next best. */
    private void lead(Outlook outlook, Lead lead) {
        Architecture of = outlook.simulation().options().get(lead.leader()).architecture();
        figure(about("uncertainty", of), "LEAD", lead.atBase(), Unit.MONEY);
        lead.bars().forEach(b -> ends(of, b, "LEAD"));
    }

    private void ends(Architecture of, Bar bar, String figure) {
        PlanNumber number = bar.assumption().number();
        CsvRow low = figure(number(about("range", of), number), figure + "_AT_LOW", bar.atLow(), Unit.MONEY);
        quantity(low, number.unit(), bar.lowValue());
        CsvRow high = figure(number(about("range", of), number), figure + "_AT_HIGH", bar.atHigh(), Unit.MONEY);
        quantity(high, number.unit(), bar.highValue());
    }

    private void worth(Worth worth) {
        figures(() -> number(new CsvRow("range"), worth.assumption().number()), TrialFigure.WORTH, worth);
    }

    private void correlations() {
        plan.whatIf()
                .correlations()
                .forEach(c -> rows.add(new CsvRow("correlation")
                        .set(Column.ITEM, c.first())
                        .set(Column.LINE, c.second())
                        .set(Column.QUANTITY, CsvRow.exact(c.coefficient()))));
    }

    private void switching(SwitchingValue value) {
        value.below().ifPresent(p -> rows.add(point(value, p, "BELOW")));
        value.above().ifPresent(p -> rows.add(point(value, p, "ABOVE")));
        if (value.never()) {
            rows.add(searched(new CsvRow("switching"), value).set(Column.LINE, "NEVER"));
        }
    }

    private CsvRow point(SwitchingValue value, SwitchingValue.Point point, String name) {
        CsvRow row = point.to().map(a -> about("switching", a)).orElseGet(() -> new CsvRow("switching"));
        quantity(searched(row, value), value.number().unit(), point.value()).set(Column.LINE, name);
        return point.to().isPresent() ? row : row.set(Column.MARKS, TEXTS.get("scenarios.nothing"));
    }

    private CsvRow searched(CsvRow row, SwitchingValue value) {
        return number(row, value.number())
                .set(
                        Column.NOTE,
                        TEXTS.get(
                                value.derived() ? "switching.span.derived" : "switching.span",
                                NumberLabels.of(plan, value.number()),
                                CsvRow.exact(value.span().from()).toPlainString(),
                                CsvRow.exact(value.span().to()).toPlainString(),
                                value.derived() ? CsvRow.exact(value.base()).toPlainString() : ""));
    }

    private void scenarios(ScenarioTable scenarios) {
        for (int column = 0; column < scenarios.columns().size(); column++) {
            int at = column;
            String name = scenarios.columns().get(column).name();
            Optional<String> cheapest = scenarios.cheapestName(column);
            for (Measure figure : MONEY) {
                CsvRow row = cheapest.map(a -> new CsvRow("scenario").set(Column.ARCHITECTURE, a))
                        .orElseGet(() -> new CsvRow("scenario"));
                figure(
                        row.set(Column.ITEM, name),
                        figure.name(),
                        scenarios.value(column, Result.of(figure)),
                        Unit.MONEY);
            }
            scenarios.models().stream()
                    .filter(m -> m.differs(at))
                    .forEach(m -> rows.add(new CsvRow("scenario")
                            .set(Column.ITEM, name)
                            .set(Column.LINE, m.role().path())
                            .set(
                                    Column.NOTE,
                                    m.models().get(at).map(Object::toString).orElse(""))));
            scenarios.numbers().stream()
                    .filter(n -> n.differs(at))
                    .forEach(n -> rows.add(quantity(
                                    new CsvRow("scenario"),
                                    n.number().unit(),
                                    n.values().get(at))
                            .set(Column.ITEM, name)
                            .set(Column.LINE, n.number().path())));
        }
    }

    private static CsvRow number(CsvRow row, PlanNumber number) {
        return row.set(Column.ITEM, number.path());
    }

    /** A value of a number; empty where the plan leaves it out. */
    private CsvRow quantity(CsvRow row, Unit unit, double value) {
        return Double.isFinite(value)
                ? row.set(Column.QUANTITY, CsvRow.exact(value)).set(Column.UNIT, unit(unit))
                : row;
    }

    private String unit(Unit unit) {
        return switch (unit) {
            case FRACTION -> FRACTION;
            case MONEY -> currency.code();
            case COUNT -> "";
            case TOKENS, REQUESTS, HOURS, WEEKS, MONTHS, SECONDS, RATE -> Names.of(unit);
        };
    }
}
