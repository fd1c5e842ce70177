package app.steelyard.cost;

import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a comparison comes to. It is worked out here once; windows, commands, reports and records word it and work out
 * nothing of their own. It holds no words but the notices of its designs.
 */
public sealed interface Verdict {

    /** The designs that were never compared, as a price, a rate or an offer is missing: what was not compared is not beaten. */
    List<Evaluation.Unpriced> uncompared();

    /** Nothing was stated about the system yet, so that any answer would be about an example. */
    record Example(List<Evaluation.Unpriced> uncompared) implements Verdict {
        public Example {
            uncompared = List.copyOf(uncompared);
        }
    }

    /** No design has a price; at least one is {@link #uncompared()}. */
    record Unpriced(List<Evaluation.Unpriced> uncompared) implements Verdict {
        public Unpriced {
            uncompared = List.copyOf(uncompared);
        }
    }

    /**
     * Of the designs that have a price none can do the job.
     *
     * @param unfit those, in the comparison's order; at least one
     */
    record NoneFit(List<Evaluation.Priced> unfit, List<Evaluation.Unpriced> uncompared) implements Verdict {
        public NoneFit {
            unfit = List.copyOf(unfit);
            uncompared = List.copyOf(uncompared);
        }
    }

    /**
     * A design is the cheapest that can do the job.
     *
     * @param best it; of those that cost the same, today's if that is among them
     * @param only whether nothing else has a price
     * @param next the cheapest other one that can do the job, and how {@code best} stands against it
     * @param basis by what they are ranked
     * @param alike the cheapest that can do the job on the model of today, where {@code best} runs on another
     * @param tuned the cheapest other one that can do the job and places weights, where today's does not
     * @param untold whether success is counted and nobody has said how often today's design succeeds on the model of
     *     {@code best}: the model's part of the saving then takes it to succeed there as often as it does today
     * @param reordered what {@code best} caches in its order, where that is not the order of today's prompt; else empty
     * @param orderFirst whether the order of today's prompt alone costs, so that another order is the first thing to do
     * @param tempting what would cost less and cannot do the job, the cheapest first
     */
    record Cheapest(
            Evaluation.Priced best,
            boolean only,
            Today today,
            Optional<Margin> next,
            List<Evaluation.Priced> tempting,
            List<Evaluation.Unpriced> uncompared,
            Basis basis,
            Optional<Evaluation.Priced> alike,
            Optional<Evaluation.Priced> tuned,
            boolean untold,
            List<ContextItem> reordered,
            boolean orderFirst)
            implements Verdict {
        public Cheapest {
            tempting = List.copyOf(tempting);
            uncompared = List.copyOf(uncompared);
            reordered = List.copyOf(reordered);
        }

        /** Whether the cheapest runs on another model than today's design, so that a saving can be the model's. */
        public boolean otherModel() {
            return againstToday()
                    .map(m -> !m.one()
                            .architecture()
                            .on()
                            .equals(m.other().architecture().on()))
                    .orElse(false);
        }

        /** What may not hold, or not for long, of the cheapest. */
        public List<Notice> beware() {
            return best.notices().stream()
                    .filter(n -> n.severity() == Notice.Severity.WARNING)
                    .toList();
        }

        /** Today's design; empty where it has no price. */
        public Optional<Evaluation.Priced> todayPriced() {
            return today instanceof Today.Best
                    ? Optional.of(best)
                    : againstToday().map(Margin::other);
        }

        /** The cheapest against today's design; empty where they are one, and where today's has no price. */
        public Optional<Margin> againstToday() {
            return switch (today) {
                case Today.Fit fit -> Optional.of(fit.margin());
                case Today.Unfit unfit -> Optional.of(unfit.margin());
                case Today.Best best -> Optional.empty();
                case Today.Unpriced unpriced -> Optional.empty();
            };
        }
    }

    /** How today's design stands beside the cheapest. */
    sealed interface Today {
        /** It is the cheapest. */
        record Best() implements Today {}

        /** It can do the job, too. */
        record Fit(Margin margin) implements Today {}

        /** It cannot do the job, so that nothing is saved by leaving it, whatever it costs. */
        record Unfit(Margin margin) implements Today {}

        /** What it costs is not known. */
        record Unpriced(Evaluation.Unpriced evaluation) implements Today {}
    }

