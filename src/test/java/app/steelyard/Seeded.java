package app.steelyard;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Property tests without a library: the same many cases on every run. A failure names its seed, and
 * {@code -Dseeded.seed=N} runs that case alone.
 */
public final class Seeded {
    private static final int CASES = 200;

    private Seeded() {}

    /** One property, of one random case. */
    @FunctionalInterface
    public interface Property {
        void check(RandomGenerator random) throws Exception;
    }

    /** Checks {@code property} on many cases. */
    public static void cases(Property property) {
        Long only = Long.getLong("seeded.seed");
        for (long seed = only == null ? 0 : only; seed < (only == null ? CASES : only + 1); seed++) {
            try {
                property.check(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("with -Dseeded.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
