package app.steelyard.cost.column;

import app.steelyard.pricing.CacheLifetime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often one distinct prefix is asked for and what ends its life in the cache, in a block of rows: all that its hit rate
 * follows from at a given traffic. Two are equal where they are made of the same columns and rules.
 *
 * @param busy requests per hour in the busy part of the day, for each request of the month
 * @param quiet the same of the quiet part; 0 where there is none
 * @param busyShare the share of the requests that falls into the busy part
 * @param changes changes per hour that invalidate it
 * @param lifetime null where nothing is cached
 * @param keyLimit requests per hour that one cache key serves; infinite for no limit
 */
public record Reuse(
        Column busy,
        Column quiet,
        Column busyShare,
        Column changes,
        @Nullable CacheLifetime lifetime,
        double keyLimit) {

    /** Requests per hour of the busy part of the day that one cache key serves. */
    public Column arrivals(Column sent) {
        return ofOneKey(sent.times(busy));
    }

    public Column quietArrivals(Column sent) {
        return ofOneKey(sent.times(quiet));
    }

    private Column ofOneKey(Column arrivals) {
        return Double.isInfinite(keyLimit) ? arrivals : arrivals.min(Column.of(keyLimit));
    }

    /** Cache keys that the requests are spread over, 1 or more. */
    public Column keys(Column sent) {
        return sent.times(busy.max(quiet)).over(Column.of(keyLimit)).max(Column.ONE);
    }

    /**
     * The probability that a request finds the prefix in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    public Column hitRate(Block x, Column sent) {
        Column busyRate = rate(x, arrivals(sent));
        if (quiet.isZero()) {
            return busyRate.times(busyShare);
        }
        return busyRate.times(busyShare).plus(rate(x, quietArrivals(sent)).times(busyShare.not()));
    }

    private Column rate(Block x, Column arrivals) {
        if (arrivals.isZero()) {
            return Column.ZERO;
        }
        CacheLifetime applied = Objects.requireNonNull(lifetime);
        double hours = applied.duration().toMillis() / 3_600_000.0;
        boolean refreshed = applied.refresh() == CacheLifetime.Refresh.ON_HIT;
        if (arrivals.uniform() && changes.uniform()) {
            double a = arrivals.value();
            double c = changes.value();
            return Column.of(refreshed ? HitRate.refreshed(a, c, hours) : HitRate.fixed(a, c, hours));
        }
        double[] out = x.take();
        if (refreshed) {
            HitRate.refreshed(out, arrivals.rows(x), changes.rows(x), hours, x.rows());
        } else {
            HitRate.fixed(out, arrivals.rows(x), changes.rows(x), hours, x.rows());
        }
        return Column.of(out, x);
    }
}
