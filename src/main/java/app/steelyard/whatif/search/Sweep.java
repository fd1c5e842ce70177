package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.whatif.Blocks;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A figure of every design along one number, all else as in the plan.
 *
 * @param architectures one column each; the same ones at every value
 * @param points in order, from one end to the other
 */
public record Sweep(Measure figure, PlanNumber number, List<Architecture> architectures, List<Point> points) {

    public Sweep {
        architectures = List.copyOf(architectures);
        points = List.copyOf(points);
    }

    /**
     * The figure at one value.
     *
     * @param values by architecture; NaN where it is not known
     * @param feasible by architecture: whether it can do the job there
     * @param cheapest the one with the lowest total cost that can do the job; empty where none can
     */
    public record Point(double value, List<Double> values, List<Boolean> feasible, Optional<Architecture> cheapest) {
        public Point {
            values = List.copyOf(values);
            feasible = List.copyOf(feasible);
        }
    }

    /**
     * Weighs the plan at evenly spaced values, both ends among them; of a whole number, at the whole values nearest to them.
     *
     * @param count of values, at least 2
     * @param cancelled asked before each value
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Sweep of(
            Plan plan,
            PriceBook book,
            Measure figure,
            SearchSpan span,
            PlanNumber number,
            int count,
            BooleanSupplier cancelled) {
        List<Point> points = new ArrayList<>();
        List<Architecture> architectures = Comparison.of(plan, book).evaluations().stream()
                .map(Evaluation::architecture)
                .toList();
        double last = Double.NaN;
        for (int i = 0; i < count; i++) {
            Blocks.check(cancelled);
            double exact = i == count - 1 ? span.to() : span.at(i / (double) (count - 1));
            double value = number.whole() ? Math.rint(exact) : exact;
            if (value != last) {
                points.add(point(Comparison.of(number.with(plan, value), book), figure, value));
                last = value;
            }
        }
        return new Sweep(figure, number, architectures, points);
    }

    /** The same of one design alone; of none where the plan does not have it. */
    public Sweep only(Plan plan, Subject subject) {
        int index = subject.indexIn(plan, architectures);
        return index < 0
                ? new Sweep(figure, number, List.of(), List.of())
                : new Sweep(
                        figure,
                        number,
                        List.of(architectures.get(index)),
                        points.stream()
                                .map(p -> new Point(
                                        p.value(),
                                        List.of(p.values().get(index)),
                                        List.of(p.feasible().get(index)),
                                        p.cheapest()))
                                .toList());
    }

    private static Point point(Comparison comparison, Measure figure, double value) {
        List<Double> values = new ArrayList<>();
        List<Boolean> feasible = new ArrayList<>();
        for (Evaluation evaluation : comparison.evaluations()) {
            boolean priced = evaluation instanceof Evaluation.Priced;
            values.add(evaluation instanceof Evaluation.Priced p ? figure.of(p) : Double.NaN);
            feasible.add(priced && ((Evaluation.Priced) evaluation).feasible());
        }
        return new Point(value, values, feasible, comparison.cheapest().map(Evaluation.Priced::architecture));
    }
}
