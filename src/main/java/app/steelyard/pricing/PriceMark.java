package app.steelyard.pricing;

/** What a reader must know of a price before trusting a result built on it. */
public enum PriceMark {
    /** Its validity ended before the day asked for; no newer price is known. */
    EXPIRED,
    /** It is not valid before a day later than the one asked for; nothing older is known. */
    NOT_YET_VALID,
    /** The vendor calls it temporary. */
    PROMOTIONAL,
    /** It was read more than 90 days before the day asked for. */
    STALE,
    /** It comes from a publication's examples, not from a vendor's list. */
    AS_PUBLISHED,
    /** It comes from the user's own profile. */
    OWN,
    /** It comes from the catalogue of public price data and was not checked by hand. */
    CATALOGUE,
    /** It is that of another model of the vendor; its own is not recorded. */
    DERIVED
}
