package app.steelyard.usage.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often cached prefixes were thrown away, told by spikes of cache writes. An hour (or a day, where the source has
 * longer buckets) is a spike if both the tokens written in it and their share of all tokens read or written are
 * unusually high: more than the median and 3.5 deviations, a deviation being 1.4826 times the median distance from the
 * median and at least a tenth of the median. The share keeps a busy hour from counting, the tokens a quiet one. Spikes
 * that follow each other are one invalidation.
 *
 * @param known whether there was enough to tell: {@link #FEWEST} hours or days in which something was cached
 * @param step how long a bucket is: an hour or a day
 * @param buckets in which something was read or written
 * @param starts when each invalidation began
 * @param days from the first bucket's start to the last bucket's end
 * @param usualWrites median of the tokens written in a bucket
 */
public record Invalidations(
        boolean known, Duration step, int buckets, List<Instant> starts, double days, double usualWrites) {

    /** Fewer buckets than this do not tell what is usual. */
    public static final int FEWEST = 7;

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    public Invalidations {
        starts = List.copyOf(starts);
    }

    /** By hour. */
    static Invalidations ofHours(NavigableMap<Instant, CacheTraffic> hours) {
        return of(hours, Duration.ofHours(1));
    }

    /** By day. */
    static Invalidations ofDays(Map<LocalDate, CacheTraffic> days) {
        NavigableMap<Instant, CacheTraffic> starts = new TreeMap<>();
        days.forEach((day, traffic) -> starts.put(day.atStartOfDay().toInstant(ZoneOffset.UTC), traffic));
        return of(starts, Duration.ofDays(1));
    }

    private static Invalidations of(NavigableMap<Instant, CacheTraffic> all, Duration step) {
        NavigableMap<Instant, CacheTraffic> buckets = new TreeMap<>(all);
        buckets.values().removeIf(t -> t.read() + t.written() == 0);
        if (buckets.size() < FEWEST) {
            return new Invalidations(false, step, buckets.size(), List.of(), 0, 0);
        }
        Usual written = Usual.of(
                buckets.values().stream().mapToDouble(CacheTraffic::written).toArray());
        Usual share = Usual.of(buckets.values().stream()
                .mapToDouble(CacheTraffic::writtenShare)
                .toArray());
        List<Instant> starts = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Map.Entry<Instant, CacheTraffic> bucket : buckets.entrySet()) {
            CacheTraffic traffic = bucket.getValue();
            if (traffic.written() > written.high() && traffic.writtenShare() > share.high()) {
                if (!last.equals(bucket.getKey())) {
                    starts.add(bucket.getKey());
                }
                last = bucket.getKey().plus(step);
            }
        }
        Duration span = Duration.between(buckets.firstKey(), buckets.lastKey().plus(step));
        return new Invalidations(true, step, buckets.size(), starts, span.toSeconds() / 86_400.0, written.median());
    }

    /** How many there were in an average month of 30.44 days; NaN where it is not known. */
    public double perMonth() {
        return known ? starts.size() / days * DAYS_PER_MONTH : Double.NaN;
    }
}
