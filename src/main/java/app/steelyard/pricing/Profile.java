package app.steelyard.pricing;

import java.util.List;

/**
 * All that is recorded of one vendor: the content of one profile file.
 *
 * @param vendor id, as in price references
 * @param asPublished whether the prices are those of a publication's examples rather than a vendor's list
 */
public record Profile(
        String vendor, String name, boolean asPublished, List<Model> models, List<Service> services, String note) {

    public Profile {
        models = List.copyOf(models);
        services = List.copyOf(services);
    }
}
