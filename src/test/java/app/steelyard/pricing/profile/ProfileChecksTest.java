package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChecksTest {
    @Test
    void theGoodFileIsLikely() {
        assertEquals(List.of(), warnings("", ""));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "5m", "price": "5"       | "5m", "price": "3.9" | /models/0/rates/0/prices/cacheWrites/0 | Writing to the cache for 5m costs 3.9, less than the plain input price of 4.
        "1h", "price": "8"       | "1h", "price": "4.5" | /models/0/rates/0/prices/cacheWrites | A cache write for the longer lifetime 1h costs 4.5, less than 5 for 5m.
        "output": "25"           | "output": "61"       | /models/0/rates/1/prices/output | Output costs 12.2 times the input price; between 1 and 12 times is usual.
        "input": "2"             | "input": "2.11"      | /models/0/rates/2/prices/input | The batch price 2.11 is not half of the standard price 4, within 5 %.
        "input": "6"             | "input": "3"         | /models/0/tuning/0/rates/0/prices/input | The tuned model’s input costs 3, less than the base model’s 4.
        "jobsUntil": "2027-01-06" | "jobsUntil": "2026-05-06" | /models/0/tuning/0 | soldUntil, jobsUntil and inferenceUntil are not in this order.
        { "input": "1" }         | { "input": "1", "cachedRead": "0.5" } | /models/1 | There is a price for cached input, but no cache policy says how the cache works.
        """)
    void warns(String found, String replacement, String pointer, String reason) {
        List<Problem> warnings = warnings(found, replacement);
        assertEquals(1, warnings.size(), warnings::toString);
        assertEquals(pointer, warnings.getFirst().pointer());
        assertEquals(reason, warnings.getFirst().reason());
        assertTrue(warnings.getFirst().line() > 1, warnings::toString);
    }

    private static List<Problem> warnings(String found, String replacement) {
        return ProfileChecks.warnings(
                ProfileReader.read("x.json", Good.bytes(Good.text().replace(found, replacement))));
    }
}
