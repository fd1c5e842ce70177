package app.steelyard.whatif.trials;

import app.steelyard.cost.engine.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each choice costs in each state of the world, and what knowing something of the state first would save.
 *
 * <p>A design that cannot do the job in a trial has to be replaced there: it costs its own set-up and then as much as the
 * dearest design that can. One that never can is no choice. A trial in which none can saves nothing.
 */
final class Payoffs {
    private final double[][] costs;
    private final double[] probabilities;
    /** The choice that costs least in the mean. */
    private final int fixed;

    /**
     * @param costs by choice and state; at least one choice
     * @param probabilities of the states; none where all are alike
     */
    Payoffs(double[][] costs, double... probabilities) {
        this.costs = costs;
        this.probabilities = probabilities;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int choice = 0; choice < costs.length; choice++) {
            double mean = 0;
            for (int state = 0; state < costs[choice].length; state++) {
                mean += weight(state) * costs[choice][state];
            }
            if (mean < least) {
                least = mean;
                best = choice;
            }
        }
        fixed = best;
    }

    /** The designs that can do the job in any trial of {@code simulation}. */
    static Payoffs of(Simulation simulation) {
        Sums sums = simulation.sums();
        List<double[]> costs = new ArrayList<>();
        int trials = simulation.settings().trials();
        for (int a = 0; a < sums.total().length; a++) {
            int able = 0;
            for (boolean feasible : sums.feasible()[a]) {
                able += feasible ? 1 : 0;
            }
            if (able == trials) {
                costs.add(ranked(sums, a));
            } else if (able > 0) {
                costs.add(withReplacement(simulation, a));
            }
        }
        return new Payoffs(settled(simulation, costs));
    }

    private static double[] ranked(Sums sums, int architecture) {
        double[] costs = new double[sums.total()[architecture].length];
        Arrays.setAll(costs, row -> sums.ranked(architecture, row));
        return costs;
    }

    private static double[] withReplacement(Simulation simulation, int architecture) {
        Sums sums = simulation.sums();
        double[] costs = ranked(sums, architecture);
        for (int row = 0; row < costs.length; row++) {
            if (!sums.feasible()[architecture][row] && simulation.cheapest(row) >= 0) {
                double dearest = Double.NEGATIVE_INFINITY;
                for (int a = 0; a < sums.total().length; a++) {
                    if (sums.feasible()[a][row]) {
                        dearest = Math.max(dearest, sums.ranked(a, row));
                    }
                }
                costs[row] = sums.setUp()[architecture][row] + dearest;
            }
        }
        return costs;
    }

    /** With every choice at 0 where nothing can do the job. */
    private static double[][] settled(Simulation simulation, List<double[]> costs) {
        if (simulation.noneFeasible().value() == 0) {
            return costs.toArray(double[][]::new);
        }
        double[][] settled = costs.toArray(double[][]::new);
        for (int row = 0; row < simulation.settings().trials(); row++) {
            if (simulation.cheapest(row) < 0) {
                for (double[] choice : settled) {
                    choice[row] = 0;
                }
            }
        }
        return settled;
    }

    boolean isEmpty() {
        return costs.length == 0;
    }

    /** What is gained in the mean, at least 0, and how sure that is. */
    record Gain(double mean, double standardError) {}

    /** Of knowing the state. */
    Gain perfect() {
        int states = costs[0].length;
        double[] gains = new double[states];
        for (int state = 0; state < states; state++) {
            double least = costs[fixed][state];
            for (double[] choice : costs) {
                least = Math.min(least, choice[state]);
            }
            gains[state] = costs[fixed][state] - least;
        }
        return gain(gains);
    }

    /**
     * Of knowing one number alone. Its values fall into bins that are alike in probability; in each bin every half of the
     * trials is given the choice that was best in the other half. So no trial decides for itself, and the estimate is on
     * the low side rather than the high one: chance alone is worth nothing.
     *
     * @param values of the number, by state
     */
    Worth worth(Assumption assumption, double[] values) {
        Bins bins = Bins.of(assumption, values.length);
        int n = bins.count();
        int choices = costs.length;
        double[] sums = new double[2 * n * choices];
        int[] cells = new int[values.length];
        for (int state = 0; state < values.length; state++) {
            int cell = (bins.of(values[state]) * 2 + (state & 1)) * choices;
            cells[state] = cell;
            double usual = costs[fixed][state];
            for (int choice = 0; choice < choices; choice++) {
                sums[cell + choice] += costs[choice][state] - usual;
            }
        }
        int[] chosen = new int[2 * n];
        for (int cell = 0; cell < chosen.length; cell++) {
            chosen[cell] = best(sums, (cell ^ 1) * choices, choices);
        }
        for (int state = 0; state < values.length; state++) {
            cells[state] = chosen[cells[state] / choices];
        }
        double[] gains = new double[values.length];
        for (int state = 0; state < values.length; state++) {
            gains[state] = costs[fixed][state] - costs[cells[state]][state];
        }
        Gain gain = gain(gains);
        return new Worth(assumption, gain.mean(), gain.standardError());
    }

    /** The choice with the least sum; the usual one, whose sum is 0, unless another is below. */
    private int best(double[] sums, int from, int choices) {
        int best = fixed;
        for (int choice = 0; choice < choices; choice++) {
            if (sums[from + choice] < sums[from + best]) {
                best = choice;
            }
        }
        return best;
    }

    private Gain gain(double[] gains) {
        double mean = 0;
        for (int state = 0; state < gains.length; state++) {
            mean += weight(state) * gains[state];
        }
        double variance = 0;
        for (int state = 0; state < gains.length; state++) {
            variance += weight(state) * (gains[state] - mean) * (gains[state] - mean);
        }
        return new Gain(Math.max(0, mean), Math.sqrt(variance / gains.length));
    }

    private double weight(int state) {
        return probabilities.length == 0 ? 1.0 / costs[0].length : probabilities[state];
    }

    /** Bins of one number that hold about as many trials each. */
    private record Bins(double[] edges) {
        private static final int MOST = 100;

        /** As many as weigh the error of wide bins against that of thin ones: the cube root of the trials. */
        static Bins of(Assumption assumption, int trials) {
            int count = Math.clamp(Math.round(Math.cbrt(trials)), 2, MOST);
            ValueSpread.Transform quantile = assumption.spread().transform();
            double[] edges = new double[count - 1];
            Arrays.setAll(edges, i -> assumption.rounded(quantile.at((i + 1.0) / count)));
            return new Bins(Arrays.stream(edges).distinct().toArray());
        }

        int count() {
            return edges.length + 1;
        }

        int of(double value) {
            int place = Arrays.binarySearch(edges, value);
            return place < 0 ? -place - 1 : place;
        }
    }
}
