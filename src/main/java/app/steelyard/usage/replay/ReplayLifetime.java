package app.steelyard.usage.replay;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long a cache keeps what it holds.
 *
 * @param name as it is asked for: {@code none}, {@code 5m}, {@code 1h}, {@code unlimited}
 * @param millis after which it is gone; what was kept for just so long is still there
 */
public record ReplayLifetime(String name, long millis) {
    /** Nothing is cached at all. */
    public static final ReplayLifetime NONE = new ReplayLifetime("none", -1);

    /** Nothing is ever lost. */
    public static final ReplayLifetime UNLIMITED = new ReplayLifetime("unlimited", Long.MAX_VALUE);

    /** Those of a replay that is asked for no others. */
    public static final List<ReplayLifetime> USUAL =
            List.of(NONE, new ReplayLifetime("5m", 5 * 60_000L), new ReplayLifetime("1h", 60 * 60_000L), UNLIMITED);

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    /** The one of that name; empty where it is none. */
    public static Optional<ReplayLifetime> of(String name) {
        if (name.equals(NONE.name)) {
            return Optional.of(NONE);
        }
        if (name.equals(UNLIMITED.name)) {
            return Optional.of(UNLIMITED);
        }
        Matcher span = SPAN.matcher(name);
        if (!span.matches()) {
            return Optional.empty();
        }
        long seconds = Long.parseLong(span.group(1))
                * switch (span.group(2)) {
                    case "s" -> 1;
                    case "m" -> 60;
                    case "h" -> 3600;
                    default -> 86_400;
                };
        return Optional.of(new ReplayLifetime(name, seconds * 1000));
    }

    /** Whether anything is cached. */
    public boolean caches() {
        return millis >= 0;
    }
}
