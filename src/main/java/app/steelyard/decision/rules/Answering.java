package app.steelyard.decision.rules;

import app.steelyard.decision.answers.Answer;
import app.steelyard.text.Unit;
import java.util.List;

/** What kind of answer a question takes. Each may be left out, and each may be {@link Answer#DONT_KNOW}. */
public sealed interface Answering {
    String YES = "yes";
    String NO = "no";

    /** One of some words; yes and no are two of them. */
    record Choice(List<String> words) implements Answering {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** A number between two ends, both allowed. */
    record Amount(Unit unit, double min, double max) implements Answering {}

    /** Vendors of the price book, any number of them. */
    record Vendors() implements Answering {}

    /**
     * What the plan states: asking shows and edits the plan's own field, and only a don't-know is kept as an answer.
     *
     * @param path of the field, such as {@code traffic.requestsPerMonth}; of an item's field its name, such as
     *     {@code tokens}
     */
    record FromPlan(String path) implements Answering {}
}
