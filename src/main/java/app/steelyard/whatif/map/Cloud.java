package app.steelyard.whatif.map;

import app.steelyard.whatif.Axis;
import app.steelyard.whatif.trials.Simulation;
import java.util.Arrays;

/**
 * Where the trials of a simulation lie on a map.
 *
 * @param x in the unit of the map's first axis
 * @param y in the unit of its second, by trial
 */
public record Cloud(double[] x, double[] y) {

    /** Of the first {@code most} trials. */
    public static Cloud of(Simulation simulation, DecisionMap map, int most) {
        int trials = Math.min(most, simulation.settings().trials());
        return new Cloud(values(simulation, map.x(), trials), values(simulation, map.y(), trials));
    }

    private static double[] values(Simulation simulation, Axis axis, int trials) {
        double[] values = new double[trials];
        double base = axis.number().get(simulation.batch().plan());
        Arrays.fill(values, base);
        for (int i = 0; i < simulation.assumptions().size(); i++) {
            if (simulation.assumptions().get(i).number().equals(axis.number())) {
                System.arraycopy(simulation.values(i), 0, values, 0, trials);
            }
        }
        return values;
    }
}
