package app.steelyard.usage.ledger;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.store.Rollup;
import app.steelyard.usage.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When requests with a common prefix came, as far as the rows are single requests with times. A prefix is what a column
 * for it, such as a session, tells apart; without one, the key (or else model and project) stands in for it, and the
 * gaps come out too short.
 *
 * @param requests single requests with times
 * @param prefixes how many different ones
 * @param gaps between requests with a common prefix that follow each other
 * @param hours from the first to the last request
 * @param standIn whether some rows state no prefix, so that something else stood in for it
 * @param lifetimes what each would have meant, the shortest first
 * @param readShare the part of these requests' input that was read from the cache; NaN where it is not known
 */
public record RequestGaps(
        long requests,
        long prefixes,
        long gaps,
        double hours,
        boolean standIn,
        List<Lifetime> lifetimes,
        double readShare) {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    /**
     * What a lifetime that every use refreshes would have meant, if each request's whole prefix were cached.
     *
     * @param seconds how long an entry lives after its last use
     * @param within gaps no longer than that
     * @param shareOfGaps they are, of all gaps; NaN without any
     * @param hitRate requests that would have found their prefix, of all requests; each prefix's first one never does
     * @param sold models in the selection for which such a lifetime is sold
     */
    public record Lifetime(long seconds, long within, double shareOfGaps, double hitRate, NavigableSet<String> sold) {}

    public RequestGaps {
        lifetimes = List.copyOf(lifetimes);
    }

    /** On one prefix; NaN if all came at once or there are none. */
    public double requestsPerHour() {
        return hours > 0 && prefixes > 0 ? requests / hours / prefixes : Double.NaN;
    }

    private record Found(
            long requests,
            long prefixes,
            long runs,
            @Nullable Instant first,
            @Nullable Instant last,
            boolean standIn) {
        double hours() {
            return first == null || last == null ? 0 : (last.toEpochMilli() - first.toEpochMilli()) / MILLIS_PER_HOUR;
        }
    }

    static RequestGaps of(Store store, Selection selection, PricedModels models) {
        Object[] chosen = {selection.model(), selection.model(), selection.project(), selection.project()};
        String where = """
             where (?::varchar is null or coalesce(model, '') = ?) and (?::varchar is null or coalesce(project, '') = ?)
              and INCLUDED
            """.replace("INCLUDED", Ledger.INCLUDED);
        Found found = store.ask(
                        r -> new Found(
                                r.getLong(1),
                                r.getLong(2),
                                r.getLong(3),
                                time(r.getLong(4), r.wasNull()),
                                time(r.getLong(5), r.wasNull()),
                                r.getBoolean(6)),
                        """
                            select coalesce(sum(requests), 0)::bigint, count(distinct (vendor, model, project, prefix)),
                              count(*), min(first_ms), max(last_ms), coalesce(bool_or(stand_in), false) from arrival
                            """ + where,
                        chosen)
                .getFirst();
        Map<Integer, Long> within = new HashMap<>();
        store.ask(r -> within.put(r.getInt(1), r.getLong(2)), """
            select place, sum(count)::bigint
            from (select unnest(gaps) as count, generate_subscripts(gaps, 1) as place from arrival
            """ + where + ") group by place", chosen);
        double readShare = store.ask(
                        r -> r.getBoolean(3) && r.getLong(2) > 0 ? (double) r.getLong(1) / r.getLong(2) : Double.NaN,
                        """
                            select sum(read)::bigint, sum(uncached + read + write5m + write1h + write)::bigint,
                              coalesce(bool_and(reads_stated), false) from entry
                            """ + where + " and single",
                        chosen)
                .getFirst();
        Map<Long, NavigableSet<String>> sold = sold(store, where, chosen, found.last(), models);
        // The first request of each run has nothing before it.
        long gaps = found.requests() - found.runs();
        List<Lifetime> lifetimes = new ArrayList<>();
        for (int i = 0; i < Rollup.LIFETIMES.size(); i++) {
            long seconds = Rollup.LIFETIMES.get(i);
            long count = within.getOrDefault(i + 1, 0L);
            lifetimes.add(new Lifetime(
                    seconds,
                    count,
                    ratio(count, gaps),
                    ratio(count, found.requests()),
                    sold.getOrDefault(seconds, new TreeSet<>())));
        }
        return new RequestGaps(
                found.requests(), found.prefixes(), gaps, found.hours(), found.standIn(), lifetimes, readShare);
    }

    /** The models for which each lifetime, in seconds, is sold on the last day. */
    private static Map<Long, NavigableSet<String>> sold(
            Store store, String where, Object[] chosen, @Nullable Instant last, PricedModels models) {
        Map<Long, NavigableSet<String>> sold = new HashMap<>();
        if (last == null) {
            return sold;
        }
        LocalDate day = last.atOffset(ZoneOffset.UTC).toLocalDate();
        List<Optional<PriceRef>> used = store.ask(
                r -> models.sale(Objects.requireNonNullElse(r.getString(1), ""), r.getString(2))
                        .map(PricedModels.Sale::ref),
                "select distinct vendor, model from arrival" + where,
                chosen);
        for (PriceRef ref : used.stream().flatMap(Optional::stream).distinct().toList()) {
            models.book()
                    .cachePolicy(ref, day)
                    .ifPresent(policy -> policy.fact().lifetimes().stream()
                            .filter(l -> l.refresh() == CacheLifetime.Refresh.ON_HIT)
                            .forEach(l -> sold.computeIfAbsent(l.duration().toSeconds(), s -> new TreeSet<>())
                                    .add(ref.toString())));
        }
        return sold;
    }

    private static @Nullable Instant time(long millis, boolean none) {
        return none ? null : Instant.ofEpochMilli(millis);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
