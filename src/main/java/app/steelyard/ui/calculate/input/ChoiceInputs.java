package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PlanChoice;
import app.steelyard.app.plan.PriceChoices;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The inputs of what a plan chooses from several. */
final class ChoiceInputs {
    private static final Texts TEXTS = Texts.of(ChoiceInputs.class);
    private static final List<Currency> USUAL_CURRENCIES =
            Stream.of("USD", "EUR", "GBP", "CHF", "JPY").map(Currency::new).toList();

    private final Workspace workspace;
    private final Consumer<String> asks;

    /** @param asks brings what is to be stated next into view, by its id */
    ChoiceInputs(Workspace workspace, Consumer<String> asks) {
        this.workspace = workspace;
        this.asks = asks;
    }

    /** The input of {@code choice}, as one of {@code rows}. */
    Input of(PlanChoice choice, InputRows rows) {
        return switch (choice) {
            case MODEL ->
                rows.picker(
                        "model",
                        this::models,
                        () -> option(
                                choices().model(workspace.plan().inference().model())));
            case TIER ->
                rows.choice(
                        "tier",
                        ServiceTier.values(),
                        p -> p.inference().tier(),
                        (p, value) -> p.withInference(p.inference().withTier(value)));
            case PRICES_AS_OF ->
                rows.date(
                        "pricesAsOf",
                        p -> p.inference().pricesAsOf(),
                        (p, value) -> p.withInference(p.inference().withPricesAsOf(value)));
            case LIFETIME -> lifetime(rows);
            case CURRENCY ->
                rows.picker(
                        "currency",
                        this::currencies,
                        () -> currency(workspace.plan().currency()));
            case TIMING ->
                rows.choice("timing", CashTiming.values(), p -> p.finance().timing(), ChoiceInputs::withTiming);
            case GAPS ->
                rows.table(
                        "gaps",
                        "traffic.sessions.gaps",
                        p -> SessionText.ofGaps(p.traffic().sessions().measuredGaps()),
                        SessionText::gaps,
                        (p, gaps) -> p.withTraffic(
                                p.traffic().withSessions(p.traffic().sessions().withGaps(gaps))));
        };
    }

    static Picker.Option<PriceRef> option(PriceChoices.Offer offer) {
        return new Picker.Option<>(offer.price(), offer.title(), offer.detail(), offer.marks());
    }

    PriceChoices choices() {
        return new PriceChoices(workspace.book(), workspace.plan().inference());
    }

    private Picker<PriceRef> models() {
        return Picker.of(
                "model",
                TEXTS.get("model"),
                () -> choices().models().stream().map(ChoiceInputs::option).toList(),
                ref -> workspace.edit(
                        TEXTS.get("model"),
                        null,
                        p -> p.withInference(p.inference().withModel(ref))));
    }

    private Input lifetime(InputRows rows) {
        return new Input("lifetime", TEXTS.get("lifetime"), () -> {
            Picker<String> picker = Picker.of(
                    "lifetime",
                    TEXTS.get("lifetime"),
                    this::lifetimes,
                    value -> workspace.edit(
                            TEXTS.get("lifetime"),
                            null,
                            p -> p.withCaching(p.caching().withLifetime(value))));
            rows.add(() -> show(picker));
            return InputRows.row("lifetime", picker);
        });
    }

    private void show(Picker<String> picker) {
        String name = workspace.plan().caching().lifetime();
        List<Picker.Option<String>> offered = lifetimes();
        picker.set(offered.stream()
                .filter(o -> name == null || name.equals(o.value()))
                .findFirst()
                .orElse(new Picker.Option<>(
                        name,
                        name == null ? TEXTS.get("lifetime.none") : name,
                        "",
                        offered.isEmpty() || name == null ? List.of() : List.of(TEXTS.get("lifetime.notOffered")))));
        picker.setDisable(offered.isEmpty());
    }

    private List<Picker.Option<String>> lifetimes() {
        Inference inference = workspace.plan().inference();
        return workspace
                .book()
                .cachePolicy(inference.model(), inference.pricesAsOf())
                .map(q -> q.fact().lifetimes().stream()
                        .map(ChoiceInputs::lifetime)
                        .toList())
                .orElse(List.of());
    }

    private static Picker.Option<String> lifetime(CacheLifetime lifetime) {
        return new Picker.Option<>(
                lifetime.name(),
                TEXTS.get("lifetime.option", lifetime.name(), Names.of(lifetime.refresh())),
                "",
                List.of());
    }

    private Picker<Currency> currencies() {
        return Picker.of(
                "currency",
                TEXTS.get("currency"),
                () -> Stream.concat(USUAL_CURRENCIES.stream(), Currency.known().stream())
                        .distinct()
                        .map(ChoiceInputs::currency)
                        .toList(),
                this::choose);
    }

    /** A rate is one of its currency, and none is made up. */
    private void choose(Currency currency) {
        workspace.edit(
                TEXTS.get("currency"),
                null,
                p -> p.currency().equals(currency)
                        ? p
                        : p.withFinance(p.finance().in(currency, null)));
        if (!currency.equals(Currency.USD) && workspace.plan().finance().exchangeRate() == null) {
            asks.accept(PlanField.EXCHANGE_RATE.path());
        }
    }

    private static Picker.Option<Currency> currency(Currency currency) {
        String name = currency.name().map(n -> currency + " · " + n).orElse(currency.code());
        return new Picker.Option<>(currency, name, "", List.of());
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
}
