package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests were served, how long they were and what they used beside text, from the file to the amount. */
class ServedUsageTest {
    private static final PricedModels SHIPPED =
            PricedModels.of(new PriceBook(PriceBookLoader.shipped(), List.of(), Catalogue.shipped()));

    @TempDir
    Path folder;

    private LedgerView view(String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve("answers.jsonl"), String.join("\n", lines) + "\n");
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(file), Progress.NONE));
            LedgerView view = ledger.view();
            assertEquals(
                    0, Imported.only(view).unreadable(), () -> view.rejected().toString());
            return view;
        }
    }

    private static Kpi cost(LedgerView view) {
        return Kpis.all(view, new TreeMap<>(), SHIPPED).get(Indicator.COST_PER_REQUEST);
    }

    private static void assertCost(String expected, LedgerView view) {
        Kpi cost = cost(view);
        assertEquals(
                0,
                new BigDecimal(expected).compareTo(Objects.requireNonNull(cost.numerator(), cost.note())),
                () -> cost.numerator() + " and not " + expected);
    }

    private static void assertUnpriced(TokenCost.Reason reason, LedgerView view) {
        assertEquals(
                List.of(reason),
                Reconciliation.of(view, SHIPPED, 0).unpriced().stream()
                        .map(Reconciliation.Unpriced::reason)
                        .toList());
        assertTrue(cost(view).note().contains(reason.title()), cost(view).note());
    }

    private static String claude(String id, String model, String usage) {
        return """
            {"sessionId":"s","timestamp":"2026-10-10T10:00:00Z","message":{"id":"%s","role":"assistant","model":"%s",\
            "usage":{"input_tokens":1000,"output_tokens":1000,"cache_read_input_tokens":0,\
            "cache_creation_input_tokens":0%s}}}\
            """.formatted(id, model, usage);
    }

    /** Opus 4.8 costs 5 and 25 dollars per million: 0.03 for a thousand of each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claude-opus-4-8 | \"speed\":\"standard\",\"service_tier\":\"standard\" | 0.03",
                "claude-opus-4-8 | \"speed\":\"fast\" | 0.06",
                "claude-opus-4-7 | \"speed\":\"fast\" | 0.18",
                "claude-opus-4-8 | \"service_tier\":\"batch\" | 0.015",
                "claude-opus-4-8 | \"inference_geo\":\"us\" | 0.033",
                "claude-opus-4-8 | \"inference_geo\":\"us\",\"speed\":\"fast\" | 0.066",
                "claude-opus-4-8 | \"inference_geo\":\"global\" | 0.03",
                "claude-opus-4-8 | \"server_tool_use\":{\"web_search_requests\":3,\"web_fetch_requests\":2} | 0.06",
            })
    void claudeIsPricedAsServed(String model, String usage, String expected) throws Exception {
        assertCost(expected, view(claude("m1", model, "," + usage)));
    }

    @Test
    void aWayOfServingWithoutAPriceIsNeverStandard() throws Exception {
        assertUnpriced(TokenCost.Reason.OTHER_SPEED, view(claude("m1", "claude-sonnet-4-5", ",\"speed\":\"fast\"")));
        assertUnpriced(
                TokenCost.Reason.OTHER_PLACE, view(claude("m1", "claude-opus-4-8", ",\"inference_geo\":\"mars\"")));
        assertUnpriced(
                TokenCost.Reason.OTHER_TIER, view(claude("m1", "claude-opus-4-8", ",\"service_tier\":\"priority\"")));
        assertUnpriced(TokenCost.Reason.OTHER_SERVING, view(claude("m1", "claude-opus-4-8", ",\"speed\":\"warp\"")));
    }

    /** What has no price takes no figure from the rest, and the rest says that it is one. */
    @Test
    void oneRowWithoutAPriceLeavesTheOthersTheirs() throws Exception {
        LedgerView view = view(
                claude("m1", "claude-opus-4-8", ""),
                claude("m2", "claude-opus-4-8", ",\"speed\":\"fast\""),
                claude("m3", "claude-nobody-knows", ""),
                claude("m4", "claude-nobody-knows", ""));
        assertCost("0.09", view);
        Kpi cost = cost(view);
        assertEquals(new BigDecimal(2), cost.denominator());
        assertEquals(0.5, cost.coverage().share());
        assertEquals("at list prices, for 50 % of the tokens; without a price: claude-nobody-knows", cost.remark());
    }

    private static String chat(String id, String model, String usage) {
        return """
            {"id":"%s","object":"chat.completion","created":1791600000,"model":"%s","choices":[],"usage":{%s}}\
            """.formatted(id, model, usage);
    }

    private static String tokens(long input, long output) {
        return "\"prompt_tokens\":" + input + ",\"completion_tokens\":" + output;
    }

    /**
     * GPT-6 Sol costs 2 and 10 dollars per million, and beyond 272,000 tokens 4 and 15. Two requests that are short each
     * stay so, though they are long together.
     */
    @Test
    void eachPromptIsPricedByItsOwnLength() throws Exception {
        LedgerView two =
                view(chat("a", "gpt-6-sol", tokens(272_000, 100)), chat("b", "gpt-6-sol", tokens(272_000, 100)));
        assertCost("1.09", two);
        assertFalse(said(two).contains("long prompts"), said(two));
        assertCost("1.089504", view(chat("a", "gpt-6-sol", tokens(272_001, 100))));
        assertCost(
                "1.634504",
                view(chat("a", "gpt-6-sol", tokens(272_000, 100)), chat("b", "gpt-6-sol", tokens(272_001, 100))));
    }

    private static String said(LedgerView view) {
        return PriceDoubts.of(view, SHIPPED).stream()
                .map(UsageFinding::text)
                .toList()
                .toString();
    }

    /** A sum that states the window of its prompts is as good as single requests; one that states none is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"0-200k\" | 0.9 | false", "\"200k-1M\" | 1.8 | false", "null | 0.9 | true"})
    void sumsSayHowLongTheirPromptsWere(String window, String expected, boolean doubted) throws Exception {
        LedgerView view = view("""
            {"data":[{"starting_at":"2026-10-01T00:00:00Z","ending_at":"2026-10-02T00:00:00Z","results":[{\
            "uncached_input_tokens":300000,"output_tokens":0,"model":"claude-sonnet-4-5","context_window":WINDOW}]}]}\
            """.replace("WINDOW", window));
        assertEquals(
                0,
                new BigDecimal(expected)
                        .compareTo(Objects.requireNonNull(Spend.by(Kpis.Part.MODEL, view, SHIPPED)
                                        .get("claude-sonnet-4-5")
                                        .amount())
                                .value()));
        assertEquals(doubted, said(view).contains("long prompts"), said(view));
    }

    private static String gemini(String model, String usage) {
        return """
            {"modelVersion":"%s","responseId":"r","createTime":"2026-10-01T12:00:00Z",\
            "candidates":[{"content":{"parts":[{"text":"x"}]}}],"usageMetadata":{%s}}\
            """.formatted(model, usage);
    }

    /** Gemini 2.5 Flash: 0.30 a million, audio 1.00; cached 0.03 and 0.10; output 2.50; half in batch. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 900 × 0.3 + 100 × 1 + 10 × 2.5
                "\"promptTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":100}] | 0.000395",
                // video costs what text does
                "\"promptTokensDetails\":[{\"modality\":\"VIDEO\",\"tokenCount\":100}] | 0.000325",
                // 360 text and 40 audio not cached, 540 and 60 cached
                "\"cachedContentTokenCount\":600,\"promptTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":100}],"
                        + "\"cacheTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":60},{\"modality\":\"TEXT\",\"tokenCount\":540}]"
                        + " | 0.0001952",
                // which ones are cached is not told: the audio is taken for not cached
                "\"cachedContentTokenCount\":600,\"promptTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":100}]"
                        + " | 0.000233",
            })
    void audioHasItsOwnPrice(String details, String expected) throws Exception {
        assertCost(
                expected,
                view(gemini("gemini-2.5-flash", "\"promptTokenCount\":1000,\"candidatesTokenCount\":10," + details)));
    }

    @Test
    void aKindWithoutAPriceIsSaid() throws Exception {
        String audio = "\"promptTokenCount\":1000,\"candidatesTokenCount\":10,"
                + "\"promptTokensDetails\":[{\"modality\":\"AUDIO\",\"tokenCount\":1}]";
        assertUnpriced(TokenCost.Reason.NO_KIND_PRICE, view(gemini("gemini-3.6-flash", audio)));
        assertUnpriced(
                TokenCost.Reason.PROVISIONED,
                view(gemini("gemini-2.5-flash", audio + ",\"trafficType\":\"PROVISIONED_THROUGHPUT\"")));
        // The requests of text on the same day keep their price.
        LedgerView both = view(
                gemini("gemini-3.6-flash", audio),
                gemini("gemini-3.6-flash", "\"promptTokenCount\":1000,\"candidatesTokenCount\":10")
                        .replace("\"r\"", "\"r2\""));
        assertCost("0.0007875", both);
        assertFalse(cost(both).coverage().isWhole());
    }

    /** Where others write answers as OpenAI does, the model tells whose they are. */
    @ParameterizedTest
    @CsvSource({
        "mistral-large-2512, mistral",
        "grok-4, xai",
        "kimi-k2.6, moonshot",
        "deepseek-chat, deepseek",
        "gpt-5.1, openai"
    })
    void theModelTellsTheVendorOfABorrowedShape(String model, String vendor) throws Exception {
        LedgerView view = view(chat("a", model, tokens(1000, 100)));
        assertEquals(vendor, view.usage().getFirst().vendor());
        assertEquals(List.of(), Reconciliation.of(view, SHIPPED, 0).unpriced());
    }

    private static String bedrock(String id, String model) {
        return """
            {"schemaType":"ModelInvocationLog","timestamp":"2026-09-01T10:00:00Z","requestId":"%s","operation":"Converse",\
            "modelId":"%s","input":{"inputTokenCount":1000},"output":{"outputTokenCount":100}}\
            """.formatted(id, model);
    }

    /** 3 and 15 dollars per million all over the world, a tenth more in a region. */
    @ParameterizedTest
    @CsvSource({
        "global.anthropic.claude-sonnet-4-5-20250929-v1:0, 0.0045",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0, 0.00495",
        "anthropic.claude-sonnet-4-5-20250929-v1:0, 0.00495",
        "arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0, 0.00495"
    })
    void aRegionsIdHasTheRegionsPrice(String model, String expected) throws Exception {
        assertCost(expected, view(bedrock("r1", model)));
    }

    @Test
    void anOpaqueProfileLeavesTheOthersTheirCost() throws Exception {
        LedgerView view = view(
                bedrock("r1", "global.anthropic.claude-sonnet-4-5-20250929-v1:0"),
                bedrock("r2", "arn:aws:bedrock:us-east-1:1:application-inference-profile/abc"));
        assertCost("0.0045", view);
        assertEquals(new BigDecimal(1), cost(view).denominator());
        assertTrue(cost(view).remark().contains("application-inference-profile/abc"));
    }

    /** GPT Audio: text 2.50 and 10, audio 32 and 64 dollars per million, known to the catalogue alone. */
    @Test
    void theCatalogueKnowsKindsAsWell() throws Exception {
        assertCost(
                "0.0362",
                view(chat(
                        "a",
                        "gpt-audio",
                        tokens(1000, 200)
                                + ",\"prompt_tokens_details\":{\"audio_tokens\":800,\"cached_tokens\":0},"
                                + "\"completion_tokens_details\":{\"audio_tokens\":150}")));
    }

    /** A page that is opened is no search. */
    @Test
    void searchesOfAnAnswerAreBilled() throws Exception {
        assertCost("0.0145", view("""
            {"id":"r","object":"response","created_at":1791600000,"model":"gpt-5.1","service_tier":"priority","output":[\
            {"type":"web_search_call","action":{"type":"search"}},{"type":"web_search_call","action":{"type":"open_page"}},\
            {"type":"message","content":[]}],"usage":{"input_tokens":1000,"output_tokens":100,"total_tokens":1100}}\
            """));
    }
}
