package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextBars;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.bill.ServedNotices;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.SwitchingLines;
import app.steelyard.whatif.story.Uncertainty;
import app.steelyard.whatif.trials.Assumption;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Histogram;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import app.steelyard.whatif.trials.Saved;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialFigure;
import app.steelyard.whatif.trials.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How sure a plan's answer is, for a terminal. */
final class WhatIfText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";
    /** So that a tornado of names of usual length fits in 80 columns. */
    private static final int BAR = 19;

    private final Uncertainty found;
    private final Outlook outlook;
    private final Simulation simulation;
    private final Comparison comparison;
    private final Plan plan;
    private final Currency currency;
    private final StringBuilder text = new StringBuilder();

    private WhatIfText(Uncertainty found, Comparison comparison) {
        this.found = found;
        this.outlook = found.outlook();
        this.simulation = outlook.simulation();
        this.comparison = comparison;
        this.plan = found.plan();
        this.currency = plan.currency();
    }

    static String of(Uncertainty found, Comparison comparison) {
        return new WhatIfText(found, comparison).all();
    }

    private String all() {
        plan.draft().ifPresent(reason -> line(TEXTS.get("cost.draft", reason)));
        line(plan.name());
        line(TEXTS.get(
                "cost.prices",
                plan.inference().model(),
                ServedNotices.tier(plan),
                plan.inference().pricesAsOf(),
                Math.round(plan.finance().horizonMonths()),
                currency));
        text.append('\n');
        found.sentences().forEach(this::line);
        designs();
        outlook.saved().ifPresent(this::saving);
        if (priced()) {
            information();
        }
        outlook.lead().ifPresent(this::lead);
        savings();
        ranks();
        if (priced()) {
            switching();
        }
        ranges();
        list(TEXTS.get("whatif.correlations"), correlations());
        if (!plan.whatIf().scenarios().isEmpty()) {
            list(TEXTS.get("whatif.scenarios"), ScenarioText.of(found.scenarios()));
        }
        list(TEXTS.get("whatif.leftOut"), leftOut());
        text.append('\n');
        line(TEXTS.get(
                "whatif.how",
                Numbers.count(simulation.settings().trials()),
                String.valueOf(simulation.settings().seed())));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
            line(title);
            lines.forEach(l -> line(l.isEmpty() ? l : INDENT + l));
        }
    }

    private void table(String title, TextTable table) {
        list(title, table.text().lines().toList());
    }

    private String money(double value) {
        return currency.of(value).inShort();
    }

    private String value(double value, PlanNumber number) {
        return currency.of(value, number.unit()).show();
    }

    private String name(PlanNumber number) {
        return NumberLabels.of(plan, number);
    }

    private static String name(Architecture architecture) {
        String name = architecture.name();
        return architecture.today() ? name + " " + TEXTS.get("cost.today") : name;
    }

    private void designs() {
        if (simulation.options().isEmpty()) {
            return;
        }
        text.append('\n');
        TextTable table = new TextTable(1);
        table.heading(
                TEXTS.get("whatif.total"),
                simulation.options().stream().map(o -> o.architecture().name()).toList());
        cells(table, "", o -> o.architecture().today() ? TEXTS.get("cost.today") : "");
        TrialFigure.QUANTILES.forEach(f -> money(table, f));
        money(table, TrialFigure.MEAN);
        cells(table, TEXTS.get("whatif.error"), o -> "± " + money(o.standardError()));
        money(table, TrialFigure.CONTINGENCY);
        cells(table, TEXTS.get("whatif.cheapest"), o -> o.cheapest().words());
        cells(
                table,
                TEXTS.get("whatif.points"),
                o -> o.cheapest().extreme() ? "–" : "± " + o.cheapest().errorPoints());
        if (simulation.options().stream().anyMatch(o -> o.feasible() < 1)) {
            cells(table, TEXTS.get("whatif.able"), o -> Numbers.percent(o.feasible()));
        }
        text.append(table.text());
    }

    private void money(TextTable table, TrialFigure<DesignSpread> figure) {
        cells(table, TEXTS.get("whatif." + figure.property()), o -> money(figure.of(o)));
    }

    private void cells(TextTable table, String name, Function<DesignSpread, String> cell) {
        table.row(Stream.concat(Stream.of(name), simulation.options().stream().map(cell))
                .toList());
    }

    private String design() {
        return name(simulation.options().get(outlook.subject()).architecture());
    }

    private void saving(Saved saved) {
        if (outlook.subject() == simulation.today()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("whatif.saving.quantiles", money(saved.p10()), money(saved.p50()), money(saved.p90())));
        lines.add(TEXTS.get("whatif.saving.mean", money(saved.mean()), money(saved.standardError())));
        lines.add(TEXTS.get("whatif.saving.loss", saved.loss().withError()));
        Histogram histogram = saved.histogram();
        lines.add(TEXTS.get(
                "whatif.saving.histogram",
                money(histogram.low()),
                TextBars.columns(histogram.counts()),
                money(histogram.high())));
        list(TEXTS.get("whatif.saving", design()), lines);
    }

    /** Whether there is an answer that could be worth something, or turn. */
    private boolean priced() {
        return !simulation.batch().architectures().isEmpty();
    }

    private void information() {
        TextTable table = new TextTable(1);
        for (Worth worth : outlook.information().worths()) {
            if (!worth.negligible()) {
                table.row(name(worth.assumption().number()), money(worth.value()), "± " + money(worth.standardError()));
            }
        }
        table.row(
                TEXTS.get("whatif.worth.all"),
                money(outlook.information().total()),
                "± " + money(outlook.information().totalStandardError()));
        table(TEXTS.get("whatif.worth"), table);
        String none = outlook.information().worths().stream()
                .filter(Worth::negligible)
                .map(w -> name(w.assumption().number()))
                .collect(Collectors.joining(", "));
        if (!none.isEmpty()) {
            line(INDENT + TEXTS.get("whatif.worth.none", none));
        }
    }

    private void lead(Lead lead) {
        tornado(
                TEXTS.get(
                        Basis.of(plan).key("whatif.lead"),
                        name(simulation.options().get(lead.leader()).architecture()),
                        money(lead.atBase())),
                lead.bars());
    }

    private void savings() {
        if (outlook.leadIsSaving()) {
            line(INDENT + TEXTS.get("whatif.lead.saving"));
            return;
        }
        outlook.bars().stream()
                .findFirst()
                .ifPresent(b -> tornado(TEXTS.get("whatif.tornado", design(), money(b.atBase())), outlook.bars()));
    }

    private void tornado(String title, List<Bar> bars) {
        if (bars.stream().allMatch(b -> b.width() == 0)) {
            return;
        }
        double base = bars.get(0).atBase();
        double low = ends(bars).min().orElse(base);
        double high = ends(bars).max().orElse(base);
        TextTable table = new TextTable(1);
        table.row("", TEXTS.get("whatif.atLow"), "", TEXTS.get("whatif.atHigh"));
        for (Bar bar : bars) {
            table.row(
                    name(bar.assumption().number()),
                    known(bar.atLow()),
                    TextBars.of(known(bar.atLow(), base), known(bar.atHigh(), base), base, low, high, BAR),
                    known(bar.atHigh()));
        }
        table(title, table);
    }

    private String known(double value) {
        return Double.isNaN(value) ? "–" : money(value);
    }

    private static double known(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private static DoubleStream ends(List<Bar> bars) {
        return bars.stream()
                .flatMapToDouble(b -> DoubleStream.of(b.atLow(), b.atHigh(), b.atBase()))
                .filter(v -> !Double.isNaN(v));
    }

    private void ranks() {
        TextTable table = new TextTable(1);
        for (RankBar bar : outlook.ranks()) {
            if (!Double.isNaN(bar.coefficient())) {
                table.row(
                        name(bar.assumption().number()),
                        Numbers.coefficient(bar.coefficient()),
                        TextBars.of(0, bar.coefficient(), 0, -1, 1, BAR),
                        "± " + Numbers.value(Math.rint(bar.standardError() * 1000) / 1000));
            }
        }
        if (!table.text().isEmpty()) {
            table(TEXTS.get("whatif.ranks", design()), table);
            new Findings(outlook).movers().together().ifPresent(t -> line(INDENT + t));
        }
    }

    private void switching() {
        TextTable table = new TextTable(4);
        for (SwitchingValue value : found.switching()) {
            if (!value.never()) {
                table.row(
                        name(value.number()),
                        TEXTS.get(
                                value.derived() ? "whatif.derived" : "whatif.now", value(value.base(), value.number())),
                        value.below().map(p -> beyond("whatif.below", value, p)).orElse(""),
                        value.above().map(p -> beyond("whatif.above", value, p)).orElse(""));
            }
        }
        List<String> lines = new ArrayList<>(table.text().lines().toList());
        SwitchingLines.unchanged(plan, found.switching()).ifPresent(lines::add);
        list(TEXTS.get("whatif.switch"), lines);
    }

    private String beyond(String key, SwitchingValue of, SwitchingValue.Point point) {
        return TEXTS.get(
                key,
                of.side(point).show(currency.of(of.limit(point), of.number().unit())),
                point.to().map(a -> a.name()).orElse(TEXTS.get("whatif.nothing")));
    }

    private void ranges() {
        List<String> lines = new ArrayList<>();
        for (Assumption assumption : simulation.assumptions()) {
            PlanNumber number = assumption.number();
            lines.add(TEXTS.get(
                    assumption.range().distribution().bounded() ? "whatif.range.bounds" : "whatif.range.interval",
                    name(number),
                    value(assumption.base(), number),
                    value(assumption.range().low(), number),
                    value(assumption.range().high(), number),
                    Names.of(assumption.range().distribution())));
            Optional.ofNullable(assumption.range().note())
                    .filter(n -> !n.isBlank())
                    .ifPresent(n -> lines.add(INDENT + n));
            Optional.ofNullable(plan.sources().get(number.path()))
                    .ifPresent(s -> lines.add(INDENT + TEXTS.get("whatif.source", s)));
        }
        list(TEXTS.get("whatif.ranges"), lines);
    }

    private List<String> correlations() {
        return plan.whatIf().correlations().stream().map(this::correlation).toList();
    }

    private String correlation(Correlation pair) {
        return TEXTS.get(
                "whatif.correlation",
                called(pair.first()),
                called(pair.second()),
                Numbers.coefficient(pair.coefficient()));
    }

    private String called(String path) {
        return PlanNumber.at(plan, path).map(this::name).orElse(path);
    }

    private List<String> leftOut() {
        List<String> lines = new ArrayList<>();
        Uncompared.reasons(comparison.evaluations(), e -> name(e.architecture()))
                .forEach(r -> lines.add(TEXTS.get("whatif.unpriced", r.who(), r.why())));
        for (Evaluation.Priced priced : comparison.priced()) {
            priced.notices().stream()
                    .filter(n -> n.severity() == Notice.Severity.OBSTACLE)
                    .forEach(n -> lines.add(TEXTS.get("whatif.unable", name(priced.architecture()), n.text())));
        }
        if (priced() && simulation.noneFeasible().value() > 0) {
            lines.add(TEXTS.get(
                    "whatif.noneFeasible",
                    Numbers.percent(simulation.noneFeasible().value())));
        }
        return lines;
    }
}
