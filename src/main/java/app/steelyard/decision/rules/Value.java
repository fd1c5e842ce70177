package app.steelyard.decision.rules;

/** What a name in a condition stands for. */
public sealed interface Value {
    Value UNKNOWN = new Unknown();
    Value OPEN = new Open();
    Value NONE = new None();

    record Num(double value) implements Value {}

    record Word(String word) implements Value {}

    /** Nobody said; an answer could still come. */
    record Unknown() implements Value {}

    /** Nobody said, and every answer is considered, silence included: even whether it is known is then open. */
    record Open() implements Value {}

    /** A number that is not known beyond its ends, both possible. */
    record Between(double low, double high) implements Value {}

    /** There is nothing to say: the question does not arise, or no price list tells. Every comparison fails. */
    record None() implements Value {}

    /** The number, unknown where it is NaN. */
    static Value of(double number) {
        return Double.isNaN(number) ? UNKNOWN : new Num(number);
    }

    static Value of(String word) {
        return new Word(word);
    }

    static Value of(boolean value) {
        return new Word(value ? Answering.YES : Answering.NO);
    }
}
