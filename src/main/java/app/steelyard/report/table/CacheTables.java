package app.steelyard.report.table;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Improvement;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Latency;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Quote;
import app.steelyard.report.ReportModel;
import app.steelyard.report.RoundedMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What the hit rates are made of, and the time to first token that follows. */
public record CacheTables(ReportModel model) {
    private static final Texts TEXTS = Texts.of(CacheTables.class);

    /** One table for each priced architecture that caches something. */
    public List<ReportTable> hitRates() {
        return model.ledgers().stream()
                .map(RoundedMoney::evaluation)
                .filter(e -> !e.caches().parts().isEmpty())
                .map(this::hitRate)
                .toList();
    }

    /** What could be done without another design; no rows where there is nothing. */
    public ReportTable improvements() {
        ReportTable table = new ReportTable(TEXTS.get("improvement.caption"))
                .words(TEXTS.get("improvement.what"), 0)
                .numbers(TEXTS.get("improvement.month"), 16)
                .numbers(TEXTS.get("improvement.horizon", model.months()), 16);
        for (Improvement could : model.improvements()) {
            table.row(could.text(), Figures.amount(could.perMonth()), Figures.amount(could.overHorizon()));
        }
        return table.note(TEXTS.get("improvement.note", model.currency()));
    }

    private ReportTable hitRate(Evaluation.Priced evaluation) {
        Caches caches = evaluation.caches();
        String rate = Double.isNaN(caches.hitRate()) ? Numbers.percent(0) : Numbers.percent(caches.hitRate());
        ReportTable table = new ReportTable(TEXTS.get("hit.caption", DesignName.of(evaluation), rate))
                .words(TEXTS.get("hit.item"), 0)
                .numbers(TEXTS.get("hit.tokens"), 11)
                .numbers(TEXTS.get("hit.arrivals"), 13)
                .numbers(TEXTS.get("hit.quiet"), 13)
                .numbers(TEXTS.get("hit.changes"), 12)
                .numbers(TEXTS.get("hit.keys"), 8)
                .numbers(TEXTS.get("hit.rate"), 11);
        for (CachedPart part : caches.parts()) {
            // What is of one session is asked for by its own turns alone.
            boolean own = part.item().scope() == Scope.SESSION;
            table.row(
                    part.item().name(),
                    Numbers.count(part.cachedTokens()),
                    own ? "–" : Numbers.value(part.arrivals()),
                    own ? "–" : Numbers.value(part.quietArrivals()),
                    Numbers.count(part.changesPerMonth()),
                    Numbers.count(Math.ceil(part.keys())),
                    Numbers.percent(part.hitRate()));
        }
        return table.note(cacheNote(caches));
    }

    private static String cacheNote(Caches caches) {
        List<String> notes = new ArrayList<>();
        CacheLifetime lifetime = caches.lifetime();
        if (caches.measured()) {
            notes.add(TEXTS.get("hit.measured"));
        } else if (lifetime != null) {
            String minutes =
                    TEXTS.get("hit.minutes", Numbers.count(lifetime.duration().toSeconds() / 60.0));
            String refresh = Names.of(lifetime.refresh());
            notes.add(
                    Double.isNaN(caches.breakEven())
                            ? TEXTS.get("hit.derived.noBreakEven", minutes, refresh)
                            : TEXTS.get("hit.derived", minutes, refresh, Numbers.percent(caches.breakEven())));
        }
        Quote<CachePolicy> policy = caches.policy();
        if (policy != null) {
            notes.add(TEXTS.get(
                    "hit.rules",
                    policy.fact().source().title(),
                    policy.fact().source().url(),
                    policy.fact().source().read()));
        }
        return String.join(" ", notes);
    }

    /** The time to first token by turn; no rows where a session is one turn. */
    public ReportTable turns() {
        ReportTable table = new ReportTable(TEXTS.get("turns.caption")).words(TEXTS.get("option"), 0);
        List<Evaluation.Priced> told = model.ledgers().stream()
                .map(RoundedMoney::evaluation)
                .filter(e -> !e.turns().isEmpty())
                .toList();
        told.stream()
                .limit(1)
                .flatMap(e -> e.turns().stream())
                .forEach(t -> table.numbers(TEXTS.get("turns.turn", Numbers.count(t.turn())), 22));
        for (Evaluation.Priced of : told) {
            List<String> row = new ArrayList<>(List.of(DesignName.of(of)));
            of.turns()
                    .forEach(t -> row.add(TEXTS.get(
                            "turns.cell",
                            Numbers.seconds(t.seconds()),
                            Numbers.percent(t.cachedShare()),
                            Numbers.count(Math.rint(t.promptTokens())))));
            table.row(row.toArray(String[]::new));
        }
        return table.note(TEXTS.get("turns.note"));
    }

    public ReportTable latency() {
        Latency shape = model.plan().latency();
        ReportTable table = new ReportTable(TEXTS.get("latency.caption"))
                .words(TEXTS.get("option"), 0)
                .numbers(TEXTS.get("latency.expected"), 18)
                .numbers(TEXTS.get("latency.hit"), 18)
                .numbers(TEXTS.get("latency.miss"), 18);
        for (RoundedMoney ledger : model.ledgers()) {
            FirstToken token = ledger.evaluation().firstToken();
            table.row(
                    DesignName.of(ledger.evaluation()),
                    Numbers.seconds(token.expected()),
                    Numbers.seconds(token.cached()),
                    Numbers.seconds(token.uncached()));
        }
        return table.note(TEXTS.get(
                "latency.note",
                Numbers.value(shape.baseSeconds()),
                Numbers.value(shape.secondsPer1kUncached()),
                Numbers.value(shape.secondsPer1kCached())));
    }
}
