package app.steelyard.app;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.report.LikeForLike;
import app.steelyard.report.RoundedMoney;
import app.steelyard.report.RunnerUp;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict on a plan as a sentence.
 *
 * @param detail why, or what to beware of; may be empty
 * @param warning whether {@code detail} is something to beware of
 */
public record Headline(String sentence, String detail, boolean warning) {
    private static final Texts TEXTS = Texts.of(Headline.class);

    public static Headline of(Comparison comparison) {
        if (comparison.plan().items().isEmpty()) {
            return new Headline(TEXTS.get("headline.empty"), TEXTS.get("headline.empty.detail"), false);
        }
        return switch (comparison.verdict()) {
            case Verdict.Example example ->
                new Headline(TEXTS.get("headline.example"), TEXTS.get("headline.example.detail"), false);
            case Verdict.Unpriced unpriced ->
                new Headline(
                        TEXTS.get("headline.unpriced"),
                        unpriced.uncompared().get(0).reasons().get(0),
                        true);
            case Verdict.NoneFit none ->
                new Headline(
                        TEXTS.get("headline.infeasible"),
                        none.unfit().get(0).obstacles().get(0),
                        true);
            case Verdict.Cheapest cheapest -> cheapest(comparison, cheapest);
        };
    }

    private static Headline cheapest(Comparison comparison, Verdict.Cheapest verdict) {
        List<String> beware = new ArrayList<>(today(verdict));
        // What looks cheaper in every chart, and why it is no answer.
        verdict.tempting().stream()
                .findFirst()
                .ifPresent(e -> beware.add(TEXTS.get("headline.tempting", name(e), obstacle(e))));
        verdict.beware().stream().findFirst().map(Notice::text).ifPresent(beware::add);
        LikeForLike like = new LikeForLike(verdict, LikeForLike.Amounts.MONTH);
        Stream<String> alike = (verdict.orderFirst()
                        ? Stream.of(like.order(), like.bill(), like.alike(), like.tuned())
                        : Stream.of(like.bill(), like.alike(), like.tuned(), like.order()))
                .flatMap(Optional::stream);
        Stream<String> next = new RunnerUp(verdict, LikeForLike.Amounts.MONTH).sentence().stream();
        return new Headline(
                sentence(comparison, verdict),
                Stream.of(
                                alike,
                                beware.stream(),
                                verdict.basis().told().stream(),
                                Uncompared.of(verdict.uncompared()).stream(),
                                next)
                        .flatMap(s -> s)
                        .collect(Collectors.joining("\n")),
                !beware.isEmpty());
    }

    private static String sentence(Comparison comparison, Verdict.Cheapest verdict) {
        Evaluation.Priced best = verdict.best();
        String month = new RoundedMoney(best).averageMonth().inShort();
        String months = Numbers.count(comparison.plan().finance().horizonMonths());
        return switch (verdict.today()) {
            case Today.Best today ->
                TEXTS.get(
                        comparison.evaluations().size() == 1 ? "headline.only" : "headline.today",
                        name(best),
                        month,
                        months,
                        success(best));
            case Today.Fit fit -> against("headline.fit", fit.margin(), month, months, verdict) + models(verdict);
            case Today.Unfit unfit ->
                against("headline.unfit", unfit.margin(), month, months, verdict) + models(verdict);
            case Today.Unpriced unpriced -> TEXTS.get("headline.noBaseline", name(best), month, months, success(best));
        };
    }

    private static String against(String key, Margin margin, String month, String months, Verdict.Cheapest verdict) {
        return TEXTS.get(
                key + (margin.tie() ? ".tie" : margin.less().value() < 0 ? ".more" : nil(margin) ? ".hardly" : ".less"),
                name(margin.one()),
                month,
                months,
                perMonth(margin),
                ranked(verdict));
    }

    /** What of the difference is the model's, a month. */
    private static String models(Verdict.Cheapest verdict) {
        Evaluation.Priced best = verdict.best();
        double saved = best.measures().savedByModel();
        double month = saved / best.cashFlow().months();
        if (!verdict.otherModel() || !(saved > 0)) {
            return "";
        }
        double own = best.measures().savedByDesign() / best.cashFlow().months();
        String byModel = best.currency().of(month).inShort();
        return own < 0
                ? TEXTS.get(
                        "headline.model.back", byModel, best.currency().of(-own).inShort())
                : TEXTS.get("headline.model", byModel);
    }

    /** By what it is the cheapest, right behind that word. */
    private static String ranked(Verdict.Cheapest verdict) {
        return verdict.basis().perSuccess() ? success("headline.ranked", verdict.best()) : success(verdict.best());
    }

    /** What a success costs, where that is known. */
    private static String success(Evaluation.Priced best) {
        return success("headline.success", best);
    }

    private static String success(String key, Evaluation.Priced best) {
        double cost = best.measures().costPerSuccess();
        return Double.isNaN(cost) ? "" : TEXTS.get(key, best.currency().of(cost).each());
    }

    /** Why today's design is no measure, and what the difference is for; empty where it can do the job. */
    private static List<String> today(Verdict.Cheapest verdict) {
        if (!(verdict.today() instanceof Today.Unfit unfit)) {
            return List.of();
        }
        Evaluation.Priced today = unfit.margin().other();
        List<String> lines = new ArrayList<>();
        if (unfit.margin().less().value() < 0) {
            unfit.margin()
                    .moreOn()
                    .ifPresent(p -> lines.add(TEXTS.get(
                            "headline.unfit.mostly",
                            Names.of(p.driver()),
                            p.amount().inShort())));
        }
        boolean told =
                verdict.tempting().stream().findFirst().filter(today::equals).isPresent();
        if (!told) {
            lines.add(TEXTS.get("headline.unfit.why", name(today), obstacle(today)));
        }
        return lines;
    }

    /** Whether the difference rounds to nothing a month, although it is something over the horizon. */
    private static boolean nil(Margin margin) {
        return margin.lessPerMonth().nothing();
    }

    private static String perMonth(Margin margin) {
        return margin.lessPerMonth().abs().inShort();
    }

    private static String obstacle(Evaluation.Priced evaluation) {
        return evaluation.obstacles().get(0);
    }

    private static String name(Evaluation evaluation) {
        return evaluation.architecture().name();
    }
}
