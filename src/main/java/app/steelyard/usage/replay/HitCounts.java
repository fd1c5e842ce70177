package app.steelyard.usage.replay;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What hit rates are made of.
 *
 * @param read tokens that were read, of {@code input} tokens
 * @param blocksRead blocks that were, of {@code blocks}, which are 0 where they are not told
 * @param hits requests that read anything, of {@code requests}
 * @param shares sum over all requests of the part of their input that was read
 */
public record HitCounts(long read, long input, long blocksRead, long blocks, long hits, long requests, double shares) {

    /** What people mean by a hit rate. */
    public enum Meaning {
        /** Tokens read by all of the input. */
        TOKENS,
        /** Blocks read by all of them. */
        BLOCKS,
        /** Requests that read anything by all of them. */
        REQUESTS,
        /** The mean over requests of the part of each that was read. */
        MEAN
    }

    /** Those that can be told. */
    public List<Meaning> known() {
        return Stream.of(Meaning.values())
                .filter(m -> m != Meaning.BLOCKS || blocks > 0)
                .toList();
    }

    public double numerator(Meaning meaning) {
        return switch (meaning) {
            case TOKENS -> read;
            case BLOCKS -> blocksRead;
            case REQUESTS -> hits;
            case MEAN -> shares;
        };
    }

    public long denominator(Meaning meaning) {
        return switch (meaning) {
            case TOKENS -> input;
            case BLOCKS -> blocks;
            case REQUESTS, MEAN -> requests;
        };
    }

    /** Empty where there is nothing to divide by. */
    public OptionalDouble rate(Meaning meaning) {
        return denominator(meaning) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(numerator(meaning) / denominator(meaning));
    }
}
