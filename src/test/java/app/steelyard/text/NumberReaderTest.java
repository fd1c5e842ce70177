package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.text.NumberReader.Fault;
import app.steelyard.text.NumberReader.Problem;
import app.steelyard.text.NumberReader.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumberReaderTest {
    private static final NumberReader PLAIN = NumberReader.plain(Currency.USD);

    @AfterEach
    void backToEnglish() {
        Language.choose(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000,000 | COUNT | 1000000",
                "1 000 000 | COUNT | 1000000",
                "1'000.5 | COUNT | 1000.5",
                "1_000 | COUNT | 1000",
                "1.2M | REQUESTS | 1200000",
                "1.2 m | REQUESTS | 1200000",
                "1 million | REQUESTS | 1000000",
                "1 million requests | REQUESTS | 1000000",
                "5k | TOKENS | 5000",
                "5k tokens | TOKENS | 5000",
                "600 tokens | TOKENS | 600",
                "2.5 bn | COUNT | 2500000000",
                "1e6 | COUNT | 1000000",
                "1.5E-7 | COUNT | 0.00000015",
                ".5 | COUNT | 0.5",
                "5. | COUNT | 5",
                "-3 | COUNT | -3",
                "−3 | COUNT | -3",
                "0.125 | COUNT | 0.125",
                "1.1250 | RATE | 1.125",
                "1,234.567 | COUNT | 1234.567",
                "$25 | MONEY | 25",
                "-$30k | MONEY | -30000",
                "$-30k | MONEY | -30000",
                "$ 4,000 | MONEY | 4000",
                "25 USD | MONEY | 25",
                "usd 25 | MONEY | 25",
                "1.2M $ | MONEY | 1200000",
                "24 months | MONTHS | 24",
                "18 | MONTHS | 18",
                "2 years | MONTHS | 24",
                "1 year | MONTHS | 12",
                "8 h | HOURS | 8",
                "2 days | HOURS | 48",
                "0.4 weeks | WEEKS | 0.4",
                "500 ms | SECONDS | 0.5",
                "1.5s | SECONDS | 1.5",
                "2 min | SECONDS | 120",
                "0.9 | FRACTION | 0.9",
                "90 % | FRACTION | 0.9",
                "90% | FRACTION | 0.9",
                "97.125 % | FRACTION | 0.97125",
                "-20 % | FRACTION | -0.2",
                "0 | FRACTION | 0",
                "900 % | FRACTION | 9"
            })
    void numbersAreReadAsPeopleTypeThem(String text, Unit unit, double number) {
        assertEquals(new Value(number), PLAIN.read(text, unit));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40.000 | COUNT | TWO_READINGS | “40.000” can be read in two ways: as 40 thousand, typed 40,000, or as"
                        + " 40, typed 40.0.",
                "1.000 | FRACTION | TWO_READINGS | as 1 thousand, typed 1,000, or as 1, typed 1.0.",
                "$1.125 | MONEY | TWO_READINGS | as 1.125 thousand, typed 1,125, or as 1.125, typed 1.1250.",
                "1.000 % | FRACTION | TWO_READINGS | typed 1,000",
                "1.250M | REQUESTS | TWO_READINGS | typed 1,250",
                "1,5 | COUNT | OTHER_LANGUAGE | Type 1.5: “.” stands before the decimals, “,” between the thousands.",
                "1.000.000 | COUNT | OTHER_LANGUAGE | Type 1,000,000:",
                "1.234,5 | COUNT | OTHER_LANGUAGE | Type 1,234.5:",
                "9 | FRACTION | NO_PER_CENT | A share is typed as 9 % or 0.09; or as 900 % if that is meant.",
                "1 | FRACTION | NO_PER_CENT | A share is typed as 1 % or 0.01; or as 100 %",
                "85 | FRACTION | NO_PER_CENT | A share is typed as 85 % or 0.85.",
                "-5 | FRACTION | NO_PER_CENT | “-5” has no per cent sign.",
                "€25 | MONEY | OTHER_CURRENCY | “€25” is not in USD, the currency of this plan. Type the amount in it,"
                        + " with $ or with no sign.",
                "25 EUR | MONEY | OTHER_CURRENCY | is not in USD",
                "$25 | TOKENS | NOT_A_NUMBER | “$25” is not a number of tokens, such as 5,000 or 5k.",
                "5 % | COUNT | NOT_A_NUMBER | is not a number",
                "8 weeks | MONTHS | NOT_A_NUMBER | is not a number of months, such as 18 or 2 years.",
                "8 h | MONTHS | NOT_A_NUMBER | is not a number of months",
                "5m | MONTHS | NOT_A_NUMBER | is not a number of months",
                "500 ms | HOURS | NOT_A_NUMBER | is not a number of hours",
                "many | COUNT | NOT_A_NUMBER | “many” is not a number, such as 1,000.",
                "1 2 | COUNT | NOT_A_NUMBER | is not a number",
                "12x | COUNT | NOT_A_NUMBER | is not a number",
                "1.2.3 | COUNT | NOT_A_NUMBER | is not a number",
                "NaN | COUNT | NOT_A_NUMBER | is not a number",
                "Infinity | COUNT | NOT_A_NUMBER | is not a number",
                "0x10 | COUNT | NOT_A_NUMBER | is not a number",
                "--1 | COUNT | NOT_A_NUMBER | is not a number",
                "1e999 | COUNT | TOO_LARGE | is larger than any number here may be."
            })
    void whatIsRefusedIsRefusedWithWhatToType(String text, Unit unit, Fault fault, String said) {
        Problem problem = assertInstanceOf(Problem.class, PLAIN.read(text, unit));
        assertEquals(fault, problem.fault(), problem.sentence());
        assertTrue(problem.sentence().contains(said), problem.sentence());
        assertEquals(
                problem.sentence(),
                assertThrows(IllegalArgumentException.class, problem::orThrow).getMessage());
    }

    @Test
    void nothingTypedIsNoNumber() {
        assertInstanceOf(Problem.class, PLAIN.read(" ", Unit.COUNT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40.000 | COUNT | 40000",
                "1.234.567,5 | COUNT | 1234567.5",
                "0,9 | FRACTION | 0.9",
                "90,5 % | FRACTION | 0.905",
                "1,5 s | SECONDS | 1.5"
            })
    void inGermanTheCommaStandsBeforeTheDecimals(String text, Unit unit, double number) {
        Language.choose(Language.GERMAN);
        assertEquals(new Value(number), NumberReader.chosen(new Currency("EUR")).read(text, unit));
        assertInstanceOf(Problem.class, NumberReader.chosen(new Currency("EUR")).read("40,000", unit));
        assertEquals(
                new Value(40_000),
                NumberReader.plain(new Currency("EUR")).read("40,000", Unit.COUNT),
                "arguments stay plain");
    }

    @Test
    void anotherCurrencyIsItsOwnSignOrCode() {
        assertEquals(new Value(25), NumberReader.plain(new Currency("EUR")).read("€25", Unit.MONEY));
        assertEquals(new Value(25), NumberReader.plain(new Currency("CHF")).read("CHF 25", Unit.MONEY));
        assertInstanceOf(Problem.class, NumberReader.plain(new Currency("CAD")).read("$25", Unit.MONEY));
        assertInstanceOf(Problem.class, NumberReader.plain(new Currency("CNY")).read("¥25", Unit.MONEY));
    }

    @Test
    void moneyIsNotReadWhereNoCurrencyIsKnown() {
        assertEquals(new Value(25), NumberReader.plain().read("25", Unit.MONEY));
        assertEquals(
                NumberReader.Fault.NOT_A_NUMBER,
                assertInstanceOf(Problem.class, NumberReader.plain().read("$25", Unit.MONEY))
                        .fault());
        assertInstanceOf(Problem.class, NumberReader.plain(Currency.USD).read("$25", Unit.COUNT));
    }

    @Test
    void aUnitBehindTheLastIsThatOfAll() {
        assertEquals(List.of(new Value(0.85), new Value(0.95)), PLAIN.readAll(List.of("85", "95 %"), Unit.FRACTION));
        assertEquals(List.of(new Value(0.5), new Value(0.8)), PLAIN.readAll(List.of("500", "800 ms"), Unit.SECONDS));
        assertEquals(List.of(new Value(12), new Value(30)), PLAIN.readAll(List.of("1 year", "30 months"), Unit.MONTHS));
        assertEquals(
                List.of(new Value(400), new Value(2000)),
                PLAIN.readAll(List.of("400", "2k"), Unit.COUNT),
                "a scale is of its number alone");
    }

    @Test
    void numbersOfThingsKeepAllTheirDigits() {
        assertEquals(new BigDecimal("9007199254740993"), PLAIN.exact("9,007,199,254,740,993"));
        assertThrows(IllegalArgumentException.class, () -> PLAIN.exact("1.000"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatAFieldHoldsIsReadBackAsItWas(Language language) {
        Language.choose(language);
        Seeded.forAll(5_000, random -> {
            Unit unit = random.oneOf(Unit.values());
            Currency currency = new Currency(random.oneOf("USD", "EUR", "JPY", "CHF"));
            double value = random.oneOf(
                    random.between(-2, 2),
                    random.between(-2000, 2000),
                    random.whole(0, 1_000_000) / 1000.0,
                    random.scaled(1e-12, 1e12),
                    Math.scalb(random.between(1, 2), random.whole(-500, 500)),
                    0.0);
            for (String text : new String[] {Typing.of(value, unit), Typing.withUnit(currency.of(value, unit))}) {
                assertEquals(
                        new Value(value), NumberReader.chosen(currency).read(text, unit), () -> unit + ": " + text);
            }
        });
    }
}
