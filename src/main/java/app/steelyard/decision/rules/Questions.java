package app.steelyard.decision.rules;

import app.steelyard.decision.rules.Question.About;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All questions, in the order asked, read from {@code questions.json}. */
public final class Questions {
    private static final Texts TEXTS = Texts.of(Questions.class);
    private static final Set<String> KINDS =
            new LinkedHashSet<>(List.of("choice", "yes-no", "number", "vendors", "from-plan"));
    private static final Questions SHIPPED = JsonReader.packaged(Questions.class, "questions.json", Questions::read)
            .packaged();

    private final List<Question> all;
    private final Map<About, List<Question>> byAbout;
    private final Vocabulary vocabulary;

    private Questions(List<Question> all, Vocabulary vocabulary) {
        this.all = List.copyOf(all);
        byAbout = all.stream().collect(Collectors.groupingBy(Question::about));
        this.vocabulary = vocabulary;
    }

    /** The questions that come with the program. */
    public static Questions get() {
        return SHIPPED;
    }

    /** Every question, those about items first. */
    public List<Question> all() {
        return all;
    }

    /** The questions about items, or those about the system. */
    public List<Question> about(About about) {
        return byAbout.getOrDefault(about, List.of());
    }

    /** The question that {@code key} means, if there is one. */
    public Optional<Question> question(AnswerKey key) {
        return all.stream()
                .filter(q -> q.id().equals(key.question()) && (q.about() == About.SYSTEM) == key.aboutSystem())
                .findFirst();
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    private static Questions read(JsonValue root) {
        Map<String, Answering> answerings = new LinkedHashMap<>();
        List<Unparsed> unparsed = root.objects("questions", q -> {
            About about = q.choice("about", About.class);
            String id = q.filled("id");
            Answering answering = answering(q);
            answerings.put(about.prefix() + id, answering);
            return new Unparsed(id, about, answering, q.member("when"));
        });
        root.done();
        Vocabulary vocabulary = Vocabulary.of(answerings);
        return new Questions(unparsed.stream().map(u -> u.question(vocabulary)).toList(), vocabulary);
    }

    /** A question whose condition can be read only when all questions are known. */
    private record Unparsed(String id, About about, Answering answering, Optional<JsonValue> when) {
        Question question(Vocabulary vocabulary) {
            return new Question(
                    id,
                    about,
                    answering,
                    when.map(w -> condition(w, vocabulary)).orElse(new Condition.Always()));
        }
    }

    /** The condition that the text at {@code json} holds. */
    static Condition condition(JsonValue json, Vocabulary vocabulary) {
        try {
            return ConditionParser.parse(json.filled(), vocabulary);
        } catch (ConditionParser.NoCondition e) {
            json.refuse(TEXTS.get("condition.refused", e.reason()));
            return new Condition.Always();
        }
    }

    private static Answering answering(JsonValue question) {
        String kind = question.member("answer").map(a -> a.choice(KINDS)).orElse("");
        return switch (kind) {
            case "choice" ->
                new Answering.Choice(question.member("words")
                        .map(l -> l.list(JsonValue::filled))
                        .orElse(List.of()));
            case "yes-no" -> new Answering.Choice(List.of(Answering.YES, Answering.NO));
            case "number" ->
                new Answering.Amount(
                        question.choice("unit", Unit.class), question.number("min"), question.number("max"));
            case "from-plan" -> new Answering.FromPlan(question.filled("path"));
            default -> new Answering.Vendors();
        };
    }
}
