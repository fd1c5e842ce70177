package app.steelyard.pricing;

import java.time.Duration;

/**
 * How long an entry of the prompt cache lives.
 *
 * @param name as in the vendor's documents, such as {@code 5m}; keys {@link CacheWrite#lifetime()}
 * @param duration the time modelled; where the vendor gives a range, the policy's note says how it was chosen
 */
public record CacheLifetime(String name, Duration duration, Refresh refresh) {

    /** What a hit does to the remaining life. */
    public enum Refresh {
        /** Starts it anew: the usual case. */
        ON_HIT,
        /** Nothing: it counts from the write. */
        FIXED
    }
}
