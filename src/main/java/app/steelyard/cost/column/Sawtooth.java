package app.steelyard.cost.column;

import app.steelyard.cost.column.Turns.Chain;

/**
 * A conversation that is compacted: it grows with each turn and, where the next one would be longer than the most, begins
 * anew at the length of a summary.
 *
 * @param first tokens of the first turn
 * @param perTurn tokens that each turn adds
 * @param most tokens beyond which it is compacted
 * @param after tokens that it begins anew with, below {@code most}
 */
record Sawtooth(double first, double perTurn, double most, double after) {
    /** Of so few turns nobody knows. */
    private static final double NOTHING = 1e-15;

    /** Something of a rise from one compaction to the next, for the sessions of one kind. */
    private interface Rise {
        /**
         * @param from the first turn of it
         * @param to the last one
         * @param start tokens of the first one
         * @param before tokens of the turn before; 0 where there is none
         */
        double of(Chain chain, double from, double to, double start, double before);
    }

    /** The mean over requests. */
    double size(Turns turns) {
        return sum(turns, (chain, from, to, start, before) -> chain.ramp(from, to, start, perTurn)) / turns.mean();
    }

    /** The mean of what the turn before sent and this one sends again, over the requests that have one; 0 where none has. */
    double repeated(Turns turns) {
        return turns.mean() <= 1
                ? 0
                : sum(turns, (chain, from, to, start, before) -> chain.ramp(from + 1, to, start, perTurn))
                        / (turns.mean() - 1);
    }

    /** Compactions for each request. */
    double compactions(Turns turns) {
        return sum(turns, (chain, from, to, start, before) -> before == 0 ? 0 : reaching(chain, from)) / turns.mean();
    }

    /** Tokens of it that compactions read, for each request. */
    double compacted(Turns turns) {
        return sum(turns, (chain, from, to, start, before) -> before * reaching(chain, from)) / turns.mean();
    }

    /** The share of the requests in which it is longer than {@code limit}. */
    double shareAbove(Turns turns, double limit) {
        return sum(turns, (chain, from, to, start, before) -> {
                    double above = from + beyond(start, limit);
                    return above > to ? 0 : chain.behind(above - 1) - chain.behind(to);
                })
                / turns.mean();
    }

    /** Its tokens in these, divided by all requests. */
    double sizeAbove(Turns turns, double limit) {
        return sum(turns, (chain, from, to, start, before) -> {
                    double skipped = beyond(start, limit);
                    return chain.ramp(from + skipped, to, start + skipped * perTurn, perTurn);
                })
                / turns.mean();
    }

    /** Turns of a rise that are not longer than {@code limit}. */
    private double beyond(double start, double limit) {
        return start > limit ? 0 : Math.floor((limit - start) / perTurn) + 1;
    }

    /** Tokens on a turn, counted from 1. */
    double onTurn(int turn) {
        double later = turn - 1 - length(first);
        return later < 0 ? first + (turn - 1) * perTurn : after + later % length(after) * perTurn;
    }

    private double sum(Turns turns, Rise rise) {
        double sum = 0;
        for (Chain chain : turns.kinds()) {
            sum += chain.weight() * sum(chain, rise);
        }
        return sum;
    }

    private double sum(Chain chain, Rise rise) {
        double from = 1;
        double length = length(first);
        double sum = rise.of(chain, from, from + length - 1, first, 0);
        double before = first + (length - 1) * perTurn;
        from += length;
        length = length(after);
        while (chain.behind(from - 1) > NOTHING) {
            double one = rise.of(chain, from, from + length - 1, after, before);
            double usual = after + (length - 1) * perTurn;
            if (from - 1 >= chain.certain() && before == usual) {
                // From here on each rise is as the one before, of as many sessions fewer.
                return sum + one / (1 - Math.pow(chain.goesOn(), length));
            }
            sum += one;
            before = usual;
            from += length;
        }
        return sum;
    }

    /** Turns of a rise. */
    private double length(double start) {
        return Math.max(1, Math.floor((most - start) / perTurn) + 1);
    }

    /** Sessions that reach a turn, of one. */
    private static double reaching(Chain chain, double turn) {
        return chain.behind(turn - 1) - chain.behind(turn);
    }
}
