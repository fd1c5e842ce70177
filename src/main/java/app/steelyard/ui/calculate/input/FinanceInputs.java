package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.LastRate;
import app.steelyard.app.plan.PlanChoice;
import app.steelyard.app.plan.TrendOffer;
import app.steelyard.document.Settings;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What money means to the plan: over which time, in which currency, at which rate. */
final class FinanceInputs {
    private static final Texts TEXTS = Texts.of(FinanceInputs.class);

    private final Workspace workspace;
    private final Settings settings;
    private final Clock clock;
    private final ChoiceInputs choices;

    FinanceInputs(Surroundings surroundings, ChoiceInputs choices) {
        this.workspace = surroundings.workspace();
        this.settings = surroundings.settings();
        this.clock = surroundings.clock();
        this.choices = choices;
    }

    List<Input> of(InputRows rows) {
        return List.of(
                rows.field(PlanField.HORIZON_MONTHS),
                rows.field(PlanField.DISCOUNT_RATE),
                choices.of(PlanChoice.TIMING, rows),
                rows.field(PlanField.ENGINEERING_WEEK_COST),
                trend(rows, PlanField.PRICE_TREND, "trend.take", TrendOffer::prices, p -> true),
                trend(
                        rows,
                        PlanField.RENT_TREND,
                        "trend.rent.take",
                        TrendOffer::rents,
                        p -> !p.contract().capacity().isEmpty()),
                choices.of(PlanChoice.CURRENCY, rows),
                new Input(
                        List.of(PlanField.EXCHANGE_RATE.path(), "rateDate", "rateSource"),
                        String.join(
                                " ",
                                Names.of(PlanField.EXCHANGE_RATE),
                                TEXTS.get("currency"),
                                TEXTS.get("rateDate"),
                                TEXTS.get("rateSource")),
                        () -> rate(rows)));
    }

    /** What prices become is nothing until somebody says so; what was seen is offered. */
    private Input trend(
            InputRows rows, PlanField field, String key, UnaryOperator<Plan> offer, Predicate<Plan> matters) {
        return new Input(List.of(field.path(), key), Names.of(field), () -> {
            Node row = rows.field(field).node().get();
            Button take = Fx.id(
                    key, Fx.button(TEXTS.get(key), () -> workspace.edit(TEXTS.get(key), null, offer), Styles.SMALL));
            take.setWrapText(true);
            VBox both = new Remembering(4, row, take);
            rows.add(() -> {
                Plan plan = workspace.plan();
                boolean stated = !Double.isNaN(field.get(plan));
                Fx.show(take, !stated);
                Fx.show(both, stated || matters.test(plan));
            });
            return both;
        });
    }

    /** Keeps the rate for the next plan in this currency. */
    void refresh() {
        Plan plan = workspace.plan();
        ExchangeRate stated = plan.finance().exchangeRate();
        if (stated != null) {
            settings.used(plan.currency(), stated);
        }
    }

    /** What a dollar costs, which is asked for where amounts are in another currency. */
    private Node rate(InputRows rows) {
        Node rate = rows.field(PlanField.EXCHANGE_RATE).node().get();
        Node date = rows.date(
                        "rateDate",
                        p -> stated(p).date(),
                        (p, value) -> with(p, r -> new ExchangeRate(r.perUsd(), value, r.source())))
                .node()
                .get();
        TextEntry source = new TextEntry(
                workspace,
                "rateSource",
                TEXTS.get("rateSource"),
                p -> Objects.requireNonNullElse(stated(p).source(), ""),
                (p, value) -> with(p, r -> new ExchangeRate(r.perUsd(), r.date(), value)));
        source.field().setPromptText(TEXTS.get("rateSource.prompt"));
        rows.add(source::refresh);
        Node sourceRow = InputRows.row("rateSource", source.field());
        Label missing = Fx.id("rateMissing", Fx.paragraph("", Styles.WARNING));
        Button last = Fx.id("rateLast", new Button(TEXTS.get("rate.last.taken")), Styles.SMALL);
        last.setWrapText(true);
        last.setOnAction(e -> offered()
                .ifPresent(o -> workspace.edit(
                        TEXTS.get("rate.last.taken"),
                        null,
                        p -> p.withFinance(p.finance().in(p.currency(), o.rate())))));
        VBox foreign = new Remembering(8, rate, missing, last, date, sourceRow);
        rows.add(() -> refresh(foreign, List.of(date, sourceRow), missing, last));
        return foreign;
    }

    /** The day and the source are asked for once there is a rate that they are of. */
    private void refresh(Node foreign, List<Node> origin, Label missing, Button last) {
        Plan plan = workspace.plan();
        ExchangeRate stated = plan.finance().exchangeRate();
        Fx.show(foreign, !plan.currency().equals(Currency.USD));
        origin.forEach(n -> Fx.show(n, stated != null));
        missing.setText(
                stated == null
                        ? TEXTS.get("rate.missing", plan.currency())
                        : TEXTS.get("rate.unsourced", stated.origin()));
        Fx.show(missing, stated == null || !stated.sourced());
        Optional<LastRate> offer = offered();
        offer.ifPresent(o -> last.setText(TEXTS.get("rate.last", o.text())));
        Fx.show(last, offer.isPresent());
    }

    private Optional<LastRate> offered() {
        return LastRate.of(workspace.plan(), settings, LocalDate.now(clock));
    }

    /** The plan's rate, or one of which nothing is stated. */
    private static ExchangeRate stated(Plan plan) {
        ExchangeRate rate = plan.finance().exchangeRate();
        return rate == null ? new ExchangeRate(Double.NaN, null, null) : rate;
    }

    private static Plan with(Plan plan, UnaryOperator<ExchangeRate> change) {
        ExchangeRate rate = plan.finance().exchangeRate();
        return rate == null ? plan : plan.withFinance(plan.finance().in(plan.currency(), change.apply(rate)));
    }
}
