package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.Source;
import java.net.URI;
import java.time.LocalDate;

/** A public set of price data that the catalogue is made from, under the MIT licence. */
enum DataSet {
    GENAI_PRICES("genai-prices", "https://github.com/pydantic/genai-prices"),
    LITELLM("LiteLLM", "https://github.com/BerriAI/litellm"),
    MODELS_DEV("models.dev", "https://github.com/anomalyco/models.dev");

    private final String title;
    private final URI url;

    DataSet(String title, String url) {
        this.title = title;
        this.url = URI.create(url);
    }

    /** A snapshot of it. */
    Source source(LocalDate day) {
        return new Source(title + " " + day, url, day, Confidence.MEDIUM);
    }

    /** The set that {@code source} is a snapshot of. */
    static DataSet of(Source source) {
        for (DataSet set : values()) {
            if (set.url.equals(source.url())) {
                return set;
            }
        }
        throw new IllegalArgumentException("no public set: " + source.title());
    }
}
