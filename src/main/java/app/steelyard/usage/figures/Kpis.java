package app.steelyard.usage.figures;

import app.steelyard.text.Texts;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All indicators of some usage. A bill's rows count as money only, since their tokens are those of the usage.
 *
 * @param name the model, project or day; empty for all together, or for rows that state none
 * @param indicators one of each, in their order
 */
public record Kpis(String name, UsageTotals totals, List<Kpi> indicators, Invalidations invalidations) {
    private static final Texts TEXTS = Texts.of(Kpis.class);

    public Kpis {
        indicators = List.copyOf(indicators);
    }

    /** By what usage can be told apart. */
    public enum Part {
        MODEL,
        PROJECT,
        DAY
    }

    /**
     * Everything together.
     *
     * @param hours as {@link Ledger#hours} tells them
     */
    public static Kpis all(LedgerView usage, NavigableMap<Instant, CacheTraffic> hours, PricedModels models) {
        return of("", usage.usage(), Sources.of(usage), models, hours);
    }

    /** Part by part: days in their order, else the one with most tokens first. Rows of no day are in no day. */
    public static List<Kpis> by(Part part, LedgerView usage, PricedModels models) {
        Sources sources = Sources.of(usage);
        List<Kpis> all = new ArrayList<>();
        parts(part, usage).forEach((key, rows) -> all.add(of(key, rows, sources, models, new TreeMap<>())));
        all.removeIf(k -> k.totals.isEmpty());
        if (part != Part.DAY) {
            all.sort(Comparator.comparingLong((Kpis k) -> -k.totals.tokens()).thenComparing(Kpis::name));
        }
        return all;
    }

    /** The rows of each part, by its name; a bill's as well. */
    static Map<String, List<DailyUsage>> parts(Part part, LedgerView usage) {
        Function<DailyUsage, @Nullable String> name = switch (part) {
            case MODEL -> u -> Objects.requireNonNullElse(u.model(), "");
            case PROJECT -> u -> Objects.requireNonNullElse(u.project(), "");
            case DAY -> u -> u.day() == null ? null : u.day().toString();
        };
        Map<String, List<DailyUsage>> parts = new TreeMap<>();
        for (DailyUsage u : usage.usage()) {
            String key = name.apply(u);
            if (key != null) {
                parts.computeIfAbsent(key, k -> new ArrayList<>()).add(u);
            }
        }
        return parts;
    }

    public Kpi get(Indicator indicator) {
        return indicators.get(indicator.ordinal());
    }

    /**
     * The hit rate that targets are held against: of what was cached, or of all input where writes are not known, or
     * known of less of the usage than reads are.
     */
    public Kpi hitRate() {
        Kpi cached = get(Indicator.HIT_OF_CACHED);
        Kpi input = get(Indicator.HIT_OF_INPUT);
        return cached.value().isPresent()
                        && cached.coverage().share() >= input.coverage().share()
                ? cached
                : input;
    }

    /** What each file speaks of. */
    static Map<Integer, Format.Kind> kinds(LedgerView usage) {
        Map<Integer, Format.Kind> kinds = new HashMap<>();
        for (FileReport file : usage.files()) {
            if (file.kind() != null) {
                kinds.put(file.source(), file.kind());
            }
        }
        return kinds;
    }

    /**
     * What is known of the files.
     *
     * @param kinds what each speaks of
     * @param names what each is called
     */
    private record Sources(Map<Integer, Format.Kind> kinds, Map<Integer, String> names) {
        static Sources of(LedgerView usage) {
            Map<Integer, String> names = new HashMap<>();
            usage.files().forEach(f -> names.put(f.source(), f.file()));
            return new Sources(Kpis.kinds(usage), names);
        }
    }

    private static Kpis of(
            String name,
            List<DailyUsage> rows,
            Sources sources,
            PricedModels models,
            NavigableMap<Instant, CacheTraffic> hours) {
        List<DailyUsage> used =
                rows.stream().filter(r -> !Spend.isBill(r, sources.kinds)).toList();
        UsageTotals totals = LedgerView.sum(used.stream());
        KnownPart reads = KnownPart.of(used, r -> r.totals().readsStated(), sources.names);
        KnownPart writes =
                KnownPart.of(used, r -> r.totals().readsStated() && r.totals().writesStated(), sources.names);
        KnownPart single = KnownPart.oneByOne(used, sources.names);
        List<Kpi> indicators = List.of(
                ofInput(totals, reads),
                ofCached(reads, writes),
                requests(totals, reads, single),
                mean(totals, reads, single),
                saved(totals, reads, models),
                costPerRequest(totals, Spend.of(rows, sources.kinds, models)),
                ratio(Indicator.OUTPUT_TO_INPUT, totals.output(), totals.input(), Coverage.WHOLE, "kpi.noInput"),
                writeToRead(reads, writes));
        return new Kpis(name, totals, indicators, invalidations(writes, hours));
    }

    /** Of the sources that state reads and writes, as the hours are. */
    private static Invalidations invalidations(KnownPart writes, NavigableMap<Instant, CacheTraffic> hours) {
        if (!hours.isEmpty()) {
            return Invalidations.ofHours(hours);
        }
        Map<LocalDate, CacheTraffic> days = new LinkedHashMap<>();
        for (DailyUsage u : writes.rows()) {
            if (u.day() != null) {
                days.merge(
                        u.day(),
                        new CacheTraffic(u.totals().cacheRead(), u.totals().cacheWrite()),
                        CacheTraffic::plus);
            }
        }
        return Invalidations.ofDays(days);
    }

