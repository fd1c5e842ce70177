package app.steelyard.decision.answers;

import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.JsonProblem;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Spot;
import app.steelyard.decision.rules.Vocabulary;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.Unlisted;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String PLAN = ".steelyard";

    private AnswersCodec() {}

    /** Whether {@code text} is meant to be an answers file rather than a plan. */
    public static boolean looksLikeAnswers(String text) {
        return Spot.parse(text, new ArrayList<>()).filter(s -> s.has("answers")).isPresent();
    }

    /** Whether {@code text}, being neither, is more likely to be meant as one, seeing the file's name. */
    public static boolean looksLikeAnswers(String text, String file) {
        return looksLikeAnswers(text)
                || file.endsWith(SUFFIX)
                || !file.endsWith(PLAN) && Spot.parse(text, new ArrayList<>()).isEmpty();
    }

    /**
     * Reads answers.
     *
     * @param file as problems are to name it
     * @throws AnswersException with everything that is wrong, if anything is
     */
    public static AnswersFile read(String text, String file) throws AnswersException {
        List<JsonProblem> problems = new ArrayList<>();
        Optional<Spot> root = Spot.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
        AnswersFile read = root.isPresent() ? file(root.get(), problems) : null;
        if (read == null || !problems.isEmpty()) {
            throw new AnswersException(file, problems);
        }
        return read;
    }

    /**
     * Refuses answers about items that {@code plan} does not have, a plan that the prompt file makes impossible, and
     * models, services and vendors that {@code book} does not have.
     *
     * @param plan with what was counted in the prompt file, if there is one
     * @throws AnswersException if there are any
     */
    public static void check(AnswersFile answers, Plan plan, PriceBook book, String file) throws AnswersException {
        List<JsonProblem> problems = new ArrayList<>();
        if (answers.prompt() != null) {
            PlanValidator.validate(plan)
                    .forEach(p -> problems.add(new JsonProblem("/prompt", p.path() + ": " + p.reason())));
        }
        strangers(answers.answers(), plan.items(), problems);
        unlisted(answers, book, problems);
        if (!problems.isEmpty()) {
            throw new AnswersException(file, problems);
        }
    }

    private static void strangers(Answers answers, List<ContextItem> items, List<JsonProblem> problems) {
        List<String> ids = items.stream().map(ContextItem::id).toList();
        answers.given().keySet().stream()
                .filter(k -> !k.aboutSystem() && !ids.contains(k.item()))
                .map(AnswerKey::item)
                .distinct()
                .forEach(id -> problems.add(new JsonProblem(
                        "/answers/items/" + id, TEXTS.get("answers.noItem", id, String.join(", ", ids)))));
    }

    private static void unlisted(AnswersFile answers, PriceBook book, List<JsonProblem> problems) {
        Sketch sketch = answers.sketch();
        if (sketch != null) {
            unlistedModel("/sketch/model", sketch.model(), book, problems);
            unlistedModel("/sketch/tuningModel", sketch.tuningModel(), book, problems);
            PriceRef embedding = sketch.embedding();
            if (embedding != null && book.service(embedding).isEmpty()) {
                problems.add(new JsonProblem(
                        "/sketch/embedding", Unlisted.service(embedding, book).text()));
            }
        }
        AnswerKey key = AnswerKey.ofSystem("vendors");
        if (answers.answers().get(key).orElse(Answer.DONT_KNOW) instanceof Answer.Names named) {
            List<String> vendors =
                    book.profiles().stream().map(Profile::vendor).distinct().toList();
            named.names().stream()
                    .filter(n -> !vendors.contains(n))
                    .forEach(n -> problems.add(new JsonProblem(
                            "/answers/system/vendors", TEXTS.get("answers.noVendor", n, String.join(", ", vendors)))));
        }
    }

    private static void unlistedModel(
            String pointer, @Nullable PriceRef model, PriceBook book, List<JsonProblem> problems) {
        if (model != null && book.model(model).isEmpty()) {
            problems.add(new JsonProblem(pointer, Unlisted.model(model, book).text()));
        }
    }

    private static @Nullable AnswersFile file(Spot root, List<JsonProblem> problems) {
        double format = root.number("format");
        if (format != FORMAT) {
            root.optional("format").ifPresent(f -> f.refuse("answers.format", FORMAT));
            return null;
        }
        Answers answers = root.member("answers").map(AnswersCodec::answers).orElse(Answers.NONE);
        Optional<Spot> plan = root.optional("plan");
        Optional<Spot> sketch = root.optional("sketch");
        if (plan.isPresent() == sketch.isPresent()) {
            root.refuse("answers.planOrSketch");
            return null;
        }
        String prompt = root.optional("prompt").map(Spot::asText).orElse(null);
        root.done();
        if (plan.isPresent()) {
            return new AnswersFile(plan.get().asText(), null, prompt, answers);
        }
        Sketch drawn = sketch(sketch.get(), prompt != null);
        if (drawn == null || !problems.isEmpty()) {
            return null;
        }
        PlanValidator.validate(drawn.plan())
                .forEach(p -> problems.add(new JsonProblem("/sketch", p.path() + ": " + p.reason())));
        if (prompt == null) {
            strangers(answers, drawn.items(), problems);
        }
        return new AnswersFile(null, drawn, prompt, answers);
    }

    private static Answers answers(Spot spot) {
        TreeMap<AnswerKey, Answer> given = new TreeMap<>();
        if (spot.isObject()) {
            spot.optional("system").ifPresent(s -> read(s, "", given));
            spot.optional("items")
                    .ifPresent(s -> s.members((id, item) -> {
                        if (id.isEmpty()) {
                            item.refuse("answers.emptyItem");
                        } else {
                            read(item, id, given);
                        }
                    }));
            spot.done();
        }
        return new Answers(given);
    }

    private static void read(Spot spot, String item, Map<AnswerKey, Answer> given) {
        spot.members((id, value) -> {
            AnswerKey key = new AnswerKey(item, id);
            Optional<Question> question = Questions.get().question(key);
            if (question.isEmpty()) {
                value.refuse(
                        "answers.noQuestion",
                        id,
                        Questions.get().all().stream()
                                .filter(q -> (q.about() == Question.About.SYSTEM) == item.isEmpty())
                                .map(Question::id)
                                .collect(Collectors.joining(", ")));
            } else {
                answer(value, question.get().answering()).ifPresent(a -> given.put(key, a));
            }
        });
    }

    private static Optional<Answer> answer(Spot value, Answering answering) {
        if (value.isText() && value.asText().equals(DONT_KNOW)) {
            return Optional.of(Answer.DONT_KNOW);
        }
        switch (answering) {
            case Answering.Choice choice -> {
                String word = value.asText();
                if (choice.words().contains(word)) {
                    return Optional.of(Answer.of(word));
                }
                if (value.isText()) {
                    value.refuse("json.choice", word, String.join(", ", choice.words()) + ", " + DONT_KNOW);
                }
            }
            case Answering.Amount number -> {
                double amount = value.asNumber();
                if (amount >= number.min() && amount <= number.max()) {
                    return Optional.of(Answer.of(amount));
                }
                if (!Double.isNaN(amount)) {
                    value.refuse("answers.range", amount, number.min(), number.max());
                }
            }
            case Answering.Vendors vendors -> {
                List<String> names = new ArrayList<>();
                value.elements(e -> names.add(e.asText()));
                return value.isArray() ? Optional.of(new Answer.Names(names)) : Optional.empty();
            }
            case Answering.FromPlan plan -> value.refuse("answers.fromPlan", plan.path(), DONT_KNOW);
        }
        return Optional.empty();
    }

    private static @Nullable Sketch sketch(Spot spot, boolean prompted) {
        if (!spot.isObject()) {
            return null;
        }
        List<ContextItem> items = new ArrayList<>();
        Optional<Spot> list = prompted ? spot.optional("items") : spot.member("items");
        list.ifPresent(l -> l.elements(i -> {
            if (i.isObject()) {
                items.add(item(i));
            }
        }));
        String name = spot.text("name");
        PriceRef model = spot.member("model").map(AnswersCodec::reference).orElse(null);
        PriceRef tuning =
                spot.optional("tuningModel").map(AnswersCodec::reference).orElse(null);
        PriceRef embedding =
                spot.optional("embedding").map(AnswersCodec::reference).orElse(null);
        LocalDate day = spot.date("pricesAsOf");
        double requests = spot.number("requestsPerMonth");
        double output = spot.numberOr("outputTokens", 0);
        double tenants = spot.numberOr("tenants", 1);
        double users = spot.numberOr("users", 1);
        spot.done();
        return model == null || day == null
                ? null
                : new Sketch(name, model, tuning, embedding, day, requests, output, tenants, users, items);
    }

    private static ContextItem item(Spot spot) {
        Scope scope = spot.member("scope").map(s -> s.choice(Scope.class)).orElse(Scope.SHARED);
        ContextItem item = new ContextItem(
                spot.text("id"),
                spot.text("name"),
                spot.number("tokens"),
                spot.optional("kind").map(k -> k.choice(Kind.class)).orElse(Kind.INFORMATION),
                scope,
                spot.numberOr("changesPerMonth", 0),
                Placement.PLAIN_PROMPT);
        spot.done();
        return item;
    }

    private static @Nullable PriceRef reference(Spot spot) {
        String text = spot.asText();
        try {
            return PriceRef.parse(text);
        } catch (IllegalArgumentException e) {
            spot.refuse("answers.reference", text);
            return null;
        }
    }

    /** The text of {@code file}, always the same for the same answers. */
    public static String write(AnswersFile file) {
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
        return JsonText.write(root);
    }

    /** Adds an answer as it stands in an answers file. */
    public static void put(ObjectNode at, String key, Answer answer) {
        switch (answer) {
            case Answer.Word word -> at.put(key, word.word());
            case Answer.Amount amount -> at.put(key, number(amount.value()));
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
        at.put("requestsPerMonth", number(sketch.requestsPerMonth()));
        at.put("outputTokens", number(sketch.outputTokens()));
        at.put("tenants", number(sketch.tenants()));
        at.put("users", number(sketch.users()));
        ArrayNode items = at.putArray("items");
        for (ContextItem item : sketch.items()) {
            ObjectNode one = items.addObject();
            one.put("id", item.id());
            one.put("name", item.name());
            one.put("tokens", number(item.tokens()));
            one.put("kind", Vocabulary.word(item.kind()));
            one.put("scope", Vocabulary.word(item.scope()));
            one.put("changesPerMonth", number(item.changesPerMonth()));
        }
    }

    private static BigDecimal number(double value) {
        BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
