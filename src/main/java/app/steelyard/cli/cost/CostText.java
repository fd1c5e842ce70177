package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Handling;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.bill.ServedNotices;
import app.steelyard.cost.explain.MeasureWords;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.MeasureTable;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Placement;
import app.steelyard.report.LikeForLike;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.RunnerUp;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A weighed plan for a terminal. */
final class CostText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";
    private static final String NONE = "–";
    private static final int YEAR = 12;

    private final Comparison comparison;
    private final Plan plan;
    private final Currency currency;
    private final Map<Architecture, RoundedMoney> rounded = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private List<Improvement> improvements = List.of();

    private CostText(Comparison comparison) {
        this.comparison = comparison;
        this.plan = comparison.plan();
        this.currency = plan.currency();
    }

    static String of(Comparison comparison, List<Improvement> improvements, Optional<Repricing> listed) {
        CostText first = new CostText(comparison);
        first.improvements = improvements;
        comparison.plan().draft().ifPresent(reason -> first.line(TEXTS.get("cost.draft", reason)));
        first.line(comparison.plan().name());
        first.result();
        listed.ifPresent(repricing -> {
            first.text.append('\n');
            CostText second = new CostText(repricing.comparison());
            second.line(TEXTS.get("cost.listed", second.plan.inference().pricesAsOf()));
            second.result();
            second.list("cost.why", repricing.reasons());
            first.text.append(second.text);
        });
        return first.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
            line(TEXTS.get(title));
            lines.forEach(l -> line(INDENT + l));
        }
    }

    private void result() {
        // Nothing is priced on a base model without prices, such as one that is not listed.
        boolean base =
                comparison.priced().stream().anyMatch(e -> !e.architecture().places(Placement.WEIGHTS));
        ExchangeRate rate = plan.finance().exchangeRate();
        String priced = rate == null || plan.currency().equals(Currency.USD) ? "cost.prices" : "cost.prices.rate";
        line(TEXTS.get(
                base ? priced : withoutRate() ? "cost.prices.noRate" : "cost.prices.none",
                plan.inference().model(),
                ServedNotices.tier(plan),
                plan.inference().pricesAsOf(),
                months(),
                currency,
                rate == null ? "" : rate.told(plan.currency())));
        text.append('\n');
        table();
        list("cost.caches", caches());
        list("cost.turns", turns());
        list("cost.unpriced", unpriced());
        list("cost.notices", notices());
        list("cost.improvements", improvements.stream().map(Improvement::text).toList());
        text.append('\n');
        line(verdict());
    }

    private boolean withoutRate() {
        return PlanField.EXCHANGE_RATE.matters(plan) && plan.finance().exchangeRate() == null;
    }

    private int months() {
        return (int) Math.round(plan.finance().horizonMonths());
    }

    private void table() {
        List<Evaluation.Priced> priced = comparison.priced();
        if (priced.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(1);
        table.heading("", priced.stream().map(e -> e.architecture().name()).toList());
        cells(table, "", e -> e.architecture().today() ? TEXTS.get("cost.today") : "");
        if (!priced.stream().allMatch(Evaluation.Priced::feasible)) {
            cells(table, "", e -> e.feasible() ? "" : TEXTS.get("cost.unable"));
        }
        RoundedMoney base = comparison.baseline() instanceof Evaluation.Priced baseline ? rounded(baseline) : null;
        List<Measure> measures = new ArrayList<>(MeasureTable.TERMINAL.measures(priced));
        List<Measure> split = split(priced);
        if (!split.isEmpty()) {
            measures.addAll(measures.indexOf(Measure.NPV), split);
        }
        boolean twoWays = split.contains(Measure.SAVED_BY_MODEL) && split.contains(Measure.SAVED_ON_BILL);
        for (Measure measure : measures) {
            String way = "cost.split." + measure;
            if (twoWays && TEXTS.has(way)) {
                cells(table, INDENT + TEXTS.get(way), e -> "");
            }
            boolean part = twoWays && split.contains(measure) && measure != Measure.SAVING;
            cells(table, (part ? INDENT : "") + title(measure), e -> cell(measure, e, base));
            if (measure == Measure.FIRST_MONTH) {
                cells(table, TEXTS.get("cost.together"), e -> amount(rounded(e).amount(0, 1)));
            }
        }
        besideMoney(table);
        text.append(table.text());
        if (comparison.baseline() instanceof Evaluation.Priced today && !today.feasible() && priced.size() > 1) {
            line(TEXTS.get("cost.saving.unfit"));
        }
    }

    /** What the saving is made of: by model where there are several, and by bill and failures where these are counted. */
    private List<Measure> split(List<Evaluation.Priced> priced) {
        List<Measure> split = MeasureTable.SPLIT.measures(priced);
        return comparison.models() || split.contains(Measure.SAVED_ON_FAILURES) ? split : List.of();
    }

    /** A row for each kind and aspect. */
    private void besideMoney(TextTable table) {
        for (Handling kept : Handling.of(plan, comparison.priced().get(0))) {
            for (Handling.Aspect aspect : Handling.Aspect.values()) {
                cells(
                        table,
                        TEXTS.get("cost.keeping." + aspect, Names.of(kept.kind())),
                        e -> Handling.of(plan, e).stream()
                                .filter(k -> k.kind() == kept.kind())
                                .map(k -> k.words(aspect))
                                .collect(Collectors.joining()));
            }
        }
    }

    private void cells(TextTable table, String name, Function<Evaluation.Priced, String> cell) {
        table.row(Stream.concat(Stream.of(name), comparison.priced().stream().map(cell))
                .toList());
    }

    /** The measure's own name, unless a table can say it more closely. */
    private String title(Measure measure) {
        String key = "cost.measure." + measure;
        return TEXTS.has(key) ? TEXTS.get(key, months(), Math.min(YEAR, months())) : Names.of(measure);
    }

    private String cell(Measure measure, Evaluation.Priced e, @Nullable RoundedMoney today) {
        if (measure.againstToday() && e.architecture().today()) {
            return NONE;
        }
        if (measure != Measure.COST_PER_SUCCESS && rounded(e).of(measure, today) instanceof Money money) {
            return amount(money);
        }
        return measure.againstToday() && today == null ? NONE : MeasureWords.of(e, measure);
    }

    private RoundedMoney rounded(Evaluation.Priced e) {
        return rounded.computeIfAbsent(e.architecture(), a -> new RoundedMoney(e));
    }

    private static String amount(Money money) {
        return Double.isNaN(money.value()) ? TEXTS.get("cost.unknown") : money.digits();
    }

    private List<String> caches() {
        TextTable table = new TextTable(1);
        List<Evaluation.Priced> cached = comparison.priced().stream()
                .filter(e -> !Double.isNaN(e.caches().hitRate()))
                .toList();
        for (Evaluation.Priced e : cached) {
            double breakEven = e.caches().breakEven();
            table.row(
                    e.architecture().name(),
                    TEXTS.get("cost.cachedTokens", Numbers.count(e.caches().cachedTokens())),
                    TEXTS.get(
                            e.caches().measured() ? "cost.hitRate.measured" : "cost.hitRate.derived",
                            Numbers.percent(e.caches().hitRate())),
                    Double.isNaN(breakEven)
                            ? TEXTS.get("cost.paysNever")
                            : TEXTS.get("cost.paysFrom", Numbers.percent(breakEven)));
        }
        return table.text().lines().toList();
    }

    private List<String> turns() {
        TextTable table = new TextTable(1);
        for (Evaluation.Priced e : comparison.priced()) {
            if (!e.turns().isEmpty() && table.text().isEmpty()) {
                table.row(Stream.concat(
                                Stream.of(""),
                                e.turns().stream().map(t -> TEXTS.get("cost.turn", Numbers.count(t.turn()))))
                        .toList());
            }
            if (!e.turns().isEmpty()) {
                table.row(Stream.concat(
                                Stream.of(e.architecture().name()),
                                e.turns().stream()
                                        .map(t -> TEXTS.get(
                                                "cost.turn.cell",
                                                Numbers.seconds(t.seconds()),
                                                Numbers.percent(t.cachedShare()),
                                                Numbers.count(Math.rint(t.promptTokens())))))
                        .toList());
            }
        }
        return table.text().lines().toList();
    }

    private List<String> unpriced() {
        return Uncompared.reasons(comparison.evaluations(), e -> name(e.architecture())).stream()
                .map(r -> r.who() + ": " + r.why())
                .toList();
    }

    private static String name(Architecture architecture) {
        String name = architecture.name();
        return architecture.today() ? name + " " + TEXTS.get("cost.today") : name;
    }

    /** Each once, with the architectures it is about unless it is about all. */
    private List<String> notices() {
        Map<Notice, List<String>> about = new LinkedHashMap<>();
        for (Evaluation.Priced e : comparison.priced()) {
            e.notices()
                    .forEach(n -> about.computeIfAbsent(n, k -> new ArrayList<>())
                            .add(e.architecture().name()));
        }
        return about.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Notice, List<String>> e) ->
                                e.getKey().severity())
                        .reversed())
                .map(e -> TEXTS.get("cost." + e.getKey().severity(), e.getKey().text())
                        + (e.getValue().size() == comparison.priced().size()
                                ? ""
                                : " (" + String.join(", ", e.getValue()) + ")"))
                .toList();
    }

    /** What it comes to: the answer in a line, then what to know of it, a line each. */
    private String verdict() {
        Verdict verdict = comparison.verdict();
        List<String> lines = new ArrayList<>();
        switch (verdict) {
            case Verdict.Example example -> lines.add(TEXTS.get("cost.example"));
            case Verdict.Unpriced unpriced -> lines.add(TEXTS.get("cost.nothing"));
            case Verdict.NoneFit none -> {
                lines.add(TEXTS.get("cost.noneFit", months()));
                Uncompared.of(none.uncompared()).ifPresent(u -> lines.add(u + "."));
                none.unfit().forEach(e -> lines.add(unfit("cost.unfit", e)));
            }
            case Verdict.Cheapest cheapest -> {
                lines.add(answer(cheapest));
                if (!(cheapest.today() instanceof Verdict.Today.Best)) {
                    // Beside today's design the answer itself tells the next.
                    new RunnerUp(cheapest, LikeForLike.Amounts.HORIZON)
                            .sentence()
                            .ifPresent(lines::add);
                }
                lines.addAll(new LikeForLike(cheapest).sentences());
                cheapest.basis().told().ifPresent(lines::add);
                Uncompared.of(cheapest.uncompared()).ifPresent(u -> lines.add(u + "."));
                cheapest.beware().stream().findFirst().ifPresent(n -> lines.add(TEXTS.get("cost.beware", n.text())));
                cheapest.tempting().forEach(e -> lines.add(unfit("cost.unfit.cheaper", e)));
                if (cheapest.today() instanceof Verdict.Today.Unfit unfit
                        && !cheapest.tempting().contains(unfit.margin().other())) {
                    lines.add(unfit("cost.unfit", unfit.margin().other()));
                }
            }
        }
        return String.join("\n", lines);
    }

    private String answer(Verdict.Cheapest verdict) {
        String total = rounded(verdict.best()).total().full();
        String best = name(verdict.best().architecture());
        Optional<Margin> margin = verdict.againstToday()
                .or(() -> verdict.today() instanceof Verdict.Today.Best ? verdict.next() : Optional.empty());
        if (margin.isEmpty()) {
            String key = verdict.only()
                    ? "cost.cheapest.alone"
                    : verdict.today() instanceof Verdict.Today.Best ? "cost.cheapest.fit" : "cost.cheapest.unknown";
            return TEXTS.get(verdict.basis().key(key), months(), best, total);
        }
        Margin against = margin.get();
        boolean more = against.less().value() < 0;
        String key = against.tie() ? "cost.cheapest.tie" : more ? "cost.cheapest.more" : "cost.cheapest.less";
        String unfit = verdict.today() instanceof Verdict.Today.Unfit ? TEXTS.get("cost.cheapest.unfit") : "";
        String answer = TEXTS.get(
                verdict.basis().key(key),
                months(),
                best,
                total,
                rounded(against.one()).saving(rounded(against.other())).abs().full(),
                name(against.other().architecture()) + unfit);
        if (against.tie()) {
            return answer;
        }
        Optional<Margin.Part> mostly = more ? against.moreOn() : against.lessOn();
        Optional<Margin.Part> opposed = more ? against.lessOn() : against.moreOn();
        return answer
                + mostly.map(p -> part(more ? "cost.because.more" : "cost.because.less", against, p))
                        .orElse("")
                + opposed.map(p -> part(more ? "cost.against.less" : "cost.against.more", against, p))
                        .orElse("");
    }

    private String part(String key, Margin margin, Margin.Part part) {
        Money one = rounded(margin.one()).total(part.driver());
        Money other = rounded(margin.other()).total(part.driver());
        return " "
                + TEXTS.get(
                        key,
                        Names.of(part.driver()),
                        other.minus(one).rounded().abs().full());
    }

    private static String unfit(String key, Evaluation.Priced evaluation) {
        return TEXTS.get(key, name(evaluation.architecture()), String.join(" ", evaluation.obstacles()));
    }
}
