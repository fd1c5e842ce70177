package app.steelyard.pricing.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Mutation;
import app.steelyard.Seeded;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.RateCard;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {
    private static final LocalDate READ = LocalDate.of(2026, 9, 1);

    private static final String GENAI = """
        [{"id": "x-ai", "name": "xAI", "models": [
          {"id": "alpha", "name": "Alpha", "match": {"or": [{"equals": "alpha-1"}, {"starts_with": "alpha-0"}]},
           "context_window": 500000,
           "prices": {"input_mtok": {"base": 2, "tiers": [{"start": 199999, "price": 4}]},
                      "cache_read_mtok": {"base": 0.5, "tiers": [{"start": 199999, "price": 1}]},
                      "cache_write_mtok": 2.5, "cache_write_1h_mtok": 4,
                      "output_mtok": {"base": 6, "tiers": [{"start": 199999, "price": 12}]}}},
          {"id": "beta", "match": {"equals": "beta"}, "prices": [
            {"prices": {"input_mtok": 0.4, "output_mtok": 2}},
            {"constraint": {"start_date": "2026-06-16"}, "prices": {"input_mtok": 1.5, "output_mtok": 7.5}},
            {"constraint": {"start_time": "01:00:00Z", "end_time": "04:00:00Z"},
             "prices": {"input_mtok": 3, "output_mtok": 15}}]},
          {"id": "gift:free", "match": {"equals": "gift:free"}, "prices": {}},
          {"id": "unpriced", "match": {"equals": "unpriced"}, "prices": {}},
          {"id": "nothing", "match": {"equals": "nothing"}, "prices": {"input_mtok": 0, "output_mtok": 0}},
          {"id": "swapped", "match": {"equals": "swapped"},
           "prices": {"input_mtok": 1, "cache_read_mtok": 1.25, "cache_write_mtok": 0.1, "output_mtok": 3}}]}]
        """;

    private static final String LITELLM = """
        {"sample_spec": {"litellm_provider": "one of the providers", "mode": "chat"},
         "xai/alpha": {"litellm_provider": "xai", "mode": "chat", "max_input_tokens": 256000,
           "input_cost_per_token": 2e-06, "output_cost_per_token": 6e-06, "input_cost_per_token_batches": 1e-06,
           "output_cost_per_token_batches": 3e-06},
         "xai/beta": {"litellm_provider": "xai", "mode": "chat", "max_input_tokens": 32000,
           "input_cost_per_token": 9e-06, "output_cost_per_token": 9e-06, "input_cost_per_token_batches": 1e-06,
           "output_cost_per_token_batches": 3e-06},
         "azure/eu/gamma": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 1.1e-07,
           "cache_read_input_token_cost": 1.1e-08, "output_cost_per_token": 4.4e-07,
           "input_cost_per_token_above_272k_tokens": 2.2e-07, "output_cost_per_token_above_272k_tokens": 6.6e-07},
         "azure/gamma-2": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 1.1e-07},
         "azure/us/gamma-2": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 1.1e-07},
         "azure/gamma-3": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 1e-07},
         "azure/us/gamma-3": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 1.1e-07},
         "gpt-picture": {"litellm_provider": "openai", "mode": "image_generation", "input_cost_per_token": 1e-06}}
        """;

    private static final String MODELS_DEV = """
        {"amazon-bedrock": {"id": "amazon-bedrock", "models": {
           "maker.delta-v1:0": {"name": "Delta", "cost": {"input": 0.25, "output": 1.25, "cache_read": 0.03},
                                "limit": {"context": 200000, "output": 4096}},
           "maker.nil": {"name": "Nil", "cost": {"input": 0, "output": 0}}}},
         "somebody": {"models": {"delta": {"cost": {"input": 9, "output": 9}}}}}
        """;

    @TempDir
    private Path folder;

    private Snapshot read(String text) {
        try {
            return Snapshots.read(Files.writeString(folder.resolve("prices.json"), text), READ);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Model model(List<Listed> listed, String ref) {
        return new Catalogue(listed).model(PriceRef.parse(ref)).orElseThrow();
    }

    private static RateCard card(Model model, ServiceTier tier) {
        return model.rates().stream().filter(r -> r.tier() == tier).findFirst().orElseThrow();
    }

    private static void assertPrice(String expected, BigDecimal price) {
        assertEquals(0, new BigDecimal(expected).compareTo(price), price::toPlainString);
    }

    @Test
    void genaiPricesAreReadWithTheirTiersAndWrites() {
        Snapshot snapshot = read(GENAI);
        Model alpha = model(snapshot.prices(), "xai/alpha");
        assertEquals(500_000, alpha.contextWindow());
        RateCard card = card(alpha, ServiceTier.STANDARD);
        assertPrice("2", card.prices().input());
        assertPrice("0.5", card.prices().cachedRead());
        assertPrice("2.5", card.prices().write("5m").orElseThrow());
        assertPrice("4", card.prices().write("1h").orElseThrow());
        LongContext longer = card.longContext();
        assertEquals(200_000, longer.above());
        assertPrice("12", longer.prices().output());
        assertEquals("genai-prices 2026-09-01", card.source().title());
        assertEquals(READ, card.source().read());
        assertEquals(2, snapshot.left(), "the model without a price and the one at nothing");
    }

    @Test
    void aChangeOfPriceHoldsFromItsDayAndDearHoursAreATier() {
        Model beta = model(read(GENAI).prices(), "xai/beta");
        PriceBook book =
                new PriceBook(List.of(), List.of(), r -> r.equals(beta.ref()) ? Optional.of(beta) : Optional.empty());
        assertPrice("0.4", input(book, beta, ServiceTier.STANDARD, "2026-06-15"));
        assertPrice("1.5", input(book, beta, ServiceTier.STANDARD, "2026-06-16"));
        assertPrice("3", input(book, beta, ServiceTier.PEAK, "2026-10-01"));
        assertTrue(book.rates(beta.ref(), ServiceTier.STANDARD, READ)
                .orElseThrow()
                .marks()
                .contains(PriceMark.CATALOGUE));
    }

    private static BigDecimal input(PriceBook book, Model model, ServiceTier tier, String day) {
        return book.rates(model.ref(), tier, LocalDate.parse(day))
                .orElseThrow()
                .fact()
                .prices()
                .input();
    }

    @Test
    void onlyWhatIsSaidToBeFreeIsFreeAndSwappedPricesAreLeftOut() {
        List<Listed> prices = read(GENAI).prices();
        assertPrice(
                "0",
                card(model(prices, "xai/gift:free"), ServiceTier.STANDARD)
                        .prices()
                        .input());
        assertTrue(new Catalogue(prices).model(PriceRef.parse("xai/unpriced")).isEmpty());
        assertTrue(new Catalogue(prices).model(PriceRef.parse("xai/nothing")).isEmpty());
        RateCard swapped = card(model(prices, "xai/swapped"), ServiceTier.STANDARD);
        assertNull(swapped.prices().cachedRead());
        assertEquals(List.of(), swapped.prices().cacheWrites());
    }

    @Test
    void anotherIdOfAModelFindsIt() {
        Catalogue catalogue = new Catalogue(read(GENAI).prices());
        assertEquals(List.of(PriceRef.parse("xai/alpha")), catalogue.called("Alpha-1"));
        assertEquals(List.of(PriceRef.parse("xai/alpha")), catalogue.called("alpha-0"));
        assertEquals(List.of(), catalogue.called("alpha-01"));
    }

    @Test
    void liteLlmIsReadInDollarsPerMillionWithTiersAndLongPrompts() {
        List<Listed> prices = read(LITELLM).prices();
        assertPrice(
                "1",
                card(model(prices, "xai/alpha"), ServiceTier.BATCH).prices().input());
        RateCard gamma = card(model(prices, "azure-openai/eu/gamma"), ServiceTier.STANDARD);
        assertPrice("0.11", gamma.prices().input());
        assertEquals(272_000, gamma.longContext().above());
        assertPrice("0.66", gamma.longContext().prices().output());
        assertTrue(new Catalogue(prices).called("gpt-picture").isEmpty(), "no price of a text’s token");
    }

    @Test
    void aBareIdOfAzureAtThePriceOfADataZoneIsNotBelieved() {
        Catalogue read = new Catalogue(read(LITELLM).prices());
        assertTrue(read.model(PriceRef.parse("azure-openai/gamma-2")).isEmpty());
        assertPrice(
                "0.1",
                card(read.model(PriceRef.parse("azure-openai/gamma-3")).orElseThrow(), ServiceTier.STANDARD)
                        .prices()
                        .input());
    }

    @Test
    void modelsDevIsReadOfVendorsThatPeopleBuyFrom() {
        Snapshot snapshot = read(MODELS_DEV);
        assertEquals(
                Set.of("bedrock/maker.delta-v1:0"),
                snapshot.prices().stream().map(l -> l.ref().toString()).collect(Collectors.toSet()));
        assertEquals(1, snapshot.left());
        assertEquals(
                200_000, model(snapshot.prices(), "bedrock/maker.delta-v1:0").contextWindow());
    }

    @Test
    void theMoreTrustedPriceStaysAndTheOtherAddsWhatItAgreesOn() {
        List<Listed> merged = Merge.of(List.of(read(GENAI), read(LITELLM)));
        Model alpha = model(merged, "xai/alpha");
        assertPrice("1", card(alpha, ServiceTier.BATCH).prices().input());
        assertEquals(500_000, alpha.contextWindow());
        Model beta = model(merged, "xai/beta");
        assertPrice("1.5", beta.rates().get(1).prices().input());
        assertTrue(beta.rates().stream().noneMatch(r -> r.tier() == ServiceTier.BATCH), "they differ");
        assertEquals(32_000, beta.contextWindow(), "only one states it");
        assertTrue(new Catalogue(merged)
                .model(PriceRef.parse("azure-openai/eu/gamma"))
                .isPresent());
    }

    @Test
    void theTableKeepsEverything() {
        List<Listed> all = Merge.of(List.of(read(GENAI), read(LITELLM), read(MODELS_DEV)));
        assertEquals(all, CatalogueCsv.read(new StringReader(CatalogueCsv.write(all))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "7", "[{\"id\": 1}]", "{\"a\": {\"b\": 1}}", "not json"})
    void whatIsNoPriceDataIsRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertTrue(refusal.problems().get(0).file().endsWith("prices.json"));
    }

    @Test
    void anyDamageIsReadOrRefused() {
        Seeded.forAll(Integer.getInteger("steelyard.mutations", 12) * 20, draw -> {
            for (String text : List.of(GENAI, LITELLM, MODELS_DEV)) {
                try {
                    Merge.of(List.of(read(Mutation.of(text, draw))));
                } catch (Refusal e) {
                    assertTrue(e.problems().getFirst().file().endsWith("prices.json"), e::getMessage);
                }
            }
        });
    }

    @Test
    void aMissingFileIsRefused() {
        assertThrows(Refusal.class, () -> Snapshots.read(folder.resolve("none.json"), READ));
    }

    @Test
    void theShippedCatalogueIsLarge() {
        assertTrue(Catalogue.shipped().size() > 3000);
        assertTrue(Catalogue.shipped().of("openai").size() > 80);
    }
}
