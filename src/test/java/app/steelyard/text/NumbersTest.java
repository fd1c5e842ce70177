package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    /** Money, shares and counts stand side by side in tables. */
    @Test
    void thereIsOneMinusSign() {
        assertEquals(
                List.of("−6.5 %", "−$1.30", "−1,234.50", "−7", "−0.25", "−2M"),
                List.of(
                        Numbers.percent(-0.065),
                        Numbers.money(-1.3, "USD"),
                        Numbers.amount(-1234.5, "USD"),
                        Numbers.count(-7),
                        Numbers.value(-0.25),
                        Numbers.axis(-2e6)));
    }

    @Test
    void nothingHasNone() {
        assertEquals(
                List.of("0 %", "$0.00", "0.00", "0"),
                List.of(
                        Numbers.percent(-0.0001),
                        Numbers.money(-0.001, "USD"),
                        Numbers.amount(-0.001, "USD"),
                        Numbers.count(-0.001)));
    }
}
