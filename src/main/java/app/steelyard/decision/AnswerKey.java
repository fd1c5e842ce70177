package app.steelyard.decision;

import java.util.Comparator;

/**
 * Which question, about what.
 *
 * @param item id of the plan's item, or empty where the question is about the system
 * @param question the question's id
 */
public record AnswerKey(String item, String question) implements Comparable<AnswerKey> {
    private static final Comparator<AnswerKey> ORDER =
            Comparator.comparing(AnswerKey::item).thenComparing(AnswerKey::question);

    public static AnswerKey ofItem(String item, String question) {
        return new AnswerKey(item, question);
    }

    public static AnswerKey ofSystem(String question) {
        return new AnswerKey("", question);
    }

    public boolean aboutSystem() {
        return item.isEmpty();
    }

    @Override
    public int compareTo(AnswerKey other) {
        return ORDER.compare(this, other);
    }
}
