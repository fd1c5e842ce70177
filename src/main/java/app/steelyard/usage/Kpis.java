package app.steelyard.usage;

import app.steelyard.text.Texts;
import app.steelyard.usage.format.Format;
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
        return of("", usage.usage(), kinds(usage), models, hours);
    }

    /** Part by part: days in their order, else the one with most tokens first. Rows of no day are in no day. */
    public static List<Kpis> by(Part part, LedgerView usage, PricedModels models) {
        Map<Integer, Format.Kind> kinds = kinds(usage);
        List<Kpis> all = new ArrayList<>();
        parts(part, usage).forEach((key, rows) -> all.add(of(key, rows, kinds, models, new TreeMap<>())));
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

    /** The hit rate that targets are held against: of what was cached, or of all input where writes are not known. */
    public Kpi hitRate() {
        Kpi cached = get(Indicator.HIT_OF_CACHED);
        return cached.value().isPresent() ? cached : get(Indicator.HIT_OF_INPUT);
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

    private static Kpis of(
            String name,
            List<DailyUsage> rows,
            Map<Integer, Format.Kind> kinds,
            PricedModels models,
            NavigableMap<Instant, CacheTraffic> hours) {
        List<DailyUsage> used =
                rows.stream().filter(r -> !Spend.isBill(r, kinds)).toList();
        UsageTotals totals = LedgerView.sum(used.stream());
        Hits hits = used.stream().map(DailyUsage::hits).reduce(Hits.NONE, Hits::plus);
        List<Kpi> indicators = List.of(
                ofInput(totals),
                ofCached(totals),
                requests(totals, hits),
                mean(totals, hits),
                saved(used, models),
                costPerRequest(totals, Spend.of(rows, kinds, models)),
                ratio(Indicator.OUTPUT_TO_INPUT, totals.output(), totals.input(), "kpi.noInput"),
                writeToRead(totals));
        return new Kpis(name, totals, indicators, invalidations(totals, used, hours));
    }

    private static Invalidations invalidations(
            UsageTotals totals, List<DailyUsage> used, NavigableMap<Instant, CacheTraffic> hours) {
        if (!totals.writesStated() || !totals.readsStated()) {
            return Invalidations.ofDays(Map.of());
        }
        if (!hours.isEmpty()) {
            return Invalidations.ofHours(hours);
        }
        Map<LocalDate, CacheTraffic> days = new LinkedHashMap<>();
        for (DailyUsage u : used) {
            if (u.day() != null) {
                days.merge(
                        u.day(),
                        new CacheTraffic(u.totals().cacheRead(), u.totals().cacheWrite()),
                        CacheTraffic::plus);
            }
        }
        return Invalidations.ofDays(days);
    }

    private static Kpi ofInput(UsageTotals t) {
        return t.readsStated()
                ? ratio(Indicator.HIT_OF_INPUT, t.cacheRead(), t.input(), "kpi.noInput")
                : unknown(Indicator.HIT_OF_INPUT, "kpi.noReads");
    }

    private static Kpi ofCached(UsageTotals t) {
        if (!t.readsStated()) {
            return unknown(Indicator.HIT_OF_CACHED, "kpi.noReads");
        }
        return t.writesStated()
                ? ratio(Indicator.HIT_OF_CACHED, t.cacheRead(), t.cacheRead() + t.cacheWrite(), "kpi.noCache")
                : unknown(Indicator.HIT_OF_CACHED, "kpi.noWrites");
    }

    private static Kpi requests(UsageTotals t, Hits hits) {
        String reason = oneByOne(t, hits);
        return reason.isEmpty()
                ? Kpi.of(Indicator.HIT_REQUESTS, hits.hits(), t.requests(), "")
                : Kpi.unknown(Indicator.HIT_REQUESTS, reason);
    }

    private static Kpi mean(UsageTotals t, Hits hits) {
        String reason = oneByOne(t, hits);
        return reason.isEmpty()
                ? new Kpi(
                        Indicator.HIT_MEAN, BigDecimal.valueOf(hits.shares()), BigDecimal.valueOf(t.requests()), "", "")
                : Kpi.unknown(Indicator.HIT_MEAN, reason);
    }

    /** Why requests cannot be looked at one by one; empty if they can. */
    private static String oneByOne(UsageTotals t, Hits hits) {
        if (!t.requestsStated() || t.requests() == 0) {
            return TEXTS.get("kpi.noRequests");
        }
        if (!t.readsStated()) {
            return TEXTS.get("kpi.noReads");
        }
        return hits.judged() < t.requests() ? TEXTS.get("kpi.sums", hits.judged(), t.requests()) : "";
    }

    private static Kpi saved(List<DailyUsage> used, PricedModels models) {
        BigDecimal plain = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        String currency = "";
        for (DailyUsage row : used) {
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
        if (used.stream().anyMatch(u -> !u.totals().readsStated())) {
            return unknown(Indicator.SAVED, "kpi.noReads");
        }
        return plain.signum() == 0
                ? unknown(Indicator.SAVED, "kpi.noInput")
                : new Kpi(Indicator.SAVED, plain.subtract(paid), plain, currency, TEXTS.get("spend.listed"));
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
                        spend.note());
    }

    private static Kpi writeToRead(UsageTotals t) {
        if (!t.readsStated() || !t.writesStated()) {
            return unknown(Indicator.WRITE_TO_READ, t.readsStated() ? "kpi.noWrites" : "kpi.noReads");
        }
        return ratio(Indicator.WRITE_TO_READ, t.cacheWrite(), t.cacheRead(), "kpi.nothingRead");
    }

    private static Kpi ratio(Indicator indicator, long part, long whole, String without) {
        return whole == 0 ? unknown(indicator, without) : Kpi.of(indicator, part, whole, "");
    }

    private static Kpi unknown(Indicator indicator, String key, Object... arguments) {
        return Kpi.unknown(indicator, TEXTS.get(key, arguments));
    }
}
