package app.steelyard.decision.rules;

import app.steelyard.text.Texts;

/** How much a rule is to be trusted, and so how much it counts. */
public enum Strength {
    /** An opinion, or a finding that others contradict. */
    WEAK(1),
    /** One good study, or several that agree in part. */
    MEDIUM(2),
    /** Studies that agree, a law, or arithmetic. */
    STRONG(3);

    private static final Texts TEXTS = Texts.of(Strength.class);

    private final int points;

    Strength(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    /** As shown. */
    public String label() {
        return TEXTS.name(this);
    }
}
