package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.steelyard.Seeded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    /** Money, shares and counts stand side by side in tables. */
    @Test
    void thereIsOneMinusSign() {
        assertEquals(
                List.of("−6.5 %", "−$1.30", "−1,234.50", "−7", "−0.25", "−2M"),
                List.of(
                        Numbers.percent(-0.065),
                        Currency.USD.of(-1.3).full(),
                        Currency.USD.of(-1234.5).digits(),
                        Numbers.count(-7),
                        Numbers.value(-0.25),
                        Numbers.axis(-2e6)));
    }

    /** What is nearly all is not all, and what is nearly nothing is something. */
    @Test
    void noShareIsCalledAllOrNothingThatIsNot() {
        assertEquals(
                List.of("> 99.9 %", "< 0.1 %", "100 %", "0 %", "99.9 %", "0.1 %", "< −99.9 %", "> −0.1 %"),
                Stream.of(0.9997, 0.0003, 1.0, 0.0, 0.9994, 0.0006, -0.9997, -0.0003)
                        .map(Numbers::percent)
                        .toList());
        assertEquals(
                List.of("99.97 %", "> 99.999 %", "< 0.001 %", "100 %", "0 %"),
                Stream.of(0.9997, 0.999997, 0.000003, 1.0, 0.0)
                        .map(Numbers::percentExact)
                        .toList());
        assertEquals(List.of("100 %", "0 %"), List.of(Numbers.percent(1 - 1e-15), Numbers.percent(1e-15)));
        Seeded.forAll(2_000, random -> {
            double share = random.oneOf(random.scaled(1e-11, 0.01), 1 - random.scaled(1e-11, 0.01));
            for (String shown : List.of(
                    Numbers.percent(share),
                    Numbers.percentExact(share),
                    Currency.USD.of(share, Unit.FRACTION).show(),
                    Currency.USD.of(share, Unit.FRACTION).brief())) {
                assertFalse(shown.equals("100 %") || shown.equals("0 %"), share + ": " + shown);
            }
        });
    }

    @Test
    void numbersAreWrittenInTheLanguageThatWasChosen() {
        Language.choose(Language.GERMAN);
        try {
            assertEquals(
                    List.of("1.234,5", "$2.812,50", "97,1 %"),
                    List.of(Numbers.count(1234.5), Currency.USD.of(2812.5).full(), Numbers.percent(0.971)));
        } finally {
            Language.choose(Language.ENGLISH);
        }
    }

    @Test
    void nothingHasNone() {
        assertEquals(
                List.of("0 %", "$0.00", "0.00", "0"),
                List.of(
                        Numbers.percent(-0.0),
                        Currency.USD.of(-0.001).full(),
                        Currency.USD.of(-0.001).digits(),
                        Numbers.count(-0.001)));
    }

    @Test
    void aHalfIsAHalfWhateverTheArithmeticsNoise() {
        assertEquals("$2,813", Currency.USD.of(2812.4999999999995).inShort());
        assertEquals("$2,812", Currency.USD.of(2812.499).inShort());
    }
}
