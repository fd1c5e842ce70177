package app.steelyard.cost.column;

import java.util.List;

/**
 * How many turns a session has, and what that means for something that grows with each. A chain that may end after any turn
 * with the same probability (geometric) is the usual case. Where turns spread more, some sessions have one turn only; where
 * less, the first turns are certain.
 *
 * @param mean turns a session, 1 or more
 * @param kinds of sessions; their weights add up to 1
 */
public record Turns(double mean, List<Chain> kinds) {

    /**
     * @param mean 1 or more
     * @param spread standard deviation as a fraction of the mean; NaN for the usual case
     */
    public static Turns of(double mean, double spread) {
        double usual = mean * (mean - 1);
        double variance = Double.isNaN(spread) ? usual : spread * spread * mean * mean;
        if (mean <= 1 || Math.abs(variance - usual) <= 1e-12 * usual) {
            return new Turns(Math.max(1, mean), List.of(new Chain(1, 0, 1 - 1 / Math.max(1, mean))));
        }
        if (variance > usual) {
            double longer = ((variance + mean * mean - 1) / (mean - 1) - 1) / 2;
            double share = (mean - 1) / (longer - 1);
            return new Turns(mean, List.of(new Chain(1 - share, 0, 0), new Chain(share, 0, 1 - 1 / longer)));
        }
        double uncertain = 0;
        double part = 0;
        // Turns that are certain are whole, and two neighbouring numbers of them spread a little by themselves.
        for (int step = 0; step < 30; step++) {
            uncertain = (Math.sqrt(1 + 4 * Math.max(0, variance - part * (1 - part))) - 1) / 2;
            part = (mean - 1 - uncertain) - Math.floor(mean - 1 - uncertain);
        }
        double certain = mean - 1 - uncertain;
        double goesOn = uncertain / (1 + uncertain);
        return new Turns(
                mean,
                List.of(
                        new Chain(1 - part, Math.floor(certain), goesOn),
                        new Chain(part, Math.floor(certain) + 1, goesOn)));
    }

    /**
     * Sessions of one kind.
     *
     * @param weight their share of all sessions
     * @param certain turns after the first that they have in any case, a whole number
     * @param goesOn the probability that one turn more follows then
     */
    record Chain(double weight, double certain, double goesOn) {

        /** Turns of a session that have at least {@code i} turns before them, on average; {@code i} is whole. */
        double behind(double i) {
            double rest = goesOn / (1 - goesOn);
            return i <= certain ? certain - i + 1 + rest : Math.pow(goesOn, i - certain) / (1 - goesOn);
        }

        /** The sum over sessions of tokens that rise from {@code start} at turn {@code from} to turn {@code to}. */
        double ramp(double from, double to, double start, double perTurn) {
            if (from > to) {
                return 0;
            }
            double steps = sum(to - 1) - sum(from - 1) - (to - from) * behind(to);
            return start * (behind(from - 1) - behind(to)) + perTurn * steps;
        }

        /** The sum of {@link #behind} from 1 to {@code n}; of a last one that is not whole, its part. */
        double sum(double n) {
            double whole = Math.floor(Math.min(n, certain));
            double rest = goesOn / (1 - goesOn);
            double sum = whole * (certain + 1 + rest) - whole * (whole + 1) / 2;
            if (n <= certain) {
                return sum + (n - whole) * behind(whole + 1);
            }
            double square = goesOn / ((1 - goesOn) * (1 - goesOn));
            if (Double.isInfinite(n)) {
                return sum + square;
            }
            double more = Math.floor(n) - certain;
            return sum + square * (1 - Math.pow(goesOn, more)) + (n - Math.floor(n)) * behind(Math.floor(n) + 1);
        }
    }

    /**
     * What the turn before sent of something of which the latest {@code window} tokens are sent, over the requests that have
     * one: once there are more tokens, none is found where it was.
     */
    double sliding(double first, double perTurn, double window) {
        double full = first > window ? 1 : Math.floor((window - first) / perTurn) + 1;
        double sum = 0;
        for (Chain kind : kinds) {
            sum += kind.weight() * kind.ramp(2, full, first, perTurn);
        }
        return mean <= 1 ? 0 : sum / (mean - 1);
    }

    /** The mean over requests of what begins with {@code first}, grows by {@code perTurn} and stops at {@code end}. */
    double size(double first, double perTurn, double end) {
        double steps = steps(first, perTurn, end);
        double sum = 0;
        for (Chain kind : kinds) {
            sum += kind.weight() * perTurn * kind.sum(steps);
        }
        return Math.min(first, end) + sum / mean;
    }

    /** The mean of what the turn before sent of it, over the requests that have one; 0 where none has. */
    double before(double first, double perTurn, double end) {
        if (mean <= 1) {
            return 0;
        }
        double steps = steps(first, perTurn, end);
        double sum = 0;
        for (Chain kind : kinds) {
            sum += kind.weight() * perTurn * (kind.sum(steps + 1) - kind.behind(1));
        }
        return Math.min(first, end) + sum / (mean - 1);
    }

    /**
     * The share of the requests that have at least {@code turns} turns before them.
     *
     * @param turns whole, 0 or more
     */
    double shareFrom(double turns) {
        if (turns <= 0) {
            return 1;
        }
        double sum = 0;
        for (Chain kind : kinds) {
            sum += kind.weight() * kind.behind(turns);
        }
        return sum / mean;
    }

    /** The share of the sessions that have at least so many turns. */
    public double reaching(double turn) {
        return kinds.stream()
                .mapToDouble(k -> k.weight() * Math.pow(k.goesOn(), Math.max(0, turn - 1 - k.certain())))
                .sum();
    }

    /** What {@link #size} counts of these requests alone; divided by all requests. */
    double sizeFrom(double turns, double first, double perTurn, double end) {
        if (turns <= 0) {
            return size(first, perTurn, end);
        }
        double steps = steps(first, perTurn, end);
        double sum = 0;
        for (Chain kind : kinds) {
            double counted = Math.min(turns, steps) * kind.behind(turns);
            double beyond = steps > turns ? kind.sum(steps) - kind.sum(turns) : 0;
            sum += kind.weight() * perTurn * (counted + beyond);
        }
        return Math.min(first, end) * shareFrom(turns) + sum / mean;
    }

    private static double steps(double first, double perTurn, double end) {
        return perTurn <= 0 ? 0 : Math.max(0, (end - first) / perTurn);
    }
}
