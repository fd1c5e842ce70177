package app.steelyard.whatif.map;

import app.steelyard.whatif.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a surface over a map has one height.
 *
 * @param level the height
 * @param lines in the axes' units; one that ends where it began is closed
 */
public record ContourTrace(double level, List<Line> lines) {
    private static final int MOST_LEVELS = 7;

    public ContourTrace {
        lines = List.copyOf(lines);
    }

    /** Points joined in order. */
    public record Line(double[] x, double[] y) {}

    /** Whole heights spread over the surface so that about as much of it lies between each two; 0 if it is crossed. */
    static double[] levels(double[] surface) {
        double[] known =
                Arrays.stream(surface).filter(Double::isFinite).sorted().toArray();
        if (known.length == 0 || known[0] == known[known.length - 1]) {
            return new double[0];
        }
        double low = known[0];
        double high = known[known.length - 1];
        TreeSet<Double> levels = new TreeSet<>();
        if (low < 0 && high > 0) {
            levels.add(0.0);
        }
        for (int i = 1; i <= MOST_LEVELS; i++) {
            double level = round(known[(int) ((long) i * known.length / (MOST_LEVELS + 1))]);
            if (level > low && level < high) {
                levels.add(level);
            }
        }
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The nearest of 1, 2 and 5 times a power of ten. */
    private static double round(double value) {
        if (value == 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
        double digits = Math.abs(value) / power;
        double round = digits < 1.5 ? 1 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10;
        return Math.copySign(round * power, value);
    }

    /**
     * Marching squares over the cells' centres; nothing is drawn where a corner is not known.
     *
     * @param surface by row of y, then x
     */
    static ContourTrace of(Axis x, Axis y, double[] surface, double level) {
        return new ContourTrace(level, new Tracer(x, y, surface, level).lines());
    }

    /** Joins the pieces that cross single squares to lines. */
    private static final class Tracer {
        private final Axis x;
        private final Axis y;
        private final double[] surface;
        private final double level;
        private final Map<Integer, List<Integer>> neighbours = new HashMap<>();

        Tracer(Axis x, Axis y, double[] surface, double level) {
            this.x = x;
            this.y = y;
            this.surface = surface;
            this.level = level;
        }

        private double height(int ix, int iy) {
            return surface[iy * x.cells() + ix];
        }

        /** An edge of the grid from a centre to the next on the right (even) or above (odd). */
        private int edge(int ix, int iy, boolean up) {
            return 2 * (iy * x.cells() + ix) + (up ? 1 : 0);
        }

        List<Line> lines() {
            for (int iy = 0; iy + 1 < y.cells(); iy++) {
                for (int ix = 0; ix + 1 < x.cells(); ix++) {
                    square(ix, iy);
                }
            }
            List<Line> lines = new ArrayList<>();
            List<Integer> starts = new ArrayList<>(neighbours.keySet());
            Collections.sort(starts);
            // Open lines first, from their ends, so that none is cut in two.
            for (int pass = 1; pass <= 2; pass++) {
                for (int start : starts) {
                    List<Integer> next = neighbours.getOrDefault(start, List.of());
                    if (next.size() == pass) {
                        lines.add(follow(start));
                    }
                }
            }
            return lines;
        }

        private void square(int ix, int iy) {
            double a = height(ix, iy);
            double b = height(ix + 1, iy);
            double c = height(ix + 1, iy + 1);
            double d = height(ix, iy + 1);
            if (!Double.isFinite(a + b + c + d)) {
                return;
            }
            int bottom = edge(ix, iy, false);
            int right = edge(ix + 1, iy, true);
            int top = edge(ix, iy + 1, false);
            int left = edge(ix, iy, true);
            int above = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
            boolean middle = (a + b + c + d) / 4 >= level;
            switch (above) {
                case 1, 14 -> join(left, bottom);
                case 2, 13 -> join(bottom, right);
                case 3, 12 -> join(left, right);
                case 4, 11 -> join(right, top);
                case 6, 9 -> join(bottom, top);
                case 7, 8 -> join(left, top);
                case 5 -> saddle(middle, left, top, bottom, right);
                case 10 -> saddle(middle, left, bottom, right, top);
                default -> {}
            }
        }

        private void saddle(boolean middle, int first, int second, int third, int fourth) {
            if (middle) {
                join(first, second);
                join(third, fourth);
            } else {
                join(first, third);
                join(second, fourth);
            }
        }

        private void join(int from, int to) {
            neighbours.computeIfAbsent(from, k -> new ArrayList<>(2)).add(to);
            neighbours.computeIfAbsent(to, k -> new ArrayList<>(2)).add(from);
        }

        private Line follow(int start) {
            List<Integer> path = new ArrayList<>();
            path.add(start);
            int at = start;
            for (List<Integer> next = neighbours.get(at); next != null && !next.isEmpty(); next = neighbours.get(at)) {
                int to = next.removeFirst();
                neighbours.getOrDefault(to, new ArrayList<>()).remove(/* element */ (Integer) at);
                path.add(to);
                at = to;
            }
            double[] xs = new double[path.size()];
            double[] ys = new double[path.size()];
            for (int i = 0; i < xs.length; i++) {
                place(path.get(i), i, xs, ys);
            }
            return new Line(xs, ys);
        }

        private void place(int edge, int i, double[] xs, double[] ys) {
            int cell = edge / 2;
            int ix = cell % x.cells();
            int iy = cell / x.cells();
            boolean up = edge % 2 == 1;
            double from = height(ix, iy);
            double to = up ? height(ix, iy + 1) : height(ix + 1, iy);
            double share = (level - from) / (to - from);
            xs[i] = x.at(ix + 0.5 + (up ? 0 : share));
            ys[i] = y.at(iy + 0.5 + (up ? share : 0));
        }
    }
}
