package app.steelyard.decision;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
public record GuideTargets(Optional<Band> band, OptionalDouble hitRate, boolean migrates, OptionalDouble costDrop) {
    /** The least hit rate right after a migration. */
    public static final double FIRST_HIT_RATE = 0.7;

    /** By how much a query should get cheaper at once. */
    public static final double COST_DROP_LOW = 0.5;

    public static final double COST_DROP_HIGH = 0.6;

    /** Between the guide's documents, which change weekly, and a repository, which changes on every working day. */
    private static final double FIXED_CHANGES_PER_MONTH = 10;

    /** Kinds of systems, told by what most of their cached tokens are, each with the hit rates to aim at. */
    public enum Band {
        /** Documents that stay as they are for days. */
        CUSTOMER_SUPPORT(0.85, 0.95),
        /** What changes daily or faster, such as the repository of a team. */
        CODE_COPILOT(0.70, 0.85),
        /** Data of one of several tenants, or of its users. */
        MULTI_TENANT(0.60, 0.75);

        private static final Texts TEXTS = Texts.of(Band.class);

        private final double low;
        private final double high;

        Band(double low, double high) {
            this.low = low;
            this.high = high;
        }

        public double low() {
            return low;
        }

        public double high() {
            return high;
        }

        /** As shown. */
        public String label() {
            return TEXTS.name(this);
        }
    }

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

    /** A hit rate is a mean over tokens, so the kind with the most of them says what to expect of it. */
    private static Band band(Decision decision, List<ItemAdvice> cached) {
        Map<Band, Double> tokens = new EnumMap<>(Band.class);
        cached.forEach(a -> tokens.merge(band(decision, a.item()), a.item().tokens(), Double::sum));
        return tokens.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Band.CUSTOMER_SUPPORT);
    }

    private static Band band(Decision decision, ContextItem item) {
        boolean own = decision.plan().traffic().tenants() > 1 && item.scope() != Scope.SHARED;
        boolean changing = item.changesPerMonth() > FIXED_CHANGES_PER_MONTH;
        // A team's repository and a tenant's records look alike in numbers; the answer to what it is tells them apart.
        boolean document = decision.answers()
                .get(AnswerKey.ofItem(item.id(), "nature"))
                .filter(a -> a instanceof Answer.Word && !a.equals(Answer.of("user-data")))
                .isPresent();
        if (own && !(changing && document)) {
            return Band.MULTI_TENANT;
        }
        return changing ? Band.CODE_COPILOT : Band.CUSTOMER_SUPPORT;
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
