package app.steelyard.usage.row;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one row, each token in one part only. A part that the source does not state is null, and its tokens, if
 * there were any, are in {@code uncached}.
 *
 * @param uncached input neither read from the cache nor known to be written to it
 * @param read input read from the cache
 * @param write5m input written to the cache for five minutes
 * @param write1h input written to the cache for an hour
 * @param write input written to the cache for a time that the source does not state
 * @param output output, reasoning included
 */
public record Tokens(
        @Nullable Long uncached,
        @Nullable Long read,
        @Nullable Long write5m,
        @Nullable Long write1h,
        @Nullable Long write,
        @Nullable Long output) {

    /** No token part at all, as in a row of money. */
    public static final Tokens NONE = new Tokens(null, null, null, null, null, null);

    /**
     * Where the source's input holds the tokens read from and written to the cache (OpenAI, Gemini, DeepSeek and
     * others).
     *
     * @throws RowProblem if the parts are larger than the input that is said to hold them
     */
    public static Tokens inside(@Nullable Long input, @Nullable Long read, @Nullable Long write, @Nullable Long output)
            throws RowProblem {
        long parts = zero(read) + zero(write);
        if (input == null) {
            return new Tokens(null, read, null, null, write, output);
        }
        if (parts > input) {
            throw new RowProblem("parts.impossible", zero(read), zero(write), input);
        }
        return new Tokens(input - parts, read, null, null, write, output);
    }

    /** Where the source's input is what is left beside the tokens read and written (Anthropic, Bedrock). */
    public static Tokens beside(
            @Nullable Long input, @Nullable Long read, @Nullable Long write, @Nullable Long output) {
        return new Tokens(input, read, null, null, write, output);
    }

    /** The same with the writes told apart by their lifetime; what is null stays not stated. */
    public Tokens withWrites(@Nullable Long fiveMinutes, @Nullable Long oneHour) {
        return new Tokens(uncached, read, fiveMinutes, oneHour, null, output);
    }

    /** Both together; a part that neither states is not stated. */
    public Tokens plus(Tokens other) {
        return new Tokens(
                sum(uncached, other.uncached),
                sum(read, other.read),
                sum(write5m, other.write5m),
                sum(write1h, other.write1h),
                sum(write, other.write),
                sum(output, other.output));
    }

    /** Of counts that may not be stated; null where neither is. */
    public static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : (Long) (one + other);
    }

    /** All input, each token once; 0 where none is stated. */
    public long input() {
        return zero(uncached) + zero(read) + zero(write5m) + zero(write1h) + zero(write);
    }

    /** Input and output. */
    public long total() {
        return input() + zero(output);
    }

    /** Whether a part is less than none. */
    public boolean anyBelowZero() {
        return Stream.of(uncached, read, write5m, write1h, write, output).anyMatch(n -> n != null && n < 0);
    }

    private static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
