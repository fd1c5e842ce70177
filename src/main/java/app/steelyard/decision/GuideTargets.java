package app.steelyard.decision;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the guide says to aim at, held against what is derived for one system. Source: "Prompt Caching vs. Fine-Tuning",
 * PromptMetrics, 2026, sections "Measuring Success" and "Migration Playbook".
 *
 * @param band the hit rates of the kind of context that most cached tokens are; empty where nothing is cached
 * @param hitRate derived, 0 to 1; empty likewise
 * @param migrates whether something leaves the weights for the cache, so that {@link #FIRST_HIT_RATE} is the first aim
 * @param costDrop by how much a query gets cheaper than today, as a fraction; empty where caching is no change, a price
 *     is missing or today's design cannot do the job
 */
public record GuideTargets(
        Optional<HitRateTarget> band, OptionalDouble hitRate, boolean migrates, OptionalDouble costDrop) {
    /** The least hit rate right after a migration. */
    public static final double FIRST_HIT_RATE = 0.7;

    /** By how much a query should get cheaper at once. */
    public static final double COST_DROP_LOW = 0.5;

    public static final double COST_DROP_HIGH = 0.6;

    /** The aims for the recommended placement. */
    public static GuideTargets of(Decision decision) {
        List<ItemAdvice> cached = decision.items().stream()
                .filter(a -> a.option().placement() == Placement.CACHED_PREFIX)
                .toList();
        Optional<Evaluation.Priced> priced =
                decision.recommended().priced().filter(p -> p.caches().cachedTokens() > 0);
        List<Placement> today = decision.comparison().baseline().architecture().placements();
        List<Placement> then = decision.recommended().placements();
        boolean migrates = false;
        for (int i = 0; i < then.size(); i++) {
            migrates |= today.get(i) == Placement.WEIGHTS && then.get(i) == Placement.CACHED_PREFIX;
        }
        return new GuideTargets(
                priced.map(p -> band(decision, cached)),
                priced.map(p -> OptionalDouble.of(p.caches().hitRate())).orElse(OptionalDouble.empty()),
                migrates && priced.isPresent(),
                today.contains(Placement.CACHED_PREFIX) ? OptionalDouble.empty() : drop(decision, priced));
    }

    private static HitRateTarget band(Decision decision, List<ItemAdvice> cached) {
        // What belongs to the only tenant there is belongs to all.
        boolean one = decision.plan().traffic().tenants() <= 1;
        List<ContextItem> items = cached.stream()
                .map(ItemAdvice::item)
                .map(i -> one && i.scope() == Scope.TENANT ? i.withScope(Scope.SHARED) : i)
                .toList();
        return HitRateTarget.of(
                items,
                item -> decision.answers()
                        .get(AnswerKey.ofItem(item.id(), "nature"))
                        .filter(a -> a instanceof Answer.Word && !a.equals(Answer.of("user-data")))
                        .isPresent());
    }

    private static OptionalDouble drop(Decision decision, Optional<Evaluation.Priced> then) {
        if (then.isEmpty()
                || !(decision.comparison().baseline() instanceof Evaluation.Priced today)
                || !today.feasible()) {
            return OptionalDouble.empty();
        }
        Measures before = today.measures();
        return before.firstMonth() > 0
                ? OptionalDouble.of(1 - then.get().measures().firstMonth() / before.firstMonth())
                : OptionalDouble.empty();
    }
}
