package app.steelyard.usage.ledger;

import app.steelyard.plan.PriceRef;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.CacheTraffic;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Hits;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.KeptBeside;
import app.steelyard.usage.store.LedgerException;
import app.steelyard.usage.store.Progress;
import app.steelyard.usage.store.RequestLog;
import app.steelyard.usage.store.Store;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything imported, in one canonical shape on an embedded database, so that files larger than memory work. It holds
 * sums by hour or bucket and never a prompt, an address or a key. One thread at a time may use it.
 */
public final class Ledger implements AutoCloseable {
    private static final long DAY = 86_400_000;
    /** What is left out stays in the ledger, and in no figure. */
    static final String INCLUDED = "source in (select id from source where included)";

    private static final Texts TEXTS = Texts.of(Ledger.class);

    private final Store store;
    /** Each request for itself; null where only sums are wanted. */
    private final @Nullable RequestLog requests;

    private Ledger(Store store, @Nullable RequestLog requests) {
        this.store = store;
        this.requests = requests;
    }

    /** One that is forgotten when it is closed. */
    public static Ledger temporary() {
        return new Ledger(Store.open(null), null);
    }

    /**
     * The same, which until then holds each request for itself.
     *
     * @param blocks is told of those whose prompts' blocks are known
     */
    public static Ledger ofRequests(PromptBlocks.Listener blocks) {
        Store store = Store.open(null);
        return new Ledger(store, RequestLog.of(store, blocks));
    }

    /** Each request for itself. */
    public RequestLog requests() {
        return Objects.requireNonNull(requests, "a ledger of sums");
    }

    /**
     * The one in {@code file}, made where there is none.
     *
     * @throws LedgerException if it is in use by another program or is no ledger
     */
    public static Ledger open(Path file) {
        LedgerException.unlessLedger(file);
        return new Ledger(Store.open(file), null);
    }

    /**
     * Imports all documents in {@code files}. Whatever is wrong with one is said in the view; nothing is thrown for it.
     *
     * @return false if {@code progress} stopped it; the ledger is then as it was
     */
    public boolean add(List<Path> files, Progress progress) {
        return add(files, ReadingChoice.BY_CONTENT, progress);
    }

    /** The same, but as {@code reading} says. */
    public boolean add(List<Path> files, ReadingChoice reading, Progress progress) {
        return replace(Set.of(), files, reading, progress);
    }

    /** The same in place of sources, which stay if it is stopped. */
    public boolean replace(Set<Integer> sources, List<Path> files, ReadingChoice reading, Progress progress) {
        return new UsageImporter(store, reading, InstantSource.system(), requests).add(files, sources, progress);
    }

    /** Takes a file's rows out again. */
    public void remove(int source) {
        store.transaction(() -> {
            store.forget(source);
            return source;
        });
    }

    /**
     * Leaves what a source brought out of all figures, or takes it in again. Its rows stay: what comes again in another
     * file is still found to be there.
     */
    public void include(int source, boolean included) {
        store.run("update source set included = ? where id = ?", included, source);
    }

    /** What it holds now, by day; of the sources that are left out, only their reports. */
    public LedgerView view() {
        List<FileReport> files = store.ask(Ledger::file, "from source order by id");
        List<DailyUsage> usage = store.ask(Ledger::daily, """
            select source, from_ms // 86400000 as day, vendor, model, project, tier, currency, beside, longer,
              sum(requests)::bigint as requests, sum(uncached)::bigint as uncached, sum(read)::bigint as read,
              sum(write5m)::bigint as write5m, sum(write1h)::bigint as write1h, sum(write)::bigint as write,
              sum(output)::bigint as output, bool_and(requests_stated) as requests_stated,
              bool_and(reads_stated) as reads_stated, bool_and(writes_stated) as writes_stated,
              sum(judged)::bigint as judged, sum(hits)::bigint as hits, sum(shares) as shares, sum(cost) as cost,
              string_agg(used, ' ') as used
            from entry left join (
                select source, part, string_agg(what || ' ' || amount, ' ') as used from extra group by all)
              using (source, part)
            where INCLUDED group by all
            order by day, vendor, model, project, tier, currency, source, beside, longer
            """.replace("INCLUDED", INCLUDED));

        Days days = new Days();
        store.ask(r -> days.add(r, true), """
            select from_ms, to_ms from entry where not single and from_ms is not null and INCLUDED
            union select min(first_ms), max(last_ms) + 1 from entry where single and INCLUDED group by source
            """.replace("INCLUDED", INCLUDED));
        store.ask(r -> days.add(r, false), "select distinct from_ms, to_ms from empty_bucket where " + INCLUDED);
        store.ask(
                r -> days.used.add(r.getLong(1)),
                "select distinct from_ms // 86400000 from entry where single and " + INCLUDED);
        List<UsageFinding> findings = new ArrayList<>(findings(0));
        LedgerView.excluded(files).ifPresent(findings::add);
        findings.addAll(unfinished());
        findings.addAll(overlap());
        int gap = days.gap();
        if (gap > 0) {
            findings.add(UsageFinding.warning(TEXTS.get("gap", gap)));
        }
        List<Problem> rejected = rejected(LedgerView.MAX_LISTED);
        long unreadable = files.stream()
                .filter(FileReport::included)
                .mapToLong(FileReport::unreadable)
                .sum();
        if (unreadable > rejected.size()) {
            findings.add(UsageFinding.info(TEXTS.get("listed", rejected.size(), unreadable)));
        }
        return new LedgerView(usage, days.period, days.usedDays(), gap, files, rejected, findings);
    }

