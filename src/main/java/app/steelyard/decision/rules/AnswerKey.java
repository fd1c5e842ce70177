package app.steelyard.decision.rules;

/**
 * Which question, about what.
 *
 * @param item id of the plan's item, or empty where the question is about the system
 * @param question the question's id
 */
public record AnswerKey(String item, String question) implements Comparable<AnswerKey> {
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
        int byItem = item.compareTo(other.item);
        return byItem == 0 ? question.compareTo(other.question) : byItem;
    }
}
