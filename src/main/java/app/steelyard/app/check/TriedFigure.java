package app.steelyard.app.check;

import app.steelyard.text.Texts;

/**
 * A published figure beside what the program says of its system.
 *
 * @param now the interval that the program gives
 * @param before the one that it gave before it knew of sessions
 */
public record TriedFigure(Bank.Entry system, Bank.Figure figure, Interval now, Interval before) {

    private static final Texts TEXTS = Texts.of(TriedFigure.class);

    /** Of what it is, as shown. */
    public String label() {
        String named =
                figure.what().isEmpty() ? system.system() : TEXTS.get("check.part", system.system(), figure.what());
        return figure.kind() == Bank.Kind.SAVING ? TEXTS.get("check.saving", named) : named;
    }

    public boolean inside() {
        return now.holds(figure.truth());
    }

    public boolean wasInside() {
        return before.holds(figure.truth());
    }
}
