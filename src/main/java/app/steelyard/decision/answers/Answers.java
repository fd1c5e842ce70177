package app.steelyard.decision.answers;

import app.steelyard.decision.rules.AnswerKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was answered so far, as one value. What the plan states is not in it. */
public record Answers(NavigableMap<AnswerKey, Answer> given) {
    public static final Answers NONE = new Answers(new TreeMap<>());

    public Answers {
        given = Collections.unmodifiableNavigableMap(new TreeMap<>(given));
    }

    public Optional<Answer> get(AnswerKey key) {
        return Optional.ofNullable(given.get(key));
    }

    public Answers with(AnswerKey key, Answer answer) {
        Map<AnswerKey, Answer> changed = new TreeMap<>(given);
        changed.put(key, answer);
        return new Answers(new TreeMap<>(changed));
    }

    /** The same with an answer about one item. */
    public Answers with(String item, String question, Answer answer) {
        return with(AnswerKey.ofItem(item, question), answer);
    }

    /** The same with an answer about the system. */
    public Answers with(String question, Answer answer) {
        return with(AnswerKey.ofSystem(question), answer);
    }

    /** The same with the question skipped. */
    public Answers without(AnswerKey key) {
        TreeMap<AnswerKey, Answer> changed = new TreeMap<>(given);
        changed.remove(key);
        return new Answers(changed);
    }

    /** Ids of the items that something was said about. */
    public List<String> about() {
        return given.keySet().stream()
                .filter(k -> !k.aboutSystem())
                .map(AnswerKey::item)
                .distinct()
                .toList();
    }

    /** The same without answers about items that are no longer there. */
    public Answers forget(String item) {
        TreeMap<AnswerKey, Answer> changed = new TreeMap<>(given);
        changed.keySet().removeIf(k -> k.item().equals(item) && !item.isEmpty());
        return new Answers(changed);
    }
}