    /**
     * Only what was imported since {@code before}, with what there is to know of it or because of it. The period is that
     * of the whole ledger.
     */
    public LedgerView since(LedgerView before) {
        int last = before.lastSource();
        LedgerView now = view();
        Set<UsageFinding> old = new HashSet<>(before.findings());
        List<UsageFinding> own = findings(last);
        List<Problem> rejected = new ArrayList<>();
        eachRejected(last, r -> {
            if (rejected.size() < LedgerView.MAX_LISTED) {
                rejected.add(r);
            }
        });
        return now.since(
                last,
                rejected,
                Stream.concat(own.stream(), now.findings().stream().filter(Predicate.not(old::contains)))
                        .distinct()
                        .toList());
    }

    private List<UsageFinding> findings(int after) {
        return store.ask(
                r -> new UsageFinding(UsageFinding.Severity.valueOf(r.getString(1)), r.getString(2)),
                "select severity, text from finding where source > ? and " + INCLUDED + " order by source, rowid",
                after);
    }

    /** The files whose last page has a next one that no file holds. */
    private List<UsageFinding> unfinished() {
        return store.ask(r -> UsageFinding.warning(TEXTS.get("hasMore", r.getString(1))), """
            select distinct file from source join unfinished u on source.id = u.source
            where included and (from_ms is null
              or from_ms not in (select from_ms from entry where from_ms is not null union from empty_bucket select from_ms))
            order by file
            """);
    }

    /**
     * Says once where two files that tell their rows apart differently speak of the same days: the same usage would not
     * be found to be in both.
     */
    private List<UsageFinding> overlap() {
        return store.ask(r -> UsageFinding.warning(TEXTS.get("overlap", r.getString(1), r.getString(2))), """
            with spoken as (
              select source, file, vendor, list(distinct from_ms // 86400000) as days,
                {'format': format, 'model': count(model) > 0, 'project': count(project) > 0, 'single': bool_or(single),
                  'widths': list_sort(list(distinct to_ms - from_ms))} as grouping
              from entry join source on source = id
              where included and kind <> 'BILL' and from_ms is not null
              group by source, file, vendor, format)
            select a.file, b.file from spoken a join spoken b
              on a.source < b.source and a.vendor = b.vendor and a.grouping is distinct from b.grouping
                and list_has_any(a.days, b.days)
            order by a.source, b.source limit 1
            """);
    }

    private static Problem rejected(ResultSet r) throws SQLException {
        return new Problem(r.getString(1), r.getLong(2), 0, r.getString(3), r.getString(4));
    }

    /** The rows that could not be read, {@code most} of them at most, by file and line. */
    public List<Problem> rejected(int most) {
        return store.ask(r -> rejected(r), """
            select file, line, pointer, reason from rejected join source on rejected.source = source.id
            where included order by id, line, rejected.rowid limit ?
            """, most);
    }

    /**
     * Tells {@code each} of all rows that could not be read, by file and line.
     *
     * @param after only of sources with a higher number; 0 for all
     */
    public void eachRejected(int after, Consumer<Problem> each) {
        store.each(r -> each.accept(rejected(r)), """
            select file, line, pointer, reason from rejected join source on rejected.source = source.id
            where id > ? order by id, line, pointer
            """, after);
    }

