package app.steelyard.decision;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measures;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.TuningOffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What confirms a decision, or says that it has to be taken again.
 *
 * @param hitRate the least hit rate of the cached prefix; empty where nothing is cached
 * @param derivedHitRate what the engine expects; empty likewise
 * @param costPerQuery the most that a query may cost, set-up not counted; empty where it is unpriced
 * @param derivedCostPerQuery what the engine expects; empty likewise
 * @param invalidations the most changes of the shared cached prefix in a month; empty where nothing is cached
 * @param review the day to look again: after three months, or earlier where a price, an offer or a model ends
 */
public record Thresholds(
        OptionalDouble hitRate,
        OptionalDouble derivedHitRate,
        OptionalDouble costPerQuery,
        OptionalDouble derivedCostPerQuery,
        OptionalDouble invalidations,
        LocalDate review) {

    private static final double HIT_RATE_MARGIN = 0.05;
    private static final double COST_MARGIN = 1.1;
    private static final double INVALIDATION_MARGIN = 1.5;
    private static final int REVIEW_MONTHS = 3;

    public static Thresholds of(Decision decision, PriceBook book, LocalDate date) {
        Optional<Evaluation.Priced> priced = decision.recommended().priced();
        OptionalDouble derived = priced.filter(p -> p.caches().cachedTokens() > 0)
                .map(p -> OptionalDouble.of(p.caches().hitRate()))
                .orElse(OptionalDouble.empty());
        OptionalDouble perQuery = priced.map(Evaluation.Priced::measures)
                .filter(m -> m.costPerRequest() > 0)
                .map(m -> OptionalDouble.of(recurring(m)))
                .orElse(OptionalDouble.empty());
        return new Thresholds(
                derived.isPresent()
                        ? OptionalDouble.of(
                                Math.max(0, Math.floor((derived.getAsDouble() - HIT_RATE_MARGIN) * 100) / 100))
                        : derived,
                derived,
                perQuery.isPresent() ? OptionalDouble.of(perQuery.getAsDouble() * COST_MARGIN) : perQuery,
                perQuery,
                derived.isPresent() ? OptionalDouble.of(invalidations(decision)) : derived,
                review(decision, book, date));
    }

    private static double recurring(Measures measures) {
        return measures.costPerRequest() * (1 - measures.setUp() / measures.tco());
    }

    private static double invalidations(Decision decision) {
        double changes = decision.items().stream()
                .filter(a -> a.option().placement() == Placement.CACHED_PREFIX)
                .map(ItemAdvice::item)
                .filter(i -> i.scope() == Scope.SHARED)
                .mapToDouble(ContextItem::changesPerMonth)
                .sum();
        return Math.max(1, Math.ceil(changes * INVALIDATION_MARGIN));
    }

    private static LocalDate review(Decision decision, PriceBook book, LocalDate date) {
        return Stream.concat(
                        Stream.of(date.plusMonths(REVIEW_MONTHS)),
                        ends(decision, book).filter(d -> d.isAfter(date)))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The days on which something that the recommendation rests on ends. */
    private static Stream<LocalDate> ends(Decision decision, PriceBook book) {
        Plan plan = decision.plan();
        boolean tuned = decision.recommended().placements().contains(Placement.WEIGHTS);
        PriceRef used = tuned ? plan.tuning().model() : plan.inference().model();
        Stream<LocalDate> prices = decision.recommended().priced().stream()
                .flatMap(p -> p.statement().stream())
                .map(Line::price)
                .flatMap(p -> Stream.ofNullable(p.validity()).flatMap(v -> Stream.ofNullable(v.to())));
        if (used == null) {
            return prices;
        }
        Stream<LocalDate> model = book.model(used).map(Model::retires).stream().filter(Objects::nonNull);
        Stream<LocalDate> offer = tuned
                ? book.tuning(used, plan.inference().pricesAsOf()).stream().flatMap(q -> dates(q.fact()))
                : Stream.empty();
        return Stream.of(prices, model, offer).flatMap(s -> s);
    }

    private static Stream<LocalDate> dates(TuningOffer offer) {
        return Stream.of(List.of(Optional.ofNullable(offer.soldUntil()), Optional.ofNullable(offer.jobsUntil())))
                .flatMap(List::stream)
                .flatMap(Optional::stream);
    }
}
