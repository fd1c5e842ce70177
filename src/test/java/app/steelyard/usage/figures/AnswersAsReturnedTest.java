package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.steelyard.pricing.profile.PriceBookLoader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as vendors return them, streamed or written down beside their requests, each against its price by hand. */
class AnswersAsReturnedTest {
    private static final PricedModels PRICES =
            PricedModels.of(PriceBookLoader.load(Path.of("no-such-folder")).book());

    @TempDir
    private Path folder;

    private List<DailyUsage> read(String text) throws IOException {
        return Imported.of(Files.writeString(folder.resolve("answer.txt"), text))
                .usage();
    }

    private void assertCosts(String money, String text) throws IOException {
        List<DailyUsage> rows = read(text);
        assertEquals(1, rows.size());
        TokenCost.Known known = assertInstanceOf(TokenCost.Known.class, TokenCost.of(rows.getFirst(), PRICES));
        assertEquals(0, new BigDecimal(money).compareTo(known.amount().value()), () -> known.amount() + " " + rows);
        assertEquals(Set.of(), known.doubts());
    }

    private static final String CLAUDE = """
        {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5-20250929", "content": [],
         "stop_reason": "end_turn", "usage": {"input_tokens": 250000, "cache_creation_input_tokens": 2000,
         "cache_read_input_tokens": 3000, "cache_creation": {"ephemeral_5m_input_tokens": 1500,
         "ephemeral_1h_input_tokens": 500}, "output_tokens": 1000, "server_tool_use": {"web_search_requests": 2},
         "service_tier": "standard"}}\
        """.replace("\n", " ");

    /** 250,000 × 6 + 3,000 × .6 + 1,500 × 7.5 + 500 × 12 + 1,000 × 22.5 a million, and two searches at a cent. */
    @Test
    void aLongPromptOfAnthropicAloneAndWithinWhatTheNetworkSent() throws IOException {
        assertCosts("1.56155", CLAUDE);
        assertCosts("1.56155", "{\"timestamp\": \"2026-11-05T10:00:00Z\", \"response\": " + CLAUDE + "}");
        assertCosts(
                "1.56155",
                "{\"request\": {\"model\": \"claude-sonnet-4-5\"}, \"response\": {\"status\": 200, \"body\": " + CLAUDE
                        + "}}");
    }

    /** 1,000 × 5 + 500 × .5 + 200 × 25 a million. */
    @Test
    void anthropicsStream() throws IOException {
        assertCosts("0.01025", """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-opus-4-8","usage":{"input_tokens":1000,"cache_creation_input_tokens":0,"cache_read_input_tokens":500,"output_tokens":1}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":200}}

            event: message_stop
            data: {"type":"message_stop"}

            """);
    }

    /** 488 × 1.25 + 512 × .125 + 100 × 10 a million. */
    @Test
    void openAisStream() throws IOException {
        assertCosts("0.001674", """
            data: {"id":"c","object":"chat.completion.chunk","created":1793872800,"model":"gpt-5.1","choices":[{"index":0,"delta":{"content":"h"}}],"usage":null}

            data: {"id":"c","object":"chat.completion.chunk","created":1793872800,"model":"gpt-5.1","choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":100,"total_tokens":1100,"prompt_tokens_details":{"cached_tokens":512}}}

            data: [DONE]

            """);
    }

    /** Text 300 × 4 + 100 × .4 + 100 × 16, audio 400 × 32 + 200 × .4 + 400 × 64 a million. */
    @Test
    void aTurnOfARealtimeSession() throws IOException {
        assertCosts("0.04132", """
            {"type": "response.done", "timestamp": "2026-11-05T10:00:00Z", "response": {"object": "realtime.response", "id": "r", "model": "gpt-realtime", "usage": {"input_tokens": 1000, "output_tokens": 500, "total_tokens": 1500, "input_token_details": {"text_tokens": 400, "audio_tokens": 600, "cached_tokens": 300, "cached_tokens_details": {"text_tokens": 100, "audio_tokens": 200}}, "output_token_details": {"text_tokens": 100, "audio_tokens": 400}}}}
            """);
    }

    /** 258 tokens of an image cost what text does, 300 × .3, and 1,290 of one that was made 30 a million. */
    @Test
    void anImageThatGeminiMade() throws IOException {
        assertCosts("0.03879", """
            {"candidates": [], "modelVersion": "gemini-2.5-flash-image", "createTime": "2026-11-05T10:00:00Z", "usageMetadata": {"promptTokenCount": 300, "candidatesTokenCount": 1290, "totalTokenCount": 1590, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 42}, {"modality": "IMAGE", "tokenCount": 258}], "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1290}]}}
            """);
    }

    /** 50 × 5 + 300 × 10 + 4,160 × 40 a million: all that goes out is of the image. */
    @Test
    void anImageThatOpenAiMade() throws IOException {
        DailyUsage row = read("""
            {"created": 1793872800, "model": "gpt-image-1", "data": [{"b64_json": "AA"}], "usage": {"input_tokens": 350, "input_tokens_details": {"image_tokens": 300, "text_tokens": 50}, "output_tokens": 4160, "total_tokens": 4510}}
            """).getFirst();
        TokenCost.Known known = assertInstanceOf(TokenCost.Known.class, TokenCost.of(row, PRICES));
        assertEquals(0, new BigDecimal("0.16965").compareTo(known.amount().value()), known::toString);
    }

    /** 488 × .15 + 512 × .075 + 100 × .6 a million, by Groq's own mark. */
    @Test
    void whoAnswersInOpenAisShape() throws IOException {
        assertCosts("0.0001716", """
            {"id": "c", "object": "chat.completion", "created": 1793872800, "model": "openai/gpt-oss-120b", "choices": [], "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100, "prompt_tokens_details": {"cached_tokens": 512}}, "x_groq": {"id": "r"}}
            """);
    }

    @Test
    void whatNamesNoModelIsCountedAndPricedByWhatStandsBesideIt() throws IOException {
        DailyUsage cohere = read("""
            {"timestamp": "2026-11-05T10:00:00Z", "request": {"model": "command-a-03-2025"}, "response": {"id": "x", "finish_reason": "COMPLETE", "usage": {"billed_units": {"input_tokens": 500, "output_tokens": 100}, "tokens": {"input_tokens": 900, "output_tokens": 110}}}}
            """).getFirst();
        assertEquals("cohere command-a-03-2025", cohere.vendor() + " " + cohere.model());
        assertEquals(500, cohere.totals().uncachedInput());
        DailyUsage converse = read("""
            {"timestamp": "2026-11-05T10:00:00Z", "modelId": "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "response": {"stopReason": "end_turn", "usage": {"inputTokens": 1000, "outputTokens": 100, "totalTokens": 1300, "cacheReadInputTokens": 150, "cacheWriteInputTokens": 50}}}
            """).getFirst();
        assertEquals(
                "bedrock us.anthropic.claude-sonnet-4-5-20250929-v1:0", converse.vendor() + " " + converse.model());
        assertEquals(1000, converse.totals().uncachedInput());
        assertEquals(150, converse.totals().cacheRead());
    }
}
