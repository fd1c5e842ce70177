package app.steelyard.decision.answers;

import app.steelyard.decision.rules.Answering;
import java.util.List;

/** What was said to a question. A question that was skipped has no answer at all. */
public sealed interface Answer {
    /** Said, and not known; the rules treat it as they treat a skipped question. */
    Answer DONT_KNOW = new DontKnow();

    Answer YES = new Word(Answering.YES);
    Answer NO = new Word(Answering.NO);

    /** One of the words that the question offers. */
    record Word(String word) implements Answer {}

    /** A number in the question's unit. */
    record Amount(double value) implements Answer {}

    /** Some names, such as the vendors that are allowed; empty for none. */
    record Names(List<String> names) implements Answer {
        public Names {
            names = List.copyOf(names);
        }
    }

    /** The person does not know. */
    record DontKnow() implements Answer {}

    static Answer of(String word) {
        return new Word(word);
    }

    static Answer of(double value) {
        return new Amount(value);
    }
}
