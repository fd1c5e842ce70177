package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.ALWAYS;
import static app.steelyard.Fixtures.SOURCE;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.ServicePrice;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price books of two models, {@code test/base} and {@code test/tuned}, for what one model alone cannot show. */
final class Books {
    static final PriceRef BASE = PriceRef.parse("test/base");
    static final PriceRef TUNED = PriceRef.parse("test/tuned");

    private Books() {}

    /** Input at {@code input}, a read at a tenth of it, output at five times. */
    static RateCard card(ServiceTier tier, Currency currency, String input) {
        BigDecimal price = new BigDecimal(input);
        TokenPrices prices =
                new TokenPrices(price, price.divide(BigDecimal.TEN), List.of(), price.multiply(new BigDecimal("5")));
        return new RateCard(tier, ALWAYS, currency, prices, null, false, SOURCE, "");
    }

    static RateCard card(String input) {
        return card(ServiceTier.STANDARD, Currency.USD, input);
    }

    /** A cache whose only lifetime has that name, of an hour. */
    static CachePolicy cache(String lifetime, boolean inBatch, boolean onTunedModels) {
        return new CachePolicy(
                CachePolicy.Mode.AUTOMATIC,
                ALWAYS,
                0,
                1,
                null,
                List.of(new CacheLifetime(lifetime, Duration.ofHours(1), CacheLifetime.Refresh.ON_HIT)),
                null,
                null,
                inBatch,
                onTunedModels,
                SOURCE,
                "");
    }

    static TuningOffer offer(
            Validity validity,
            @Nullable String training,
            RateCard tuned,
            @Nullable LocalDate jobsUntil,
            @Nullable LocalDate inferenceUntil) {
        return new TuningOffer(
                validity,
                Currency.USD,
                training == null ? null : new BigDecimal(training),
                null,
                null,
                null,
                null,
                List.of(tuned),
                null,
                jobsUntil,
                inferenceUntil,
                SOURCE,
                "");
    }

    static Model model(
            PriceRef ref,
            @Nullable Long window,
            @Nullable LocalDate retires,
            List<RateCard> cards,
            List<CachePolicy> caches,
            TuningOffer... offers) {
        String name = ref.equals(BASE) ? "Base" : "Tuned";
        return new Model(ref, name, window, cards, caches, List.of(offers), retires, null, "");
    }

    /** With an embedding at 0.02 a million tokens and a store at 50 a month. */
    static PriceBook of(Model... models) {
        List<Service> services = List.of(
                service("test/embedding", Service.Type.EMBEDDING, "0.02"),
                service("test/store", Service.Type.STORE, "50"));
        return new PriceBook(List.of(new Profile("test", "Test", false, List.of(models), services, "")), List.of());
    }

    private static Service service(String ref, Service.Type type, String price) {
        return new Service(
                PriceRef.parse(ref),
                ref,
                type,
                List.of(new ServicePrice(
                        ALWAYS, new ExactMoney(new BigDecimal(price), Currency.USD), false, SOURCE, "")));
    }
}
