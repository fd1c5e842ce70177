package app.steelyard.pricing.kind;

/** What is billed beside tokens, by how often or how long it was used. */
public enum Fee {
    WEB_SEARCH,
    /** A page that the vendor fetched for the model. */
    WEB_FETCH,
    /** An answer grounded in the vendor's search, or each of the searches for it. */
    GROUNDING,
    FILE_SEARCH,
    /** Code that the vendor ran for the model. */
    CODE_EXECUTION,
    /** A machine that the vendor kept for the model. */
    CONTAINER;

    /** What one price is for. */
    public enum Per {
        CALL(1),
        THOUSAND_CALLS(1000),
        SESSION(1),
        HOUR(1);

        private final int units;

        Per(int units) {
            this.units = units;
        }

        /** How many of what is counted one price pays. */
        public int units() {
            return units;
        }
    }
}