    static Verdict of(Comparison comparison) {
        List<Evaluation.Unpriced> uncompared = comparison.unpriced();
        if (Assumed.throughout(comparison.plan())) {
            return new Example(uncompared);
        }
        List<Evaluation.Priced> priced = comparison.priced();
        if (priced.isEmpty()) {
            return new Unpriced(uncompared);
        }
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        if (cheapest.isEmpty()) {
            return new NoneFit(priced, uncompared);
        }
        Evaluation.Priced best = cheapest.get();
        return new Cheapest(
                best,
                priced.size() == 1,
                today(comparison.baseline(), best),
                comparison.cheapestBut(best.architecture()).map(e -> new Margin(best, e)),
                priced.stream()
                        .filter(e -> !e.feasible() && new Margin(best, e).behind())
                        .sorted(Comparator.comparingDouble(Evaluation.Priced::ranked))
                        .toList(),
                uncompared,
                comparison.basis(),
                alike(comparison, best),
                tuned(comparison, best),
                untold(comparison, best),
                reordered(comparison.plan(), best),
                orderFirst(comparison, best));
    }

    private static Optional<Evaluation.Priced> alike(Comparison comparison, Evaluation.Priced best) {
        String today = comparison.baseline().architecture().on();
        return best.architecture().on().equals(today)
                ? Optional.empty()
                : comparison.cheapest(e -> e.architecture().on().equals(today));
    }

    private static Optional<Evaluation.Priced> tuned(Comparison comparison, Evaluation.Priced best) {
        return comparison.baseline().architecture().places(Placement.WEIGHTS)
                ? Optional.empty()
                : comparison.cheapest(e -> e.architecture().places(Placement.WEIGHTS) && !e.equals(best));
    }

    private static boolean untold(Comparison comparison, Evaluation.Priced best) {
        Plan plan = comparison.plan();
        Architecture today = comparison.baseline().architecture();
        PriceRef model = best.architecture().model(plan);
        return comparison.basis().perSuccess()
                && model != null
                && !model.equals(today.model(plan))
                && !Adaptation.stated(today.at(model), plan);
    }

    private static List<ContextItem> reordered(Plan plan, Evaluation.Priced best) {
        List<ContextItem> sent = best.caches().parts().stream()
                .filter(p -> p.cachedTokens() > 0)
                .map(CachedPart::item)
                .toList();
        List<ContextItem> listed = sent.stream()
                .sorted(Comparator.comparingInt(plan.items()::indexOf))
                .toList();
        return best.architecture().today() || sent.equals(listed) && !behindPlain(plan, best, listed)
                ? List.of()
                : sent;
    }

    /** Whether something of the prompt that is not cached stands before something that is. */
    private static boolean behindPlain(Plan plan, Evaluation.Priced best, List<ContextItem> listed) {
        int last = listed.isEmpty() ? 0 : plan.items().indexOf(listed.get(listed.size() - 1));
        return IntStream.range(0, last)
                .anyMatch(i -> best.architecture().placements().get(i) == Placement.PLAIN_PROMPT);
    }

    /** Either the order is weighed as a design of its own, or the best design differs from today's in nothing else. */
    private static boolean orderFirst(Comparison comparison, Evaluation.Priced best) {
        Architecture today = comparison.baseline().architecture();
        return comparison.evaluations().stream().anyMatch(e -> e.architecture().reordered())
                || !best.architecture().today()
                        && best.architecture().on().equals(today.on())
                        && today.places(Placement.CACHED_PREFIX)
                        && IntStream.range(0, comparison.plan().items().size())
                                .filter(i -> comparison.plan().items().get(i).scope() != Scope.REQUEST)
                                .allMatch(i -> today.placements().get(i)
                                        == best.architecture().placements().get(i));
    }

    private static Today today(Evaluation baseline, Evaluation.Priced best) {
        return switch (baseline) {
            case Evaluation.Unpriced unpriced -> new Today.Unpriced(unpriced);
            case Evaluation.Priced today when today.architecture().equals(best.architecture()) -> new Today.Best();
            case Evaluation.Priced today when today.feasible() -> new Today.Fit(new Margin(best, today));
            case Evaluation.Priced today -> new Today.Unfit(new Margin(best, today));
        };
    }
}
