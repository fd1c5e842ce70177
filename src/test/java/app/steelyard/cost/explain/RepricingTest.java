package app.steelyard.cost.explain;

import static app.steelyard.Fixtures.ALWAYS;
import static app.steelyard.Fixtures.SOURCE;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why list prices give other numbers than a published example: each reason where there is one, and no other. */
class RepricingTest {
    private static final PriceRef EXAMPLE = PriceRef.parse("guide/example");
    private static final PriceRef LISTED = PriceRef.parse("test/listed");
    private static final String READ = "a test, read 2026-01-31, confidence high, https://example.org/prices";

    private static RateCard card(String input, String read, String output, String... write) {
        List<CacheWrite> writes =
                write.length == 0 ? List.of() : List.of(new CacheWrite("5m", new BigDecimal(write[0])));
        TokenPrices prices =
                new TokenPrices(new BigDecimal(input), new BigDecimal(read), writes, new BigDecimal(output));
        return new RateCard(ServiceTier.STANDARD, ALWAYS, Currency.USD, prices, null, false, SOURCE, "");
    }

    private static CachePolicy policy(long minimum, long step, @Nullable String keys) {
        return new CachePolicy(
                CachePolicy.Mode.AUTOMATIC,
                ALWAYS,
                minimum,
                step,
                null,
                List.of(new CacheLifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)),
                null,
                keys == null ? null : new BigDecimal(keys),
                true,
                true,
                SOURCE,
                "");
    }

    private static TuningOffer offer(String training, RateCard card) {
        return new TuningOffer(
                ALWAYS,
                Currency.USD,
                new BigDecimal(training),
                null,
                null,
                null,
                null,
                List.of(card),
                null,
                null,
                null,
                SOURCE,
                "");
    }

    private static Model model(
            PriceRef ref,
            String name,
            RateCard card,
            @Nullable CachePolicy policy,
            TuningOffer offer,
            @Nullable PriceRef standsFor) {
        return new Model(
                ref,
                name,
                null,
                List.of(card),
                policy == null ? List.of() : List.of(policy),
                List.of(offer),
                null,
                standsFor,
                "");
    }

    private static List<String> reasons(Model example, Model listed) {
        PriceBook book = new PriceBook(
                List.of(
                        new Profile("guide", "Guide", true, List.of(example), List.of(), ""),
                        new Profile("test", "Test", false, List.of(listed), List.of(), "")),
                List.of());
        Plan plan = plan(5000, 1000).withInference(new Inference(EXAMPLE, ServiceTier.STANDARD, Fixtures.DAY));
        plan = plan.withTuning(plan.tuning().withModel(EXAMPLE));
        Repricing repricing =
                Repricing.atListPrices(Comparison.of(plan, book), book).orElseThrow();
        assertEquals(LISTED, repricing.comparison().plan().inference().model());
        assertEquals(LISTED, repricing.comparison().plan().tuning().model());
        assertTrue(Repricing.atListPrices(repricing.comparison(), book).isEmpty(), "a list price stands for itself");
        return repricing.reasons();
    }

    private static final Model EXAMPLES = model(
            EXAMPLE, "Example", card("1", "0.1", "4"), policy(0, 1, null), offer("25", card("2", "0.2", "8")), LISTED);

    @Test
    void eachPriceAndRuleThatDiffersIsAReason() {
        Model listed = model(
                LISTED,
                "Listed",
                card("2", "0.5", "8", "2.5"),
                policy(1024, 128, "15"),
                offer("50", card("2", "0.2", "8")),
                null);
        assertEquals(
                List.of(
                        "Input of Listed costs $2.00 per 1M tokens, 2 times the example’s $1.00 (" + READ + ").",
                        "A cache read of Listed costs $0.50 per 1M tokens, 5 times the example’s $0.10 (" + READ + ").",
                        "Output of Listed costs $8.00 per 1M tokens, 2 times the example’s $4.00 (" + READ + ").",
                        "A cache write of Listed costs $2.50 per 1M tokens; in the example it is free (" + READ + ").",
                        "The cache of Listed takes nothing below 1,024 tokens, and whole steps of 128 beyond; the"
                                + " example’s takes every token.",
                        "One cache key of Listed serves about 15 requests a minute; the example knows no limit.",
                        "Training tuned Listed costs $50.00 per 1M tokens, 2 times the example’s $25.00 (" + READ
                                + ")."),
                reasons(EXAMPLES, listed));
    }

    @Test
    void whatIsAlikeIsNone() {
        Model alike = model(
                LISTED,
                "Listed",
                card("1.00", "0.10", "4.0"),
                policy(0, 1, null),
                offer("25.0", card("2", "0.2", "8")),
                null);
        assertEquals(List.of(), reasons(EXAMPLES, alike));
    }

    @Test
    void aMissingCacheAndTheTunedModelsPricesAreTold() {
        Model none = model(LISTED, "Listed", card("1", "0.1", "4"), null, offer("25", card("3", "0.2", "8")), null);
        assertEquals(
                List.of(
                        "There is no prompt cache for Listed here; the example caches.",
                        "Input of tuned Listed costs $3.00 per 1M tokens, 1.5 times the example’s $2.00 (" + READ
                                + ")."),
                reasons(EXAMPLES, none));
    }

    /** The tuned model's cache is told of where it differs from the base model's, and a price of a write only if it is new. */
    @Test
    void theTunedModelsOwnCacheIsTold() {
        CachePolicy baseOnly = new CachePolicy(
                CachePolicy.Mode.AUTOMATIC,
                ALWAYS,
                0,
                1,
                null,
                List.of(new CacheLifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)),
                null,
                null,
                true,
                false,
                SOURCE,
                "");
        RateCard writes = card("1", "0.1", "4", "1.25");
        Model example =
                model(EXAMPLE, "Example", writes, policy(0, 1, null), offer("25", card("2", "0.2", "8")), LISTED);
        Model listed = model(LISTED, "Listed", writes, baseOnly, offer("25", card("2", "0.2", "8")), null);
        assertEquals(
                List.of("There is no prompt cache for tuned Listed here; the example caches."),
                reasons(example, listed));
    }
}
