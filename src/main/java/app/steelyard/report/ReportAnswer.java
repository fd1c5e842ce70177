package app.steelyard.report;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Notice;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** The question a report answers and the answer, in sentences with amounts. */
public final class ReportAnswer {
    private static final Texts TEXTS = Texts.of(ReportAnswer.class);

    private final ReportModel model;

    public ReportAnswer(ReportModel model) {
        this.model = model;
    }

    public String question() {
        return TEXTS.get(
                "decision.ask",
                model.plan().name(),
                horizon(),
                model.plan().inference().pricesAsOf());
    }

    /** One paragraph. */
    public String answer() {
        return model.cheapest()
                .map(this::answer)
                .orElseGet(() -> TEXTS.get(model.ledgers().isEmpty() ? "decision.none" : "decision.infeasible"));
    }

    private String answer(RoundedMoney best) {
        boolean today = best.evaluation().architecture().today();
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                today ? "decision.cheapest.today" : "decision.cheapest", best.name(), money(best.total()), horizon()));
        if (!today) {
            sentences.addAll(againstToday(best));
        }
        model.ledgers().stream()
                .filter(l -> l != best && l.evaluation().feasible())
                .min(Comparator.comparingDouble(RoundedMoney::total))
                .ifPresent(next -> sentences.add(TEXTS.get(
                        "decision.next",
                        DesignName.of(next.evaluation()),
                        money(next.total()),
                        money(next.rounded(next.total() - best.total())))));
        model.ledgers().stream()
                .filter(l -> !l.evaluation().feasible() && l.total() < best.total())
                .forEach(l -> sentences.add(TEXTS.get(
                        "decision.obstacle",
                        l.name(),
                        money(l.total()),
                        String.join(" ", l.evaluation().obstacles()))));
        best.evaluation().notices().stream()
                .filter(n -> n.severity() == Notice.Severity.WARNING)
                .findFirst()
                .ifPresent(n -> sentences.add(TEXTS.get("decision.beware", n.text())));
        model.comparison().uncompared().ifPresent(u -> sentences.add(u + "."));
        model.repricing()
                .flatMap(r -> r.comparison().cheapest())
                .ifPresent(e -> sentences.add(TEXTS.get(
                        "decision.published",
                        Names.of(e.architecture().design()),
                        money(e.measures().tco()))));
        return String.join(" ", sentences);
    }

    private List<String> againstToday(RoundedMoney best) {
        Evaluation baseline = model.comparison().baseline();
        RoundedMoney today = model.baseline().orElse(null);
        if (today == null) {
            return List.of(TEXTS.get(
                    "decision.unknownSaving", Names.of(baseline.architecture().design())));
        }
        List<String> sentences = new ArrayList<>();
        Measures measures = best.evaluation().measures();
        String saving = money(measures.saving());
        sentences.add(
                Double.isNaN(measures.savingShare())
                        ? TEXTS.get("decision.saving.noShare", saving, today.name(), money(today.total()))
                        : TEXTS.get(
                                "decision.saving",
                                saving,
                                Numbers.percent(measures.savingShare()),
                                today.name(),
                                money(today.total())));
        OptionalDouble payback = measures.payback();
        sentences.add(
                best.amount(0) == 0
                        ? TEXTS.get("decision.noSetUp")
                        : TEXTS.get(
                                "decision.setUp",
                                money(best.amount(0)),
                                payback.isPresent()
                                        ? TEXTS.get("decision.payback", Numbers.months(payback))
                                        : TEXTS.get("decision.noPayback")));
        sentences.add(TEXTS.get(
                "decision.npv",
                money(measures.npv()),
                Numbers.percent(model.plan().finance().discountRatePerYear())));
        sentences.add(TEXTS.get(
                "decision.token",
                Numbers.seconds(best.evaluation().firstToken().expected()),
                Numbers.seconds(today.evaluation().firstToken().expected())));
        return sentences;
    }

    String horizon() {
        return TEXTS.get("cover.months", model.months());
    }

    private String money(double value) {
        return Numbers.money(value, model.currency());
    }
}
