package app.steelyard.document;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as text, format 1, described by {@code docs/answers.schema.json}. */
public final class AnswersCodec {
    /** The format written, and the only one that can be read. */
    public static final int FORMAT = 1;

    /** How a don't-know is written. */
    static final String DONT_KNOW = "dont-know";

    private static final Texts TEXTS = Texts.of(AnswersCodec.class);
    private static final String SUFFIX = ".answers.json";

    private AnswersCodec() {}

    /** Whether {@code content} is more likely to be meant as answers than as a plan, seeing the file's name. */
    public static boolean looksLikeAnswers(byte[] content, String file) {
        JsonValue root = JsonReader.read(file, content, r -> r).root();
        return root != null && root.optional("answers").isPresent()
                || file.endsWith(SUFFIX)
                || !file.endsWith(PlanFile.ENDING) && (root == null || !root.isObject());
    }

    /** The answers file that {@code root} holds; not to be used where anything was refused. */
    static @Nullable AnswersFile file(JsonValue root) {
        int before = root.problems();
        double format = root.number("format");
        if (format != FORMAT) {
            root.optional("format")
                    .filter(JsonValue::isNumber)
                    .ifPresent(f -> f.refuse(TEXTS.get("format.only", FORMAT)));
            return null;
        }
        Answers answers = root.member("answers").map(AnswersCodec::answers).orElse(Answers.NONE);
        Optional<JsonValue> plan = root.optional("plan");
        Optional<JsonValue> sketch = root.optional("sketch");
        if (plan.isPresent() == sketch.isPresent()) {
            root.refuse(TEXTS.get("answers.planOrSketch"));
            return null;
        }
        String prompt = root.optional("prompt").map(JsonValue::filled).orElse(null);
        root.done();
        if (plan.isPresent()) {
            return new AnswersFile(plan.get().filled(), null, prompt, answers);
        }
        Sketch drawn = sketch.get().object(s -> sketch(s, prompt != null));
        if (drawn == null || root.problems() > before) {
            return null;
        }
        PlanValidator.validate(drawn.plan()).forEach(p -> root.refuse("/sketch", p.toString()));
        if (prompt == null) {
            strangers(answers, drawn.items()).forEach(root::refuse);
        }
        return new AnswersFile(null, drawn, prompt, answers);
    }

    /** Why answers are about items that there are not, by their pointers. */
    static Map<String, String> strangers(Answers answers, List<ContextItem> items) {
        List<String> ids = items.stream().map(ContextItem::id).toList();
        Map<String, String> strangers = new TreeMap<>();
        answers.given().keySet().stream()
                .filter(k -> !k.aboutSystem() && !ids.contains(k.item()))
                .map(AnswerKey::item)
                .forEach(id -> strangers.put(
                        JsonValue.pointer("/answers/items", id),
                        TEXTS.get("answers.noItem", id, String.join(", ", ids))));
        return strangers;
    }

    private static Answers answers(JsonValue json) {
        Map<AnswerKey, Answer> given = new TreeMap<>();
        json.object(answers -> {
            answers.optional("system").ifPresent(s -> read(s, "", given));
            answers.optional("items")
                    .ifPresent(items -> items.members((id, item) -> {
                        if (id.isEmpty()) {
                            item.refuse(TEXTS.get("answers.emptyItem"));
                        } else {
                            read(item, id, given);
                        }
                    }));
            return given;
        });
        return new Answers(new TreeMap<>(given));
    }

    private static void read(JsonValue json, String item, Map<AnswerKey, Answer> given) {
        json.members((id, value) -> {
            AnswerKey key = new AnswerKey(item, id);
            Optional<Question> question = Questions.get().question(key);
            if (question.isEmpty()) {
                value.refuse(TEXTS.get(
                        "answers.noQuestion",
                        id,
                        Questions.get().all().stream()
                                .filter(q -> (q.about() == Question.About.SYSTEM) == item.isEmpty())
                                .map(Question::id)
                                .collect(Collectors.joining(", "))));
            } else {
                given.put(key, answer(value, question.get().answering()));
            }
        });
    }

