package app.steelyard.document;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.bill.Fees;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.session.Outcome;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A plan as text, format 9: the plan's records as JSON, described by {@code docs/plan.schema.json}. */
public final class PlanCodec {
    /** The format written, and the newest that can be read. */
    public static final int FORMAT = 9;

    /** The step at index i turns format i + 1 into the next one. */
    private static final List<UnaryOperator<JsonValue>> MIGRATIONS = List.of(
            PlanCodec::todayWrittenDown,
            UnaryOperator.identity(),
            PlanCodec::asDescribed,
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity());

    private static final Traffic USUAL = new Traffic(0, 0, 0, 24, 1, 1, 1, 0);
    private static final List<String> DAYS_AND_SKEW =
            List.of("activeDaysPerWeek", "activeDaysShare", "tenantSkew", "userSkew");
    private static final Caching OBSERVED = new Caching(null, null, null, 0).withBehaviour(Caching.Behaviour.OBSERVED);
    private static final List<String> OF_CACHING = List.of("keyed", "secondBreakpoint", "keepAlivePings", "prewarmed");
    /** Numbers this near, as a share, are the same number written twice. */
    private static final double AGREE = 1e-9;

    private static final List<String> RETRY_COST = List.of("retryCost");

    private static final String MODELS = "models";
    private static final String CONTRACT = "contract";
    private static final List<String> AGREEMENTS = List.of("discounts", "commitments", "credits", "capacity");
    private static final String SERVED = "served";
    private static final String FORMAT_KEY = "format";
    private static final Texts TEXTS = Texts.of(PlanCodec.class);

    private PlanCodec() {}

    /** The text of {@code plan}, always the same for the same plan. */
    public static String write(Plan plan) {
        return JsonText.write(node(plan));
    }

    static ObjectNode node(Plan plan) {
        ObjectNode root = JsonText.object();
        root.put(FORMAT_KEY, FORMAT);
        RecordWriter.write(plan, root);
        leaveOutTheUsual(plan, root);
        return root;
    }

    /** What came with format 4 is written only where it says something, so that plans stay as short as they were. */
    private static void leaveOutTheUsual(Plan plan, ObjectNode root) {
        ObjectNode traffic = (ObjectNode) root.get("traffic");
        RecordWriter.leaveOut(traffic, USUAL, DAYS_AND_SKEW);
        if (plan.traffic().sessions().equals(Sessions.SINGLE)) {
            traffic.remove("sessions");
        }
        leaveOut(traffic, "media", plan.traffic().media().equals(Media.NONE));
        leaveOut(traffic, "fees", plan.traffic().fees().equals(Fees.NONE));
        leaveOut(
                (ObjectNode) root.get("inference"),
                SERVED,
                plan.inference().served().equals(Served.ALIKE));
        RecordWriter.leaveOut((ObjectNode) root.get("caching"), OBSERVED, OF_CACHING);
        if (plan.model().equals(Plan.ModelError.KNOWN)) {
            root.remove("model");
        }
        RecordWriter.leaveOut((ObjectNode) root.get("outcome"), Outcome.UNKNOWN, RETRY_COST);
        if (plan.outcome().equals(Outcome.UNKNOWN)) {
            root.remove("outcome");
        }
        if (plan.models().isEmpty()) {
            root.remove(MODELS);
        }
        ObjectNode contract = (ObjectNode) root.get(CONTRACT);
        leaveOutUnagreed(contract);
        if (contract.isEmpty()) {
            root.remove(CONTRACT);
        }
    }

    private static void leaveOut(ObjectNode of, String key, boolean unsaid) {
        if (unsaid) {
            of.remove(key);
        }
    }

    /** Takes out of a contract that of which there is nothing. */
    static void leaveOutUnagreed(ObjectNode contract) {
        RecordWriter.leaveOut(contract, Contract.NONE, AGREEMENTS);
    }

    /**
     * Reads a plan.
     *
     * @param content in UTF-8
     * @param file as problems are to name it
     * @throws Refusal with everything that is wrong, if anything is
     */
    public static Plan read(byte[] content, String file) {
        return JsonReader.read(file, content, PlanCodec::plan).orRefuse();
    }

    /** The same of a text. */
    public static Plan read(String text, String file) {
        return JsonReader.read(file, text, PlanCodec::plan).orRefuse();
    }

