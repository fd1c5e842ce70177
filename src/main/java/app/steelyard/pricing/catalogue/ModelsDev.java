package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads models.dev: one object of vendors, each with an object of models; prices in dollars per million tokens, with one
 * price of a cache write. Of its many resellers only those are taken whose lists people buy from.
 */
final class ModelsDev {
    private static final Set<String> TAKEN = Set.of(
            "openai",
            "anthropic",
            "google",
            "google-vertex",
            "azure",
            "amazon-bedrock",
            "mistral",
            "xai",
            "groq",
            "deepseek",
            "moonshotai",
            "cohere",
            "zai",
            "minimax",
            "alibaba",
            "togetherai",
            "fireworks-ai",
            "cerebras",
            "deepinfra",
            "perplexity");

    private ModelsDev() {}

    static boolean is(JsonNode root) {
        return root.isObject()
                && root.propertyStream()
                        .anyMatch(p -> p.getValue().path("models").isObject());
    }

    static Snapshot read(JsonNode root, Source source) {
        List<Listed> listed = new ArrayList<>();
        int[] left = new int[1];
        root.propertyStream()
                .filter(p -> TAKEN.contains(p.getKey()))
                .forEach(vendor -> vendor.getValue()
                        .path("models")
                        .propertyStream()
                        .forEach(model -> {
                            Listed one = model(vendor.getKey(), model.getKey(), model.getValue(), source);
                            if (one == null) {
                                left[0]++;
                            } else {
                                listed.add(one);
                            }
                        }));
        return new Snapshot(source, listed, left[0]);
    }

    private static @Nullable Listed model(String vendor, String id, JsonNode at, Source source) {
        JsonNode cost = at.path("cost");
        BigDecimal write = price(cost, "cache_write");
        Long window = Sanity.window(at.path("limit").path("context"));
        if (!Sanity.names(vendor, id)) {
            return null;
        }
        return Sanity.of(
                        false,
                        price(cost, "input"),
                        price(cost, "cache_read"),
                        write == null ? List.of() : List.of(new CacheWrite(CacheWrite.USUAL, write)),
                        price(cost, "output"),
                        KindPrices.NONE)
                .map(prices -> new Listed(
                        new PriceRef(Channels.vendor(vendor), id),
                        at.path("name").asString(id),
                        window,
                        new RateCard(
                                ServiceTier.STANDARD,
                                new Validity(Catalogue.ALWAYS, null),
                                Currency.USD,
                                prices,
                                null,
                                false,
                                source,
                                ""),
                        List.of()))
                .orElse(null);
    }

    private static @Nullable BigDecimal price(JsonNode at, String member) {
        return Sanity.number(at.path(member));
    }
}
