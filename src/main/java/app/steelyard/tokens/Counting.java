package app.steelyard.tokens;

import app.steelyard.plan.PriceRef;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of a model are counted.
 *
 * @param encoding what is counted with
 * @param basis how sure it is that the model reads with that encoding
 * @param measured what is known of the model's own tokenizer beside it; null for nothing
 */
public record Counting(
        PriceRef model,
        Encoding encoding,
        Basis basis,
        @Nullable CountSpread measured) {
    private static final Texts TEXTS = Texts.of(Counting.class);

    /** How sure a count is. */
    public enum Basis {
        /** The vendor publishes that the model reads with this encoding. */
        EXACT,
        /** The vendor publishes encodings, but not yet which one this model reads with. */
        NOT_NAMED,
        /** The model's tokenizer is published, but not part of Steelyard. */
        NOT_BUILT_IN,
        /** The vendor publishes no tokenizer. */
        NOT_PUBLISHED,
        /** Nothing is known of the model. */
        UNKNOWN
    }

    /** Whether a text has just this many tokens; otherwise it is an estimate. */
    public boolean exact() {
        return basis == Basis.EXACT;
    }

    public Optional<CountSpread> spread() {
        return Optional.ofNullable(measured);
    }

    /** How it was counted and how sure that is, in one sentence or two. */
    public String sentence() {
        String how = TEXTS.get("counting." + basis, encoding.id(), model);
        return measured == null
                ? how
                : how + " "
                        + TEXTS.get(
                                "counting.spread",
                                Numbers.count(measured.low()),
                                Numbers.count(measured.high()),
                                measured.source());
    }
}
