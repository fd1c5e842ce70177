package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What else belongs to an answer: what a success costs, what of a saving is model and set-up and what failures, what of it is
 * another model's, what is the cheapest on today's model, and in which order the prompt is sent. A sentence each, which says of
 * which time its amounts are.
 */
public record LikeForLike(Verdict.Cheapest verdict, Amounts amounts) {
    private static final Texts TEXTS = Texts.of(LikeForLike.class);
    private static final int MOST_NAMED = 4;

    /** Of which time amounts are, and how they are told: as those beside them. */
    public enum Amounts {
        /** Of an average month, without cents where they are large. */
        MONTH,
        /** Over the horizon, to the cent. */
        HORIZON,
        /** Over the horizon, without cents where they are large. */
        BRIEF
    }

    /** In amounts over the horizon, to the cent. */
    public LikeForLike(Verdict.Cheapest verdict) {
        this(verdict, Amounts.HORIZON);
    }

    /** All that there is to tell: another order first where that comes before anything else, then the model's part. */
    public List<String> sentences() {
        return (verdict.orderFirst()
                        ? Stream.of(order(), perSuccess(), bill(), split(), alike(), tuned())
                        : Stream.of(perSuccess(), bill(), split(), alike(), tuned(), order()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** That failures count as money, and what of the difference to today's design they are; empty where none are counted. */
    public Optional<String> bill() {
        return billOfDifference().or(this::billBesideFailures);
    }

    /** What is paid in both, where failures are in all of it and make no difference. */
    private Optional<String> billBesideFailures() {
        return verdict.againstToday()
                .filter(m ->
                        failures(m.one()).value() > 0 && failures(m.other()).equals(failures(m.one())))
                .map(m -> {
                    SavingParts parts = parts(m);
                    Money bill = parts.shown(total(m.one()).minus(failures(m.one())));
                    return TEXTS.get(
                            "alike.bill.same",
                            parts.show(bill),
                            // So that their difference is the one that stands beside them.
                            parts.show(bill.plus(parts.all().saved()).rounded()),
                            over(m.one()),
                            m.one().currency().of(verdict.basis().failureCost()).each(),
                            parts.show(failures(m.one())));
                });
    }

    private Money total(Evaluation.Priced e) {
        return e.currency()
                .of(
                        amounts == Amounts.MONTH
                                ? e.measures().averageMonth()
                                : e.tco().value())
                .rounded();
    }

    private Money failures(Evaluation.Priced e) {
        double all = e.cashFlow().total(Driver.FAILURES);
        return e.currency().of(amounts == Amounts.MONTH ? all / months(e) : all).rounded();
    }

    private Optional<String> billOfDifference() {
        return verdict.againstToday()
                .filter(m -> m.one().measures().failuresMatter())
                .map(m -> {
                    SavingParts parts = parts(m);
                    return TEXTS.get(
                            "alike.bill",
                            parts.show(parts.all().onBill().abs()),
                            side(parts.all().onBill()),
                            parts.show(parts.all().onFailures().abs()),
                            side(parts.all().onFailures()),
                            over(m.one()),
                            m.one().currency().of(verdict.basis().failureCost()).each());
                });
    }

    /** What a success costs beside today's, where that ranks the designs; empty where it does not. */
    public Optional<String> perSuccess() {
        return verdict.basis().perSuccess()
                ? verdict.againstToday()
                        .map(m -> TEXTS.get(
                                m.less().value() < 0 && !m.tie() ? "alike.success.dearer" : "alike.success",
                                success(m.one()),
                                success(m.other())))
                : Optional.empty();
    }

    private static String success(Evaluation.Priced evaluation) {
        return evaluation.currency().of(evaluation.measures().costPerSuccess()).each();
    }

    /** What of the difference to today's design is the other model's; empty where both run on one. */
    public Optional<String> split() {
        return verdict.otherModel() ? verdict.againstToday().map(m -> split(m) + untold()) : Optional.empty();
    }

    private SavingParts parts(Margin margin) {
        Money saving = amounts == Amounts.MONTH
                ? margin.lessPerMonth()
                : new RoundedMoney(margin.one()).saving(new RoundedMoney(margin.other()));
        return SavingParts.of(
                margin, saving, amounts == Amounts.MONTH ? 1.0 / months(margin.one()) : 1, amounts == Amounts.HORIZON);
    }

    /** 0 for less, 1 for more, 2 for neither. */
    private static int side(Money saved) {
        return saved.nothing() ? 2 : saved.value() < 0 ? 1 : 0;
    }

    private String untold() {
        return verdict.untold()
                ? " "
                        + TEXTS.get(
                                "alike.split.success",
                                verdict.best().architecture().on())
                : "";
    }

    /** The model's part and the design's and, where failures are counted, what of each is the bill. */
    private String split(Margin margin) {
        Evaluation.Priced best = margin.one();
        if (Double.isNaN(best.measures().savedByModel())) {
            return TEXTS.get("alike.split.unknown", best.architecture().on());
        }
        SavingParts parts = parts(margin);
        return TEXTS.get(
                "alike.split",
                split(parts, parts.model(), best),
                split(parts, parts.design(), best),
                best.measures().failuresMatter()
                        ? TEXTS.get("alike.of")
                        : amounts == Amounts.MONTH
                                ? TEXTS.get("alike.month.first")
                                : TEXTS.get("alike.over.first", months(best)));
    }

    private static String split(SavingParts parts, SavingParts.Part part, Evaluation.Priced best) {
        String all = TEXTS.get(
                "alike.part", parts.show(part.saved().abs()), part.saved().value() < 0 ? 1 : 0);
        return best.measures().failuresMatter()
                ? TEXTS.get(
                        "alike.part.failures",
                        all,
                        parts.show(part.onBill().abs()),
                        side(part.onBill()),
                        parts.show(part.onFailures().abs()),
                        side(part.onFailures()))
                : all;
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
        return verdict.tuned()
                .flatMap(e -> verdict.todayPriced().flatMap(today -> {
                    SavingParts parts = parts(new Margin(e, today));
                    Money saved = parts.design().saved();
                    return saved.value() < 0 && !saved.nothing()
                            ? Optional.of(TEXTS.get(
                                    "alike.tuned",
                                    Names.of(e.architecture().design()),
                                    parts.show(saved.abs()),
                                    over(e)))
                            : Optional.empty();
                }));
    }

    private Money total(RoundedMoney money) {
        return amounts == Amounts.MONTH ? money.averageMonth() : money.total();
    }

    private String amount(Money money) {
        return amounts == Amounts.HORIZON ? money.full() : money.inShort();
    }

    /** Of which time the amounts are. */
    private String over(Evaluation.Priced e) {
        return amounts == Amounts.MONTH ? TEXTS.get("alike.month") : TEXTS.get("alike.over", months(e));
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
