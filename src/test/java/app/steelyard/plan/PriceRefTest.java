package app.steelyard.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRefTest {
    @Test
    void theVendorEndsAtTheFirstSlash() {
        PriceRef ref = PriceRef.parse("bedrock/amazon/nova:0");
        assertEquals(new PriceRef("bedrock", "amazon/nova:0"), ref);
        assertEquals("bedrock/amazon/nova:0", ref.toString());
        assertEquals(new PriceRef("a", "b"), PriceRef.parse("a/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpt-4.1", "/gpt-4.1", "openai/", "/", " /gpt-4.1", "openai/ "})
    void oneHalfIsNoReference(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> PriceRef.parse(text))
                .getMessage());
        assertEquals("a price reference is VENDOR/ID, not '" + text + "'", message);
    }

    @Test
    void aVendorHoldsNoSlash() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new PriceRef("a/b", "c"))
                .getMessage()
                .contains("'a/b/c'"));
    }
}
