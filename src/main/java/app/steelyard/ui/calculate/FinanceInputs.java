package app.steelyard.ui.calculate;

import app.steelyard.app.plan.LastRate;
import app.steelyard.document.Settings;
import app.steelyard.plan.CashTiming;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What money means to the plan: over which time, in which currency, at which rate. */
final class FinanceInputs {
    private static final Texts TEXTS = Texts.of(FinanceInputs.class);
    private static final List<Currency> USUAL_CURRENCIES =
            Stream.of("USD", "EUR", "GBP", "CHF", "JPY").map(Currency::new).toList();

    private final Workspace workspace;
    private final InputRows rows;
    private final Settings settings;
    private final Clock clock;
    private final Node rate;
    private final Button last = Fx.id("rateLast", new Button(TEXTS.get("rate.last.taken")), Styles.SMALL);

    FinanceInputs(Surroundings surroundings, InputRows rows) {
        this.workspace = surroundings.workspace();
        this.rows = rows;
        this.settings = surroundings.settings();
        this.clock = surroundings.clock();
        this.rate = rows.field(PlanField.EXCHANGE_RATE);
    }

    Node[] nodes() {
        Node date = rows.date(
                "rateDate",
                p -> stated(p).date(),
                (p, value) -> with(p, r -> new ExchangeRate(r.perUsd(), value, r.source())));
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
        last.setWrapText(true);
        last.setOnAction(e -> offered()
                .ifPresent(o -> workspace.edit(
                        TEXTS.get("rate.last.taken"),
                        null,
                        p -> p.withFinance(p.finance().in(p.currency(), o.rate())))));
        rows.add(() -> refresh(date, sourceRow, missing));
        return new Node[] {
            rows.field(PlanField.HORIZON_MONTHS),
            rows.field(PlanField.DISCOUNT_RATE),
            rows.choice("timing", CashTiming.values(), p -> p.finance().timing(), FinanceInputs::withTiming),
            rows.field(PlanField.ENGINEERING_WEEK_COST),
            currency(),
            rate,
            missing,
            last,
            date,
            sourceRow
        };
    }

    /** The day and the source are asked for once there is a rate that they are of. */
    private void refresh(Node date, Node source, Label missing) {
        Plan plan = workspace.plan();
        ExchangeRate stated = plan.finance().exchangeRate();
        boolean foreign = !plan.currency().equals(Currency.USD);
        Fx.show(rate, foreign);
        Stream.of(date, source).forEach(n -> Fx.show(n, foreign && stated != null));
        missing.setText(
                stated == null
                        ? TEXTS.get("rate.missing", plan.currency())
                        : TEXTS.get("rate.unsourced", stated.origin()));
        Fx.show(missing, foreign && (stated == null || !stated.sourced()));
        if (stated != null) {
            settings.used(plan.currency(), stated);
        }
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

    private static Plan withTiming(Plan plan, CashTiming timing) {
        Finance f = plan.finance();
        return plan.withFinance(new Finance(
                f.horizonMonths(),
                f.discountRatePerYear(),
                timing,
                f.currency(),
                f.exchangeRate(),
                f.engineeringWeekCost()));
    }

    private Node currency() {
        Picker<Currency> picker = Picker.of("currency", TEXTS.get("currency"), FinanceInputs::currencies, currency -> {
            // A rate is one of its currency, and none is made up.
            workspace.edit(
                    TEXTS.get("currency"),
                    null,
                    p -> p.currency().equals(currency)
                            ? p
                            : p.withFinance(p.finance().in(currency, null)));
            if (workspace.plan().finance().exchangeRate() == null && rate.isVisible()) {
                Fx.find((Parent) rate, PlanField.EXCHANGE_RATE.path()).ifPresent(Node::requestFocus);
            }
        });
        return rows.picker("currency", picker, () -> currency(workspace.plan().currency()));
    }

    private static List<Picker.Option<Currency>> currencies() {
        return Stream.concat(USUAL_CURRENCIES.stream(), Currency.known().stream())
                .distinct()
                .map(FinanceInputs::currency)
                .toList();
    }

    private static Picker.Option<Currency> currency(Currency currency) {
        String name = currency.name().map(n -> currency + " · " + n).orElse(currency.code());
        return new Picker.Option<>(currency, name, "", List.of());
    }
}
