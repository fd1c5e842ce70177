package app.steelyard.decision.rules;

import app.steelyard.decision.rules.Question.About;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All questions, in the order asked, read from {@code questions.json}. */
public final class Questions {
    private static final Questions SHIPPED = shipped();

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

    private static Questions shipped() {
        List<JsonProblem> problems = new ArrayList<>();
        Optional<Questions> read = read(Resource.read(Resource.class, "questions.json"), problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException("packaged questions are wrong: " + problems);
        }
        return read.get();
    }

    static Optional<Questions> read(String text, List<JsonProblem> problems) {
        return Spot.parse(text, problems).map(root -> {
            Map<String, Answering> answerings = new LinkedHashMap<>();
            List<Unparsed> unparsed = new ArrayList<>();
            root.each("questions", q -> {
                About about = q.member("about").map(a -> a.choice(About.class)).orElse(About.SYSTEM);
                String id = q.text("id");
                Answering answering = answering(q);
                answerings.put(about.prefix() + id, answering);
                unparsed.add(new Unparsed(id, about, answering, q));
            });
            root.done();
            Vocabulary vocabulary = Vocabulary.of(answerings);
            return new Questions(
                    unparsed.stream().map(u -> u.question(vocabulary)).toList(), vocabulary);
        });
    }

    private record Unparsed(String id, About about, Answering answering, Spot spot) {
        Question question(Vocabulary vocabulary) {
            Condition when =
                    spot.member("when").map(w -> condition(w, vocabulary)).orElse(new Condition.Always());
            spot.done();
            return new Question(id, about, answering, when);
        }
    }

    /** The condition that the text at {@code spot} holds. */
    static Condition condition(Spot spot, Vocabulary vocabulary) {
        try {
            return ConditionParser.parse(spot.asText(), vocabulary);
        } catch (ConditionParser.NoCondition e) {
            spot.refuse("condition.refused", e.reason());
            return new Condition.Always();
        }
    }

    private static Answering answering(Spot question) {
        String kind = question.text("answer");
        return switch (kind) {
            case "choice" -> new Answering.Choice(question.texts("words"));
            case "yes-no" -> new Answering.Choice(List.of(Answering.YES, Answering.NO));
            case "number" ->
                new Answering.Amount(
                        question.member("unit").map(u -> u.choice(Unit.class)).orElse(Unit.COUNT),
                        question.number("min"),
                        question.number("max"));
            case "vendors" -> new Answering.Vendors();
            case "from-plan" -> new Answering.FromPlan(question.text("path"));
            default -> {
                question.refuse("json.choice", kind, "choice, yes-no, number, vendors, from-plan");
                yield new Answering.Vendors();
            }
        };
    }
}
