package app.steelyard.whatif.search;

import app.steelyard.whatif.SearchSpan;
import java.util.List;
import java.util.Optional;

/** What came of a search for a number’s value. */
public sealed interface GoalAnswer {
    /** Where the result passes the wanted value without ever taking it, in order. */
    List<Jump> jumps();

    /** All that was searched. */
    SearchSpan span();

    /** How many plans were weighed. */
    int steps();

    /** @param solutions at least one; the nearest to the plan's value first */
    record Found(List<Solution> solutions, List<Jump> jumps, SearchSpan span, int steps) implements GoalAnswer {
        public Found {
            solutions = List.copyOf(solutions);
            jumps = List.copyOf(jumps);
        }
    }

    /**
     * @param why as a sentence
     * @param nearest the value whose result is nearest to the wanted one; empty where the result is known nowhere
     */
    record Never(String why, Optional<Nearest> nearest, List<Jump> jumps, SearchSpan span, int steps)
            implements GoalAnswer {
        public Never {
            jumps = List.copyOf(jumps);
        }
    }

    /**
     * @param from a value at which the result is the wanted one
     * @param to the same, or the last of a stretch on which it stays so
     * @param result at {@code from}, as computed: of two results that are to be equal, how far they are apart; of a design
     *     that is to be the cheapest, by how much it is
     */
    record Solution(double from, double to, double result) {
        private static final double NEAR_THE_END = 0.02;

        /** Whether a whole stretch of values does. */
        public boolean stretch() {
            return to > from;
        }

        public boolean holds(double value) {
            return value >= from && value <= to;
        }

        /**
         * A value well inside a stretch, where what ends with it does not hang on the last digit: the roundest one near the
         * end that is nearer to {@code base}; that end itself where there is none.
         *
         * @param whole whether the value must be a whole number
         */
        public double inside(double base, boolean whole) {
            boolean upwards = !(base > to);
            double end = upwards ? from : to;
            double room = Math.min(to - from, Math.abs(end)) * NEAR_THE_END;
            double least = whole ? 1 : room * 1e-3;
            for (double step = Math.pow(10, Math.ceil(Math.log10(room))); room > 0 && step >= least; step /= 10) {
                double round = (upwards ? Math.ceil(end / step) : Math.floor(end / step)) * step;
                if (round != end && Math.abs(round - end) <= room && holds(round)) {
                    return round;
                }
            }
            return end;
        }
    }

    /** The result jumps over the wanted value between two values next to each other. */
    record Jump(double before, double after, double resultBefore, double resultAfter) {}

    record Nearest(double value, double result) {}
}
