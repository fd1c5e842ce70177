package app.steelyard.cost;

import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison comes to. It is worked out here once; windows, commands, reports and records word it and work out
 * nothing of their own. It holds no words but the notices of its designs.
 */
public sealed interface Verdict {

    /** The designs that were never compared, as a price is missing: what was not compared is not beaten. */
    List<Evaluation.Unpriced> uncompared();

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
     * @param tempting what would cost less and cannot do the job, the cheapest first
     */
    record Cheapest(
            Evaluation.Priced best,
            boolean only,
            Today today,
            Optional<Margin> next,
            List<Evaluation.Priced> tempting,
            List<Evaluation.Unpriced> uncompared,
            Basis basis)
            implements Verdict {
        public Cheapest {
            tempting = List.copyOf(tempting);
            uncompared = List.copyOf(uncompared);
        }

        /** What may not hold, or not for long, of the cheapest. */
        public List<Notice> beware() {
            return best.notices().stream()
                    .filter(n -> n.severity() == Notice.Severity.WARNING)
                    .toList();
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
                comparison.basis());
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
