package app.steelyard.pricing.kind;

/** Ways of serving that make every price of a model so many times as high; service tiers have price lists of their own. */
public enum Modifier {
    FAST,
    ULTRAFAST,
    /** Served in one region or country only. */
    PLACE
}
