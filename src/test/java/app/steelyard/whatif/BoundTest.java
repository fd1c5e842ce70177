package app.steelyard.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
    /** What is said of all below 3,626.64 is not said of 3,629. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3626.64; REQUESTS; 3,620; 3,630; 3,626.64; 3,626.64",
                "12345678; TOKENS; 12.3M; 12.4M; 12,345,678; 12,345,678",
                "0.98764321; FRACTION; 98.7 %; 98.8 %; 98.764 %; 98.765 %",
                "0.9996; FRACTION; 99.9 %; 100 %; 99.96 %; 99.96 %",
                "-0.0123; FRACTION; −1.3 %; −1.2 %; −1.23 %; −1.23 %",
                "8.4999; MONTHS; 8.4 months; 8.5 months; 8.4 months; 8.5 months",
                "3; MONTHS; 3 months; 3 months; 3 months; 3 months",
                "57886.4; MONEY; $57,800; $57,900; $57,886; $57,887",
                "12.345; MONEY; $12.30; $12.40; $12.34; $12.35",
                "0.0012345; MONEY; $0.00123; $0.00124; $0.001234; $0.001235",
                "0.1505895484; MONEY; $0.15; $0.151; $0.1505; $0.1506",
                "252.6; MONEY; $252; $253; $252.60; $252.60",
                "9.996; SECONDS; 9.99 s; 10.0 s; 9.99 s; 10.0 s",
                "2.5; WEEKS; 2.5; 2.5; 2.5; 2.5",
                // Where two decimals would make nothing of it.
                "0.0042; RATE; 0.0042; 0.01; 0.0042; 0.01",
                "0.0000012; FRACTION; 0.00012 %; 0.1 %; 0.00012 %; 0.001 %",
                // Closed in on from both sides.
                "2999.9999999999; REQUESTS; 3,000; 3,000; 3,000; 3,000",
                "3000.0000000001; REQUESTS; 3,000; 3,000; 3,000; 3,000",
                "0; FRACTION; 0 %; 0 %; 0 %; 0 %",
            })
    void isRoundedToTheSideOnWhichItStaysTrue(
            double value, Unit unit, String below, String above, String belowInFull, String aboveInFull) {
        assertEquals(below, Bound.BELOW.brief(Currency.USD.of(value, unit)));
        assertEquals(above, Bound.ABOVE.brief(Currency.USD.of(value, unit)));
        assertEquals(belowInFull, Bound.BELOW.show(Currency.USD.of(value, unit)));
        assertEquals(aboveInFull, Bound.ABOVE.show(Currency.USD.of(value, unit)));
    }

    @Test
    void whatIsReadBackNeverLiesOnTheOtherSide() {
        Seeded.forAll(2000, random -> {
            double value = random.scaled(0.02, 9e8);
            for (Unit unit : new Unit[] {Unit.REQUESTS, Unit.MONEY, Unit.RATE, Unit.WEEKS}) {
                double noise = 1e-9 * value;
                assertTrue(read(Bound.BELOW.brief(Currency.USD.of(value, unit)), unit) <= value + noise);
                assertTrue(read(Bound.BELOW.show(Currency.USD.of(value, unit)), unit) <= value + noise);
                assertTrue(read(Bound.ABOVE.brief(Currency.USD.of(value, unit)), unit) >= value - noise);
                assertTrue(read(Bound.ABOVE.show(Currency.USD.of(value, unit)), unit) >= value - noise);
            }
        });
    }

    private static double read(String text, Unit unit) {
        return NumberReader.plain(Currency.USD).read(text, unit).orThrow();
    }
}
