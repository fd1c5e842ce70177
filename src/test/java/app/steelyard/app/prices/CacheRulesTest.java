package app.steelyard.app.prices;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.PricesFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.CacheWords;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final PriceRef STRANGE = PriceRef.parse("northwind/a");

    @TempDir
    private Path folder;

    private final PriceBook shipped =
            PriceBookLoader.load(Path.of("no-profiles")).book();

    private PriceBook with(PricesFolder kept) {
        return shipped.with(kept.read().overlay());
    }

    @Test
    void rulesOfKnownModelsAreWordsThatAreRead() {
        List<CacheRules> known = CacheRules.known(shipped, TODAY);
        assertTrue(known.size() > 3, known::toString);
        known.forEach(k -> assertDoesNotThrow(() -> CacheWords.read(k.words(), KeptPrices.own("", TODAY)), k.words()));
        assertEquals(known.size(), known.stream().distinct().count());
    }

    @Test
    void areAskedUntilTheyAreSaid() {
        PricesFolder kept = new PricesFolder(folder);
        OwnPrices own = new OwnPrices(kept);
        own.add(PriceTable.of(
                        "Model,Input,Cached,Output\nnorthwind/a,1,0.1,2\nnorthwind/b,1,,2",
                        Map.of(),
                        BigDecimal.valueOf(1_000_000),
                        new PriceEntry(shipped, TODAY))
                .rows());
        PriceBook before = with(kept);
        assertTrue(CacheRules.unknown(STRANGE, ServiceTier.STANDARD, TODAY, before));
        assertFalse(CacheRules.unknown(PriceRef.parse("northwind/b"), ServiceTier.STANDARD, TODAY, before));
        own.cached(
                STRANGE,
                "a",
                before.rates(STRANGE, ServiceTier.STANDARD, TODAY).orElseThrow().fact(),
                CacheWords.read("explicit 2048 1h", KeptPrices.own("", TODAY)));
        PriceBook after = with(kept);
        assertFalse(CacheRules.unknown(STRANGE, ServiceTier.STANDARD, TODAY, after));
        assertEquals(
                2048, after.cachePolicy(STRANGE, TODAY).orElseThrow().fact().minimumTokens());
        assertEquals(2, kept.own().size());
    }

    /** A price of the catalogue becomes one's own with the rules, at the same amounts. */
    @Test
    void areSaidOfAPriceOfTheCatalogue() {
        PriceRef ref = PriceRef.parse("minimax/MiniMax-M2");
        PricesFolder kept = new PricesFolder(folder);
        PriceBook before = with(kept);
        assertTrue(CacheRules.unknown(ref, ServiceTier.STANDARD, TODAY, before));
        var card = before.rates(ref, ServiceTier.STANDARD, TODAY).orElseThrow().fact();
        new OwnPrices(kept).cached(ref, "M2", card, CacheWords.read("automatic 1024 5m", KeptPrices.own("", TODAY)));
        PriceBook after = with(kept);
        assertFalse(CacheRules.unknown(ref, ServiceTier.STANDARD, TODAY, after));
        assertEquals(
                card.prices().input(),
                after.rates(ref, ServiceTier.STANDARD, TODAY)
                        .orElseThrow()
                        .fact()
                        .prices()
                        .input());
    }
}
