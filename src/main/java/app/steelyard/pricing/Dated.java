package app.steelyard.pricing;

/** A recorded fact that holds for some days and was read somewhere. */
public sealed interface Dated permits RateCard, CachePolicy, TuningOffer, ServicePrice, Surcharge, FeePrice {
    Validity validity();

    Source source();

    /** What else is to be known of it; may be empty. */
    String note();
}
