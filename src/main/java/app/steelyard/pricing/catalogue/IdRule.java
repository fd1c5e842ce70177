package app.steelyard.pricing.catalogue;

/** By what an id was brought to a model that has a price. */
public enum IdRule {
    /** A person said so. */
    SAID,
    /** It is listed just so. */
    EXACT,
    /** Another id of a listed model. */
    ALIAS,
    /** A model's name in words. */
    NAME,
    /** What a router or a library puts before it was taken off. */
    TRANSPORT,
    /** The day or version of a snapshot that has no price of its own was taken off. */
    SNAPSHOT,
    /** A family and its version stood the other way round. */
    ORDER,
    /** How hard a model is to think changes no price of a token. */
    EFFORT,
    /** The window that a program asks for was taken off. */
    WINDOW,
    /** The name of what is newest was taken off. */
    LATEST,
    /** The region of its endpoint. */
    REGION,
    /** A faster and dearer way of serving. */
    FAST,
    /** A model tuned on another. */
    TUNED,
    /** The vendor that makes the model. */
    MAKER
}
