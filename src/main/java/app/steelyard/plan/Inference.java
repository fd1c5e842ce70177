package app.steelyard.plan;

import app.steelyard.plan.bill.Served;
import java.time.LocalDate;

/**
 * The base model and whose prices apply.
 *
 * @param model the base model at a vendor
 * @param tier the service tier of all requests that are not served in another way
 * @param pricesAsOf first day of the plan's first month; each later month takes the prices known for it
 * @param served what is served in other ways
 */
public record Inference(PriceRef model, ServiceTier tier, LocalDate pricesAsOf, Served served) {

    /** All requests at one tier. */
    public Inference(PriceRef model, ServiceTier tier, LocalDate pricesAsOf) {
        this(model, tier, pricesAsOf, Served.ALIKE);
    }

    public Inference withModel(PriceRef value) {
        return new Inference(value, tier, pricesAsOf, served);
    }

    public Inference withTier(ServiceTier value) {
        return new Inference(model, value, pricesAsOf, served);
    }

    public Inference withPricesAsOf(LocalDate value) {
        return new Inference(model, tier, value, served);
    }

    public Inference withServed(Served value) {
        return new Inference(model, tier, pricesAsOf, value);
    }
}
