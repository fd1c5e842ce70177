package app.steelyard.ui.calculate;

import app.steelyard.app.compare.DesignRow;
import app.steelyard.app.plan.PriceChoices;
import app.steelyard.document.Presets;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Design;
import app.steelyard.plan.Inference;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.Service;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.ProseEntry;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.kit.Section;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that the plan states, to be edited. */
final class InputPane extends ScrollPane {
    private static final Texts TEXTS = Texts.of(InputPane.class);
    private static final String SESSIONS = "traffic.sessions.";

    private final Workspace workspace;
    private final InputRows rows;
    private final Section sessions;
    private final PresetMenu presets;
    private final PresetMenu outcomes;
    private final Section outcome;

    InputPane(Surroundings surroundings) {
        this.workspace = surroundings.workspace();
        this.rows = new InputRows(workspace);
        this.presets = new PresetMenu(workspace, SESSIONS + "preset", "preset.take", Presets.shipped());
        this.outcomes = new PresetMenu(workspace, "outcome.preset", "preset.outcome", Presets.outcomes());
        this.outcome =
                section("outcome", !workspace.plan().outcome().unstated(), concat(outcomes, rows.fields("outcome")));
        this.sessions = section(
                "sessions",
                PlanField.TURNS.matters(workspace.plan()),
                Stream.of(new Node[] {presets}, rows.fields("traffic.sessions"), sessionTables())
                        .flatMap(Stream::of)
                        .toArray(Node[]::new));
        VBox content = new VBox(
                section("plan", false, plan()),
                section("items", true, items(), rows.choice("today", Design.values(), Plan::today, Plan::withToday)),
                section(
                        "traffic",
                        true,
                        concat(sentence(), rows.fields("traffic", f -> !f.path().startsWith(SESSIONS)))),
                sessions,
                section("model", true, model(), tier(), pricesAsOf()),
                section(
                        "caching",
                        true,
                        lifetime(),
                        rows.choice(
                                "behaviour",
                                Caching.Behaviour.values(),
                                p -> p.caching().behaviour(),
                                (p, value) -> p.withCaching(p.caching().withBehaviour(value))),
                        rows.flag(
                                "keyed",
                                p -> p.caching().keyed(),
                                (p, value) -> p.withCaching(p.caching().withKeyed(value))),
                        rows.field(PlanField.EFFECTIVENESS),
                        rows.field(PlanField.READ_DELAY),
                        rows.field(PlanField.BLOCKS_PER_TURN),
                        rows.flag(
                                "secondBreakpoint",
                                p -> p.caching().secondBreakpoint(),
                                (p, value) -> p.withCaching(p.caching().withSecondBreakpoint(value))),
                        rows.field(PlanField.KEEP_ALIVE_PINGS),
                        rows.flag(
                                "prewarmed",
                                p -> p.caching().prewarmed(),
                                (p, value) -> p.withCaching(p.caching().withPrewarmed(value))),
                        rows.field(PlanField.MODEL_HIT_RATE_ERROR),
                        rows.field(PlanField.MEASURED_HIT_RATE),
                        rows.flag(
                                "measuredToday",
                                p -> p.caching().measuredHitRate() != null,
                                p -> p.caching().measuredOn() != null,
                                (p, today) -> p.withCaching(p.caching().withMeasuredOn(today ? measuredOn(p) : null))),
                        rows.field(PlanField.CACHE_MINIMUM_TOKENS),
                        rows.field(PlanField.CACHING_WEEKS)),
                section("tuning", false, concat(tunedModel(), rows.fields("tuning"))),
                section(
                        "retrieval",
                        false,
                        concat(
                                service("embedding", Set.of(Service.Type.EMBEDDING)),
                                concat(
                                        service("reranker", Set.of(Service.Type.RERANK)),
                                        concat(
                                                service("store", Set.of(Service.Type.STORE, Service.Type.SEARCH)),
                                                rows.fields("retrieval"))))),
                outcome,
                section("finance", true, new FinanceInputs(surroundings, rows).nodes()),
                section("latency", false, rows.fields("latency")));
        content.getStyleClass().add("inputs");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "input-pane");
        setId("inputs");
    }

    /** Goes back to the top, with sessions and outcome unfolded where the plan tells of any. */
    void planOpened() {
        sessions.setExpanded(PlanField.TURNS.matters(workspace.plan()));
        outcome.setExpanded(!workspace.plan().outcome().unstated());
        presets.planOpened();
        outcomes.planOpened();
        setVvalue(0);
    }

    /** Shows what the plan says now. */
    void refresh() {
        rows.refresh();
    }

    /** Brings the field of a number into view and puts the cursor there. */
    void focus(PlanField field) {
        applyCss();
        layout();
        Fx.find(this, field.path()).ifPresent(this::reveal);
    }

    /** Brings the fields of an item into view and puts the cursor into its name. */
    void focusItem(String id) {
        applyCss();
        layout();
        Fx.find(this, "items." + id + ".name").ifPresent(this::reveal);
    }

    /** Brings into view where that is chosen or stated, without which a design has no price. */
    void focusMissing(DesignRow row) {
        applyCss();
        layout();
        Fx.find(
                        this,
                        switch (row.choice()) {
                            case MODEL -> "model";
                            case TUNED_MODEL -> "tunedModel";
                            case EMBEDDING -> "embedding";
                            case SUCCESS -> row.unstated().path();
                        })
                .ifPresent(this::reveal);
    }

    private void reveal(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof Section section) {
                section.setExpanded(true);
            }
        }
        layout();
        double height = getContent().getBoundsInLocal().getHeight();
        double room = height - getViewportBounds().getHeight();
        double y = getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        setVvalue(room <= 0 ? 0 : Math.clamp((y - getViewportBounds().getHeight() / 3) / room, 0.0, 1.0));
        node.requestFocus();
    }

    private static Section section(String id, boolean open, Node... content) {
        return new Section("section." + id, TEXTS.get("section." + id), open, content);
    }

    private Node[] sessionTables() {
        return new Node[] {
            rows.table(
                    "gaps",
                    SESSIONS + "gaps",
                    p -> SessionText.ofGaps(p.traffic().sessions().measuredGaps()),
                    SessionText::gaps,
                    (p, gaps) -> with(p, p.traffic().sessions().withGaps(gaps))),
            rows.table(
                    "classes",
                    SESSIONS + "classes",
                    p -> SessionText.ofClasses(p.traffic().sessions().sizes()),
                    SessionText::classes,
                    (p, classes) -> with(p, p.traffic().sessions().withClasses(classes)))
        };
    }

    private static Plan with(Plan plan, Sessions sessions) {
        return plan.withTraffic(plan.traffic().withSessions(sessions));
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
        Label label = Fx.naming(purpose.field(), Fx.label(TEXTS.get("plan.purpose"), "field-name"));
        rows.add(name::refresh);
        rows.add(purpose::refresh);
        return new Node[] {InputRows.row("plan.name", name.field()), label, purpose.field()};
    }

    private Node sentence() {
        TrafficSentence sentence = new TrafficSentence(workspace);
        rows.add(sentence::refresh);
        return sentence;
    }

    private Node items() {
        ItemsEditor items = new ItemsEditor(workspace);
        rows.add(items::refresh);
        return items;
    }

    private PriceChoices choices() {
        return new PriceChoices(workspace.book(), workspace.plan().inference());
    }

    private static List<Picker.Option<PriceRef>> options(List<PriceChoices.Offer> offers) {
        return offers.stream().map(InputPane::option).toList();
    }

    private static Picker.Option<PriceRef> option(PriceChoices.Offer offer) {
        return new Picker.Option<>(offer.price(), offer.title(), offer.detail(), offer.marks());
    }

    private Node model() {
        Picker<PriceRef> picker = new Picker<>(
                "model", TEXTS.get("model"), () -> options(choices().models()), this::chooseModel);
        return rows.picker(
                "model",
                picker,
                () -> option(choices().model(workspace.plan().inference().model())));
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
        return rows.choice("tier", ServiceTier.values(), p -> p.inference().tier(), (p, value) -> {
            Inference i = p.inference();
            return p.withInference(new Inference(i.model(), value, i.pricesAsOf()));
        });
    }

    private Node pricesAsOf() {
        return rows.date("pricesAsOf", p -> p.inference().pricesAsOf(), (p, value) -> {
            Inference i = p.inference();
            return p.withInference(new Inference(i.model(), i.tier(), value));
        });
    }

    private Node lifetime() {
        Picker<String> picker = Picker.of("lifetime", TEXTS.get("lifetime"), this::lifetimes, value -> {
            workspace.edit(
                    TEXTS.get("lifetime"), null, p -> p.withCaching(p.caching().withLifetime(value)));
        });
        rows.add(() -> {
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
        return InputRows.row("lifetime", picker);
    }

    private MeasuredOn measuredOn(Plan plan) {
        return MeasuredOn.today(
                plan, policy().map(p -> p.fact().lifetimes().get(0).name()).orElse(null));
    }

    private Optional<Quote<CachePolicy>> policy() {
        Inference inference = workspace.plan().inference();
        return workspace.book().cachePolicy(inference.model(), inference.pricesAsOf());
    }

    private List<Picker.Option<String>> lifetimes() {
        return policy().map(q ->
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
                () -> options(choices().tunable()),
                ref -> workspace.edit(
                        TEXTS.get("tunedModel"),
                        null,
                        p -> p.withTuning(p.tuning().withModel(ref))));
        return rows.picker(
                "tunedModel",
                picker,
                () -> option(choices().tuned(workspace.plan().tuning().model())));
    }

    private Node service(String key, Set<Service.Type> types) {
        Picker<PriceRef> picker = new Picker<>(
                key,
                TEXTS.get(key),
                () -> options(choices().services(types)),
                ref -> workspace.edit(TEXTS.get(key), null, p -> p.withRetrieval(with(p.retrieval(), key, ref))));
        return rows.picker(
                key,
                picker,
                () -> option(choices().service(service(workspace.plan().retrieval(), key))));
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
}
