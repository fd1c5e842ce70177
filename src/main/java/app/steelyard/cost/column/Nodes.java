package app.steelyard.cost.column;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a function is read and how much each reading counts, so that the sum is its integral from −1 to 1 (Gauss and
 * Legendre): exact for polynomials up to twice the number of readings.
 */
record Nodes(double[] at, double[] weight) {
    private static final Map<Integer, Nodes> KNOWN = new ConcurrentHashMap<>();

    static Nodes of(int n) {
        return KNOWN.computeIfAbsent(n, Nodes::found);
    }

    private static Nodes found(int n) {
        double[] at = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int step = 0; step < 20; step++) {
                double p = 1;
                double before = 0;
                for (int k = 1; k <= n; k++) {
                    double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
                    before = p;
                    p = next;
                }
                slope = n * (x * p - before) / (x * x - 1);
                x -= p / slope;
            }
            at[i] = x;
            weight[i] = 2 / ((1 - x * x) * slope * slope);
        }
        return new Nodes(at, weight);
    }

    int count() {
        return at.length;
    }
}
