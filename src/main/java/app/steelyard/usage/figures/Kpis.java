package app.steelyard.usage.figures;

import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.Format;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All indicators of some usage. A bill's rows count as money only, since their tokens are those of the usage.
 *
 * @param name the model, project or day; empty for all together, or for rows that state none
 * @param indicators one of each, in their order
 */
public record Kpis(String name, UsageTotals totals, List<Kpi> indicators, Invalidations invalidations) {
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
        KpiBasis basis = KpiBasis.of(rows, sources.kinds, sources.names, models);
        List<Kpi> indicators =
                Stream.of(Indicator.values()).map(i -> i.of(basis)).toList();
        return new Kpis(name, basis.totals(), indicators, invalidations(basis.writes(), hours));
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
}
