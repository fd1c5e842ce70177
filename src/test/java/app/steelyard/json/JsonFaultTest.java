package app.steelyard.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonFaultTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String GOOD = "{\"a\": [1, 2.5, true, null, {\"b\": \"text\"}],\n \"c\": \"more\"}";

    private static JacksonException fault(String text) {
        return assertThrows(JacksonException.class, () -> STRICT.readTree(text), text);
    }

    @Test
    void whereverAFileIsCutOffItEndsTooEarly() {
        for (int length = 1; length < GOOD.length(); length++) {
            String cut = GOOD.substring(0, length);
            String words = JsonFault.words(fault(cut));
            // Half a word is none, and half a number is odd in itself.
            String expected = cut.matches("(?s).*(tru|tr|t|n|nu|nul)")
                    ? "is no value"
                    : cut.endsWith("2.") ? "is not expected here" : "the file ends too early";
            assertTrue(words.contains(inText(cut) ? "the file ends too early" : expected), cut + ": " + words);
        }
    }

    /** Whether {@code cut} ends between two quotation marks. */
    private static boolean inText(String cut) {
        return cut.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    @Test
    void namesWhatIsWrong() {
        assertTrue(JsonFault.words(fault("{\"a\": 1,, }")).startsWith("',' is not expected here"));
        assertTrue(JsonFault.words(fault("{\"a\": [1}")).startsWith("'}' is not expected here"));
        assertEquals("the key “a” stands here twice", JsonFault.words(fault("{\"a\": 1, \"a\": 2}")));
        assertTrue(JsonFault.words(fault("{\"a\": maybe}")).startsWith("'maybe' is no value"));
        assertTrue(JsonFault.words(fault("{\"a\": 012}")).startsWith("a number is not written"));
    }

    /** Whatever is broken, no word of the parser's own comes through. */
    @Test
    void theParsersWordsStayInside() {
        Seeded.forAll(300, random -> {
            int at = random.whole(0, GOOD.length() - 1);
            String broken = GOOD.substring(0, at)
                    + random.oneOf(java.util.List.of("}", "]", "\"", ",", ":", "x", "\u0001", "-"))
                    + GOOD.substring(at + random.whole(0, 1));
            try {
                STRICT.readTree(broken);
            } catch (JacksonException e) {
                String told = JsonFault.words(e);
                assertFalse(
                        told.matches("(?s).*(marker|token|feature|Feature|code \\d|START_|JsonParser|source|decode).*"),
                        told);
            }
        });
    }
}
