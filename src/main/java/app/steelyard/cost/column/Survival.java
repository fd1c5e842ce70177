package app.steelyard.cost.column;

import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import java.util.Arrays;

/**
 * Which share of a cache's entries can still be read some time after they were last used: a staircase.
 *
 * @param ends in hours, rising: where each step ends; after the last one nothing is left
 * @param shares of each step, from 0 to 1
 * @param renewed whether a read starts the time anew; otherwise it counts from the write
 */
public record Survival(double[] ends, double[] shares, boolean renewed) {

    /** All is kept as long as the lifetime lasts. */
    public static Survival within(CacheLifetime lifetime) {
        double hours = lifetime.duration().toMillis() / 3_600_000.0;
        return new Survival(new double[] {hours}, new double[] {1}, lifetime.refresh() == CacheLifetime.Refresh.ON_HIT);
    }

    /** As it was seen. */
    public static Survival observed(CacheBehaviour.Survival seen, CacheLifetime lifetime) {
        return new Survival(
                seen.steps().stream()
                        .mapToDouble(s -> s.untilSeconds() / 3600.0)
                        .toArray(),
                seen.steps().stream().mapToDouble(s -> s.share().doubleValue()).toArray(),
                lifetime.refresh() == CacheLifetime.Refresh.ON_HIT);
    }

    /** Whether all is kept until all is lost. */
    boolean whole() {
        return shares.length == 1 && shares[0] == 1;
    }

    /** Hours after which nothing is left. */
    double end() {
        return ends[ends.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Survival that
                && Arrays.equals(ends, that.ends)
                && Arrays.equals(shares, that.shares)
                && renewed == that.renewed;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ends) + Arrays.hashCode(shares) + Boolean.hashCode(renewed);
    }
}
