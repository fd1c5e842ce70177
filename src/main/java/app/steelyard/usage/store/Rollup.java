package app.steelyard.usage.store;

import app.steelyard.usage.row.PromptLength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds the rows of one file up by hour, or by the buckets they came in, and puts the sums into the ledger. A sum that
 * an earlier file has just so, with the same rows in it, is not put in again.
 *
 * <p>The rows may be staged ones or a table function over a file; the statement is the same.
 */
public record Rollup(Store store) {
    /** Lifetimes against which the gaps between requests with a common prefix are counted, in seconds. */
    public static final List<Long> LIFETIMES =
            List.of(60L, 300L, 600L, 1800L, 3600L, 7200L, 14_400L, 28_800L, 43_200L, 86_400L);

    private static final String DIMENSIONS = "vendor, model, project, key, tenant, tier, currency";
    /** What tells one sum from another, as ledgers of all versions do. */
    private static final String PLACE = DIMENSIONS + ", from_ms, to_ms, single";

    /** What prices ask for besides; kept out of the place, so that a file is found again in an older ledger. */
    private static final String PART = PLACE + ", beside, longer";

    private static final String FROM_MS =
            "case when end_ms is null then start_ms // 3600000 * 3600000 else start_ms end";

    /** Only what differs between rows is grouped by: of a log of millions each key more costs a tenth of a second. */
    private static final String SUMS = """
        create or replace temp table summed as
        select ALL_KEYS, coalesce(end_ms, from_ms + 3600000) as to_ms, end_ms is null and from_ms is not null as single,
          * exclude (end_ms)
        from (
          select KEYS FROM_MS as from_ms, end_ms, LENGTH as longer, bad, count(*) as rows, sum(requests)::bigint as requests, count(requests) as requests_stated,
            sum(uncached)::bigint as uncached, sum(read)::bigint as read, sum(write5m)::bigint as write5m,
            sum(write1h)::bigint as write1h, sum(write)::bigint as write, sum(output)::bigint as output,
            count(read) as reads_stated, greatest(count(write), count(write5m)) as writes_stated,
            sum(cost) as cost, min(start_ms) as first_ms, max(start_ms) as last_ms,
            sum(requests) filter (where read = 0 or (read > 0 and requests = 1)) as judged,
            count(*) filter (where read > 0 and requests = 1) as hits,
            sum(read / whole) filter (where read > 0 and requests = 1) as shares,
            sum(xor(hash(start_ms, requests, whole, read, write5m, write1h, write, output, cost),
              case when id is null then 0::ubigint else hash(id) end)) as print,
            list((start_ms % 3600000)::integer) filter (where end_ms is null) as times
          from ROWS
          group by all)
        """.replace("FROM_MS", FROM_MS).replace("LENGTH", length());

    /** Rows come with their whole input, so that it need not be added up once more. */
    static final String STAGED = """
        (select *, coalesce(uncached, 0) + coalesce(read, 0) + coalesce(write5m, 0) + coalesce(write1h, 0)
          + coalesce(write, 0) as whole, null as bad from stage)
        """;

    private static final List<String> KEYS =
            List.of("source", "vendor", "model", "project", "key", "tenant", "tier", "currency", "beside", "prefix");

    /** What an earlier file has just so; of the files that came together the first has it. */
    private static final String DOUBLED = """
        create or replace temp table doubled as
        with known as (
            select place, source, sum(print)::hugeint as print, sum(rows)::bigint as rows from (
              select place, source, print, rows from earlier where place in (select place from fresh)
              union all select place, source, print, rows from fresh)
            group by all),
          own as (
            select place, source, sum(print)::hugeint as print, sum(rows)::bigint as rows from fresh group by all),
          twins as (
            select distinct n.source, n.place from own n
            join known e on e.place = n.place and e.print = n.print and e.rows = n.rows and e.source < n.source)
        select f.rowid as nr, f.source, f.rows from fresh f
        join twins t on t.source = f.source and t.place = f.place
        """;

