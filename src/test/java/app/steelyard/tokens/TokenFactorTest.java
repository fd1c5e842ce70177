package app.steelyard.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.plan.PriceRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenFactorTest {
    private static Optional<TokenFactor> of(String model, String base) {
        return TokenFactor.of(PriceRef.parse(model), PriceRef.parse(base));
    }

    @Test
    void modelsOfOneTokenizerReadAlike() {
        Optional<TokenFactor> alike = Optional.of(new TokenFactor(1, 1));
        assertEquals(alike, of("openai/gpt-5-mini", "openai/gpt-4.1"));
        assertEquals(alike, of("google/gemini-2.5-flash", "google/gemini-2.5-pro"));
        assertEquals(alike, of("anthropic/claude-opus-5-5", "bedrock/anthropic.claude-sonnet-5-5"));
        assertEquals(alike, of("deepseek/deepseek-chat", "deepseek/deepseek-chat"));
    }

    /** Claude makes 1.43 to 1.59 times as many as GPT, Gemini 1.12 to 1.24 times. */
    @Test
    void whatWasMeasuredOfBothIsSetAgainstEachOther() {
        TokenFactor up = of("anthropic/claude-sonnet-5-5", "openai/gpt-5-mini").orElseThrow();
        assertEquals(1.43, up.low());
        assertEquals(1.59, up.high());
        TokenFactor across =
                of("google/gemini-2.5-flash", "anthropic/claude-sonnet-5-5").orElseThrow();
        assertEquals(1.12 / 1.59, across.low());
        assertEquals(1.24 / 1.43, across.high());
    }

    @Test
    void whatNobodyMeasuredHasNone() {
        assertEquals(Optional.empty(), of("deepseek/deepseek-chat", "openai/gpt-5-mini"));
        assertEquals(Optional.empty(), of("openai/gpt-5-mini", "xai/grok-4"));
        assertEquals(Optional.empty(), of("openai/gpt-4", "openai/gpt-5-mini"), "another encoding");
    }
}