    private static Answer answer(JsonValue value, Answering answering) {
        if (value.isText() && value.text().equals(DONT_KNOW)) {
            return Answer.DONT_KNOW;
        }
        return switch (answering) {
            case Answering.Choice choice -> {
                Set<String> words = new LinkedHashSet<>(choice.words());
                words.add(DONT_KNOW);
                yield Answer.of(value.choice(words));
            }
            case Answering.Amount number -> {
                double amount = value.number();
                if (amount < number.min() || amount > number.max()) {
                    value.refuse(TEXTS.get("answers.range", amount, number.min(), number.max()));
                }
                yield Answer.of(amount);
            }
            case Answering.Vendors vendors -> new Answer.Names(value.list(JsonValue::filled));
            case Answering.FromPlan plan -> {
                value.refuse(TEXTS.get("answers.fromPlan", plan.path(), DONT_KNOW));
                yield Answer.DONT_KNOW;
            }
        };
    }

    private static @Nullable Sketch sketch(JsonValue json, boolean prompted) {
        Optional<JsonValue> list = prompted ? json.optional("items") : json.member("items");
        List<ContextItem> items = list.map(l -> l.<ContextItem>list(i -> i.object(AnswersCodec::item)))
                .orElse(List.of());
        String name = json.filled("name");
        PriceRef model = json.member("model").map(RecordReader::reference).orElse(null);
        PriceRef tuning =
                json.optional("tuningModel").map(RecordReader::reference).orElse(null);
        PriceRef embedding =
                json.optional("embedding").map(RecordReader::reference).orElse(null);
        LocalDate day = json.date("pricesAsOf");
        double requests = json.number("requestsPerMonth");
        double output = json.numberOr("outputTokens", 0);
        double tenants = json.numberOr("tenants", 1);
        double users = json.numberOr("users", 1);
        return model == null
                ? null
                : new Sketch(name, model, tuning, embedding, day, requests, output, tenants, users, items);
    }

    private static ContextItem item(JsonValue json) {
        return new ContextItem(
                json.filled("id"),
                json.filled("name"),
                json.number("tokens"),
                json.optional("kind").map(k -> k.choice(Kind.class)).orElse(Kind.INFORMATION),
                json.choice("scope", Scope.class),
                json.numberOr("changesPerMonth", 0),
                Placement.PLAIN_PROMPT);
    }

    /** The text of {@code file}, always the same for the same answers. */
    public static String write(AnswersFile file) {
        return JsonText.write(node(file));
    }

    static ObjectNode node(AnswersFile file) {
        ObjectNode root = JsonText.object();
        root.put("format", FORMAT);
        if (file.plan() != null) {
            root.put("plan", file.plan());
        }
        if (file.prompt() != null) {
            root.put("prompt", file.prompt());
        }
        if (file.sketch() != null) {
            write(file.sketch(), root.putObject("sketch"));
        }
        ObjectNode answers = root.putObject("answers");
        ObjectNode system = answers.putObject("system");
        ObjectNode items = answers.putObject("items");
        file.answers().given().forEach((key, answer) -> {
            ObjectNode at = key.aboutSystem() ? system : items.withObjectProperty(key.item());
            put(at, key.question(), answer);
        });
        return root;
    }

    /** Adds an answer as it stands in an answers file. */
    public static void put(ObjectNode at, String key, Answer answer) {
        switch (answer) {
            case Answer.Word word -> at.put(key, word.word());
            case Answer.Amount amount -> at.set(key, JsonText.number(amount.value()));
            case Answer.Names names -> {
                ArrayNode list = at.putArray(key);
                names.names().forEach(list::add);
            }
            case Answer.DontKnow unknown -> at.put(key, DONT_KNOW);
        }
    }

    private static void write(Sketch sketch, ObjectNode at) {
        at.put("name", sketch.name());
        at.put("model", sketch.model().toString());
        if (sketch.tuningModel() != null) {
            at.put("tuningModel", sketch.tuningModel().toString());
        }
        if (sketch.embedding() != null) {
            at.put("embedding", sketch.embedding().toString());
        }
        at.put("pricesAsOf", sketch.pricesAsOf().toString());
        at.set("requestsPerMonth", JsonText.number(sketch.requestsPerMonth()));
        at.set("outputTokens", JsonText.number(sketch.outputTokens()));
        at.set("tenants", JsonText.number(sketch.tenants()));
        at.set("users", JsonText.number(sketch.users()));
        JsonText.each(at, "items", sketch.items(), (one, item) -> {
            one.put("id", item.id());
            one.put("name", item.name());
            one.set("tokens", JsonText.number(item.tokens()));
            one.put("kind", Names.word(item.kind()));
            one.put("scope", Names.word(item.scope()));
            one.set("changesPerMonth", JsonText.number(item.changesPerMonth()));
        });
    }
}
