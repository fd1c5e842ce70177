package app.steelyard.decision.advice;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.Value;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was said of a system and its items, in answers and in the plan, as the values of the questions' names.
 *
 * @param stated what the plan states of success and failures, by the question about it
 * @param unsaid the value of what nobody said: {@link Value#UNKNOWN}, or {@link Value#OPEN} where it could still be anything
 */
record Statements(Plan plan, Map<String, Double> stated, Answers answers, Value unsaid) {
    /** Questions about numbers that every hit rate hangs on. */
    private static final List<String> TRAFFIC = List.of("requests", "turns", "gap");

    /** What was said of the system. */
    Map<String, Value> ofSystem(Function<String, Value> outside) {
        return asked(
                Question.About.SYSTEM,
                Map.of(),
                outside,
                q -> answer(
                        AnswerKey.ofSystem(q.id()),
                        q,
                        path -> PlanField.at(path)
                                .map(f -> Value.of(f.get(plan)))
                                .orElse(unsaid)));
    }

    /** What was said of the item, where the values of {@code assumed} stand for what they name. */
    Map<String, Value> of(ContextItem item, Map<String, Value> assumed, Function<String, Value> ofSystem) {
        Map<String, Value> fixed = new HashMap<>(assumed);
        // Whether a question arises depends on the scope, which is asked for after others.
        fixed.put("item.scope", unsure(item, "scope") ? unsaid : Value.of(Names.word(item.scope())));
        boolean open = item.neededWhole() == null && unsure(item, "scope");
        fixed.put("item.neededWhole", open ? unsaid : Value.of(item.whole()));
        Map<String, Value> said = asked(
                Question.About.ITEM,
                fixed,
                ofSystem,
                q -> answer(AnswerKey.ofItem(item.id(), q.id()), q, path -> itemField(item, path)));
        said.put("item.statedKind", Value.of(Names.word(item.kind())));
        return said;
    }

    /** Whether what nobody said could still be anything. */
    private boolean open() {
        return unsaid instanceof Value.Open;
    }

    /** Whether the vendor is among those that may be used; open or nothing where nobody said which. */
    Value allowed(PriceRef model) {
        if (answers.get(AnswerKey.ofSystem("vendors")).orElse(null) instanceof Answer.Names names) {
            return Value.of(names.names().contains(model.vendor()));
        }
        return open() ? Value.OPEN : Value.NONE;
    }

    /** Whether the plan's sizes are what they are, nobody having said of one that it is not known. */
    boolean sizesKnown() {
        return plan.items().stream().noneMatch(i -> unsure(i, "tokens") || unsure(i, "scope") || unsure(i, "growth"));
    }

    /**
     * What follows from who shares an item; open where nobody knows that of one of them, and anything could still be
     * answered.
     */
    Value ofScopes(Value value) {
        return open() && plan.items().stream().anyMatch(i -> unsure(i, "scope")) ? Value.OPEN : value;
    }

    /** The same of every number that costs and hit rates hang on. */
    boolean numbersKnown() {
        return sizesKnown()
                && plan.items().stream().noneMatch(i -> unsure(i, "changes"))
                && TRAFFIC.stream()
                        .noneMatch(q -> answers.get(AnswerKey.ofSystem(q)).orElse(null) instanceof Answer.DontKnow);
    }

    boolean unsure(ContextItem item, String question) {
        return answers.get(AnswerKey.ofItem(item.id(), question)).orElse(null) instanceof Answer.DontKnow;
    }

    /** What was computed from numbers; open where those could still change. */
    Value computed(Value value) {
        return open() && !numbersKnown() ? Value.OPEN : value;
    }

    /** Answers to the questions that arise; what a question that does not arise was once answered counts for nothing. */
    private Map<String, Value> asked(
            Question.About about,
            Map<String, Value> fixed,
            Function<String, Value> outside,
            Function<Question, Value> given) {
        List<Question> questions = Questions.get().about(about);
        Map<String, Value> asked = new HashMap<>();
        questions.forEach(q -> asked.put(q.name(), Value.UNKNOWN));
        asked.putAll(fixed);
        Function<String, Value> values = name -> {
            Value value = asked.get(name);
            return value == null ? outside.apply(name) : value;
        };
        for (Question question : questions) {
            if (!fixed.containsKey(question.name())) {
                asked.put(
                        question.name(),
                        switch (question.when().test(values)) {
                            case TRUE -> given.apply(question);
                            case UNKNOWN -> open() ? Value.OPEN : given.apply(question);
                            case FALSE -> Value.NONE;
                        });
            }
        }
        return asked;
    }

    private Value answer(AnswerKey key, Question question, Function<String, Value> field) {
        Answer given = answers.get(key).orElse(null);
        if (question.answering() instanceof Answering.FromPlan stated) {
            return given instanceof Answer.DontKnow ? unsaid : field.apply(stated.path());
        }
        return switch (given) {
            case Answer.Word word -> Value.of(word.word());
            case Answer.Amount amount -> Value.of(amount.value());
            case null -> statedOf(key);
            default -> unsaid;
        };
    }

    /** What the plan states of how often an answer is right, or of what a wrong one costs, needs no answer. */
    private Value statedOf(AnswerKey key) {
        Double number = key.aboutSystem() ? stated.get(key.question()) : null;
        return number == null ? unsaid : Value.of(number);
    }

    private static Value itemField(ContextItem item, String path) {
        return switch (path) {
            case "tokens" -> Value.of(item.tokens());
            case "changesPerMonth" -> Value.of(item.changesPerMonth());
            case "scope" -> Value.of(Names.word(item.scope()));
            case "growth.perTurn" -> Value.of(item.growing().perTurn());
            default -> throw new IllegalStateException(path);
        };
    }
}
