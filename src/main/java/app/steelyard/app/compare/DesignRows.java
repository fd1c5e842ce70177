package app.steelyard.app.compare;

import app.steelyard.app.compare.DesignRow.Choice;
import app.steelyard.app.compare.DesignRow.Standing;
import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.ChartSpec.StackedBars;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.MoneyDigits;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The designs of a plan as rows, the best first: those that can do the job by what they are ranked by, then those without a
 * price, then those that cannot do it. Amounts are a month's; a saving is the difference of the months that are shown.
 *
 * @param rows one a design
 * @param parts what the bars are made of
 * @param models whether a design runs on another model than today's, so that a part of a saving can be the model's
 * @param successes whether it is known what a success costs
 * @param ranked by what they are ranked, as a sentence
 * @param note why no saving is told, or why the order is by cost; empty where there is nothing to say
 */
public record DesignRows(
        List<DesignRow> rows, List<Legend> parts, boolean models, boolean successes, String ranked, String note) {
    private static final Texts TEXTS = Texts.of(DesignRows.class);
    private static final int MOST_REASONS = 2;

    public DesignRows {
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    public static DesignRows of(Comparison comparison, PriceBook book) {
        StackedBars bars = MonthlyCostChart.of(comparison);
        Optional<Evaluation.Priced> today = Optional.of(comparison.baseline())
                .filter(Evaluation.Priced.class::isInstance)
                .map(Evaluation.Priced.class::cast);
        boolean measure = today.filter(Evaluation.Priced::feasible).isPresent();
        Months months = new Months(comparison, today.filter(e -> measure).map(e -> new RoundedMoney(e).averageMonth()));
        Optional<Architecture> best = comparison.cheapest().map(Evaluation.Priced::architecture);
        double longest = comparison.priced().stream()
                .filter(Evaluation.Priced::feasible)
                .mapToDouble(e -> bar(bars, e).map(StackedBar::total).orElse(0.0))
                .max()
                .orElse(0);
        List<DesignRow> rows = ordered(comparison).stream()
                .map(e -> switch (e) {
                    case Evaluation.Priced priced ->
                        priced(
                                comparison.plan(),
                                book,
                                priced,
                                best.filter(priced.architecture()::equals).isPresent(),
                                months.of(priced),
                                bar(bars, priced).map(b -> shares(b, longest)).orElse(List.of()));
                    case Evaluation.Unpriced unpriced -> unpriced(comparison.plan(), book, unpriced);
                })
                .toList();
        if (Assumed.throughout(comparison.plan())) {
            return new DesignRows(
                    rows.stream().map(DesignRow::withoutMoney).toList(),
                    bars.parts(),
                    comparison.models(),
                    false,
                    "",
                    TEXTS.get("designs.example"));
        }
        return new DesignRows(
                once(rows),
                bars.parts(),
                comparison.models(),
                comparison.priced().stream().anyMatch(e -> Measure.COST_PER_SUCCESS.told(e)),
                TEXTS.get(comparison.basis().key("designs.ranked")),
                note(comparison, today.isPresent(), measure));
    }

    /** What keeps several from having a price is said of the first of them. */
    private static List<DesignRow> once(List<DesignRow> rows) {
        Map<List<String>, String> told = new HashMap<>();
        return rows.stream()
                .map(r -> {
                    String first = r.standing() == Standing.UNPRICED ? told.putIfAbsent(r.why(), r.name()) : null;
                    return first == null ? r : r.as(TEXTS.get("designs.above", first));
                })
                .toList();
    }

    private static String note(Comparison comparison, boolean priced, boolean measure) {
        String against = measure ? "" : TEXTS.get(priced ? "designs.todayUnfit" : "designs.todayUnpriced");
        String why =
                comparison.basis().perSuccess() ? "" : comparison.basis().told().orElse("");
        return Stream.of(why, against)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static List<Evaluation> ordered(Comparison comparison) {
        List<Evaluation> order = new ArrayList<>();
        Optional<Evaluation.Priced> best = comparison.cheapest();
        best.ifPresent(order::add);
        comparison.priced().stream()
                .filter(e -> e.feasible() && best.filter(e::equals).isEmpty())
                .sorted(Comparator.comparingDouble(Evaluation.Priced::ranked))
                .forEach(order::add);
        order.addAll(comparison.unpriced());
        comparison.priced().stream()
                .filter(e -> !e.feasible())
                .sorted(Comparator.comparingDouble(Evaluation.Priced::ranked))
                .forEach(order::add);
        return order;
    }

    private static Optional<StackedBar> bar(StackedBars bars, Evaluation.Priced of) {
        return bars.bars().stream()
                .filter(b -> of.architecture().equals(b.key().architecture())
                        && !b.values().isEmpty())
                .findFirst();
    }

    private static List<Double> shares(StackedBar bar, double longest) {
        return bar.values().stream()
                .map(v -> longest > 0 ? Math.max(0, v) / longest : 0)
                .toList();
    }

    /** What the months of all come to, in the same digits. */
    private static final class Months {
        private final Optional<Money> today;
        private final MoneyDigits digits;

        /** @param today what a month costs today, where that is a measure for the others */
        Months(Comparison comparison, Optional<Money> today) {
            this.today = today;
            List<Money> all = new ArrayList<>();
            comparison.priced().forEach(e -> {
                all.add(new RoundedMoney(e).averageMonth());
                byModel(e).ifPresent(all::add);
            });
            digits = MoneyDigits.of(all);
        }

        /** What a month costs, what of it another model saves, and what the design. */
        record Split(String month, String byModel, String byDesign, boolean dearer) {}

        Split of(Evaluation.Priced e) {
            Money month = digits.rounded(new RoundedMoney(e).averageMonth());
            if (today.isEmpty() || e.architecture().today()) {
                return new Split(digits.show(month), DesignRow.NONE, DesignRow.NONE, false);
            }
            Optional<Money> model = byModel(e).map(digits::rounded);
            if (model.isEmpty()) {
                return new Split(digits.show(month), DesignRow.NONE, DesignRow.NONE, false);
            }
            Money own =
                    digits.rounded(today.get()).minus(month).minus(model.get()).rounded();
            return new Split(
                    digits.show(month),
                    e.architecture().elsewhere() ? digits.show(model.get()) : DesignRow.NONE,
                    digits.show(own),
                    own.value() < 0 && !own.nothing());
        }

        /** Empty where it is not known what today's design would cost on the model. */
        private static Optional<Money> byModel(Evaluation.Priced e) {
            double saved = e.measures().savedByModel() / e.cashFlow().months();
            return Double.isNaN(saved)
                    ? Optional.empty()
                    : Optional.of(e.currency().of(saved));
        }
    }

    private static DesignRow priced(
            Plan plan, PriceBook book, Evaluation.Priced e, boolean best, Months.Split split, List<Double> parts) {
        boolean fit = e.feasible();
        return new DesignRow(
                e.architecture(),
                best ? Standing.BEST : fit ? Standing.FIT : Standing.UNFIT,
                name(e.architecture()),
                model(plan, book, e.architecture()),
                split.month(),
                split.byModel(),
                split.byDesign(),
                split.dearer(),
                each(e, Measure.COST_PER_REQUEST),
                each(e, Measure.COST_PER_SUCCESS),
                fit ? parts : List.of(),
                brief(e.obstacles()),
                Choice.MODEL,
                success(plan, e.architecture()),
                false);
    }

    /** The first of many sentences, and how many more there are. */
    private static List<String> brief(List<String> sentences) {
        return sentences.size() <= MOST_REASONS
                ? sentences
                : List.of(sentences.get(0), TEXTS.get("designs.more", sentences.size() - 1));
    }

    private static String each(Evaluation.Priced e, Measure measure) {
        Money money = e.currency().of(measure.of(e));
        return Double.isFinite(money.value()) ? money.each() : DesignRow.NONE;
    }

    private static DesignRow unpriced(Plan plan, PriceBook book, Evaluation.Unpriced e) {
        Architecture design = e.architecture();
        return new DesignRow(
                design,
                Standing.UNPRICED,
                name(design),
                model(plan, book, design),
                DesignRow.NONE,
                DesignRow.NONE,
                DesignRow.NONE,
                false,
                DesignRow.NONE,
                DesignRow.NONE,
                List.of(),
                brief(e.reasons()),
                choice(plan, design),
                success(plan, design),
                false);
    }

    /** What stands first of how it answers, of which it is not stated how often that succeeds. */
    private static PlanField success(Plan plan, Architecture design) {
        Set<Adaptation.Rate> needed = Adaptation.rates(design, plan);
        return needed.stream()
                .filter(r -> Double.isNaN(r.get(plan)))
                .findFirst()
                .orElse(needed.iterator().next())
                .ofAll();
    }

    private static Choice choice(Plan plan, Architecture design) {
        if (!plan.currency().equals(Currency.USD) && Double.isNaN(PlanField.EXCHANGE_RATE.get(plan))) {
            return Choice.EXCHANGE_RATE;
        }
        if (Basis.of(plan).perSuccess() && !Adaptation.stated(design, plan)) {
            return Choice.SUCCESS;
        }
        return design.places(Placement.WEIGHTS)
                ? Choice.TUNED_MODEL
                : design.places(Placement.RETRIEVED) ? Choice.EMBEDDING : Choice.MODEL;
    }

    private static String name(Architecture design) {
        String name = design.nameOn("");
        return design.today() ? TEXTS.get("designs.today", name) : name;
    }

    private static String model(Plan plan, PriceBook book, Architecture design) {
        @Nullable PriceRef model = design.model(plan);
        return model == null ? "" : book.model(model).map(Model::name).orElse(model.toString());
    }
}
