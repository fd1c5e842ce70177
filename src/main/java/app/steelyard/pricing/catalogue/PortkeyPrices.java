package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.Validity;
import app.steelyard.pricing.kind.KindPrices;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Portkey's prices: one object a vendor, a member for each model, prices in cents per token. The vendor is the
 * file's name. A write of nothing means that none is stated.
 */
final class PortkeyPrices {
    /** Of cents per token, dollars per million. */
    private static final BigDecimal SCALE = BigDecimal.valueOf(10_000);

    private PortkeyPrices() {}

    static boolean is(JsonNode root) {
        return root.isObject()
                && root.propertyStream().anyMatch(p -> p.getValue().has("pricing_config"));
    }

    /** @param vendor as the file is called */
    static Snapshot read(JsonNode root, String vendor, Source source) {
        List<Listed> listed = new ArrayList<>();
        int[] left = new int[1];
        root.propertyStream().filter(p -> !p.getKey().equals("default")).forEach(p -> {
            List<Listed> model = model(vendor, p.getKey(), p.getValue().path("pricing_config"), source);
            listed.addAll(model);
            left[0] += model.isEmpty() ? 1 : 0;
        });
        return new Snapshot(source, listed, left[0]);
    }

    private static List<Listed> model(String vendor, String id, JsonNode at, Source source) {
        List<Listed> all = new ArrayList<>();
        String currency = at.path("currency").asString(Currency.USD.code());
        if (!Sanity.names(vendor, id) || !currency.equals(Currency.USD.code())) {
            return all;
        }
        PriceRef ref = new PriceRef(Channels.vendor(vendor), id);
        tokens(at.path("pay_as_you_go")).ifPresent(p -> all.add(listed(ref, card(ServiceTier.STANDARD, p, source))));
        if (!all.isEmpty()) {
            tokens(at.path("batch_config")).ifPresent(p -> all.add(listed(ref, card(ServiceTier.BATCH, p, source))));
        }
        return all;
    }

    private static Listed listed(PriceRef ref, RateCard card) {
        return new Listed(ref, ref.id(), null, card, List.of());
    }

    private static RateCard card(ServiceTier tier, TokenPrices prices, Source source) {
        return new RateCard(tier, new Validity(Catalogue.ALWAYS, null), Currency.USD, prices, null, false, source, "");
    }

    private static Optional<TokenPrices> tokens(JsonNode at) {
        List<CacheWrite> writes = new ArrayList<>();
        BigDecimal usual = price(at.path("cache_write_input_token"));
        if (usual != null) {
            writes.add(new CacheWrite(CacheWrite.USUAL, usual));
        }
        BigDecimal hour = price(at.path("additional_units").path("cache_write_1h"));
        if (hour != null) {
            writes.add(new CacheWrite(Catalogue.HOUR_WRITE, hour));
        }
        return Sanity.of(
                false,
                price(at.path("request_token")),
                price(at.path("cache_read_input_token")),
                writes,
                price(at.path("response_token")),
                KindPrices.NONE);
    }

    private static @Nullable BigDecimal price(JsonNode at) {
        BigDecimal price = Sanity.number(at.path("price"));
        return price == null ? null : Sanity.scaled(price, SCALE);
    }
}
