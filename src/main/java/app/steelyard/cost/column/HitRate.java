package app.steelyard.cost.column;

/**
 * Probability that a request finds a prefix in the cache, for random (Poisson) arrivals and changes. All rates per hour,
 * all times in hours. Derived in docs/model.md and checked against a simulation.
 */
public final class HitRate {
    /** Keeps 0 ÷ 0 away from where nothing arrives and nothing changes, and is lost in any other sum. */
    private static final double NEXT_TO_NOTHING = 1e-300;

    private HitRate() {}

    /**
     * Lifetime started anew by each hit: the request before came within the lifetime and nothing changed since.
     *
     * @param arrivals requests per hour on one prefix, 0 or more
     * @param changes changes per hour that invalidate it, 0 or more
     * @param lifetime hours, above 0
     * @return in [0, 1]; 0 without arrivals
     */
    public static double refreshed(double arrivals, double changes, double lifetime) {
        double sum = arrivals + changes + NEXT_TO_NOTHING;
        return arrivals / sum * Decay.ended(sum * lifetime);
    }

    /**
     * Lifetime counted from the write: of each write and the hits it serves, the hits' share.
     *
     * @param arrivals requests per hour on one prefix, 0 or more
     * @param changes changes per hour that invalidate it, 0 or more
     * @param lifetime hours, above 0
     * @return in [0, 1)
     */
    public static double fixed(double arrivals, double changes, double lifetime) {
        double hits = arrivals * expectedLife(changes, lifetime);
        return hits / (1 + hits);
    }

    /** Hours until an entry ends by its lifetime or by a change, whichever is sooner, on average. */
    static double expectedLife(double changes, double lifetime) {
        double changesInLife = changes * lifetime + NEXT_TO_NOTHING;
        return lifetime * Decay.ended(changesInLife) / changesInLife;
    }

    /** {@link #refreshed(double, double, double)} of {@code n} prefixes, the same to the last digit. */
    static void refreshed(double[] out, double[] arrivals, double[] changes, double lifetime, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (arrivals[i] + changes[i] + NEXT_TO_NOTHING) * lifetime;
        }
        Decay.ended(out, n);
        for (int i = 0; i < n; i++) {
            out[i] = arrivals[i] / (arrivals[i] + changes[i] + NEXT_TO_NOTHING) * out[i];
        }
    }

    /** {@link #fixed(double, double, double)} of {@code n} prefixes, the same to the last digit. */
    static void fixed(double[] out, double[] arrivals, double[] changes, double lifetime, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = changes[i] * lifetime + NEXT_TO_NOTHING;
        }
        Decay.ended(out, n);
        for (int i = 0; i < n; i++) {
            double expectedLife = lifetime * out[i] / (changes[i] * lifetime + NEXT_TO_NOTHING);
            double hits = arrivals[i] * expectedLife;
            out[i] = hits / (1 + hits);
        }
    }

    /**
     * The hit rate from which caching costs less than plain input.
     *
     * @param input price of uncached input
     * @param read price of a cache read, below {@code input}
     * @param write price of a cache write
     * @return in [0, 1]; 0 where writes cost no more than input; NaN where a read costs no less than input
     */
    public static double breakEven(double input, double read, double write) {
        if (read >= input) {
            return Double.NaN;
        }
        return Math.max(0, (write - input) / (write - read));
    }
}
