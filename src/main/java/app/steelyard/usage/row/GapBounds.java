package app.steelyard.usage.row;

import java.util.List;

/** Between which lengths gaps of a chain of requests are told apart. */
public final class GapBounds {
    public static final List<Long> SECONDS =
            List.of(1L, 2L, 5L, 10L, 20L, 30L, 60L, 120L, 300L, 600L, 1800L, 3600L, 7200L, 14_400L, 43_200L, 86_400L);

    private GapBounds() {}
}
