package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.Source;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** A public set of price data, under the MIT licence; the most trusted first. */
enum DataSet {
    GENAI_PRICES("genai-prices", "https://github.com/pydantic/genai-prices"),
    LITELLM("LiteLLM", "https://github.com/BerriAI/litellm"),
    MODELS_DEV("models.dev", "https://github.com/anomalyco/models.dev"),
    PORTKEY("Portkey", "https://github.com/Portkey-AI/models");

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

    /** The set that {@code source} is a snapshot of; empty where it is of none. */
    static Optional<DataSet> find(Source source) {
        return Stream.of(values()).filter(s -> s.url.equals(source.url())).findFirst();
    }

    /** The set that {@code source} is a snapshot of. */
    static DataSet of(Source source) {
        return find(source).orElseThrow(() -> new IllegalArgumentException("no public set: " + source.title()));
    }
}