    static @Nullable Plan plan(JsonValue root) {
        int format = format(root);
        if (format == 0) {
            return null;
        }
        JsonValue current = root;
        for (UnaryOperator<JsonValue> step : MIGRATIONS.subList(format - 1, MIGRATIONS.size())) {
            current = step.apply(current);
        }
        JsonValue whole = unsaid(nothingInDoubt(current));
        whole.optional(FORMAT_KEY);
        refuseOtherRequests(whole);
        Plan plan = (Plan) RecordReader.record(Plan.class, whole);
        if (plan != null) {
            PlanValidator.validate(plan).forEach(p -> whole.refuse(pointer(p.pointer(), plan), p.reason()));
        }
        return plan == null ? null : plan.withoutFilledInRate();
    }

    /** The format; 0 where the text can be read no further: a newer format would only give misleading problems. */
    private static int format(JsonValue root) {
        Optional<JsonValue> format = root.optional(FORMAT_KEY);
        if (format.isEmpty()) {
            root.refuse("/" + FORMAT_KEY, TEXTS.get("format.missing", FORMAT));
            return 0;
        }
        JsonValue stated = format.get();
        double number = stated.isNumber() ? stated.number() : 0;
        if (number != Math.rint(number) || number < 1) {
            stated.refuse(TEXTS.get("format.unknown", FORMAT));
        } else if (number > FORMAT) {
            stated.refuse(TEXTS.get("format.newer", number, FORMAT));
        } else {
            return (int) number;
        }
        return 0;
    }

    /** Format 1 let today's design follow the placement column; format 2 writes down where each item is today. */
    private static JsonValue todayWrittenDown(JsonValue plan) {
        Optional<JsonValue> today = plan.optional("today");
        Optional<JsonValue> items = plan.optional("items").filter(JsonValue::isList);
        if (items.isEmpty()
                || today.filter(t -> t.isText() && t.text().equals("as-placed")).isEmpty()) {
            return plan;
        }
        List<JsonValue> written = items.get()
                .list(item -> item.optional("placement")
                        .map(p -> item.with("today", p))
                        .orElse(item));
        return plan.with("today", today.get().asText("as-is"))
                .with("items", items.get().asList(written));
    }

    /** Up to format 3 a cache was taken to behave as its vendor describes it. */
    private static JsonValue asDescribed(JsonValue plan) {
        return part(plan, "caching", c -> c.with("behaviour", c.asText("ideal")));
    }

    /** Of what came with format 4 a file may leave out what is the usual case. */
    private static JsonValue unsaid(JsonValue plan) {
        JsonValue caching = part(
                plan,
                "caching",
                c -> RecordReader.completed(
                        RecordReader.completed(c, OBSERVED, OF_CACHING), OBSERVED, List.of("behaviour")));
        JsonValue items = caching.optional("items")
                .filter(JsonValue::isList)
                .map(list -> caching.with("items", list.asList(list.list(PlanCodec::growing))))
                .orElse(caching);
        JsonValue model = items.with("model", items.optional("model").orElse(plan.asObject()));
        JsonValue outcome = model.with("outcome", model.optional("outcome").orElse(plan.asObject()));
        JsonValue models = outcome.with(MODELS, outcome.optional(MODELS).orElse(plan.asList(List.of())));
        JsonValue contract = part(
                models.with(CONTRACT, models.optional(CONTRACT).orElse(plan.asObject())), CONTRACT, PlanCodec::agreed);
        JsonValue served = part(contract, "inference", i -> said(i, SERVED));
        return part(
                part(
                        part(served, "outcome", o -> RecordReader.completed(o, Outcome.UNKNOWN, RETRY_COST)),
                        "model",
                        m -> RecordReader.completed(m, Plan.ModelError.KNOWN, List.of("hitRate"))),
                "traffic",
                t -> said(said(turns(t), "media"), "fees"));
    }

    /** A part of which nothing is said is there, and empty. */
    private static JsonValue said(JsonValue of, String key) {
        return of.with(key, of.optional(key).orElse(of.asObject()));
    }

    /** What nobody agreed on is left out. */
    static JsonValue agreed(JsonValue contract) {
        JsonValue whole = contract;
        for (String key : AGREEMENTS) {
            whole = contract.optional(key).isPresent() ? whole : whole.with(key, contract.asList(List.of()));
        }
        return whole;
    }