    /**
     * What was read from and written to the cache in each hour, by the sources that state both; empty where a bucket is
     * longer than an hour, so that hours cannot be told.
     */
    public NavigableMap<Instant, CacheTraffic> hours() {
        NavigableMap<Instant, CacheTraffic> hours = new TreeMap<>();
        long longer = store.number("""
            select count(*) from entry where reads_stated and writes_stated and read + write5m + write1h + write > 0
              and (from_ms is null or to_ms - from_ms > 3600000) and INCLUDED
            """.replace("INCLUDED", INCLUDED));
        if (longer == 0) {
            store.each(
                    r -> hours.put(Instant.ofEpochMilli(r.getLong(1)), new CacheTraffic(r.getLong(2), r.getLong(3))),
                    """
                    select from_ms // 3600000 * 3600000, sum(read)::bigint, sum(write5m + write1h + write)::bigint
                    from entry join source on entry.source = source.id
                    where included and kind <> 'BILL' and from_ms is not null and reads_stated and writes_stated group by 1
                    """);
        }
        return hours;
    }

    /**
     * When requests with a common prefix came.
     *
     * @param models where it is looked up which lifetimes are sold; its prices are not used
     */
    public RequestGaps arrivals(Selection selection, PricedModels models) {
        return RequestGaps.of(store, selection, models);
    }

    /** What chains of requests come to, by vendor, model and project. */
    public List<SessionSums> sessions() {
        return ChainSums.of(store);
    }

    /** The models that a person said are priced as others. */
    public Map<String, PriceRef> pricedAs() {
        Map<String, PriceRef> mapped = new TreeMap<>();
        store.each(
                r -> mapped.put(r.getString(1), PriceRef.parse(r.getString(2))), "select model, price from priced_as");
        return mapped;
    }

    /** Remembers that {@code model}, as a source names it, is priced as {@code price}. */
    public void priceAs(String model, PriceRef price) {
        store.run("insert or replace into priced_as values (?, ?)", model, price.toString());
    }

    private static FileReport file(ResultSet row) throws SQLException {
        return new FileReport(
                row.getInt("id"),
                row.getString("file"),
                row.getString("format"),
                Optional.ofNullable(row.getString("kind"))
                        .map(Format.Kind::valueOf)
                        .orElse(null),
                row.getLong("accepted"),
                row.getLong("empty"),
                row.getLong("unreadable"),
                row.getLong("duplicates"),
                row.getLong("left_out"),
                row.getBoolean("included"));
    }

    private static DailyUsage daily(ResultSet row) throws SQLException {
        long day = row.getLong("day");
        @Nullable LocalDate date = row.wasNull() ? null : LocalDate.ofEpochDay(day);
        @Nullable BigDecimal cost = row.getBigDecimal("cost");
        return new DailyUsage(
                row.getInt("source"),
                date,
                row.getString("vendor"),
                row.getString("model"),
                row.getString("project"),
                KeptBeside.modifiers(row.getString("tier"), row.getString("beside")),
                length(row),
                new UsageTotals(
                        row.getLong("requests"),
                        row.getLong("uncached"),
                        row.getLong("read"),
                        row.getLong("write5m"),
                        row.getLong("write1h"),
                        row.getLong("write"),
                        row.getLong("output"),
                        row.getBoolean("requests_stated"),
                        row.getBoolean("reads_stated"),
                        row.getBoolean("writes_stated")),
                new Hits(row.getLong("judged"), row.getLong("hits"), row.getDouble("shares")),
                KeptBeside.extras(row.getString("used")),
                cost == null
                        ? null
                        : new ExactMoney(cost.stripTrailingZeros(), new Currency(row.getString("currency"))));
    }

    private static PromptLength length(ResultSet row) throws SQLException {
        long kept = row.getLong("longer");
        return PromptLength.of(row.wasNull() ? null : kept);
    }

    /** Which days something is said of, and on which something was used. */
    private static final class Days {
        private final Set<Long> covered = new HashSet<>();
        private final Set<Long> used = new HashSet<>();
        private @Nullable TimeSpan period;

        private boolean add(ResultSet row, boolean usage) throws SQLException {
            long from = row.getLong(1);
            long to = row.getLong(2);
            TimeSpan span = new TimeSpan(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
            period = period == null ? span : period.union(span);
            for (long day = Math.floorDiv(from, DAY); day <= Math.floorDiv(to - 1, DAY); day++) {
                covered.add(day);
                if (usage) {
                    used.add(day);
                }
            }
            return true;
        }

        private int usedDays() {
            return used.size();
        }

        private int gap() {
            return period == null
                    ? 0
                    : (int) period.eachDay()
                            .filter(d -> !covered.contains(d.toEpochDay()))
                            .count();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
