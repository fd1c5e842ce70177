package app.steelyard.pricing;

import java.util.List;

/**
 * All that is recorded of one vendor: the content of one profile file.
 *
 * @param vendor id, as in price references
 * @param asPublished whether the prices are those of a publication's examples rather than a vendor's list
 * @param surcharges for ways of serving, which may be of models that only the catalogue has
 * @param fees for what is billed beside tokens
 */
public record Profile(
        String vendor,
        String name,
        boolean asPublished,
        List<Model> models,
        List<Service> services,
        List<Surcharge> surcharges,
        List<FeePrice> fees,
        String note) {

    public Profile {
        models = List.copyOf(models);
        services = List.copyOf(services);
        surcharges = List.copyOf(surcharges);
        fees = List.copyOf(fees);
    }

    /** Of models and services alone. */
    public Profile(
            String vendor, String name, boolean asPublished, List<Model> models, List<Service> services, String note) {
        this(vendor, name, asPublished, models, services, List.of(), List.of(), note);
    }
}
