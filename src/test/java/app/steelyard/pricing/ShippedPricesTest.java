package app.steelyard.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of the shipped profiles, typed here a second time from the research they come from. */
public class ShippedPricesTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0} {1} {2}: {3} / {4} / {5}")
    @CsvSource(nullValues = "-", textBlock = """
        2026-01-31, openai/gpt-4o,                        STANDARD, 2.5,   1.25,    10
        2026-01-31, openai/gpt-4o,                        BATCH,    1.25,  -,       5
        2026-01-31, openai/gpt-4o,                        PRIORITY, 4.25,  2.125,   17
        2026-01-31, openai/gpt-4o-mini,                   STANDARD, 0.15,  0.075,   0.6
        2026-01-31, openai/gpt-4.1,                       STANDARD, 2,     0.5,     8
        2026-11-22, openai/gpt-4.1,                       STANDARD, 2,     0.5,     8
        2026-01-31, openai/gpt-4.1-mini,                  STANDARD, 0.4,   0.1,     1.6
        2026-01-31, openai/gpt-4.1-nano,                  STANDARD, 0.1,   0.025,   0.4
        2026-01-31, openai/o3,                            STANDARD, 2,     0.5,     8
        2026-01-31, openai/o3,                            FLEX,     1,     0.25,    4
        2026-01-31, openai/o3,                            BATCH,    1,     -,       4
        2026-01-31, openai/o4-mini,                       STANDARD, 1.1,   0.275,   4.4
        2026-01-31, openai/gpt-5,                         STANDARD, 1.25,  0.125,   10
        2026-01-31, openai/gpt-5,                         BATCH,    0.625, 0.0625,  5
        2026-11-22, openai/gpt-5,                         FLEX,     0.625, 0.0625,  5
        2026-01-31, openai/gpt-5,                         PRIORITY, 2.5,   0.25,    20
        2026-01-31, openai/gpt-5-mini,                    STANDARD, 0.25,  0.025,   2
        2026-01-31, openai/gpt-5-nano,                    STANDARD, 0.05,  0.005,   0.4
        2026-01-31, openai/gpt-5-pro,                     STANDARD, 15,    -,       120
        2026-01-31, openai/gpt-5.2,                       STANDARD, 1.75,  0.175,   14
        2026-11-22, openai/gpt-5.4,                       STANDARD, 2.5,   0.25,    15
        2026-11-22, openai/gpt-5.5,                       STANDARD, 5,     0.5,     30
        2026-08-20, openai/gpt-5.6-sol,                   STANDARD, 5,     0.5,     30
        2026-08-21, openai/gpt-5.6-sol,                   STANDARD, 4,     0.4,     20
        2026-11-21, openai/gpt-5.6-sol,                   STANDARD, 4,     0.4,     20
        2026-11-22, openai/gpt-5.6-sol,                   STANDARD, 5,     0.5,     30
        2026-07-29, openai/gpt-5.6-terra,                 STANDARD, 2.5,   0.25,    15
        2026-11-22, openai/gpt-5.6-terra,                 STANDARD, 2,     0.2,     12
        2026-07-29, openai/gpt-5.6-luna,                  STANDARD, 1,     0.1,     6
        2026-11-22, openai/gpt-5.6-luna,                  STANDARD, 0.2,   0.02,    1.2
        2026-11-22, openai/gpt-6-astra,                   STANDARD, 10,    1,       50
        2026-11-22, openai/gpt-6-luna,                    BATCH,    0.05,  0.005,   0.25
        2026-11-22, openai/gpt-6.1-sol,                   STANDARD, 2,     0.1,     10
        2026-11-22, openai/gpt-6.1-terra,                 STANDARD, 1,     0.05,    5
        2026-01-31, anthropic/claude-haiku-4-5,           STANDARD, 1,     0.1,     5
        2026-01-31, anthropic/claude-sonnet-4-5,          STANDARD, 3,     0.3,     15
        2026-01-31, anthropic/claude-sonnet-4-5,          BATCH,    1.5,   0.15,    7.5
        2026-01-31, anthropic/claude-opus-4-1,            STANDARD, 15,    1.5,     75
        2026-11-22, anthropic/claude-opus-5-5,            STANDARD, 4,     0.2,     20
        2026-11-22, anthropic/claude-fable-5-1,           STANDARD, 10,    0.25,    50
        2026-11-22, anthropic/claude-sonnet-5,            STANDARD, 2,     0.2,     10
        2026-10-06, anthropic/claude-sonnet-5-5,          STANDARD, 2,     0.2,     10
        2026-10-07, anthropic/claude-sonnet-5-5,          STANDARD, 2,     0.1,     10
        2026-11-22, anthropic/claude-haiku-5-5,           STANDARD, 0.1,   0.01,    0.5
        2026-01-31, google/gemini-2.5-pro,                STANDARD, 1.25,  0.125,   10
        2026-01-31, google/gemini-2.5-flash,              BATCH,    0.15,  -,       1.25
        2026-01-31, google/gemini-3-pro-preview,          STANDARD, 2,     0.2,     12
        2026-12-31, google/gemini-3.6-flash,              STANDARD, 0.75,  0.075,   3.75
        2027-01-01, google/gemini-3.6-flash,              STANDARD, 1.5,   0.15,    7.5
        2027-01-01, google/gemini-3.8-flash:explicit-cache, STANDARD, 1.5, 0.15,    7.5
        2026-01-31, deepseek/deepseek-chat,               STANDARD, 0.28,  0.028,   0.42
        2026-11-22, deepseek/deepseek-v4-pro,             STANDARD, 0.66,  0.022,   1.98
        2026-11-22, deepseek/deepseek-v4-pro,             PEAK,     1.32,  0.044,   3.96
        2026-11-22, deepseek/deepseek-v4-flash,           STANDARD, 0.15,  0.003,   0.6
        2026-01-31, mistral/mistral-large-2512,           STANDARD, 0.5,   -,       1.5
        2026-11-22, mistral/mistral-large-2512,           STANDARD, 0.5,   0.05,    1.5
        2026-06-15, mistral/mistral-medium-latest,        STANDARD, 0.4,   -,       2
        2026-06-16, mistral/mistral-medium-latest,        STANDARD, 1.5,   0.15,    7.5
        2026-01-31, xai/grok-4-fast-reasoning,            STANDARD, 0.2,   0.05,    0.5
        2026-11-22, xai/grok-4.6,                         STANDARD, 2,     0.5,     6
        2026-01-31, bedrock/amazon.nova-pro-v1:0,         STANDARD, 0.8,   0.2,     3.2
        2026-01-31, bedrock/amazon.nova-micro-v1:0,       STANDARD, 0.035, 0.00875, 0.14
        2026-11-22, bedrock/eu.anthropic.claude-sonnet-4-5, STANDARD, 3.3, 0.33,    16.5
        2026-01-31, azure-openai/gpt-4.1,                 STANDARD, 2,     0.5,     8
        2026-01-31, azure-openai/eu/gpt-5.1,              STANDARD, 1.375, 0.1375,  11
        2026-09-22, azure-openai/gpt-5.6-terra,           STANDARD, 2.5,   0.25,    15
        2026-11-22, azure-openai/gpt-5.6-terra,           STANDARD, 2,     0.2,     12
        2026-11-22, azure-openai/gpt-5.6-luna,            STANDARD, 0.2,   0.02,    1.2
        2026-11-22, openai/gpt-5.5,                       PRIORITY, 12.5,  1.25,    75
        2026-07-22, mistral/mistral-small-latest,         STANDARD, 0.1,   ,        0.3
        2026-11-22, mistral/mistral-small-latest,         STANDARD, 0.15,  ,        0.6
        2026-01-31, moonshot/kimi-k2-thinking,            STANDARD, 0.6,   0.15,    2.5
        2026-11-22, moonshot/kimi-k3,                     STANDARD, 3,     0.3,     15
        2026-01-31, groq/openai/gpt-oss-120b,             STANDARD, 0.15,  0.075,   0.6
        2026-01-31, as-published/gpt-5-class,             STANDARD, 0.625, 0.0625,  5
        2026-01-31, as-published/blended,                 STANDARD, 1,     0.1,     1
        """)
    void tokenPrices(
            LocalDate day,
            String ref,
            ServiceTier tier,
            BigDecimal input,
            @Nullable BigDecimal cached,
            BigDecimal output) {
        Quote<RateCard> quote = BOOK.rates(PriceRef.parse(ref), tier, day).orElseThrow();
        TokenPrices prices = quote.fact().prices();
        assertEquals(input, prices.input());
        assertEquals(cached, prices.cachedRead());
        assertEquals(output, prices.output());
        assertFalse(quote.marks().contains(PriceMark.EXPIRED), "expired");
        assertFalse(quote.marks().contains(PriceMark.NOT_YET_VALID), "not yet valid");
    }

    @ParameterizedTest(name = "{0} {1}, written for {2}: {3}")
    @CsvSource(textBlock = """
        2026-01-31, anthropic/claude-haiku-4-5,  5m,  1.25
        2026-01-31, anthropic/claude-haiku-4-5,  1h,  2
        2026-01-31, anthropic/claude-sonnet-4-5, 1h,  6
        2026-11-22, anthropic/claude-fable-5-1,  5m,  12.5
        2026-11-22, openai/gpt-5.6-terra,        30m, 2.5
        2026-11-22, openai/gpt-6.1-terra,        30m, 1.25
        2026-11-22, openai/gpt-6.1-terra,        12h, 2.5
        2026-09-22, azure-openai/gpt-5.6-terra,  30m, 3.125
        2026-11-22, azure-openai/gpt-5.6-terra,  30m, 2.5
        2026-11-22, moonshot/kimi-k3,            1h,  6
        """)
    void cacheWrites(LocalDate day, String ref, String lifetime, BigDecimal price) {
        assertEquals(price, standard(ref, day).prices().write(lifetime).orElseThrow());
    }

    @Test
    void writesAreFreeBeforeGpt56() {
        assertEquals(List.of(), standard("openai/gpt-5", NOVEMBER).prices().cacheWrites());
    }

    @ParameterizedTest(name = "{0} above {1}: {2} / {3} / {4}")
    @CsvSource(textBlock = """
        anthropic/claude-sonnet-4-5,          200000, 6,   0.6,  22.5
        bedrock/eu.anthropic.claude-sonnet-4-5, 200000, 6.6, 0.66, 24.75
        google/gemini-2.5-pro,                200000, 2.5, 0.25, 15
        openai/gpt-6-sol,                     272000, 4,   0.4,  15
        openai/gpt-5.6-luna,                  272000, 0.4, 0.04, 1.8
        anthropic/claude-haiku-5-5,           100000, 0.5, 0.05, 2.5
        xai/grok-4.6,                         200000, 4,   1,    12
        """)
    void longPrompts(String ref, long above, BigDecimal input, BigDecimal cached, BigDecimal output) {
        LongContext tier = standard(ref, NOVEMBER).longContext();
        assertEquals(above, tier.above());
        assertEquals(LongContext.Rule.WHOLE_REQUEST, tier.rule());
        assertEquals(input, tier.prices().input());
        assertEquals(cached, tier.prices().cachedRead());
        assertEquals(output, tier.prices().output());
    }

    /** 200,000 input tokens of Sonnet 4.5 cost $3, 200,001 cost $6, for the whole request. */
    @Test
    void theTierOfSonnet45StartsBeyond200000() {
        RateCard card = standard("anthropic/claude-sonnet-4-5", JANUARY);
        assertEquals(new BigDecimal("3"), card.prices().input());
        assertEquals(200_000, card.longContext().above());
        assertEquals(new BigDecimal("6"), card.longContext().prices().input());
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5.2, 272000",
        "openai/gpt-5.4-mini, 272000",
        "openai/gpt-5.5, 922000",
        "openai/gpt-6.1-sol, 922000",
        "azure-openai/gpt-5.6-luna, 922000",
        "anthropic/claude-sonnet-4-5, 200000",
        "anthropic/claude-haiku-5-5, 1000000",
        "bedrock/eu.anthropic.claude-sonnet-4-5, 200000",
        "mistral/mistral-medium-latest, 262144"
    })
    void theWindowIsTheMostInputOfARequest(String ref, long tokens) {
        assertEquals(tokens, BOOK.model(ref(ref)).orElseThrow().contextWindow());
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic/claude-sonnet-4-5, 2026-11-30",
        "anthropic/claude-opus-4-5, 2027-01-22",
        "anthropic/claude-opus-4-1, 2026-08-05",
        "google/gemini-2.5-flash, 2026-12-01",
        "google/gemini-2.5-pro:explicit-cache, 2026-12-01",
        "google/gemini-3.6-flash, 2027-01-28"
    })
    void endsAreKnown(String ref, LocalDate end) {
        assertEquals(end, BOOK.model(ref(ref)).orElseThrow().retires());
    }

    @ParameterizedTest(name = "{0} {1}: at least {2}, step {3}, {4} {5}, batch {6}")
    @CsvSource(textBlock = """
        2026-01-31, openai/gpt-4.1,              AUTOMATIC, 1024, 128, 5m,   PT5M,  false
        2026-09-02, openai/gpt-4.1,              AUTOMATIC, 2048, 128, 5m,   PT5M,  false
        2026-01-31, openai/gpt-5,                AUTOMATIC, 1024, 128, 5m,   PT5M,  true
        2026-11-22, openai/gpt-6-sol,            EXPLICIT,  1024, 1,   30m,  PT30M, true
        2026-01-31, anthropic/claude-haiku-4-5,  EXPLICIT,  4096, 1,   5m,   PT5M,  true
        2026-11-22, anthropic/claude-opus-5-5,   EXPLICIT,  512,  1,   5m,   PT5M,  true
        2026-07-31, anthropic/claude-sonnet-4-6, EXPLICIT,  2048, 1,   5m,   PT5M,  true
        2026-08-01, anthropic/claude-sonnet-4-6, EXPLICIT,  1024, 1,   5m,   PT5M,  true
        2026-01-31, google/gemini-2.5-pro,       AUTOMATIC, 4096, 1,   5m,   PT5M,  false
        2026-11-22, google/gemini-2.5-pro,       AUTOMATIC, 2048, 1,   5m,   PT5M,  false
        2026-01-31, google/gemini-2.5-pro:explicit-cache, OBJECT, 4096, 1, 1h, PT1H, false
        2026-01-31, deepseek/deepseek-chat,      AUTOMATIC, 64,   64,  disk, PT2H,  false
        2026-01-31, bedrock/amazon.nova-lite-v1:0, EXPLICIT, 1536, 1,  5m,   PT5M,  false
        2026-01-31, groq/openai/gpt-oss-120b,    AUTOMATIC, 1024, 1,   2h,   PT2H,  false
        2026-01-31, as-published/gpt-5-class,    AUTOMATIC, 0,    1,   5m,   PT5M,  true
        """)
    void cacheRules(
            LocalDate day,
            String ref,
            CachePolicy.Mode mode,
            long minimum,
            long step,
            String lifetime,
            Duration duration,
            boolean inBatch) {
        CachePolicy policy =
                BOOK.cachePolicy(PriceRef.parse(ref), day).orElseThrow().fact();
        assertEquals(mode, policy.mode());
        assertEquals(minimum, policy.minimumTokens());
        assertEquals(step, policy.stepTokens());
        assertEquals(lifetime, policy.lifetimes().getFirst().name());
        assertEquals(duration, policy.lifetimes().getFirst().duration());
        assertEquals(inBatch, policy.inBatch());
    }

    @ParameterizedTest(name = "{1} on {0}: {2} per 1M tokens and hour")
    @CsvSource(textBlock = """
        2026-01-31, google/gemini-2.5-pro:explicit-cache,         4.5
        2026-01-31, google/gemini-2.5-flash:explicit-cache,       1
        2026-11-22, google/gemini-3.1-pro-preview:explicit-cache, 4.5
        2026-12-31, google/gemini-3.8-flash:explicit-cache,       0.5
        2027-01-01, google/gemini-3.8-flash:explicit-cache,       1
        """)
    void cacheStorage(LocalDate day, String ref, BigDecimal price) {
        assertEquals(
                price,
                BOOK.cachePolicy(PriceRef.parse(ref), day).orElseThrow().fact().storagePerMillionTokenHour());
    }

    @ParameterizedTest(name = "{0}: {1} per 1M, {2} an hour; {3} / {4} / {5}; hosting {6}")
    @CsvSource(nullValues = "-", textBlock = """
        openai/gpt-4.1,                 25,  -,   3,     0.75,   12,   -
        openai/gpt-4.1-mini,            5,   -,   0.8,   0.2,    3.2,  -
        openai/gpt-4.1-nano,            1.5, -,   0.2,   0.05,   0.8,  -
        openai/gpt-4o,                  25,  -,   3.75,  1.875,  15,   -
        openai/gpt-4o-mini,             3,   -,   0.3,   0.15,   1.2,  -
        openai/o4-mini,                 -,   100, 4,     1,      16,   -
        openai/gpt-3.5-turbo,           8,   -,   3,     -,      6,    -
        azure-openai/gpt-4.1,           25,  -,   2,     0.5,    8,    1.7
        google/gemini-2.5-pro,          25,  -,   1.25,  -,      10,   -
        bedrock/amazon.nova-micro-v1:0, 1,   -,   0.035, -,      0.14, -
        as-published/gpt-5-class-tuned, 25,  -,   1.875, 0.1875, 15,   -
        as-published/blended,           25,  -,   3,     0.3,    3,    -
        """)
    void tuning(
            String ref,
            @Nullable BigDecimal perMillion,
            @Nullable BigDecimal perHour,
            BigDecimal input,
            @Nullable BigDecimal cached,
            BigDecimal output,
            @Nullable BigDecimal hosting) {
        LocalDate day = LocalDate.of(2026, 4, 1);
        TuningOffer offer = BOOK.tuning(PriceRef.parse(ref), day).orElseThrow().fact();
        assertEquals(perMillion, offer.trainingPerMillionTokens());
        assertEquals(perHour, offer.trainingPerHour());
        assertEquals(hosting, offer.hostingPerHour());
        TokenPrices prices = BOOK.tunedRates(PriceRef.parse(ref), ServiceTier.STANDARD, day)
                .orElseThrow()
                .fact()
                .prices();
        assertEquals(input, prices.input());
        assertEquals(cached, prices.cachedRead());
        assertEquals(output, prices.output());
    }

    @Test
    void tuningAtOpenAiEnds() {
        TuningOffer offer =
                BOOK.tuning(ref("openai/gpt-4.1"), JANUARY).orElseThrow().fact();
        assertEquals(LocalDate.of(2026, 5, 7), offer.soldUntil());
        assertEquals(LocalDate.of(2027, 1, 6), offer.jobsUntil());
        assertEquals(LocalDate.of(2027, 1, 14), offer.inferenceUntil());
    }

    @ParameterizedTest(name = "{0} retires on {1}")
    @CsvSource(textBlock = """
        openai/o4-mini,              2026-10-23
        openai/gpt-4.1-nano,         2026-10-23
        openai/gpt-5,                2026-12-11
        openai/o3,                   2026-12-11
        openai/gpt-4.1,              2027-01-14
        openai/gpt-4o-mini,          2027-01-14
        openai/gpt-5.1,              2027-04-01
        google/gemini-3-pro-preview, 2026-03-09
        """)
    void retirements(String ref, LocalDate day) {
        assertEquals(day, BOOK.model(PriceRef.parse(ref)).orElseThrow().retires());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(textBlock = """
        openai/text-embedding-3-small, EMBEDDING, 0.02
        openai/text-embedding-3-large, EMBEDDING, 0.13
        google/gemini-embedding-001,   EMBEDDING, 0.15
        voyage/voyage-3-large,         EMBEDDING, 0.18
        cohere/rerank-v3.5,            RERANK,    2
        bedrock/amazon.rerank-v1:0,    RERANK,    1
        openai/file-search,            SEARCH,    2.5
        pinecone/serverless-standard,  STORE,     50
        """)
    void services(String ref, Service.Type type, BigDecimal price) {
        assertEquals(type, BOOK.service(PriceRef.parse(ref)).orElseThrow().type());
        assertEquals(
                new ExactMoney(price, Currency.USD),
                BOOK.servicePrice(PriceRef.parse(ref), NOVEMBER)
                        .orElseThrow()
                        .fact()
                        .price());
    }

    @Test
    void marksOfShippedPrices() {
        PriceRef sol = ref("openai/gpt-5.6-sol");
        assertEquals(
                Set.of(PriceMark.PROMOTIONAL),
                BOOK.rates(sol, ServiceTier.STANDARD, LocalDate.of(2026, 11, 21))
                        .orElseThrow()
                        .marks());
        assertEquals(
                Set.of(),
                BOOK.rates(sol, ServiceTier.STANDARD, NOVEMBER).orElseThrow().marks());
        assertEquals(
                Set.of(PriceMark.NOT_YET_VALID),
                BOOK.rates(sol, ServiceTier.STANDARD, JANUARY).orElseThrow().marks());
        assertEquals(
                Set.of(PriceMark.AS_PUBLISHED),
                BOOK.rates(ref("as-published/gpt-5-class"), ServiceTier.STANDARD, JANUARY)
                        .orElseThrow()
                        .marks());
    }

    private static PriceRef ref(String text) {
        return PriceRef.parse(text);
    }

    private static RateCard standard(String ref, LocalDate day) {
        return BOOK.rates(PriceRef.parse(ref), ServiceTier.STANDARD, day)
                .orElseThrow()
                .fact();
    }
}
