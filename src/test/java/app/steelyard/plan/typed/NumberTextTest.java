package app.steelyard.plan.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Unit;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000,000 | 1000000",
                "1 000 000 | 1000000",
                "1.2M | 1200000",
                "1.2 m | 1200000",
                "5k | 5000",
                "2.5 bn | 2500000000",
                "1e6 | 1000000",
                ".5 | 0.5",
                "-3 | -3",
                "−3 | -3",
                "$25 | 25",
                "$4,000 | 4000",
                "600 tokens | 600",
                "24 months | 24",
                "10 h | 10",
                "0.4 weeks | 0.4",
                "5k tokens | 5000"
            })
    void numbersAreReadAsPeopleTypeThem(String text, double number) {
        assertEquals(OptionalDouble.of(number), NumberText.parse(text, Unit.TOKENS));
    }

    @ParameterizedTest
    @CsvSource({"85, 0.85", "85 %, 0.85", "85%, 0.85", "0.5, 0.005", "97.1 %, 0.971"})
    void fractionsAreTypedAsPerCent(String text, double fraction) {
        assertEquals(OptionalDouble.of(fraction), NumberText.parse(text, Unit.FRACTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "many", "1,00", "1,5", "12x", "1.2.3", "NaN", "Infinity", "0x10", "--1", "5 %", "1e999"})
    void whatIsNoNumberIsRefused(String text) {
        assertTrue(NumberText.parse(text, Unit.COUNT).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource({"0.07, 7", "0.29, 29", "0.971, 97.1", "-0.5, -50"})
    void perCentIsShownWithoutNoise(double fraction, String text) {
        assertEquals(text, NumberText.format(fraction, Unit.FRACTION));
    }
}
