package app.steelyard.pricing.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Overlay;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.Resolution.IdRule;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final PriceBook BOOK =
            PriceBookLoader.load(Path.of("no-such-folder")).book();
    private static final Resolver RESOLVER = new Resolver(BOOK);

    private static Resolution.Found found(String id) {
        return assertInstanceOf(Resolution.Found.class, RESOLVER.find(null, id), id);
    }

    private static Quote<RateCard> quote(Resolution.Found found) {
        return BOOK.rates(found.ref(), ServiceTier.STANDARD, DAY).orElseThrow();
    }

    private static void assertCosts(String id, String input, String output) {
        Resolution.Found found = found(id);
        TokenPrices prices = quote(found).fact().times(found.factor()).prices();
        assertEquals(0, new BigDecimal(input).compareTo(prices.input()), () -> id + " in: " + found + prices);
        assertEquals(0, new BigDecimal(output).compareTo(prices.output()), () -> id + " out: " + found + prices);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, 2.50, 10",
        "gpt-4o-2024-11-20, 2.50, 10",
        "openai/gpt-4.1-2025-04-14, 2, 8",
        "claude-haiku-4-5-20251001, 1, 5",
        "claude-opus-4-5@20251101, 5, 25",
        "models/gemini-2.5-pro, 1.25, 10",
        "claude-sonnet-4-6[1m], 3, 15",
        "claude-4.6-sonnet, 3, 15",
        "claude-4.5-opus-high-thinking, 5, 25",
        "anthropic/claude-opus-4.8, 5, 25",
        "gpt-5.6-sol-xhigh, 5, 30",
        "bedrock/invoke/eu.anthropic.claude-haiku-4-5-20251001-v1:0, 1.1, 5.5",
        "global.anthropic.claude-opus-4-6-v1:0, 5, 25",
        "us-gov-east-1/anthropic.claude-haiku-4-5, 1.2, 6",
        "us.anthropic.claude-3-5-haiku-20241022-v1:0, 0.8, 4",
        "eu.amazon.nova-2-lite-v1:0, 0.33, 2.75",
        "groq/llama-3.3-70b-versatile, 0.59, 0.79",
        "accounts/fireworks/models/deepseek-v3p1, 0.56, 1.68",
        "Claude Opus 4.7 (fast mode) (preview), 30, 150",
        "claude-opus-4-8 speed=fast, 10, 50",
        "gpt-4.1 (DataZoneStandard), 2.2, 8.8",
        "gpt-4o-2024-08-06.ft-0a1b, 2.5, 10",
        "azure/gpt-4o-2024-11-20, 2.5, 10",
        "azure/eu/gpt-4.1, 2.2, 8.8",
        "anthropic/claude-sonnet-4.5:thinking, 3, 15",
        "claude-4.6-opus-high-thinking-fast, 30, 150",
        "claude-opus-4-8-fast, 10, 50",
        "gpt-5.6-sol-xhigh-fast, 10, 60",
        "grok-4.1-fast, 0.2, 0.5",
        "github_copilot/gpt-4.1, 2, 8",
        "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0, 3, 15",
        "arn:aws:bedrock:us-east-1:123:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0, 3.3, 16.5",
        "arn:aws:bedrock:us-east-1:123:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0, 3, 15",
        "projects/p/locations/us-central1/publishers/google/models/gemini-2.5-flash, 0.3, 2.5",
        "projects/p/locations/global/publishers/anthropic/models/claude-sonnet-4-5@20250929, 3, 15",
        "projects/p/locations/europe-west1/publishers/anthropic/models/claude-sonnet-4-5@20250929, 3.3, 16.5",
        "projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4@20250514, 3, 15",
    })
    void aSpellingThatChangesNoModelChangesNoPrice(String id, String input, String output) {
        assertCosts(id, input, output);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-2024-05-13, 5, 15",
        "chatgpt-4o-latest, 5, 15",
        "gpt-5.1-codex-mini, 0.25, 2",
        "grok-code-fast-1, 0.2, 1.5",
        "kimi-k2-thinking-turbo, 1.15, 8",
        "gemini-2.5-flash-preview-04-17, 0.15, 0.6",
    })
    void whatHasAPriceOfItsOwnKeepsIt(String id, String input, String output) {
        assertCosts(id, input, output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-opus-5-6",
                "claude-opus-5-6-20270101",
                "gpt-4o-super",
                "gpt-9",
                "global.anthropic.claude-opus-5-6",
                "us.anthropic.claude-sonnet-6",
                "grok-4.6-fast-2",
                "gemini-2.5-ultra",
            })
    void anIdThatOnlyBeginsLikeAKnownOneStaysUnknown(String id) {
        assertEquals(new Resolution.Unknown(), RESOLVER.find(null, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "//",
                "a/",
                "/b",
                "a/ /b",
                "a/ -high",
                "models/ /b",
                "models/models/",
                " -fast",
                "-high",
                "ft:",
                "ft::",
                ".ft-1",
                "@20250101",
                ":free:",
                "accounts/fireworks/models/ ",
                "us.",
                "us.anthropic.",
                "\u0000",
                "x\ny"
            })
    void whatIsNoIdIsUnknownAndNoDefect(String id) {
        assertEquals(new Resolution.Unknown(), RESOLVER.find(null, id));
        assertEquals(new Resolution.Unknown(), RESOLVER.find("openai", id));
        assertEquals(new Resolution.Unknown(), RESOLVER.find("", id));
        assertEquals(new Resolution.Unknown(), RESOLVER.find("a/b", id));
    }

    @ParameterizedTest
    @CsvSource({
        "default, OPAQUE",
        "auto, OPAQUE",
        "arn:aws:bedrock:eu-west-1:42:application-inference-profile/x9, OPAQUE",
        "bedrock/arn:aws:bedrock:eu-west-1:42:application-inference-profile/x9, OPAQUE",
        "arn:aws:bedrock:eu-west-1:42:provisioned-model/x9, OPAQUE",
        "arn:aws:bedrock:eu-west-1:42:custom-model/amazon.nova-lite-v1:0/x9, OPAQUE",
        "projects/p/locations/us-central1/endpoints/42, OPAQUE",
        "meta-llama/llama-3.3-70b-instruct:nitro, ROUTED",
        "deepseek/deepseek-chat:floor, ROUTED",
        "qwen3:0.6b, LOCAL",
        "ollama/mistral, LOCAL",
    })
    void whatDoesNotTellItsPriceIsAskedFor(String id, Resolution.Reason why) {
        assertEquals(new Resolution.Ask(why), RESOLVER.find(null, id));
    }

    @Test
    void freeIsFreeForThatIdOnly() {
        assertEquals(new Resolution.Free(), RESOLVER.find(null, "some/model-9:free"));
        assertEquals(new Resolution.Unknown(), RESOLVER.find(null, "some/model-9"));
        assertEquals(new Resolution.Free(), RESOLVER.find("openrouter", "openai/gpt-oss-21b:free"));
    }

    @Test
    void aTunedModelIsNeverPricedAsItsBase() {
        Resolution.Found found = found("ft:gpt-4.1-2025-04-14:acme:tone:Abc1");
        assertTrue(found.tuned());
        BigDecimal tuned = BOOK.tunedRates(found.ref(), ServiceTier.STANDARD, DAY)
                .orElseThrow()
                .fact()
                .prices()
                .input();
        assertTrue(tuned.compareTo(quote(found).fact().prices().input()) > 0);
        assertEquals(new Resolution.Ask(Resolution.Reason.TUNED), RESOLVER.find(null, "ft:gpt-5.1-codex-mini:acme::x"));
    }

    @Test
    void theVendorThatSoldItIsAskedFirst() {
        assertEquals(
                new PriceRef("groq", "openai/gpt-oss-120b"),
                assertInstanceOf(Resolution.Found.class, RESOLVER.find("groq", "openai/gpt-oss-120b"))
                        .ref());
        Resolution.Sold sold = assertInstanceOf(Resolution.Sold.class, RESOLVER.find(null, "gpt-oss-120b"));
        assertTrue(sold.by().size() > 2);
    }

    @ParameterizedTest
    @CsvSource({
        "aws, global.anthropic.claude-sonnet-4-6-v1:0, 3",
        "azure, o3-mini, 1.1",
        "x-ai, grok-4, 3",
        "huggingface_groq, openai/gpt-oss-120b, 0.15",
        "huggingface_hyperbolic, openai/gpt-oss-120b, 0.3",
    })
    void aVendorMayBeCalledAsPublicDataCallsIt(String vendor, String id, String input) {
        Resolution.Found found = assertInstanceOf(Resolution.Found.class, RESOLVER.find(vendor, id));
        assertEquals(
                0, new BigDecimal(input).compareTo(quote(found).fact().prices().input()), found::toString);
    }

    @Test
    void anotherVersionOfTitanIsAnotherModel() {
        assertEquals(
                "amazon.titan-embed-text-v2:0",
                assertInstanceOf(Resolution.Found.class, RESOLVER.find("bedrock", "amazon.titan-embed-text-v2:0"))
                        .ref()
                        .id());
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5.1-codex, openai/gpt-5.1, AUTOMATIC, 5m",
        "anthropic/claude-3-5-haiku-latest, anthropic/claude-haiku-4-5, EXPLICIT, 5m",
        "bedrock/global.anthropic.claude-opus-4-6-v1:0, bedrock/eu.anthropic.claude-sonnet-4-5, EXPLICIT, 5m",
        "openai/gpt-5.6, openai/gpt-5.6-sol, EXPLICIT, 30m",
    })
    void aModelOfTheCatalogueCachesAsTheVendorsModelMostLikeIt(
            String model, String like, CachePolicy.Mode mode, String lifetime) {
        PriceRef ref = PriceRef.parse(model);
        Quote<CachePolicy> rules = BOOK.cachePolicy(ref, DAY).orElseThrow();
        assertTrue(rules.marks().contains(PriceMark.DERIVED));
        assertTrue(rules.fact().note().contains(like), rules.fact().note());
        assertEquals(mode, rules.fact().mode());
        assertEquals(lifetime, rules.fact().lifetimes().getFirst().name());
        RateCard card = BOOK.rates(ref, ServiceTier.STANDARD, DAY).orElseThrow().fact();
        assertFalse(
                BOOK.rates(ref, ServiceTier.STANDARD, DAY).orElseThrow().marks().contains(PriceMark.DERIVED));
        assertTrue(
                card.prices().cacheWrites().isEmpty()
                        || card.prices().write(lifetime).isPresent(),
                "its writes go by the names of the rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openrouter/z-ai/glm-4.6", "bedrock/openai.gpt-5.4", "together/moonshotai/Kimi-K2.5"})
    void whereNoModelOfTheVendorIsLikeItItsCacheIsNotKnown(String ref) {
        assertTrue(BOOK.cachePolicy(PriceRef.parse(ref), DAY).isEmpty());
    }

    @Test
    void whatAPersonSaysOfACacheGoesBeforeWhatIsDerived() {
        PriceRef ref = PriceRef.parse("openai/gpt-5.1-codex");
        RateCard card = BOOK.rates(ref, ServiceTier.STANDARD, DAY).orElseThrow().fact();
        CachePolicy said = CacheWords.read("explicit 4096 2h", KeptPrices.own("mail of May", DAY));
        Listed kept = new Listed(ref, "Codex", null, card, List.of(), said);
        KeptPrices read = KeptPrices.read("own.csv", KeptPrices.write(List.of(kept)));
        assertEquals(List.of(), read.problems());
        PriceBook book = BOOK.with(new Overlay(read.laid(PriceMark.OWN), Map.of()));
        Quote<CachePolicy> rules = book.cachePolicy(ref, DAY).orElseThrow();
        assertEquals(4096, rules.fact().minimumTokens());
        assertEquals(Duration.ofHours(2), rules.fact().lifetimes().getFirst().duration());
        assertFalse(rules.marks().contains(PriceMark.DERIVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sometimes", "automatic", "automatic 1024", "automatic x 5m", "object 1 5m", "explicit 1 0m"})
    void whatTellsNoCacheIsRefused(String words) {
        assertThrows(IllegalArgumentException.class, () -> CacheWords.read(words, KeptPrices.own("", DAY)));
    }

    @Test
    void aNameThatMovesHasThePriceOfItsDay() {
        PriceRef chat = found("deepseek-chat").ref();
        assertEquals(new BigDecimal("0.28"), input(chat, ServiceTier.STANDARD, LocalDate.of(2026, 3, 1)));
        assertEquals(new BigDecimal("0.15"), input(chat, ServiceTier.STANDARD, DAY));
        assertEquals(new BigDecimal("0.3"), input(chat, ServiceTier.PEAK, DAY));
    }

    private static BigDecimal input(PriceRef ref, ServiceTier tier, LocalDate day) {
        return BOOK.rates(ref, tier, day).orElseThrow().fact().prices().input();
    }

    @Test
    void aHandCheckedPriceGoesBeforeTheCatalogue() {
        assertEquals(Set.of(), marks("claude-sonnet-4-5-20250929"));
        assertEquals(Set.of(PriceMark.CATALOGUE), marks("gpt-5.1-codex-mini"));
    }

    private static Set<PriceMark> marks(String id) {
        Set<PriceMark> marks = new HashSet<>(quote(found(id)).marks());
        marks.retainAll(Set.of(PriceMark.CATALOGUE));
        return marks;
    }

    @Test
    void theRulesAreTold() {
        assertEquals(
                List.of(IdRule.EFFORT, IdRule.ORDER, IdRule.MAKER),
                found("claude-4.5-sonnet-thinking").rules());
        assertEquals(List.of(IdRule.EXACT), found("openai/gpt-4o").rules());
    }
}
