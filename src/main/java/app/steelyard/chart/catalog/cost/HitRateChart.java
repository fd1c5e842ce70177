package app.steelyard.chart.catalog.cost;

import app.steelyard.chart.ChartKey;
import app.steelyard.chart.ChartPart.Band;
import app.steelyard.chart.ChartPart.Bar;
import app.steelyard.chart.ChartPart.Reference;
import app.steelyard.chart.ChartSpec;
import app.steelyard.chart.ChartSpec.Bars;
import app.steelyard.chart.ColorRole;
import app.steelyard.chart.DataTable;
import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often each item hits the cache, how sure that is, and what was measured and not used. */
public final class HitRateChart {
    private static final Texts TEXTS = Texts.of(HitRateChart.class);

    private HitRateChart() {}

    /** The question it answers. */
    public static String title() {
        return TEXTS.get("hit.title");
    }

    /** Hit rates of the cached items, with the break-even and the guide's target for most of what is cached. */
    public static Bars of(Plan plan, Evaluation.Priced evaluation) {
        List<ContextItem> cached =
                evaluation.caches().parts().stream().map(CachedPart::item).toList();
        return of(plan, evaluation, HitRateTarget.of(cached, item -> false));
    }

    /** Those of the cheapest design that caches, or else of the first that does; empty where none does. */
    public static Optional<Bars> of(Comparison comparison) {
        return Stream.concat(comparison.cheapest().stream(), comparison.priced().stream())
                .filter(e -> !e.caches().parts().isEmpty())
                .findFirst()
                .map(e -> of(comparison.plan(), e));
    }

    /** @param target the guide's target to compare with, or null for none */
    private static Bars of(Plan plan, Evaluation.Priced evaluation, @Nullable HitRateTarget target) {
        ColorRole role = ColorRole.of(evaluation.architecture());
        ChartKey key = ChartKey.of(evaluation.architecture());
        List<Bar> bars = new ArrayList<>();
        List<List<DataTable.Cell>> rows = new ArrayList<>();
        for (CachedPart part : evaluation.caches().parts()) {
            String name = part.item().name();
            bars.add(hitBar(name, role, key.withItem(part.item().id()), part.hitRate(), part.cachedTokens()));
            rows.add(hitRow(name, part.hitRate(), part.cachedTokens()));
        }
        double all = evaluation.caches().hitRate();
        double tokens = evaluation.caches().cachedTokens();
        boolean nothing = Double.isNaN(all);
        double error = evaluation.caches().measured() ? 0 : KnownErrors.ofHitRate(plan);
        if (!nothing && (bars.size() > 1 || error > 0)) {
            bars.add(new Bar(
                    TEXTS.get("hit.all"),
                    role,
                    key,
                    all,
                    error > 0 ? Math.max(0, all - error) : Double.NaN,
                    error > 0 ? Math.min(1, all + error) : Double.NaN,
                    "",
                    TEXTS.get(
                            error > 0 ? "hit.tooltip.derived" : "hit.tooltip",
                            TEXTS.get("hit.all"),
                            Scale.SHARE.exact(all),
                            Numbers.count(tokens),
                            Numbers.percent(Math.max(0, all - error)),
                            Numbers.percent(Math.min(1, all + error)))));
            rows.add(hitRow(TEXTS.get("hit.all"), all, tokens));
        }
        Double measured = plan.caching().measuredHitRate();
        if (!nothing && measured != null && !evaluation.caches().measured()) {
            String name = TEXTS.get("hit.unused");
            bars.add(new Bar(
                    name,
                    ColorRole.MUTED,
                    key,
                    measured,
                    Double.NaN,
                    Double.NaN,
                    "",
                    TEXTS.get("hit.tooltip.unused", Scale.SHARE.exact(measured))));
            rows.add(List.of(new DataTable.Words(name), Scale.SHARE.cell(measured), new DataTable.Words("")));
        }
        double breakEven = evaluation.caches().breakEven();
        return new Bars(
                new ChartSpec.Caption(
                        title(),
                        Scale.SHARE,
                        nothing ? TEXTS.get("hit.nothing") : TEXTS.get("hit.summary", Scale.SHARE.exact(all)),
                        nothing ? TEXTS.get("hit.nothing") : "",
                        new DataTable(
                                List.of(TEXTS.get("hit.item"), TEXTS.get("hit.rate"), TEXTS.get("hit.tokens")), rows)),
                bars,
                1,
                breakEven > 0 ? new Reference(breakEven, TEXTS.get("hit.breakEven", Numbers.percent(breakEven))) : null,
                target == null ? null : band(target));
    }

    private static Bar hitBar(String name, ColorRole role, ChartKey key, double rate, double tokens) {
        String tooltip = TEXTS.get("hit.tooltip", name, Scale.SHARE.exact(rate), Numbers.count(tokens));
        return new Bar(name, role, key, rate, Double.NaN, Double.NaN, "", tooltip);
    }

    private static List<DataTable.Cell> hitRow(String name, double rate, double tokens) {
        return List.of(
                new DataTable.Words(name),
                Scale.SHARE.cell(rate),
                new DataTable.Figure(Numbers.count(tokens), new BigDecimal(tokens).setScale(2, RoundingMode.HALF_UP)));
    }

    private static Band band(HitRateTarget target) {
        return new Band(
                target.low(),
                target.high(),
                TEXTS.get(
                        "hit.target", Numbers.percent(target.low()), Numbers.percent(target.high()), Names.of(target)));
    }
}