    private static JsonValue growing(JsonValue item) {
        return part(item, "growth", g -> RecordReader.completed(g, Growth.NONE, RecordReader.keys(Growth.class)));
    }

    /** Requests that have nothing to do with each other, every day alike; where sessions are stated, requests follow. */
    private static JsonValue turns(JsonValue traffic) {
        JsonValue whole = part(
                RecordReader.completed(traffic, USUAL, DAYS_AND_SKEW)
                        .with("sessions", traffic.optional("sessions").orElse(traffic.asObject())),
                "sessions",
                s -> sized(RecordReader.completed(s, Sessions.SINGLE, RecordReader.keys(Sessions.class))));
        OptionalDouble follow = requests(whole);
        return follow.isPresent() && whole.optional("requestsPerMonth").isEmpty()
                ? whole.with("requestsPerMonth", whole.as(follow.getAsDouble()))
                : whole;
    }

    /** A class that says nothing of its size is of the usual one. */
    private static JsonValue sized(JsonValue sessions) {
        return sessions.optional("classes")
                .filter(JsonValue::isList)
                .map(classes -> sessions.with(
                        "classes",
                        classes.asList(classes.list(
                                c -> RecordReader.completed(c, SizeClass.USUAL, List.of("size", "growth"))))))
                .orElse(sessions);
    }

    /** The requests that follow from the sessions, where these are stated. */
    private static OptionalDouble requests(JsonValue traffic) {
        OptionalDouble sessions = number(traffic, "sessions", "perMonth");
        OptionalDouble turns = number(traffic, "sessions", "turns");
        return sessions.isPresent() && turns.isPresent()
                ? OptionalDouble.of(sessions.getAsDouble() * turns.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Where both are stated they must agree: which of them is meant, nobody can tell. */
    private static void refuseOtherRequests(JsonValue plan) {
        OptionalDouble stated = number(plan, "traffic", "requestsPerMonth");
        OptionalDouble follow =
                plan.optional("traffic").map(PlanCodec::requests).orElse(OptionalDouble.empty());
        if (stated.isPresent()
                && follow.isPresent()
                && Math.abs(stated.getAsDouble() - follow.getAsDouble()) > AGREE * follow.getAsDouble()) {
            plan.refuse(
                    "/traffic/requestsPerMonth",
                    TEXTS.get("requests.other", follow.getAsDouble(), stated.getAsDouble()));
        }
    }

    private static OptionalDouble number(JsonValue of, String... path) {
        Optional<JsonValue> at = Optional.of(of);
        for (String key : path) {
            at = at.flatMap(v -> v.optional(key));
        }
        return at.filter(JsonValue::isNumber)
                .map(v -> OptionalDouble.of(v.number()))
                .orElse(OptionalDouble.empty());
    }

    /** The plan with a part of it changed, if it is there. */
    private static JsonValue part(JsonValue of, String name, UnaryOperator<JsonValue> change) {
        return of.optional(name)
                .filter(JsonValue::isObject)
                .map(p -> of.with(name, change.apply(p)))
                .orElse(of);
    }

    /** A plan that says nothing of it, as none did before format 3, has a point for every number. */
    private static JsonValue nothingInDoubt(JsonValue plan) {
        if (plan.optional("whatIf").isPresent()) {
            return plan;
        }
        JsonValue nothing = plan.asList(List.of());
        return plan.with(
                "whatIf",
                plan.asObject()
                        .with("ranges", nothing)
                        .with("correlations", nothing)
                        .with("scenarios", nothing));
    }

    /** The plan names an item or a model by its id, a pointer by its index. */
    private static String pointer(String path, Plan plan) {
        for (int i = plan.items().size() - 1; i >= 0; i--) {
            String prefix = "items." + plan.items().get(i).id() + ".";
            if (path.startsWith(prefix)) {
                return "/items/" + i + "/" + path.substring(prefix.length()).replace('.', '/');
            }
        }
        for (int i = plan.models().size() - 1; i >= 0; i--) {
            String prefix = MODELS + "." + plan.models().get(i).model() + ".";
            if (path.startsWith(prefix)) {
                return "/models/" + i + "/" + path.substring(prefix.length());
            }
        }
        return "/" + path.replace('.', '/');
    }
}
