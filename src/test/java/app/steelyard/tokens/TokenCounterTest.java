package app.steelyard.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.PriceRef;
import app.steelyard.tokens.Counting.Basis;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCounterTest {
    private static final TokenCounter O200K = counter("openai/gpt-5.1");
    private static final TokenCounter CL100K = counter("openai/gpt-3.5-turbo");

    private static TokenCounter counter(String model) {
        return TokenCounter.of(PriceRef.parse(model));
    }

    /** The first three as in OpenAI's cookbook, "How to count tokens with tiktoken"; all counted with tiktoken 0.14.0. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "antidisestablishmentarianism, 6, 6",
                "2 + 2 = 4, 7, 7",
                "お誕生日おめでとう, 8, 9",
                "tiktoken is great!, 6, 6",
                "hello <|endoftext|> you, 9, 8",
                "Kettle\u0020\u0020\u0020K17: 1.7 l; 49.90 €, 17, 17",
            })
    void countsAsTiktokenDoes(String text, long o200k, long cl100k) {
        assertEquals(o200k, O200K.count(text));
        assertEquals(cl100k, CL100K.count(text));
    }

    @Test
    void takesAnyText() {
        assertEquals(0, O200K.count(""));
        assertTrue(O200K.count("\uD800 half a character") > 0);
        assertTrue(O200K.count("\0\u0001\uFFFF") > 0);
    }

    @Test
    void countsTenMegabytes() {
        String text = "The kettle K17 holds 1.7 litres; it is loud, and 12,345 people bought it.\n".repeat(135_000);
        assertTimeout(Duration.ofSeconds(30), () -> assertEquals(135_000 * 24L, O200K.count(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\n", "=", "\u0301", "日", "😀", "1", "aA"})
    void countsOneCharacterForAsLongAsItGoes(String one) {
        String run = one.repeat(100_000);
        assertTimeout(Duration.ofSeconds(30), () -> assertTrue(O200K.count(run) > 0 && CL100K.count(run) > 0));
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5.1, O200K_BASE, EXACT",
        "openai/gpt-4o-2024-08-06, O200K_BASE, EXACT",
        "openai/o4-mini, O200K_BASE, EXACT",
        "openai/ft:gpt-4.1:kettle::1, O200K_BASE, EXACT",
        "openai/eu/gpt-5.1, O200K_BASE, EXACT",
        "openai/gpt-4-turbo, CL100K_BASE, EXACT",
        "openai/text-embedding-3-small, CL100K_BASE, EXACT",
        "azure-openai/gpt-35-turbo, CL100K_BASE, EXACT",
        "groq/openai/gpt-oss-120b, O200K_BASE, EXACT",
        "openai/gpt-6-sol, O200K_BASE, NOT_NAMED",
        "openai/gpt-50, O200K_BASE, NOT_NAMED",
        "anthropic/claude-opus-5, O200K_BASE, NOT_PUBLISHED",
        "google/gemini-2.5-pro, O200K_BASE, NOT_BUILT_IN",
        "mistral/mistral-large-2512, O200K_BASE, NOT_BUILT_IN",
        "xai/grok-4, O200K_BASE, NOT_PUBLISHED",
        "bedrock/amazon.nova-pro-v1:0, O200K_BASE, NOT_PUBLISHED",
        "as-published/gpt-5-class, O200K_BASE, UNKNOWN",
    })
    void saysHowSureItIs(String model, Encoding encoding, Basis basis) {
        Counting counting = counter(model).counting();
        assertEquals(encoding, counting.encoding());
        assertEquals(basis, counting.basis());
        assertEquals(basis == Basis.EXACT, counting.exact());
        assertTrue(counting.sentence().contains(encoding.id())
                && counting.sentence().contains(model));
        assertEquals(!counting.exact(), counting.sentence().startsWith("An estimate"));
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic/claude-sonnet-4-5, 1.16, 1.27",
        "bedrock/eu.anthropic.claude-sonnet-4-5, 1.16, 1.27",
        "anthropic/claude-sonnet-4-20250514, 1.16, 1.27",
        "anthropic/claude-opus-4-7, 1.43, 1.59",
        "anthropic/claude-opus-4-10, 1.43, 1.59",
        "anthropic/claude-sonnet-5, 1.43, 1.59",
        "google/gemini-3-pro-preview, 1.12, 1.24",
    })
    void tellsWhatWasMeasuredOfOthers(String model, double low, double high) {
        Counting counting = counter(model).counting();
        CountSpread spread = counting.spread().orElseThrow();
        assertEquals(low, spread.low());
        assertEquals(high, spread.high());
        assertTrue(counting.sentence().contains(spread.source().toString()));
        // The count is what was counted, and no factor is applied.
        assertEquals(O200K.count("a kettle"), counter(model).count("a kettle"));
        assertFalse(counter("xai/grok-4").counting().spread().isPresent());
    }
}
