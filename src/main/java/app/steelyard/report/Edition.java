package app.steelyard.report;

/** How much of a report there is. */
public enum Edition {
    /** All of it, the page that decides first. */
    WHOLE(""),
    /** The page that decides, alone. */
    BOARD("-board");

    private final String suffix;

    Edition(String suffix) {
        this.suffix = suffix;
    }

    /** What its file is called, after the plan: one edition does not take the place of another. */
    public String named(String plan) {
        return plan + suffix;
    }
}
