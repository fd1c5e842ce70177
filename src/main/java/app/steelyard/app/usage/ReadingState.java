package app.steelyard.app.usage;

import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param seconds since it began
 */
public record ReadingState(String file, long bytes, long ofBytes, long rows, double seconds) {
    /** Before that, the speed says little of the time left. */
    private static final double FIRST_ESTIMATE = 1;

    public static final ReadingState BEGUN = new ReadingState("", 0, 0, 0, 0);

    /** A part of 1; negative where it is not known. */
    public double share() {
        return ofBytes <= 0 || bytes > ofBytes ? -1 : (double) bytes / ofBytes;
    }

    /** Null where it is not known. */
    @Nullable
    public Double secondsLeft() {
        return seconds < FIRST_ESTIMATE || bytes <= 0 || bytes > ofBytes ? null : seconds * (ofBytes - bytes) / bytes;
    }
}
