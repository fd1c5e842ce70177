package app.steelyard.cost.explain;

import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.CacheBehaviour;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.text.Numbers;

/** How a hit rate came about, and the time to first token that follows from it. */
final class CacheDerivation {
    private final Plan plan;
    private final Evaluation.Priced evaluation;
    private final Terms terms;

    CacheDerivation(Plan plan, Evaluation.Priced evaluation) {
        this.plan = plan;
        this.evaluation = evaluation;
        this.terms = new Terms(plan);
    }

    Derivation hitRate(CachedPart part) {
        Caches caches = evaluation.caches();
        CacheLifetime lifetime = caches.lifetime();
        String title = Terms.TEXTS.get("title.hitRate.item", part.item().name());
        String result = Numbers.percentExact(part.hitRate());
        if (caches.measured()) {
            terms.field(PlanField.MEASURED_HIT_RATE);
            return new Derivation(title, Terms.TEXTS.get("formula.measured"), terms.list(), result, "");
        }
        if (lifetime == null || part.cachedTokens() == 0) {
            return new Derivation(title, Terms.TEXTS.get("formula.notCached"), terms.list(), result, "");
        }
        double hours = lifetime.duration().toMillis() / 3_600_000.0;
        terms.term(
                "term.arrivals",
                Numbers.value(part.arrivals()),
                Terms.TEXTS.get("source.arrivals", Numbers.count(part.keys())));
        if (part.quietArrivals() != part.arrivals() && plan.traffic().activeHoursPerDay() < 24) {
            terms.term("term.quiet", Numbers.value(part.quietArrivals()), "");
            terms.field(PlanField.ACTIVE_SHARE);
        }
        terms.term("term.changes", Numbers.value(part.changes()), Terms.TEXTS.get("source.changes"));
        String policySource = caches.policy() == null
                ? ""
                : Derivations.describe(caches.policy().fact().source());
        terms.term("term.lifetime", Numbers.value(hours) + " (" + lifetime.name() + ")", policySource);
        behaviour(caches);
        if (!Double.isNaN(part.firstTurns())) {
            terms.term(
                    "term.firstTurns",
                    Numbers.percentExact(part.firstTurns()),
                    terms.stated(PlanField.FIRST_TURN_HIT_RATE.path()));
        }
        lookBack(part, caches);
        String formula = Terms.TEXTS.get("formula.hit." + lifetime.refresh());
        return new Derivation(title, formula, terms.list(), result, Terms.TEXTS.get("note.hitRate"));
    }

    /** Where a turn adds more than the vendor looks back over. */
    private void lookBack(CachedPart part, Caches caches) {
        CachePolicy policy = caches.policy() == null ? null : caches.policy().fact();
        if (policy == null || policy.lookBackBlocks() == null || plan.caching().blocksPerTurn() == null) {
            return;
        }
        if (part.item().growing().grows() && !plan.caching().secondBreakpoint()) {
            terms.field(PlanField.BLOCKS_PER_TURN);
            terms.term("term.lookBack", Numbers.count(policy.lookBackBlocks()), Derivations.describe(policy.source()));
        }
    }

    /** Where the vendor's cache does not do all that it should. */
    private void behaviour(Caches caches) {
        CachePolicy policy = caches.policy() == null ? null : caches.policy().fact();
        CacheBehaviour seen = policy == null ? null : policy.behaviour();
        if (caches.readDelay() > 0) {
            CacheBehaviour.ReadDelay delay = seen == null ? null : seen.readDelay();
            terms.term(
                    "term.readDelay",
                    Numbers.seconds(caches.readDelay()),
                    delay == null || plan.caching().readDelaySeconds() != null
                            ? terms.stated(PlanField.READ_DELAY.path())
                            : Derivations.describe(delay.source()));
        }
        if (caches.effectiveness() < 1) {
            terms.term(
                    "term.effectiveness",
                    Numbers.percentExact(caches.effectiveness()),
                    seen == null || plan.caching().effectiveness() != null
                            ? terms.stated(PlanField.EFFECTIVENESS.path())
                            : Derivations.describe(seen.source()));
        }
    }

    Derivation hitRate() {
        Caches caches = evaluation.caches();
        for (CachedPart part : caches.parts()) {
            terms.add(
                    part.item().name(),
                    Terms.TEXTS.get(
                            "value.part", Numbers.count(part.cachedTokens()), Numbers.percentExact(part.hitRate())),
                    caches.measured()
                            ? terms.stated(PlanField.MEASURED_HIT_RATE.path())
                            : Terms.TEXTS.get("source.derived"));
        }
        terms.term("term.breakEven", Numbers.percentExact(caches.breakEven()), Terms.TEXTS.get("source.breakEven"));
        return new Derivation(
                Terms.TEXTS.get("title.hitRate"),
                Terms.TEXTS.get("formula.hitRate"),
                terms.list(),
                Double.isNaN(caches.hitRate()) ? "–" : Numbers.percentExact(caches.hitRate()),
                Terms.TEXTS.get("note.hitRate.meaning"));
    }

    Derivation firstToken() {
        FirstToken time = evaluation.firstToken();
        terms.field(PlanField.LATENCY_BASE);
        terms.field(PlanField.LATENCY_UNCACHED);
        terms.field(PlanField.LATENCY_LOOKUP);
        terms.field(PlanField.LATENCY_CACHED);
        terms.field(PlanField.LATENCY_RETRIEVAL);
        terms.term("term.uncachedTime", Numbers.seconds(time.uncached()), "");
        terms.term("term.cachedTime", Numbers.seconds(time.cached()), "");
        double hit = evaluation.caches().hitRate();
        terms.term("term.hitRate", Double.isNaN(hit) ? "–" : Numbers.percentExact(hit), "");
        return new Derivation(
                Terms.TEXTS.get("title.firstToken"),
                Terms.TEXTS.get("formula.firstToken"),
                terms.list(),
                Numbers.seconds(time.expected()),
                Terms.TEXTS.get("note.firstToken"));
    }
}
