package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.explain.Repricing;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.text.Days;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The question a report answers and the answer, in sentences with amounts. */
public record ReportAnswer(ReportModel model) {
    private static final Texts TEXTS = Texts.of(ReportAnswer.class);

    public String question() {
        return TEXTS.get(
                "decision.ask",
                model.plan().name(),
                horizon(),
                Days.month(model.plan().inference().pricesAsOf()));
    }

    /** One paragraph. */
    public String answer() {
        return switch (model.comparison().verdict()) {
            case Verdict.Example example -> TEXTS.get("decision.example");
            case Verdict.Unpriced unpriced -> TEXTS.get("decision.none");
            case Verdict.NoneFit none -> TEXTS.get("decision.infeasible");
            case Verdict.Cheapest cheapest -> answer(cheapest);
        };
    }

    private String answer(Verdict.Cheapest verdict) {
        RoundedMoney best = model.ledger(verdict.best());
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                verdict.basis()
                        .key(verdict.today() instanceof Today.Best ? "decision.cheapest.today" : "decision.cheapest"),
                best.name(),
                best.total().full(),
                horizon()));
        double success = verdict.best().measures().costPerSuccess();
        if (!Double.isNaN(success)) {
            sentences.add(TEXTS.get(
                    "decision.success",
                    model.currency().of(success).each(),
                    Numbers.percent(verdict.best().measures().successRate())));
        }
        switch (verdict.today()) {
            case Today.Best today -> {}
            case Today.Unpriced today ->
                sentences.add(TEXTS.get(
                        "decision.unknownSaving",
                        today.evaluation().architecture().name()));
            case Today.Fit today -> sentences.addAll(saving(best, today.margin()));
            case Today.Unfit today -> sentences.addAll(unfit(best, today.margin(), verdict.tempting()));
        }
        sentences.addAll(new LikeForLike(verdict).sentences());
        new RunnerUp(verdict, LikeForLike.Amounts.HORIZON).sentence().ifPresent(sentences::add);
        verdict.tempting()
                .forEach(e -> sentences.add(TEXTS.get(
                        "decision.obstacle",
                        e.architecture().name(),
                        model.ledger(e).total().full(),
                        String.join(" ", e.obstacles()))));
        verdict.basis().told().ifPresent(sentences::add);
        verdict.beware().stream().findFirst().ifPresent(n -> sentences.add(TEXTS.get("decision.beware", n.text())));
        Uncompared.of(verdict.uncompared()).ifPresent(u -> sentences.add(u + "."));
        model.repricing()
                .map(Repricing::comparison)
                .ifPresent(listed -> listed.cheapest()
                        .ifPresent(e -> sentences.add(TEXTS.get(
                                listed.basis().key("decision.published"),
                                e.architecture().name(),
                                e.tco().full()))));
        return String.join(" ", sentences);
    }

    private List<String> saving(RoundedMoney best, Margin margin) {
        RoundedMoney today = model.ledger(margin.other());
        List<String> sentences = new ArrayList<>();
        Measures measures = best.evaluation().measures();
        String saving = best.saving(today).full();
        sentences.add(
                margin.tie()
                        ? TEXTS.get("decision.saving.tie", today.name())
                        : margin.less().value() < 0
                                ? TEXTS.get(
                                        "decision.saving.more",
                                        best.total()
                                                .minus(today.total())
                                                .rounded()
                                                .full(),
                                        today.name(),
                                        today.total().full())
                                : Double.isNaN(measures.savingShare())
                                        ? TEXTS.get(
                                                "decision.saving.noShare",
                                                saving,
                                                today.name(),
                                                today.total().full())
                                        : TEXTS.get(
                                                "decision.saving",
                                                saving,
                                                Numbers.percent(measures.savingShare()),
                                                today.name(),
                                                today.total().full()));
        OptionalDouble payback = measures.payback();
        sentences.add(
                best.amount(0).value() == 0
                        ? TEXTS.get("decision.noSetUp")
                        : TEXTS.get(
                                "decision.setUp",
                                best.amount(0).full(),
                                payback.isPresent()
                                        ? TEXTS.get(
                                                payback.getAsDouble() == 0
                                                        ? "decision.payback.atOnce"
                                                        : "decision.payback",
                                                Numbers.months(payback))
                                        : TEXTS.get("decision.noPayback")));
        sentences.add(TEXTS.get(
                "decision.npv",
                best.evaluation().currency().of(measures.npv()).full(),
                Numbers.percent(model.plan().finance().discountRatePerYear())));
        sentences.add(token(best, today));
        return sentences;
    }

    /** Against a design that cannot do the job there is no saving, no payback and no present value to tell. */
    private List<String> unfit(RoundedMoney best, Margin margin, List<Evaluation.Priced> tempting) {
        RoundedMoney today = model.ledger(margin.other());
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                margin.tie()
                        ? "decision.unfit.tie"
                        : margin.less().value() < 0 ? "decision.unfit.more" : "decision.unfit.less",
                best.total().minus(today.total()).rounded().abs().full(),
                today.name(),
                today.total().full()));
        if (!margin.tie()) {
            boolean more = margin.less().value() < 0;
            (more ? margin.moreOn() : margin.lessOn())
                    .ifPresent(p -> sentences.add(TEXTS.get(
                            more ? "decision.mostly.more" : "decision.mostly.less",
                            Names.of(p.driver()),
                            p.amount().full())));
        }
        if (!tempting.contains(margin.other())) {
            sentences.add(TEXTS.get(
                    "decision.unfit",
                    today.name(),
                    String.join(" ", margin.other().obstacles())));
        }
        sentences.add(
                best.amount(0).value() == 0
                        ? TEXTS.get("decision.noSetUp")
                        : TEXTS.get("decision.setUp.only", best.amount(0).full()));
        sentences.add(token(best, today));
        return sentences;
    }

    private static String token(RoundedMoney best, RoundedMoney today) {
        return TEXTS.get(
                "decision.token",
                Numbers.seconds(best.evaluation().firstToken().expected()),
                Numbers.seconds(today.evaluation().firstToken().expected()));
    }

    String horizon() {
        return TEXTS.get("cover.months", model.months());
    }
}
