package app.steelyard.usage.figures;

import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.kind.TokenKind.Flow;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of an import that a plan is made from.
 *
 * @param model the one with the most tokens; empty where none is stated
 * @param totals without tokens that are no text
 * @param served requests by how they were served
 * @param extras tokens that are no text, and what is billed by itself
 * @param period null where the rows have no times
 * @param source what to state as the source of each number
 */
public record Measured(
        String vendor,
        String model,
        UsageTotals totals,
        Map<ServiceTier, Long> tiers,
        Map<Modifiers, Long> served,
        Extras extras,
        @Nullable TimeSpan period,
        String source) {

    private static final double DAYS_PER_MONTH = 365.25 / 12;
    /** Of less nobody can tell a month. */
    private static final int FEWEST_HOURS = 6;

    private static final int HOURS_PER_DAY = 24;
    private static final double FEW_DAYS = 7;
    private static final int FILES_NAMED = 2;
    private static final Texts TEXTS = Texts.of(Measured.class);

    /** Takes {@code selection} out of {@code usage}, and says what it chose; empty where that leaves no requests. */
    public static Optional<Measured> of(LedgerView usage, Selection selection, List<UsageFinding> findings) {
        LedgerView.excluded(usage.files()).ifPresent(findings::add);
        TimeSpan period = usage.period();
        List<DailyUsage> chosen = usage.traffic()
                .filter(selection::includes)
                .filter(u -> period == null || u.day() != null)
                .toList();
        Map<String, UsageTotals> models =
                LedgerView.largestFirst(chosen.stream(), u -> Objects.requireNonNullElse(u.model(), ""));
        String model = models.keySet().stream().findFirst().orElse("");
        UsageTotals all = LedgerView.sum(chosen.stream());
        if (models.size() > 1) {
            double share = (double) Objects.requireNonNull(models.get(model)).tokens() / Math.max(1, all.tokens());
            if (selection.allModels()) {
                findings.add(UsageFinding.warning(
                        TEXTS.get("plan.allModels", models.size(), shown(model), Numbers.percent(share))));
            } else {
                chosen = chosen.stream()
                        .filter(u -> model.equals(Objects.requireNonNullElse(u.model(), "")))
                        .toList();
                findings.add(UsageFinding.warning(TEXTS.get(
                        "plan.largestModel",
                        shown(model),
                        Numbers.percent(share),
                        models.size() - 1,
                        Numbers.percent(1 - share))));
            }
        }
        Extras extras = chosen.stream().map(DailyUsage::extras).reduce(Extras.NONE, Extras::plus);
        UsageTotals totals = LedgerView.sum(chosen.stream()).textBeside(extras);
        if (totals.requests() == 0) {
            findings.add(UsageFinding.error(TEXTS.get("plan.nothing")));
            return Optional.empty();
        }
        Map<ServiceTier, Long> tiers = new EnumMap<>(ServiceTier.class);
        chosen.forEach(u -> tiers.merge(u.modifiers().tier(), u.totals().tokens(), Long::sum));
        Map<Modifiers, Long> served = new HashMap<>();
        chosen.forEach(u -> served.merge(u.modifiers(), u.totals().requests(), Long::sum));
        String vendor = chosen.getFirst().vendor();
        return Optional.of(new Measured(
                vendor,
                model,
                totals,
                tiers,
                served,
                extras,
                period,
                source(usage, vendor, period, totals.requests())));
    }

    /** Whether what was counted is too short a time to tell a month by. */
    public boolean isMoment() {
        return period != null && period.days() * HOURS_PER_DAY < FEWEST_HOURS;
    }

    /** NaN where the rows have no times; of a moment just what was counted. */
    public double requestsPerMonth() {
        if (isMoment()) {
            return totals.requests();
        }
        return period == null ? Double.NaN : totals.requests() / period.days() * DAYS_PER_MONTH;
    }

    /** Says which days the traffic a month was counted over, and what that may hide. */
    public void findPeriod(LedgerView usage, List<UsageFinding> findings) {
        if (period == null) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.noTime")));
            return;
        }
        if (isMoment()) {
            findings.add(UsageFinding.warning(
                    TEXTS.get("plan.moment", Numbers.count((double) totals.requests()), FEWEST_HOURS, dates(period))));
            return;
        }
        findings.add(UsageFinding.info(TEXTS.get(
                "plan.period",
                dates(period),
                period.days(),
                usage.daysWithoutUsage(),
                Numbers.count(requestsPerMonth()))));
        if (period.days() < FEW_DAYS) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.fewDays", period.days())));
        }
    }

    /** Tokens a request that took part in caching: all that was read or written. */
    public double cachedPerRequest() {
        return (double) (totals.cacheRead() + totals.cacheWrite()) / totals.requests();
    }

    /** The part of all input that is text. */
    public double textShare() {
        double text = totals.input();
        double other = extras.of(Flow.INPUT) + extras.of(Flow.CACHED_INPUT);
        return text + other == 0 ? 1 : text / (text + other);
    }

    /** Whether what was written to the cache is known, so that the cached part of the prompt can be told. */
    public boolean writesKnown() {
        return totals.writesStated() && totals.cacheWrite() > 0;
    }

    /** Share of the cached part that was read rather than written. */
    public double hitRateOfCached() {
        return (double) totals.cacheRead() / (totals.cacheRead() + totals.cacheWrite());
    }

    /** {@code 1–30 Nov 2026}. */
    public static String dates(TimeSpan period) {
        LocalDate first = period.firstDay();
        LocalDate last = period.lastDay();
        String end = format("d MMM uuuu", last);
        if (first.equals(last)) {
            return end;
        }
        if (first.getYear() != last.getYear()) {
            return format("d MMM uuuu", first) + " – " + end;
        }
        return first.getMonth() == last.getMonth()
                ? first.getDayOfMonth() + "–" + end
                : format("d MMM", first) + " – " + end;
    }

    public static String shown(String model) {
        return model.isEmpty() ? TEXTS.get("plan.model.none") : model;
    }

    private static String source(LedgerView usage, String vendor, @Nullable TimeSpan period, long requests) {
        List<FileReport> read = usage.files().stream()
                .filter(f -> f.included() && f.accepted() > 0)
                .toList();
        List<String> files = read.stream().map(FileReport::file).toList();
        String names = files.size() <= FILES_NAMED
                ? files.stream().collect(Collectors.joining(", "))
                : TEXTS.get("plan.files", files.size());
        String of = TEXTS.has("vendor." + vendor) ? TEXTS.get("vendor." + vendor) : vendor;
        // A log of one's own is no export of the vendor's.
        String name = TEXTS.get(read.stream().allMatch(FileReport::isLog) ? "plan.log" : "plan.export", of);
        return period == null
                ? TEXTS.get("plan.source.noTime", name, requests, names)
                : TEXTS.get("plan.source", name, dates(period), requests, names);
    }

    private static String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Texts.LOCALE).format(day);
    }
}
