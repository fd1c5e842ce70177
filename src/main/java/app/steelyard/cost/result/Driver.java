package app.steelyard.cost.result;

/** What money goes into: the parts of every bar and the lines of the cash flow. */
public enum Driver {
    INPUT,
    CACHE_WRITE,
    CACHE_READ,
    CACHE_STORAGE,
    OUTPUT,
    RETRIEVAL,
    HOSTING,
    TRAINING,
    PEOPLE,
    /** What failures cost, and the sessions repeated after them. */
    FAILURES,
    /** What is paid by its use: searches, tools, code that the vendor runs. */
    FEES,
    /** What is agreed with vendors beside single prices: tiers, credits, commitments, taxes. */
    AGREED
}
