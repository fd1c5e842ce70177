package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PlanChoice;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.Service;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.ProseEntry;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that a plan states beside its items, in sections. */
final class InputForm {
    private static final Texts TEXTS = Texts.of(InputForm.class);
    private static final String SESSIONS = "traffic.sessions";

    private final Workspace workspace;
    private final ChoiceInputs choices;
    private final FinanceInputs finance;
    private final ContractInputs contract;
    private final List<InputSection> sections;

    InputForm(Surroundings surroundings, ChoiceInputs choices) {
        this.workspace = surroundings.workspace();
        this.choices = choices;
        this.finance = new FinanceInputs(surroundings, choices);
        this.contract = new ContractInputs(workspace);
        BillInputs bill = new BillInputs(workspace, choices);
        CachingInputs caching = new CachingInputs(workspace, choices);
        this.sections = List.of(
                new InputSection(workspace, "plan", this::plan),
                new InputSection(
                        workspace,
                        "traffic",
                        rows -> rows.fields(
                                "traffic",
                                f -> !f.path().startsWith(SESSIONS + ".")
                                        && !BillInputs.ofTraffic().test(f))),
                new InputSection(workspace, "sessions", this::sessions),
                new InputSection(workspace, "model", this::model),
                new InputSection(workspace, "served", bill::served),
                new InputSection(workspace, "beside", bill::beside),
                new InputSection(workspace, "capacity", contract::capacity),
                new InputSection(workspace, "caching", caching::of),
                new InputSection(workspace, "tuning", this::tuning),
                new InputSection(workspace, "retrieval", this::retrieval),
                new InputSection(workspace, "outcome", rows -> rows.fields("outcome")),
                new InputSection(workspace, "finance", finance::of),
                new InputSection(workspace, "latency", rows -> rows.fields("latency")));
    }

    List<InputSection> sections() {
        return sections;
    }

    /** Shows what the plan says now. */
    void refresh() {
        finance.refresh();
        sections.forEach(InputSection::refresh);
    }

    private List<Input> plan(InputRows rows) {
        return List.of(
                new Input("plan.name", TEXTS.get("plan.name"), () -> {
                    TextEntry name = new TextEntry(
                            workspace,
                            "plan.name",
                            TEXTS.get("plan.name"),
                            Plan::name,
                            (p, value) -> value.isEmpty() ? p : p.withName(value));
                    rows.add(name::refresh);
                    return InputRows.row("plan.name", name.field());
                }),
                new Input("plan.purpose", TEXTS.get("plan.purpose"), () -> {
                    ProseEntry purpose = new ProseEntry(
                            workspace, "plan.purpose", TEXTS.get("plan.purpose"), Plan::purpose, Plan::withPurpose);
                    purpose.field().setPromptText(TEXTS.get("plan.purpose.prompt"));
                    rows.add(purpose::refresh);
                    Label label = Fx.naming(purpose.field(), Fx.label(TEXTS.get("plan.purpose"), "field-name"));
                    return new VBox(8, label, purpose.field());
                }));
    }

    private List<Input> sessions(InputRows rows) {
        return Stream.concat(
                        rows.fields(SESSIONS).stream(),
                        Stream.of(
                                choices.of(PlanChoice.GAPS, rows),
                                rows.table(
                                        "classes",
                                        SESSIONS + ".classes",
                                        p -> SessionText.ofClasses(
                                                p.traffic().sessions().sizes()),
                                        SessionText::classes,
                                        (p, classes) ->
                                                with(p, p.traffic().sessions().withClasses(classes)))))
                .toList();
    }

    private static Plan with(Plan plan, Sessions sessions) {
        return plan.withTraffic(plan.traffic().withSessions(sessions));
    }

    private List<Input> model(InputRows rows) {
        return Stream.concat(
                        Stream.of(PlanChoice.MODEL, PlanChoice.TIER, PlanChoice.PRICES_AS_OF)
                                .map(choice -> choices.of(choice, rows)),
                        contract.bill(rows).stream())
                .toList();
    }

    private List<Input> tuning(InputRows rows) {
        Input model = rows.picker(
                "tunedModel",
                () -> new Picker<>(
                        "tunedModel",
                        TEXTS.get("tunedModel"),
                        () -> choices.choices().tunable().stream()
                                .map(ChoiceInputs::option)
                                .toList(),
                        ref -> workspace.edit(
                                TEXTS.get("tunedModel"),
                                null,
                                p -> p.withTuning(p.tuning().withModel(ref)))),
                () -> ChoiceInputs.option(
                        choices.choices().tuned(workspace.plan().tuning().model())));
        return Stream.concat(Stream.of(model), rows.fields("tuning").stream()).toList();
    }

    private List<Input> retrieval(InputRows rows) {
        return Stream.concat(
                        Stream.of(
                                service(rows, "embedding", Set.of(Service.Type.EMBEDDING)),
                                service(rows, "reranker", Set.of(Service.Type.RERANK)),
                                service(rows, "store", Set.of(Service.Type.STORE, Service.Type.SEARCH))),
                        rows.fields("retrieval").stream())
                .toList();
    }

    private Input service(InputRows rows, String key, Set<Service.Type> types) {
        return rows.picker(
                key,
                () -> new Picker<>(
                        key,
                        TEXTS.get(key),
                        () -> choices.choices().services(types).stream()
                                .map(ChoiceInputs::option)
                                .toList(),
                        ref -> workspace.edit(
                                TEXTS.get(key), null, p -> p.withRetrieval(with(p.retrieval(), key, ref)))),
                () -> ChoiceInputs.option(
                        choices.choices().service(service(workspace.plan().retrieval(), key))));
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
