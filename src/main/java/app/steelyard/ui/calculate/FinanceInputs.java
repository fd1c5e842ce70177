package app.steelyard.ui.calculate;

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
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What money means to the plan: over which time, in which currency, at which rate. */
record FinanceInputs(Workspace workspace, InputRows rows) {
    private static final Texts TEXTS = Texts.of(FinanceInputs.class);
    private static final List<Currency> USUAL_CURRENCIES =
            Stream.of("USD", "EUR", "GBP", "CHF", "JPY").map(Currency::new).toList();

    Node[] nodes() {
        Node rate = rows.field(PlanField.EXCHANGE_RATE);
        Node date = rows.date(
                "rateDate",
                p -> p.finance().exchangeRate().date(),
                (p, value) -> withRate(
                        p,
                        new ExchangeRate(
                                p.finance().exchangeRate().perUsd(),
                                value,
                                p.finance().exchangeRate().source())));
        TextEntry source = new TextEntry(
                workspace,
                "rateSource",
                TEXTS.get("rateSource"),
                p -> p.finance().exchangeRate().source(),
                (p, value) -> withRate(
                        p,
                        new ExchangeRate(
                                p.finance().exchangeRate().perUsd(),
                                p.finance().exchangeRate().date(),
                                value)));
        source.field().setPromptText(TEXTS.get("rateSource.prompt"));
        rows.add(source::refresh);
        Node sourceRow = InputRows.row("rateSource", source.field());
        rows.add(() -> {
            boolean foreign = !workspace.plan().currency().equals(Currency.USD);
            Stream.of(rate, date, sourceRow).forEach(n -> Fx.show(n, foreign));
        });
        return new Node[] {
            rows.field(PlanField.HORIZON_MONTHS),
            rows.field(PlanField.DISCOUNT_RATE),
            rows.choice("timing", CashTiming.values(), p -> p.finance().timing(), FinanceInputs::withTiming),
            rows.field(PlanField.ENGINEERING_WEEK_COST),
            currency(),
            rate,
            date,
            sourceRow
        };
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

    private static Plan withRate(Plan plan, ExchangeRate rate) {
        return withCurrency(plan, plan.currency(), rate);
    }

    private static Plan withCurrency(Plan plan, Currency currency, ExchangeRate rate) {
        Finance f = plan.finance();
        return plan.withFinance(new Finance(
                f.horizonMonths(), f.discountRatePerYear(), f.timing(), currency, rate, f.engineeringWeekCost()));
    }

    private Node currency() {
        Picker<Currency> picker = Picker.of("currency", TEXTS.get("currency"), FinanceInputs::currencies, currency -> {
            workspace.edit(TEXTS.get("currency"), null, p -> {
                ExchangeRate rate = p.finance().exchangeRate();
                boolean dollars = currency.equals(Currency.USD);
                return withCurrency(p, currency, dollars ? new ExchangeRate(1, rate.date(), rate.source()) : rate);
            });
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
