package app.steelyard.tokens;

import app.steelyard.plan.PriceRef;

/** Counts the tokens that a model makes of a text. */
public interface TokenCounter {
    /** A counter for {@code model}, which may be any; nothing is loaded before something is counted. */
    static TokenCounter of(PriceRef model) {
        return new BpeCounter(ModelEncodings.of(model));
    }

    /**
     * The tokens of {@code text}, 0 for the empty text. What looks like a special token, such as
     * {@code <|endoftext|>}, is text like any other, as it is for the vendors. The time is linear in the text.
     */
    long count(String text);

    /** How it counts, and how sure that is. */
    Counting counting();
}
