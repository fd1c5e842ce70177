package app.steelyard.usage.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single values tell. */
class ShapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1234 | PLAIN",
                "-7 | PLAIN",
                "1e3 | PLAIN",
                "1 234 | SPACED",
                "1'234'567 | SPACED",
                "1 234 | SPACED",
                "1.234,56 | COMMA",
                "1,5 | COMMA",
                "0,125 | COMMA",
                ",5 | COMMA",
                "12000,0 | COMMA",
                "1.234.567 | COMMA",
                "1.234.567,8 | COMMA",
                "1 234,56 | COMMA",
                "1 234,567 | COMMA",
                "1,5E-03 | COMMA",
                "1,234.56 | POINT",
                "1.5 | POINT",
                "0.125 | POINT",
                "1234.567 | POINT",
                "1'234.56 | POINT",
                "1,234,567 | POINT",
                "12,34,567 | POINT",
                "1,23,456.7 | POINT",
                "1.5e-3 | POINT",
                "1.234 | POINT_OR_GROUP",
                "12.000 | POINT_OR_GROUP_OF_ZEROS",
                "1,234 | COMMA_OR_GROUP",
                "12,000 | COMMA_OR_GROUP_OF_ZEROS",
                "1.2.3 | NONE",
                "192.168.0.1 | NONE",
                "12 34 | NONE",
                "1.23,456.7 | NONE",
                "31.12.2026 | NONE",
                "gpt-4.1 | NONE",
                "2026-01-01 | NONE",
                "12% | NONE"
            })
    void aNumberIsReadByItsSigns(String text, NumberShape shape) {
        assertEquals(shape, NumberShape.of(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 | COMMA | 1234.56",
                "1 234,56 | COMMA | 1234.56",
                "12.000 | COMMA | 12000",
                "1'234.56 | POINT | 1234.56",
                "12,34,567 | POINT | 1234567",
                "-1.5e-3 | POINT | -1.5e-3"
            })
    void aNumberIsRewrittenBySign(String text, DecimalSign sign, String plain) {
        assertEquals(plain, NumberShape.plain(text, sign));
    }

    /** In a file of the other notation it would be a thousandth, or a thousandfold: it stays, and who reads it refuses or knows it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50 | POINT",
                "1,5 | POINT",
                "1 234,56 | POINT",
                "1,234.5 | COMMA",
                "0.05205 | COMMA",
                "12,34,567 | COMMA"
            })
    void aNumberOfAnotherNotationIsLeftAsItIs(String text, DecimalSign sign) {
        Notation notation = new Notation(sign, Set.of("cost"), DayOrder.DAY_FIRST, Set.of(), Optional.empty());
        assertEquals(text, notation.plain("cost", text));
        DecimalSign other = sign == DecimalSign.POINT ? DecimalSign.COMMA : DecimalSign.POINT;
        assertFalse(NumberShape.of(text).mayHave(sign));
        assertTrue(NumberShape.of(text).mayHave(other));
    }

    @Test
    void wholeNumbersAreToldFromOthers() {
        assertTrue(NumberShape.mayBeWhole("1.234"));
        assertTrue(NumberShape.mayBeWhole("12000,0"));
        assertTrue(NumberShape.mayBeWhole("7.0"));
        assertFalse(NumberShape.mayBeWhole("0.73"));
        assertFalse(NumberShape.mayBeWhole("1,5"));
        assertFalse(NumberShape.mayBeWhole("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/12/2026 | DAY_FIRST | 2026-12-31",
                "12/31/2026 | DAY_FIRST | 2026-12-31",
                "3/4/2026 | DAY_FIRST | 2026-04-03",
                "3/4/2026 | MONTH_FIRST | 2026-03-04",
                "03.04.2026 | MONTH_FIRST | 2026-04-03",
                "03-04-26 | DAY_FIRST | 2026-04-03",
                "2026/04/03 | DAY_FIRST | 2026-04-03",
                "03/04/2026 7:05 | DAY_FIRST | 2026-04-03T07:05:00",
                "03/04/2026 07:05:09,5 | DAY_FIRST | 2026-04-03T07:05:09.5",
                "4/3/2026, 12:05:00 AM | MONTH_FIRST | 2026-04-03T00:05:00",
                "4/3/2026 1:05 PM | MONTH_FIRST | 2026-04-03T13:05:00",
                "03/04/2026 07:05:09+0200 | DAY_FIRST | 2026-04-03T07:05:09+02:00",
                "03/04/2026 07:05 UTC | DAY_FIRST | 2026-04-03T07:05:00Z"
            })
    void aDayIsRewrittenByOrder(String text, DayOrder order, String iso) {
        assertEquals(Optional.of(iso), DayShape.of(text).map(d -> d.iso(order)), text);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31", "31/13/2026", "1/2", "32/01/2026", "1.5", "01/02/2026 at noon", "00/01/2026", "a/b/c"})
    void whatIsNoDayIsNone(String text) {
        assertEquals(Optional.empty(), DayShape.of(text), text);
    }
}
