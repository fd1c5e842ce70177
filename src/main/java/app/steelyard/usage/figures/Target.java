package app.steelyard.usage.figures;

import app.steelyard.text.Texts;

/** Cache hit rates that the guide tells a team to aim for, as fractions. */
public enum Target {
    /** Customer support on fixed documents. */
    CUSTOMER_SUPPORT(0.85, 0.95),
    /** A code copilot with a repository as context. */
    CODE_COPILOT(0.70, 0.85),
    /** Software for many tenants, each with data of its own. */
    MULTI_TENANT(0.60, 0.75);

    private static final Texts TEXTS = Texts.of(Target.class);

    private final double low;
    private final double high;

    Target(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /** Where a rate lies against a target. */
    public enum Standing {
        BELOW,
        WITHIN,
        ABOVE;

        /** In words. */
        public String title() {
            return TEXTS.name(this);
        }
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    /** Its name, as shown. */
    public String title() {
        return TEXTS.name(this);
    }

    public Standing standing(double hitRate) {
        return hitRate < low ? Standing.BELOW : hitRate > high ? Standing.ABOVE : Standing.WITHIN;
    }
}
