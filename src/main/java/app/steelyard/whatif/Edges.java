package app.steelyard.whatif;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds where something that is one of a few changes along a number: which design is cheapest, whether a claim holds. It
 * looks at evenly spaced values and closes in where two neighbours differ; what begins and ends between two of them is
 * missed.
 */
public final class Edges {
    private static final int POINTS = 97;
    /** Values looked at inside a bracket at once; each round makes it so many times smaller. */
    private static final int INSIDE = 15;

    private static final double RELATIVE = 1e-13;
    private static final double ABSOLUTE = 1e-18;

    private Edges() {}

    /** What it is at each of {@code values}. */
    public interface Kinds {
        int[] of(double[] values);
    }

    /** Values from {@code from} to {@code to} at which it is {@code kind}. */
    public record Stretch(double from, double to, int kind) {}

    private record Bracket(double low, double high, int kindLow, int kindHigh) {}

    private record Edge(double at, int kind) {}

    /**
     * All of {@code span} in order, each stretch unlike the next.
     *
     * @param also another value to look at; NaN for none
     */
    public static List<Stretch> of(SearchSpan span, double also, Kinds kinds) {
        return of(points(span, also), span.whole(), kinds);
    }

    /**
     * The same about the values {@code points}, in order.
     *
     * @param whole whether there is nothing between two of them
     */
    public static List<Stretch> of(double[] points, boolean whole, Kinds kinds) {
        int[] found = kinds.of(points);
        List<Edge> edges = new ArrayList<>();
        edges.add(new Edge(points[0], found[0]));
        Deque<Bracket> open = new ArrayDeque<>();
        for (int i = 1; i < points.length; i++) {
            if (found[i] == found[i - 1]) {
                continue;
            }
            if (whole) {
                edges.add(new Edge(points[i], found[i]));
            } else {
                open.add(new Bracket(points[i - 1], points[i], found[i - 1], found[i]));
            }
        }
        double width = ABSOLUTE * (points[points.length - 1] - points[0]);
        while (!open.isEmpty()) {
            closeIn(open.remove(), width, kinds, edges, open);
        }
        edges.sort((a, b) -> Double.compare(a.at(), b.at()));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            double to = i + 1 < edges.size() ? edges.get(i + 1).at() : points[points.length - 1];
            stretches.add(new Stretch(edges.get(i).at(), to, edges.get(i).kind()));
        }
        return List.copyOf(stretches);
    }

    private static double[] points(SearchSpan span, double also) {
        DoubleStream all = Arrays.stream(span.points(POINTS));
        return (Double.isNaN(also) ? all : DoubleStream.concat(all, DoubleStream.of(also)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Finds the first change in the bracket; what is left of it is looked at again if it holds another. */
    private static void closeIn(Bracket bracket, double width, Kinds kinds, List<Edge> edges, Deque<Bracket> open) {
        double low = bracket.low();
        double high = bracket.high();
        int kind = bracket.kindHigh();
        while (high - low > RELATIVE * Math.max(Math.abs(low), Math.abs(high)) + width) {
            double[] inside = new double[INSIDE];
            for (int i = 0; i < INSIDE; i++) {
                inside[i] = low + (high - low) * (i + 1) / (INSIDE + 1);
            }
            int[] found = kinds.of(inside);
            int first = 0;
            while (first < INSIDE && found[first] == bracket.kindLow()) {
                first++;
            }
            double before = first == 0 ? low : inside[first - 1];
            double after = first == INSIDE ? high : inside[first];
            if (before == low && after == high) {
                break;
            }
            low = before;
            high = after;
            kind = first == INSIDE ? kind : found[first];
        }
        edges.add(new Edge((low + high) / 2, kind));
        if (kind != bracket.kindHigh()) {
            open.add(new Bracket(high, bracket.high(), kind, bracket.kindHigh()));
        }
    }
}
