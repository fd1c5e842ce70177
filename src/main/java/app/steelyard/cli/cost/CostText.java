package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Plan;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A weighed plan for a terminal. */
final class CostText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";

    private final Comparison comparison;
    private final Plan plan;
    private final String currency;
    private final StringBuilder text = new StringBuilder();

    private CostText(Comparison comparison) {
        this.comparison = comparison;
        this.plan = comparison.plan();
        this.currency = plan.finance().currency();
    }

    static String of(Comparison comparison, Optional<Repricing> listed) {
        CostText first = new CostText(comparison);
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
        line(TEXTS.get(
                "cost.prices",
                plan.inference().model(),
                Names.of(plan.inference().tier()),
                plan.inference().pricesAsOf(),
                months(),
                currency));
        text.append('\n');
        table();
        list("cost.caches", caches());
        list("cost.unpriced", unpriced());
        list("cost.notices", notices());
        text.append('\n');
        line(verdict());
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
        cells(table, "", e -> Names.of(e.architecture().design()));
        cells(table, "", e -> e.architecture().today() ? TEXTS.get("cost.today") : "");
        money(table, TEXTS.get("cost.setUp"), Measures::setUp);
        money(table, TEXTS.get("cost.firstMonth"), Measures::firstMonth);
        money(table, TEXTS.get("cost.together"), m -> m.setUp() + m.firstMonth());
        money(table, TEXTS.get("cost.averageMonth"), Measures::averageMonth);
        money(table, TEXTS.get("cost.total", months()), Measures::tco);
        saving(table, TEXTS.get("cost.savingMonth"), Measures::savingFirstMonth);
        saving(table, TEXTS.get("cost.savingYear", Math.min(12, months())), Measures::savingFirstYear);
        saving(table, TEXTS.get("cost.npv"), Measures::npv);
        cells(table, TEXTS.get("cost.payback"), this::payback);
        text.append(table.text());
    }

    private void cells(TextTable table, String name, Function<Evaluation.Priced, String> cell) {
        table.row(Stream.concat(Stream.of(name), comparison.priced().stream().map(cell))
                .toList());
    }

    private void money(TextTable table, String name, Function<Measures, Double> value) {
        cells(table, name, e -> amount(value.apply(e.measures())));
    }

    private void saving(TextTable table, String name, Function<Measures, Double> value) {
        cells(table, name, e -> e.architecture().today() ? "–" : amount(value.apply(e.measures())));
    }

    private String payback(Evaluation.Priced e) {
        OptionalDouble payback = e.measures().payback();
        if (e.architecture().today() || Double.isNaN(e.measures().saving())) {
            return "–";
        }
        return Numbers.months(payback);
    }

    private String amount(double value) {
        return Double.isNaN(value) ? TEXTS.get("cost.unknown") : Numbers.amount(value, currency);
    }

    private List<String> caches() {
        TextTable table = new TextTable(1);
        List<Evaluation.Priced> cached = comparison.priced().stream()
                .filter(e -> !Double.isNaN(e.caches().hitRate()))
                .toList();
        for (Evaluation.Priced e : cached) {
            double breakEven = e.caches().breakEven();
            table.row(
                    Names.of(e.architecture().design()),
                    TEXTS.get("cost.cachedTokens", Numbers.count(e.caches().cachedTokens())),
                    TEXTS.get(
                            e.caches().measured() ? "cost.hitRate.measured" : "cost.hitRate.derived",
                            Numbers.share(e.caches().hitRate())),
                    Double.isNaN(breakEven)
                            ? TEXTS.get("cost.paysNever")
                            : TEXTS.get("cost.paysFrom", Numbers.percent(breakEven)));
        }
        return table.text().lines().toList();
    }

    private List<String> unpriced() {
        return comparison.unpriced().stream()
                .flatMap(u -> u.reasons().stream().map(r -> name(u.architecture()) + ": " + r))
                .toList();
    }

    private static String name(Architecture architecture) {
        String name = Names.of(architecture.design());
        return architecture.today() ? name + " " + TEXTS.get("cost.today") : name;
    }

    /** Each once, with the architectures it is about unless it is about all. */
    private List<String> notices() {
        Map<Notice, List<String>> about = new LinkedHashMap<>();
        for (Evaluation.Priced e : comparison.priced()) {
            e.notices()
                    .forEach(n -> about.computeIfAbsent(n, k -> new ArrayList<>())
                            .add(Names.of(e.architecture().design())));
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

    private String verdict() {
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        if (cheapest.isEmpty()) {
            return TEXTS.get("cost.nothing");
        }
        Evaluation.Priced best = cheapest.get();
        Optional<Evaluation.Priced> other = best.architecture().today()
                ? comparison.priced().stream()
                        .filter(e -> !e.architecture().today() && e.feasible())
                        .min(Comparator.comparingDouble(e -> e.measures().tco()))
                : comparison.priced().stream()
                        .filter(e -> e.architecture().today())
                        .findFirst();
        String total = Numbers.money(best.measures().tco(), currency);
        String named = name(best.architecture());
        if (other.isEmpty()) {
            String key = comparison.priced().size() == 1
                    ? "cost.cheapest.alone"
                    : best.architecture().today() ? "cost.cheapest.fit" : "cost.cheapest.unknown";
            return TEXTS.get(key, months(), named, total) + uncompared() + unfit(best);
        }
        double difference = other.get().measures().tco() - best.measures().tco();
        String verdict = TEXTS.get(
                "cost.cheapest",
                months(),
                named,
                total,
                Numbers.money(difference, currency),
                name(other.get().architecture()));
        return verdict + because(best, other.get()) + uncompared() + beware(best) + unfit(best);
    }

    private String uncompared() {
        return comparison.uncompared().map(u -> "\n" + u + ".").orElse("");
    }

    /** The gravest thing to know of the cheapest. */
    private static String beware(Evaluation.Priced best) {
        return best.notices().stream()
                .filter(n -> n.severity() == Notice.Severity.WARNING)
                .findFirst()
                .map(n -> "\n" + TEXTS.get("cost.beware", n.text()))
                .orElse("");
    }

    /** What would cost still less, were it able to do the job. */
    private String unfit(Evaluation.Priced best) {
        return comparison.priced().stream()
                .filter(e ->
                        !e.feasible() && e.measures().tco() < best.measures().tco())
                .map(e -> "\n" + TEXTS.get("cost.unfit", name(e.architecture()), String.join(" ", e.obstacles())))
                .collect(Collectors.joining());
    }

    /** What money goes into less, and what more, where it differs most. */
    private String because(Evaluation.Priced best, Evaluation.Priced other) {
        Comparator<Driver> bySaving = Comparator.comparingDouble(
                d -> other.cashFlow().total(d) - best.cashFlow().total(d));
        Driver less = Stream.of(Driver.values()).max(bySaving).orElseThrow();
        Driver more = Stream.of(Driver.values()).min(bySaving).orElseThrow();
        double saved = other.cashFlow().total(less) - best.cashFlow().total(less);
        double added = best.cashFlow().total(more) - other.cashFlow().total(more);
        String because =
                saved > 0 ? " " + TEXTS.get("cost.because.less", Names.of(less), Numbers.money(saved, currency)) : "";
        return added > 0
                ? because + " " + TEXTS.get("cost.because.more", Names.of(more), Numbers.money(added, currency))
                : because;
    }
}
