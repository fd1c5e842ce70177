package app.steelyard.plan;

/**
 * Names a model or a service in the price book. The same model at two vendors has two references.
 *
 * @param vendor the profile's vendor id, such as {@code openai}
 * @param id the model's or service's id at that vendor; may hold slashes
 */
public record PriceRef(String vendor, String id) {

    public PriceRef {
        if (vendor.isBlank() || id.isBlank() || vendor.contains("/")) {
            throw new IllegalArgumentException("a price reference is VENDOR/ID, not '" + vendor + "/" + id + "'");
        }
    }

    /** Reads {@code vendor/id}, split at the first slash. */
    public static PriceRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a price reference is VENDOR/ID, not '" + text + "'");
        }
        return new PriceRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return vendor + "/" + id;
    }
}
