package app.steelyard.plan;

import java.time.LocalDate;

/**
 * The base model and whose prices apply.
 *
 * @param model the base model at a vendor
 * @param tier the service tier of all requests
 * @param pricesAsOf first day of the plan's first month; each later month takes the prices known for it
 */
public record Inference(PriceRef model, ServiceTier tier, LocalDate pricesAsOf) {

    public Inference withModel(PriceRef value) {
        return new Inference(value, tier, pricesAsOf);
    }
}