    private static final String AGAIN = """
        select n.source, sum(n.rows)::bigint from fresh n
        where n.from_ms is not null and (exists (from earlier e where OTHER)
          or exists (from fresh e where e.source < n.source and OTHER))
        group by n.source
        """.replace("OTHER", """
            e.place = n.place and (not n.single or (e.first_ms <= n.last_ms and n.first_ms <= e.last_ms))\
            """);

    private static final String ENTRIES = """
        create or replace temp table fresh as
        select *, hash(%2$s) as place, hash(%1$s) as part from (
          select source, %1$s, sum(rows)::bigint as rows, sum(requests)::bigint as requests,
            sum(requests_stated) > 0 as requests_stated, sum(uncached)::bigint as uncached,
            sum(read)::bigint as read, sum(write5m)::bigint as write5m, sum(write1h)::bigint as write1h,
            sum(write)::bigint as write, sum(output)::bigint as output, sum(reads_stated) > 0 as reads_stated,
            sum(writes_stated) > 0 as writes_stated, sum(cost) as cost, min(first_ms) as first_ms,
            max(last_ms) as last_ms, coalesce(sum(judged), 0)::bigint as judged, sum(hits)::bigint as hits,
            coalesce(sum(shares), 0) as shares, sum(print)::hugeint as print
          from rolled group by source, %1$s)
        """.formatted(PART, PLACE);

    private static final String INSERT = """
        insert into incoming.main.entry by name
        select * exclude (requests, uncached, read, write5m, write1h, write, output),
          coalesce(requests, 0) as requests, coalesce(uncached, 0) as uncached, coalesce(read, 0) as read,
          coalesce(write5m, 0) as write5m, coalesce(write1h, 0) as write1h, coalesce(write, 0) as write,
          coalesce(output, 0) as output
        from fresh
        """;

    /**
     * Two slices unnested side by side give the gaps far faster than a function called for each of them; in two halves
     * they keep two processors busy.
     */
    private static final String ARRIVALS = """
        insert into incoming.main.arrival
        with hours as (
          select source, vendor, model, project, hash(key, r.prefix) as prefix, r.prefix is null as stand_in, from_ms, rows,
            first_ms, last_ms, hash(source, vendor, model, project, key, r.prefix) as place
          from rolled r where single and source not in (select source from doubled)),
        sorted_even as (
          select hash(source, vendor, model, project, key, prefix) as place, list_sort(times) as t
          from rolled where single and from_ms // 3600000 % 2 = 0),
        sorted_odd as (
          select hash(source, vendor, model, project, key, prefix) as place, list_sort(times) as t
          from rolled where single and from_ms // 3600000 % 2 = 1),
        between_hours as (
          select place, first_ms - lag(last_ms) over (partition by place order by from_ms) as gap from hours),
        counted as (
          select place, case SHORTEST else LAST end as shortest, count(*) as n
          from (
            select place, unnest(t[2:]) - unnest(t[:len(t) - 1]) as gap from sorted_even
            union all select place, unnest(t[2:]) - unnest(t[:len(t) - 1]) from sorted_odd
            union all from between_hours)
          where gap is not null
          group by all),
        gaps as (select place, [COUNTS] as counts from counted group by place),
        prefixes as (
          select place, any_value(source) as source, any_value(vendor) as vendor, any_value(model) as model, any_value(project) as project,
            any_value(prefix) as prefix, sum(rows)::bigint as requests, min(first_ms) as first_ms,
            max(last_ms) as last_ms, bool_or(stand_in) as stand_in
          from hours group by place)
        select p.source, p.vendor, p.model, p.project, p.prefix, p.requests, p.first_ms, p.last_ms,
          coalesce(g.counts, [NONE]), p.stand_in
        from prefixes p left join gaps g on p.place = g.place
        """.replace(
                    "SHORTEST", lifetimes(i -> "when gap <= " + LIFETIMES.get(i) * 1000 + " then " + i, " "))
            .replace("LAST", String.valueOf(LIFETIMES.size()))
            .replace("COUNTS", lifetimes(i -> "coalesce(sum(n) filter (shortest <= " + i + "), 0)::bigint", ", "))
            .replace("NONE", lifetimes(i -> "0", ", "));

