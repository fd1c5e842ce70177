package app.steelyard.plan;

/** How requests are served, and so which of a model's prices applies. */
public enum ServiceTier {
    STANDARD,
    /** Asynchronous, within 24 hours. */
    BATCH,
    /** Synchronous at lower priority. */
    FLEX,
    PRIORITY,
    /** The vendor's dear hours, where it has them; {@link #STANDARD} is then off-peak. */
    PEAK
}
