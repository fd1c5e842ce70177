package app.steelyard.ui.calculate;

import app.steelyard.chart.Scale;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.explain.Derivations;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the hit rate of each cached item is made of. A row opens its derivation. */
final class CacheTable extends DenseTable<CachedPart> {
    private static final Texts TEXTS = Texts.of(CacheTable.class);
    private static final int MOST_ROWS = 12;

    private @Nullable Comparison comparison;
    private Evaluation.@Nullable Priced evaluation;

    CacheTable() {
        super(MOST_ROWS);
        setId("cached-items");
        setAccessibleText(TEXTS.get("caching.title"));
        column(TEXTS.get("caching.item"), 160, p -> p.item().name()).setMinWidth(96);
        var tokens = numbers(TEXTS.get("caching.tokens"), 80, p -> Numbers.count(p.cachedTokens()));
        var arrivals = numbers(TEXTS.get("caching.arrivals"), 118, p -> Numbers.rate(p.arrivals()));
        var quiet = numbers(TEXTS.get("caching.quiet"), 118, p -> Numbers.rate(p.quietArrivals()));
        var changes = numbers(TEXTS.get("caching.changes"), 124, p -> Numbers.rate(p.changesPerMonth()));
        var keys = numbers(TEXTS.get("caching.keys"), 60, p -> Numbers.count(Math.ceil(p.keys())));
        numbers(TEXTS.get("caching.hitRate"), 80, p -> Scale.SHARE.exact(p.hitRate()));
        giveWay(List.of(keys, quiet, arrivals, changes, tokens));
        onOpen(this::explain);
    }

    private void explain() {
        CachedPart part = getSelectionModel().getSelectedItem();
        if (part != null && evaluation != null && comparison != null) {
            Explanation.show(Derivations.hitRate(comparison, evaluation, part), this);
        }
    }

    void show(Comparison weighed, Evaluation.Priced priced) {
        comparison = weighed;
        evaluation = priced;
        fill(priced.caches().parts());
    }
}