    /** What was used beside text, of the rows whose sums are put in. */
    private static final String EXTRAS = """
        insert into incoming.main.extra
        select source, part, what, sum(amount)::bigint from (
          select source, hash(PART) as part, what, amount from (
            select * replace (LENGTH as longer), FROM_MS as from_ms from STAGED)
            join stage_extra using (n),
            lateral (select coalesce(end_ms, from_ms + 3600000) as to_ms, end_ms is null and from_ms is not null as single))
        where (source, part) in (select (source, part) from fresh) group by all
        """.replace("PART", PART)
            .replace("LENGTH", length())
            .replace("FROM_MS", FROM_MS)
            .replace("STAGED", STAGED);

    /** Of a single request its own, else as stated. */
    private static String length() {
        return "case when end_ms is null and requests = 1 then " + PromptLength.sql("whole") + " else longer end";
    }

    private static String lifetimes(IntFunction<String> each, String between) {
        return IntStream.range(0, LIFETIMES.size()).mapToObj(each).collect(Collectors.joining(between));
    }

    /**
     * What became of the rows.
     *
     * @param accepted rows now in the ledger
     * @param duplicates rows of sums that an earlier file had brought
     * @param again rows under the same time and dimensions as an earlier file's, but others; rows of no time are not
     *     known to be of the same
     */
    public record Outcome(long accepted, long duplicates, long again) {
        /** Of a file without rows. */
        public static final Outcome NOTHING = new Outcome(0, 0, 0);
    }

    /** Adds up the staged rows, all of which are good; what became of them by source. */
    public Map<Integer, Outcome> addStaged() {
        store.run(sums(STAGED, Set.of()));
        store.run("create or replace temp view rolled as from summed");
        Map<Integer, Outcome> outcomes = add();
        store.run(EXTRAS);
        store.run(Chains.STAGED);
        return outcomes;
    }

    /**
     * Adds {@code rows} up into {@code summed}, on which {@code rolled} looks.
     *
     * @param rows with the columns of {@link Stage}, {@code whole} and {@code bad}
     * @param absent keys that are null in every row
     */
    public static String sums(String rows, Set<String> absent) {
        return sums(rows, absent, "null::integer");
    }

    /** The same of rows that are all of one source. */
    public static String sums(String rows, Set<String> absent, String source) {
        String present = KEYS.stream()
                .filter(k -> !absent.contains(k))
                .map(k -> k + ", ")
                .collect(Collectors.joining());
        String missing = KEYS.stream()
                .filter(absent::contains)
                .map(k -> (k.equals("source") ? source : "null::" + (k.equals("prefix") ? "ubigint" : "varchar"))
                        + " as " + k + ", ")
                .collect(Collectors.joining());
        return SUMS.replace("ALL_KEYS, ", missing).replace("KEYS ", present).replace("ROWS", rows);
    }

    /** Puts what is in {@code rolled} into what is to come into the ledger; what became of it by source. */
    public Map<Integer, Outcome> add() {
        store.run(ENTRIES);
        store.run(DOUBLED);
        Map<Integer, Long> duplicates = bySource("select source, sum(rows)::bigint from doubled group by source");
        if (!duplicates.isEmpty()) {
            store.run("delete from fresh where rowid in (select nr from doubled)");
        }
        Map<Integer, Long> again = bySource(AGAIN);
        Map<Integer, Long> accepted = bySource("select source, sum(rows)::bigint from fresh group by source");
        store.run(INSERT);
        store.run(ARRIVALS);
        Map<Integer, Outcome> outcomes = new HashMap<>();
        Stream.of(accepted, duplicates, again)
                .flatMap(m -> m.keySet().stream())
                .forEach(source -> outcomes.put(
                        source,
                        new Outcome(
                                accepted.getOrDefault(source, 0L),
                                duplicates.getOrDefault(source, 0L),
                                again.getOrDefault(source, 0L))));
        return outcomes;
    }

    private Map<Integer, Long> bySource(String sql) {
        Map<Integer, Long> all = new HashMap<>();
        store.each(r -> all.put(r.getInt(1), r.getLong(2)), sql);
        return all;
    }
}
