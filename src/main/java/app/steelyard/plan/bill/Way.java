package app.steelyard.plan.bill;

/** In which way some requests are served, where that is not as the rest is. */
public enum Way {
    BATCH,
    FLEX,
    PRIORITY,
    /** In the vendor's fast mode. */
    FAST,
    /** In the vendor's dear hours. */
    PEAK,
    /** In one region or country only. */
    REGIONAL
}
