package app.steelyard.pricing;

/** How far a recorded price is to be trusted. */
public enum Confidence {
    /** The vendor's own page or repository, or at least three data sets that agree. */
    HIGH,
    /** One dated third-party copy of the vendor's page, or two data sets. */
    MEDIUM,
    /** Inferred, or from a single text. */
    LOW
}