    private static Kpi ofInput(UsageTotals all, KnownPart reads) {
        return all.input() > 0 && !reads.hasInput()
                ? unknown(Indicator.HIT_OF_INPUT, "kpi.noReads")
                : ratio(
                        Indicator.HIT_OF_INPUT,
                        reads.totals().cacheRead(),
                        reads.totals().input(),
                        reads.coverage(),
                        "kpi.noInput");
    }

    private static Kpi ofCached(KnownPart reads, KnownPart writes) {
        UsageTotals t = writes.totals();
        return writes.hasInput()
                ? ratio(
                        Indicator.HIT_OF_CACHED,
                        t.cacheRead(),
                        t.cacheRead() + t.cacheWrite(),
                        writes.coverage(),
                        "kpi.noCache")
                : unknown(Indicator.HIT_OF_CACHED, reads.hasInput() ? "kpi.noWrites" : "kpi.noReads");
    }

    private static Kpi requests(UsageTotals all, KnownPart reads, KnownPart single) {
        return single.totals().requests() == 0
                ? Kpi.unknown(Indicator.HIT_REQUESTS, whyNotSingle(all, reads))
                : Kpi.of(
                        Indicator.HIT_REQUESTS,
                        single.hits().hits(),
                        single.totals().requests(),
                        single.coverage());
    }

    private static Kpi mean(UsageTotals all, KnownPart reads, KnownPart single) {
        return single.totals().requests() == 0
                ? Kpi.unknown(Indicator.HIT_MEAN, whyNotSingle(all, reads))
                : new Kpi(
                        Indicator.HIT_MEAN,
                        BigDecimal.valueOf(single.hits().shares()),
                        BigDecimal.valueOf(single.totals().requests()),
                        "",
                        "",
                        single.coverage());
    }

    /** Why no requests can be looked at one by one. */
    private static String whyNotSingle(UsageTotals all, KnownPart reads) {
        if (all.requests() == 0) {
            return TEXTS.get("kpi.noRequests");
        }
        return reads.totals().requests() == 0
                ? TEXTS.get("kpi.noReads")
                : TEXTS.get("kpi.sums", reads.hits().judged(), reads.totals().requests());
    }

    private static Kpi saved(UsageTotals all, KnownPart reads, PricedModels models) {
        if (all.input() > 0 && !reads.hasInput()) {
            return unknown(Indicator.SAVED, "kpi.noReads");
        }
        BigDecimal plain = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        String currency = "";
        for (DailyUsage row : reads.rows()) {
            if (row.totals().isEmpty()) {
                continue;
            }
            switch (TokenCost.of(row, models)) {
                case TokenCost.Known known -> {
                    if (!currency.isEmpty() && !currency.equals(known.currency())) {
                        return unknown(Indicator.SAVED, "spend.currencies", currency + ", " + known.currency());
                    }
                    currency = known.currency();
                    plain = plain.add(known.plainInput());
                    paid = paid.add(known.input());
                }
                case TokenCost.Unknown why -> {
                    return unknown(
                            Indicator.SAVED,
                            "spend.unpriced",
                            Measured.shown(Objects.requireNonNullElse(row.model(), "")),
                            why.reason().title());
                }
            }
        }
        return plain.signum() == 0
                ? unknown(Indicator.SAVED, "kpi.noInput")
                : new Kpi(
                        Indicator.SAVED,
                        plain.subtract(paid),
                        plain,
                        currency,
                        TEXTS.get("spend.listed"),
                        reads.coverage());
    }

    private static Kpi costPerRequest(UsageTotals t, Spend spend) {
        if (!t.requestsStated() || t.requests() == 0) {
            return unknown(Indicator.COST_PER_REQUEST, "kpi.noRequests");
        }
        return spend.amount() == null
                ? Kpi.unknown(Indicator.COST_PER_REQUEST, spend.note())
                : new Kpi(
                        Indicator.COST_PER_REQUEST,
                        spend.amount(),
                        BigDecimal.valueOf(t.requests()),
                        spend.currency(),
                        spend.note(),
                        Coverage.WHOLE);
    }

    private static Kpi writeToRead(KnownPart reads, KnownPart writes) {
        return writes.hasInput()
                ? ratio(
                        Indicator.WRITE_TO_READ,
                        writes.totals().cacheWrite(),
                        writes.totals().cacheRead(),
                        writes.coverage(),
                        "kpi.nothingRead")
                : unknown(Indicator.WRITE_TO_READ, reads.hasInput() ? "kpi.noWrites" : "kpi.noReads");
    }

    private static Kpi ratio(Indicator indicator, long part, long whole, Coverage coverage, String without) {
        return whole == 0 ? unknown(indicator, without) : Kpi.of(indicator, part, whole, coverage);
    }

    private static Kpi unknown(Indicator indicator, String key, Object... arguments) {
        return Kpi.unknown(indicator, TEXTS.get(key, arguments));
    }
}
