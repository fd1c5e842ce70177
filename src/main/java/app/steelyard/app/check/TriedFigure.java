package app.steelyard.app.check;

/**
 * A published figure beside what the program says of its system.
 *
 * @param now the interval that the program gives
 * @param before the one that it gave before it knew of sessions
 */
public record TriedFigure(Bank.Entry system, Bank.Figure figure, Interval now, Interval before) {

    public boolean inside() {
        return now.holds(figure.truth());
    }

    public boolean wasInside() {
        return before.holds(figure.truth());
    }
}
