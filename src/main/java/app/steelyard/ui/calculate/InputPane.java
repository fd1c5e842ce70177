package app.steelyard.ui.calculate;

import app.steelyard.plan.CashTiming;
import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.Service;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.DateEntry;
import app.steelyard.ui.edit.FieldRow;
import app.steelyard.ui.edit.ProseEntry;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Choice;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.kit.Section;
import app.steelyard.ui.work.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that the plan states, to be edited. */
final class InputPane extends ScrollPane {
    private static final Texts TEXTS = Texts.of(InputPane.class);
    private static final List<String> USUAL_CURRENCIES = List.of("USD", "EUR", "GBP", "CHF", "JPY");

    private final Workspace workspace;
    private final List<Runnable> refreshes = new ArrayList<>();

    InputPane(Workspace workspace) {
        this.workspace = workspace;
        VBox content = new VBox(
                section("plan", false, plan()),
                section("items", true, items(), choice("today", Design.values(), Plan::today, Plan::withToday)),
                section("traffic", true, fields("traffic")),
                section("model", true, model(), tier(), pricesAsOf()),
                section(
                        "caching",
                        true,
                        lifetime(),
                        field(PlanField.MEASURED_HIT_RATE),
                        field(PlanField.CACHE_MINIMUM_TOKENS),
                        field(PlanField.CACHING_WEEKS)),
                section("tuning", false, concat(tunedModel(), fields("tuning"))),
                section(
                        "retrieval",
                        false,
                        concat(
                                service("embedding", Set.of(Service.Type.EMBEDDING)),
                                concat(
                                        service("reranker", Set.of(Service.Type.RERANK)),
                                        concat(
                                                service("store", Set.of(Service.Type.STORE, Service.Type.SEARCH)),
                                                fields("retrieval"))))),
                section("finance", true, finance()),
                section("latency", false, fields("latency")));
        content.getStyleClass().add("inputs");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "input-pane");
        setId("inputs");
    }

    /** Shows what the plan says now. */
    void refresh() {
        refreshes.forEach(Runnable::run);
    }

    /** Brings the field of a number into view and puts the cursor there. */
    void focus(PlanField field) {
        applyCss();
        layout();
        Fx.find(this, field.path()).ifPresent(this::reveal);
    }

    private void reveal(Node node) {
        double height = getContent().getBoundsInLocal().getHeight();
        double room = height - getViewportBounds().getHeight();
        double y = getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        setVvalue(room <= 0 ? 0 : Math.clamp((y - getViewportBounds().getHeight() / 3) / room, 0.0, 1.0));
        node.requestFocus();
    }

    private static Section section(String id, boolean open, Node... content) {
        return new Section("section." + id, TEXTS.get("section." + id), open, content);
    }

    private static Node[] concat(Node first, Node... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Node[]::new);
    }

    private Node[] plan() {
        TextEntry name = new TextEntry(
                workspace,
                "plan.name",
                TEXTS.get("plan.name"),
                Plan::name,
                (p, value) -> value.isEmpty() ? p : p.withName(value));
        ProseEntry purpose =
                new ProseEntry(workspace, "plan.purpose", TEXTS.get("plan.purpose"), Plan::purpose, Plan::withPurpose);
        purpose.field().setPromptText(TEXTS.get("plan.purpose.prompt"));
        Label label = Fx.label(TEXTS.get("plan.purpose"), "field-name");
        label.setLabelFor(purpose.field());
        refreshes.add(name::refresh);
        refreshes.add(purpose::refresh);
        return new Node[] {row("plan.name", name.field()), label, purpose.field()};
    }

    private Node items() {
        ItemsEditor items = new ItemsEditor(workspace);
        refreshes.add(items::refresh);
        return items;
    }

    private Node field(PlanField field) {
        FieldRow row = new FieldRow(workspace, field);
        refreshes.add(row::refresh);
        return row;
    }

    private Node[] fields(String prefix) {
        return Stream.of(PlanField.values())
                .filter(f -> f.path().startsWith(prefix + "."))
                .map(this::field)
                .toArray(Node[]::new);
    }

    private interface Setter<E> {
        Plan with(Plan plan, E value);
    }

    private static HBox row(String key, Node control) {
        Label label = Fx.label(TEXTS.get(key), "field-name");
        label.setLabelFor(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(8, label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add("row-name");
        return row;
    }

    private <E extends Enum<E>> Node choice(
            String key, E[] values, java.util.function.Function<Plan, E> getter, Setter<E> setter) {
        Choice<E> choice = new Choice<>(
                TEXTS.get(key),
                Arrays.asList(values),
                value -> workspace.edit(TEXTS.get(key), null, p -> setter.with(p, value)));
        choice.setId(key);
        choice.getStyleClass().add("wide-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        refreshes.add(() -> choice.set(getter.apply(workspace.plan())));
        return row(key, choice);
    }

    private Node picker(
            String key, Picker<PriceRef> picker, java.util.function.Supplier<Picker.Option<PriceRef>> shown) {
        refreshes.add(() -> picker.set(shown.get()));
        return row(key, picker);
    }

    private PriceOptions options() {
        return new PriceOptions(workspace.book(), workspace.plan().inference());
    }

    private Node model() {
        Picker<PriceRef> picker =
                new Picker<>("model", TEXTS.get("model"), () -> options().models(), this::chooseModel);
        return picker(
                "model",
                picker,
                () -> options().model(workspace.plan().inference().model()));
    }

    private void chooseModel(@Nullable PriceRef ref) {
        if (ref != null) {
            workspace.edit(TEXTS.get("model"), null, p -> {
                Inference i = p.inference();
                return p.withInference(new Inference(ref, i.tier(), i.pricesAsOf()));
            });
        }
    }

    private Node tier() {
        return choice("tier", ServiceTier.values(), p -> p.inference().tier(), (p, value) -> {
            Inference i = p.inference();
            return p.withInference(new Inference(i.model(), value, i.pricesAsOf()));
        });
    }

    private Node pricesAsOf() {
        return date("pricesAsOf", p -> p.inference().pricesAsOf(), (p, value) -> {
            Inference i = p.inference();
            return p.withInference(new Inference(i.model(), i.tier(), value));
        });
    }

    private Node date(String key, java.util.function.Function<Plan, LocalDate> getter, Setter<LocalDate> setter) {
        DateEntry entry = new DateEntry(workspace, key, TEXTS.get(key), getter, setter::with);
        refreshes.add(entry::refresh);
        return new VBox(row(key, entry.picker()), entry.message());
    }

    private Node lifetime() {
        Picker<String> picker = new Picker<>("lifetime", TEXTS.get("lifetime"), this::lifetimes, value -> {
            if (value != null) {
                workspace.edit(
                        TEXTS.get("lifetime"),
                        null,
                        p -> p.withCaching(new app.steelyard.plan.Caching(
                                value,
                                p.caching().measuredHitRate(),
                                p.caching().minimumTokens(),
                                p.caching().engineeringWeeks())));
            }
        });
        refreshes.add(() -> {
            String name = workspace.plan().caching().lifetime();
            List<Picker.Option<String>> offered = lifetimes();
            picker.set(offered.stream()
                    .filter(o -> name == null || name.equals(o.value()))
                    .findFirst()
                    .orElse(new Picker.Option<>(
                            name,
                            name == null ? TEXTS.get("lifetime.none") : name,
                            "",
                            offered.isEmpty() || name == null
                                    ? List.of()
                                    : List.of(TEXTS.get("lifetime.notOffered")))));
            picker.setDisable(offered.isEmpty());
        });
        return row("lifetime", picker);
    }

    private List<Picker.Option<String>> lifetimes() {
        Inference inference = workspace.plan().inference();
        Optional<Quote<CachePolicy>> policy = workspace.book().cachePolicy(inference.model(), inference.pricesAsOf());
        return policy.map(q ->
                        q.fact().lifetimes().stream().map(InputPane::lifetime).toList())
                .orElse(List.of());
    }

    private static Picker.Option<String> lifetime(CacheLifetime lifetime) {
        return new Picker.Option<>(
                lifetime.name(),
                TEXTS.get("lifetime.option", lifetime.name(), app.steelyard.text.Names.of(lifetime.refresh())),
                "",
                List.of());
    }

    private Node tunedModel() {
        Picker<PriceRef> picker = new Picker<>(
                "tunedModel",
                TEXTS.get("tunedModel"),
                () -> options().tunable(),
                ref -> workspace.edit(
                        TEXTS.get("tunedModel"),
                        null,
                        p -> p.withTuning(p.tuning().withModel(ref))));
        return picker(
                "tunedModel",
                picker,
                () -> options().tuned(workspace.plan().tuning().model()));
    }

    private Node service(String key, Set<Service.Type> types) {
        Picker<PriceRef> picker = new Picker<>(
                key,
                TEXTS.get(key),
                () -> options().services(types),
                ref -> workspace.edit(TEXTS.get(key), null, p -> p.withRetrieval(with(p.retrieval(), key, ref))));
        return picker(
                key, picker, () -> options().service(service(workspace.plan().retrieval(), key)));
    }

    private static @Nullable PriceRef service(Retrieval retrieval, String key) {
        return switch (key) {
            case "embedding" -> retrieval.embedding();
            case "reranker" -> retrieval.reranker();
            default -> retrieval.store();
        };
    }

    private static Retrieval with(Retrieval r, String key, @Nullable PriceRef ref) {
        return new Retrieval(
                key.equals("embedding") ? ref : r.embedding(),
                key.equals("reranker") ? ref : r.reranker(),
                key.equals("store") ? ref : r.store(),
                r.retrievedTokens(),
                r.reembeddedShare(),
                r.engineeringWeeks());
    }

    private Node[] finance() {
        Node rate = field(PlanField.EXCHANGE_RATE);
        Node date = date(
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
        refreshes.add(source::refresh);
        Node sourceRow = row("rateSource", source.field());
        refreshes.add(() -> {
            boolean foreign = !workspace.plan().finance().currency().equals("USD");
            Stream.of(rate, date, sourceRow).forEach(n -> Fx.show(n, foreign));
        });
        return new Node[] {
            field(PlanField.HORIZON_MONTHS),
            field(PlanField.DISCOUNT_RATE),
            choice("timing", CashTiming.values(), p -> p.finance().timing(), InputPane::withTiming),
            field(PlanField.ENGINEERING_WEEK_COST),
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
        return withCurrency(plan, plan.finance().currency(), rate);
    }

    private static Plan withCurrency(Plan plan, String currency, ExchangeRate rate) {
        Finance f = plan.finance();
        return plan.withFinance(new Finance(
                f.horizonMonths(), f.discountRatePerYear(), f.timing(), currency, rate, f.engineeringWeekCost()));
    }

    private Node currency() {
        Picker<String> picker = new Picker<>("currency", TEXTS.get("currency"), InputPane::currencies, code -> {
            if (code != null) {
                workspace.edit(TEXTS.get("currency"), null, p -> {
                    ExchangeRate rate = p.finance().exchangeRate();
                    return withCurrency(
                            p, code, code.equals("USD") ? new ExchangeRate(1, rate.date(), rate.source()) : rate);
                });
            }
        });
        refreshes.add(() -> picker.set(currency(workspace.plan().finance().currency())));
        return row("currency", picker);
    }

    private static List<Picker.Option<String>> currencies() {
        Stream<String> others = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(c -> !USUAL_CURRENCIES.contains(c))
                .sorted();
        return Stream.concat(USUAL_CURRENCIES.stream(), others)
                .map(InputPane::currency)
                .toList();
    }

    private static Picker.Option<String> currency(String code) {
        try {
            return new Picker.Option<>(
                    code, code + " · " + Currency.getInstance(code).getDisplayName(Texts.LOCALE), "", List.of());
        } catch (IllegalArgumentException e) {
            return new Picker.Option<>(code, code, Numbers.symbol(code), List.of());
        }
    }
}
