package app.steelyard.cost.column;

/**
 * How one item grows, with each turn: to an end, with compactions, or behind a window.
 *
 * @param first tokens of the first turn
 * @param perTurn tokens that each turn adds
 * @param end tokens beyond which it does not grow; infinite for none
 * @param after tokens with which it begins anew there; NaN where it is not compacted
 * @param window tokens of the latest turns that are sent; NaN for all
 */
record Growing(double first, double perTurn, double end, double after, double window) {

    /** Of a class of sessions. */
    Growing times(double size, double growth) {
        return new Growing(first * size, perTurn * growth, end, after, window);
    }

    boolean compacted() {
        return perTurn > 0 && !Double.isNaN(after) && !Double.isInfinite(end);
    }

    Sawtooth sawtooth() {
        return new Sawtooth(first, perTurn, end, after);
    }

    private boolean slides() {
        return perTurn > 0 && !Double.isNaN(window);
    }

    private double most() {
        return slides() ? Math.min(end, window) : end;
    }

    /** Tokens on a turn, counted from 1. */
    double onTurn(int turn) {
        return compacted() ? sawtooth().onTurn(turn) : Math.min(most(), first + (turn - 1) * perTurn);
    }

    /** Tokens that a turn sends as the turn before did. */
    double foundOn(int turn) {
        boolean anew =
                compacted() && turn > 1 && sawtooth().onTurn(turn) < sawtooth().onTurn(turn - 1) + perTurn / 2;
        boolean slid = slides() && first + (turn - 1) * perTurn > window;
        return turn == 1 || anew || slid ? 0 : onTurn(turn - 1);
    }

    /** The mean over requests. */
    double size(Turns turns) {
        return compacted() ? sawtooth().size(turns) : turns.size(first, perTurn, most());
    }

    /** The mean of what the turn before sent and this one sends again, over the requests that have one; 0 where none has. */
    double before(Turns turns) {
        if (compacted()) {
            return sawtooth().repeated(turns);
        }
        return slides() ? turns.sliding(first, perTurn, most()) : turns.before(first, perTurn, end);
    }

    /** The share of the requests in which it is longer than {@code limit}. */
    double shareAbove(Turns turns, double limit) {
        if (compacted()) {
            return sawtooth().shareAbove(turns, limit);
        }
        return never(limit) ? 0 : turns.shareFrom(from(limit));
    }

    /** Its tokens in these, divided by all requests. */
    double sizeAbove(Turns turns, double limit) {
        if (compacted()) {
            return sawtooth().sizeAbove(turns, limit);
        }
        return never(limit) ? 0 : turns.sizeFrom(from(limit), first, perTurn, most());
    }

    private boolean never(double limit) {
        return most() <= limit || perTurn <= 0 && first <= limit;
    }

    /** Turns before the first one that is longer. */
    private double from(double limit) {
        return Math.min(first, most()) > limit ? 0 : Math.floor((limit - first) / perTurn) + 1;
    }
}
