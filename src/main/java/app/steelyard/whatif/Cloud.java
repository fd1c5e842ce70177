package app.steelyard.whatif;

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
        java.util.Arrays.fill(values, base);
        simulation.assumptions().stream()
                .filter(a -> a.number().equals(axis.number()))
                .forEach(a -> System.arraycopy(simulation.values(a), 0, values, 0, trials));
        return values;
    }
}
