package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Indicator;
import app.steelyard.usage.figures.Invalidations;
import app.steelyard.usage.figures.Kpi;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.ledger.RequestGaps;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indicators for a terminal. */
final class KpisText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";
    private static final String NONE = "–";
    private static final String PART = "*";
    private static final MathContext DIGITS = new MathContext(4);

    private final UsageKpisCommand.Told told;
    private final Kpis.@Nullable Part by;
    private final StringBuilder text = new StringBuilder();

    KpisText(UsageKpisCommand.Told told, Kpis.@Nullable Part by) {
        this.told = told;
        this.by = by;
    }

    String text() {
        indicators();
        findings();
        targets();
        invalidations();
        anomalies();
        arrivals();
        if (by != null) {
            parts(by);
        }
        return text.toString();
    }

    private void indicators() {
        TextTable table = new TextTable(3);
        for (Kpi kpi : told.all().indicators()) {
            table.row(kpi.indicator().title(), kpi.shown(DIGITS).orElse(TEXTS.get("kpis.unknown")), fraction(kpi));
        }
        text.append(table.text());
    }

    /** What a person should know before trusting the numbers. */
    private void findings() {
        if (!told.findings().isEmpty()) {
            text.append('\n');
            told.findings()
                    .forEach(f -> text.append(TEXTS.get("import." + f.severity(), f.text()))
                            .append('\n'));
        }
    }

    /** What the value was divided from, or why it is not known. */
    private static String fraction(Kpi kpi) {
        if (kpi.value().isEmpty()) {
            return kpi.note();
        }
        Indicator indicator = kpi.indicator();
        String fraction = TEXTS.get(
                "kpis.fraction",
                kpi.numerator(Numbers::count),
                indicator.numerator(),
                kpi.denominator(Numbers::count),
                indicator.denominator());
        return kpi.remark().isEmpty() ? fraction : fraction + ", " + kpi.remark();
    }

    private void targets() {
        Kpi rate = told.all().hitRate();
        OptionalDouble value = rate.value();
        if (value.isEmpty()) {
            return;
        }
        title("kpis.targets", rate.indicator().title(), Numbers.percent(value.getAsDouble()));
        TextTable table = new TextTable(3);
        for (HitRateTarget target : HitRateTarget.values()) {
            table.row(
                    Names.of(target),
                    TEXTS.get("kpis.range", Math.round(target.low() * 100), Math.round(target.high() * 100)),
                    Names.of(target.standing(value.getAsDouble())));
        }
        indented(table.text());
    }

    private void invalidations() {
        Invalidations found = told.all().invalidations();
        title("kpis.invalidations");
        boolean hours = found.step().equals(Duration.ofHours(1));
        if (!found.known()) {
            indented(TEXTS.get(hours ? "kpis.invalidations.fewHours" : "kpis.invalidations.fewDays", found.buckets()));
            return;
        }
        indented(TEXTS.get(
                hours ? "kpis.invalidations.hours" : "kpis.invalidations.days",
                found.starts().size(),
                found.days(),
                Numbers.rate(found.perMonth()),
                Numbers.count(found.usualWrites()),
                Numbers.count(found.days())));
        if (!found.starts().isEmpty()) {
            indented(found.starts().stream()
                    .map(i -> hours
                            ? i.toString().substring(0, 16).replace('T', ' ')
                            : i.toString().substring(0, 10))
                    .collect(Collectors.joining(", ")));
        }
    }

    private void anomalies() {
        if (!told.anomalies().isEmpty()) {
            title("kpis.anomalies");
            told.anomalies().forEach(a -> indented(a.day() + INDENT + a.reason()));
        }
    }

    private void arrivals() {
        RequestGaps a = told.arrivals();
        if (a.requests() == 0) {
            return;
        }
        title("kpis.arrivals");
        indented(TEXTS.get(
                "kpis.arrivals.of",
                Numbers.count((double) a.requests()),
                a.prefixes(),
                Double.isNaN(a.requestsPerHour()) ? NONE : Numbers.rate(a.requestsPerHour())));
        if (a.standIn()) {
            indented(TEXTS.get("kpis.arrivals.standIn"));
        }
        TextTable table = new TextTable(1);
        table.row(
                TEXTS.get("kpis.lifetime"), TEXTS.get("kpis.gaps"), TEXTS.get("kpis.wouldHit"), TEXTS.get("kpis.sold"));
        for (RequestGaps.Lifetime l : a.lifetimes()) {
            table.row(
                    span(l.seconds()),
                    percent(l.shareOfGaps()),
                    percent(l.hitRate()),
                    l.sold().isEmpty() ? NONE : String.join(", ", l.sold()));
        }
        indented(table.text());
        if (!Double.isNaN(a.readShare())) {
            indented(TEXTS.get("kpis.arrivals.measured", Numbers.percent(a.readShare())));
        }
    }

    static String span(long seconds) {
        return seconds < 3600 ? TEXTS.get("kpis.minutes", seconds / 60) : TEXTS.get("kpis.hours", seconds / 3600);
    }

    private void parts(Kpis.Part part) {
        text.append('\n');
        TextTable table = new TextTable(1);
        List<String> header = new ArrayList<>();
        header.add(TEXTS.name(part));
        header.add(TEXTS.get("import.requests"));
        for (Indicator indicator : Indicator.values()) {
            header.add(indicator.column());
        }
        header.add(TEXTS.get("kpis.column.invalidations"));
        table.row(header);
        for (Kpis kpis : told.parts()) {
            List<String> row = new ArrayList<>();
            row.add(kpis.name().isEmpty() ? TEXTS.get("import.none") : kpis.name());
            row.add(
                    kpis.totals().requestsStated()
                            ? Numbers.count((double) kpis.totals().requests())
                            : NONE);
            kpis.indicators()
                    .forEach(k -> row.add(k.shown(DIGITS)
                            .map(v -> k.coverage().isWhole() ? v : v + PART)
                            .orElse(NONE)));
            row.add(
                    kpis.invalidations().known()
                            ? Integer.toString(kpis.invalidations().starts().size())
                            : NONE);
            table.row(row);
        }
        text.append(table.text());
        if (told.parts().stream()
                .anyMatch(
                        k -> !k.indicators().stream().allMatch(i -> i.coverage().isWhole()))) {
            text.append(TEXTS.get("kpis.inPart", PART)).append('\n');
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? NONE : Numbers.percent(share);
    }

    private void title(String key, Object... arguments) {
        text.append('\n').append(TEXTS.get(key, arguments)).append('\n');
    }

    private void indented(String lines) {
        Objects.requireNonNull(lines)
                .lines()
                .forEach(l -> text.append(INDENT).append(l).append('\n'));
    }
}
