package app.steelyard.cost.column;

import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which share of a cache's entries can still be read some time after they were last used: a staircase.
 *
 * @param ends in hours, rising: where each step ends; after the last one nothing is left
 * @param shares of each step, from 0 to 1
 * @param lifetime hours, as its vendor describes it
 * @param renewed whether a read starts the time anew; otherwise it counts from the write
 */
public record Survival(double[] ends, double[] shares, double lifetime, boolean renewed) {
    /** A ping comes so soon, as a share of the lifetime, that it does not come too late. */
    private static final double PING = 0.8;

    /** All is kept as long as the lifetime lasts. */
    public static Survival within(CacheLifetime lifetime) {
        double hours = hours(lifetime);
        return new Survival(
                new double[] {hours}, new double[] {1}, hours, lifetime.refresh() == CacheLifetime.Refresh.ON_HIT);
    }

    /** As it was seen. */
    public static Survival observed(CacheBehaviour.Survival seen, CacheLifetime lifetime) {
        return new Survival(
                seen.steps().stream()
                        .mapToDouble(s -> s.untilSeconds() / 3600.0)
                        .toArray(),
                seen.steps().stream().mapToDouble(s -> s.share().doubleValue()).toArray(),
                hours(lifetime),
                lifetime.refresh() == CacheLifetime.Refresh.ON_HIT);
    }

    private static double hours(CacheLifetime lifetime) {
        return lifetime.duration().toMillis() / 3_600_000.0;
    }

    /** Hours from the last use to the first ping, and from each to the next. */
    public double pingHours() {
        return PING * lifetime;
    }

    /** The share that can still be read after {@code hours}. */
    public double at(double hours) {
        for (int step = 0; step < ends.length; step++) {
            if (hours <= ends[step]) {
                return shares[step];
            }
        }
        return 0;
    }

    /** Where so many pings follow the last use, each of which uses the entry or writes it anew. */
    Survival kept(double pings) {
        if (pings <= 0 || !renewed) {
            return this;
        }
        List<double[]> steps = new ArrayList<>();
        for (int ping = 0; ping <= pings; ping++) {
            double from = ping * pingHours();
            double to = ping < pings ? from + pingHours() : Double.POSITIVE_INFINITY;
            double before = 0;
            for (int step = 0; step < ends.length && from + before < to; step++) {
                steps.add(new double[] {Math.min(to, from + ends[step]), shares[step]});
                before = ends[step];
            }
        }
        List<double[]> merged = new ArrayList<>();
        for (double[] step : steps) {
            if (!merged.isEmpty() && merged.getLast()[1] == step[1]) {
                merged.removeLast();
            }
            merged.add(step);
        }
        return new Survival(
                merged.stream().mapToDouble(s -> s[0]).toArray(),
                merged.stream().mapToDouble(s -> s[1]).toArray(),
                lifetime,
                true);
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
