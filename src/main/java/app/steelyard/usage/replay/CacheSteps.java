package app.steelyard.usage.replay;

import app.steelyard.usage.row.ServedAs;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a prompt a cache takes.
 *
 * @param minimum a prompt of fewer tokens is not cached, and of fewer nothing is read
 * @param step beyond that, it takes whole steps of so many tokens; blocks are steps of their own
 */
public record CacheSteps(long minimum, long step) {
    /** Of a vendor whose rules are not known: what most have. */
    public static final CacheSteps USUAL = new CacheSteps(1024, 1);

    /** What is known of the caches of all models. */
    @FunctionalInterface
    public interface Known {
        /** @param day null where it is not told */
        CacheSteps of(ServedAs as, @Nullable LocalDate day);
    }

    /** How many of the first {@code tokens} it takes. */
    long of(long tokens) {
        return tokens < minimum ? 0 : tokens - (tokens - minimum) % step;
    }

    /** {@code tokens} if they are enough, and else none. */
    long enough(long tokens) {
        return tokens < minimum ? 0 : tokens;
    }
}
