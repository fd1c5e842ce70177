package app.steelyard.chart.catalog.usage;

import app.steelyard.chart.ChartPart.Legend;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.Scale;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.Spend;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.ledger.UsageFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the charts of usage count, and what each part of it is. */
final class UsageSeries {
    private static final Texts TEXTS = Texts.of(UsageSeries.class);
    private static final List<Legend> KINDS = List.of(
            new Legend(TEXTS.get("tokens.uncached"), ColorRole.DRIVER_INPUT),
            new Legend(TEXTS.get("tokens.write"), ColorRole.DRIVER_CACHE_WRITE),
            new Legend(TEXTS.get("tokens.read"), ColorRole.DRIVER_CACHE_READ),
            new Legend(TEXTS.get("tokens.output"), ColorRole.DRIVER_OUTPUT));

    private UsageSeries() {}

    static List<Legend> parts(UsageMeasure measure) {
        return measure == UsageMeasure.TOKENS ? KINDS : List.of(new Legend(measure.title(), ColorRole.PROMPT_CACHING));
    }

    static List<Double> kinds(UsageTotals t) {
        return List.of(
                (double) t.uncachedInput(), (double) t.cacheWrite(), (double) t.cacheRead(), (double) t.output());
    }

    static List<Double> plus(List<Double> a, List<Double> b) {
        List<Double> sum = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            sum.add(a.get(i) + b.get(i));
        }
        return sum;
    }

    static double amount(Spend spend) {
        ExactMoney amount = spend.amount();
        return amount == null ? 0 : amount.asMoney().value();
    }

    static Scale scale(UsageFigures figures, UsageMeasure measure, Kpis.Part part) {
        return measure == UsageMeasure.COST
                ? currency(figures, part).map(Scale::money).orElse(Scale.COUNT)
                : Scale.COUNT;
    }

    /** The one currency in which the parts' costs are known; empty if there are none, or several. */
    private static Optional<Currency> currency(UsageFigures figures, Kpis.Part part) {
        Set<Currency> currencies = figures.spends().getOrDefault(part, Map.of()).values().stream()
                .flatMap(s -> Optional.ofNullable(s.amount()).stream())
                .map(ExactMoney::currency)
                .collect(Collectors.toSet());
        return currencies.size() == 1 ? Optional.of(currencies.iterator().next()) : Optional.empty();
    }

    static String empty(UsageFigures figures, UsageMeasure measure, Kpis.Part part) {
        if (part == Kpis.Part.DAY && figures.chosen().period() == null) {
            return TEXTS.get("time.none");
        }
        if (figures.chosen().usage().isEmpty()) {
            return TEXTS.get("chart.nothing");
        }
        if (measure == UsageMeasure.COST && currency(figures, part).isEmpty()) {
            return figures.spends().getOrDefault(part, Map.of()).values().stream()
                    .filter(s -> s.amount() == null)
                    .map(s -> TEXTS.get("chart.noCost", s.note()))
                    .findFirst()
                    .orElse(TEXTS.get("chart.currencies"));
        }
        return measure == UsageMeasure.REQUESTS && figures.kpis().totals().requests() == 0
                ? TEXTS.get("chart.noRequests")
                : "";
    }
}
