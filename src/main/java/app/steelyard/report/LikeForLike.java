package app.steelyard.report;

import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What else belongs to an answer: what of a saving is another model's, what is the cheapest on today's model, and in which
 * order the prompt is sent. A sentence each, which says of which time its amounts are.
 *
 * @param monthly whether amounts are a month's, beside others that are; else they are over the horizon
 */
public record LikeForLike(Verdict.Cheapest verdict, boolean monthly) {
    private static final Texts TEXTS = Texts.of(LikeForLike.class);
    private static final int MOST_NAMED = 4;

    /** In amounts over the horizon. */
    public LikeForLike(Verdict.Cheapest verdict) {
        this(verdict, false);
    }

    /** All that there is to tell: another order first where that comes before anything else, then the model's part. */
    public List<String> sentences() {
        return (verdict.orderFirst()
                        ? Stream.of(order(), split(), alike(), tuned())
                        : Stream.of(split(), alike(), tuned(), order()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What of the difference to today's design is the other model's; empty where both run on one. */
    public Optional<String> split() {
        return verdict.otherModel()
                ? verdict.againstToday().map(m -> split(m.one(), m.other()) + untold())
                : Optional.empty();
    }

    private String untold() {
        return verdict.untold()
                ? " "
                        + TEXTS.get(
                                "alike.split.success",
                                verdict.best().architecture().on())
                : "";
    }

    /** The model's part and the design's, always over the horizon, to the cent. */
    private static String split(Evaluation.Priced best, Evaluation.Priced today) {
        if (Double.isNaN(best.measures().savedByModel())) {
            return TEXTS.get("alike.split.unknown", best.architecture().on());
        }
        Money saving = new RoundedMoney(best).saving(new RoundedMoney(today));
        Money model = best.currency().of(best.measures().savedByModel()).rounded();
        Money design = saving.minus(model).rounded();
        return TEXTS.get(
                "alike.split",
                model.abs().full(),
                model.value() < 0 ? 1 : 0,
                design.abs().full(),
                design.value() < 0 ? 1 : 0,
                TEXTS.get("alike.over.first", Numbers.count(best.cashFlow().months())));
    }

    /** What is the cheapest on the model of today; empty where that is the cheapest of all. */
    public Optional<String> alike() {
        return verdict.alike().map(e -> {
            RoundedMoney own = new RoundedMoney(e);
            Optional<Money> saving = verdict.againstToday()
                    .map(m ->
                            total(new RoundedMoney(m.other())).minus(total(own)).rounded());
            return e.architecture().today()
                    ? TEXTS.get("alike.today", own.name(), amount(total(own)), over(e))
                    : TEXTS.get(
                            verdict.basis().key("alike.cheapest"),
                            own.name(),
                            amount(total(own)),
                            saving.map(s -> amount(s.abs())).orElse(""),
                            saving.map(s -> s.value() < 0 ? 1 : 0).orElse(2),
                            over(e));
        });
    }

    /** That tuning costs more than today's design on one and the same model; empty where it does not. */
    public Optional<String> tuned() {
        return verdict.tuned().flatMap(e -> {
            Money less = e.currency().of(e.measures().savedByDesign());
            return less.value() < 0 && !less.nothing()
                    ? Optional.of(TEXTS.get(
                            "alike.tuned",
                            Names.of(e.architecture().design()),
                            amount(monthly ? less.abs().with(less.abs().value() / months(e)) : less.abs()),
                            over(e)))
                    : Optional.empty();
        });
    }

    private Money total(RoundedMoney money) {
        return monthly ? money.averageMonth() : money.total();
    }

    private String amount(Money money) {
        return monthly ? money.inShort() : money.full();
    }

    /** Of which time the amounts are. */
    private String over(Evaluation.Priced e) {
        return monthly ? TEXTS.get("alike.month") : TEXTS.get("alike.over", Numbers.count(months(e)));
    }

    private static int months(Evaluation.Priced e) {
        return e.cashFlow().months();
    }

    /** The order of what is cached, where that is another than today's prompt has. */
    public Optional<String> order() {
        List<ContextItem> order = verdict.reordered();
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get(
                        verdict.orderFirst() ? "alike.order.first" : "alike.order",
                        Several.joined(order.stream().map(ContextItem::name).toList(), MOST_NAMED)));
    }
}
