package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency EUR = new Currency("EUR");
    private static final Currency JPY = new Currency("JPY");
    private static final Currency BHD = new Currency("BHD");
    /** No currency that any runtime knows. */
    private static final Currency ZZZ = new Currency("ZZZ");

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDT", " USD", "U$D", "ÉUR", "USD\n"})
    void whatIsNoCodeIsNoCurrency(String text) {
        assertFalse(Currency.isCode(text));
        assertThrows(IllegalArgumentException.class, () -> new Currency(text));
    }

    @Test
    void aCurrencyKnowsItsSignAndItsSmallestUnit() {
        assertEquals(
                List.of("$", "€", "¥", "BHD ", "ZZZ "),
                List.of(Currency.USD.symbol(), EUR.symbol(), JPY.symbol(), BHD.symbol(), ZZZ.symbol()));
        assertEquals(
                List.of(2, 0, 3, 2), List.of(Currency.USD.decimals(), JPY.decimals(), BHD.decimals(), ZZZ.decimals()));
        assertEquals(List.of(0.01, 1.0, 0.001), List.of(Currency.USD.smallest(), JPY.smallest(), BHD.smallest()));
        assertEquals(Optional.of("Euro"), EUR.name());
        assertEquals(Optional.empty(), ZZZ.name());
        // Gold has no decimals that anybody settled.
        assertEquals(0, new Currency("XAU").decimals());
    }

    @Test
    void theKnownOnesAreInTheOrderOfTheirCodes() {
        List<Currency> known = Currency.known();
        assertTrue(known.contains(Currency.USD) && known.contains(JPY) && !known.contains(ZZZ));
        assertEquals(known.stream().sorted().distinct().toList(), known);
    }

    @Test
    void unlikeCurrenciesAreNeverReckonedTogether() {
        Money dollars = Currency.USD.of(5);
        Money euros = EUR.of(5);
        assertThrows(IllegalArgumentException.class, () -> dollars.plus(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars.minus(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars.compareTo(euros));
        assertThrows(IllegalArgumentException.class, () -> dollars.ties(euros));
        ExactMoney bill = new ExactMoney(BigDecimal.ONE, Currency.USD);
        ExactMoney other = new ExactMoney(BigDecimal.ONE, EUR);
        assertThrows(IllegalArgumentException.class, () -> bill.plus(other));
        assertEquals(
                "USD and EUR are unlike currencies",
                assertThrows(IllegalArgumentException.class, () -> bill.minus(other))
                        .getMessage());
    }

    @Test
    void likeCurrenciesAre() {
        assertEquals(EUR.of(7.5), EUR.of(5).plus(EUR.of(2.5)));
        assertEquals(EUR.of(-2.5), EUR.of(5).minus(EUR.of(7.5)));
        assertEquals(EUR.of(2.5), EUR.of(-2.5).abs());
        assertTrue(EUR.of(-1).compareTo(EUR.of(1)) < 0);
        ExactMoney tenth = new ExactMoney(new BigDecimal("0.1"), EUR);
        assertEquals(
                new ExactMoney(new BigDecimal("0.30"), EUR),
                tenth.plus(new ExactMoney(new BigDecimal("0.20"), EUR)),
                "to the last digit, which a forecast would not have");
        assertEquals(new BigDecimal("-0.1"), tenth.minus(tenth.plus(tenth)).value());
        assertEquals(EUR.of(0.1), tenth.asMoney());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
        USD; 2812.5;        $2,812.50;      2,812.50;       $2,813;    $2,812.50
        USD; 999.494;       $999.49;        999.49;         $999.49;   $999.494
        USD; 999.5;         $999.50;        999.50;         $1,000;    $999.50
        USD; -3;            −$3.00;         −3.00;          −$3.00;    −$3.00
        USD; -1234567.8;    −$1,234,567.80; −1,234,567.80;  −$1,234,568; −$1,234,567.80
        USD; -0.004;        $0.00;          0.00;           $0.00;     −$0.004
        USD; -0.0;          $0.00;          0.00;           $0.00;     $0.00
        USD; 0.0625;        $0.06;          0.06;           $0.06;     $0.0625
        USD; 2812.4999999999995; $2,812.50; 2,812.50;       $2,813;    $2,812.50
        JPY; 2812.5;        ¥2,813;         2,813;          ¥2,813;    ¥2,812.50
        JPY; -0.4;          ¥0;             0;              ¥0;        −¥0.40
        BHD; 1.2346;        BHD 1.235;      1.235;          BHD 1.235; BHD 1.2346
        ZZZ; 1.006;         ZZZ 1.01;       1.01;           ZZZ 1.01;  ZZZ 1.006
        """)
    void isWrittenInTheDecimalsOfItsCurrency(
            String code, double value, String full, String digits, String inShort, String price) {
        Money money = new Currency(code).of(value);
        assertEquals(
                List.of(full, digits, inShort, price),
                List.of(money.full(), money.digits(), money.inShort(), money.price()));
    }

    @Test
    void whatIsBelowOneIsShownAsAPriceAndTheRestInShort() {
        assertEquals(
                List.of("$0.0625", "−$0.0625", "$0.00", "$1,235", "$1,230", "not known", "$1.2M", "−¥15k"),
                List.of(
                        Currency.USD.of(0.0625).show(),
                        Currency.USD.of(-0.0625).show(),
                        Currency.USD.of(0).show(),
                        Currency.USD.of(1234.5).show(),
                        Currency.USD.of(1234.5).brief(),
                        Currency.USD.of(Double.NaN).show(),
                        Currency.USD.of(1.2e6).axis(),
                        JPY.of(-15_000).axis()));
    }

    @Test
    void whatWasWorkedOutHasFourDigitsBelowOneAndWhatIsWholeHasNoCents() {
        assertEquals(
                List.of(
                        "$0.4668",
                        "−$0.0006999",
                        "$0.123456",
                        "$0.0000001",
                        "$253",
                        "−$100",
                        "$25.30",
                        "$4.00",
                        "¥253"),
                List.of(
                        Currency.USD.of(0.4668337963).show(),
                        Currency.USD.of(-0.000699913538).show(),
                        Currency.USD.of(0.123456).show(),
                        Currency.USD.of(0.0000001).show(),
                        Currency.USD.of(252.6).brief(),
                        Currency.USD.of(-99.99).brief(),
                        Currency.USD.of(25.26).brief(),
                        Currency.USD.of(4).brief(),
                        JPY.of(252.6).brief()));
    }

    @Test
    void tiesToTheHalfOfItsSmallestUnit() {
        assertTrue(Currency.USD.of(100).ties(Currency.USD.of(100.005)));
        assertFalse(Currency.USD.of(100).ties(Currency.USD.of(100.006)));
        assertTrue(JPY.of(100).ties(JPY.of(100.5)));
        assertFalse(JPY.of(100).ties(JPY.of(100.6)));
        assertFalse(BHD.of(100).ties(BHD.of(100.001)));
        assertTrue(Currency.USD.of(-10).ties(Currency.USD.of(-10.004)));
        assertFalse(Currency.USD.of(10.0051).ties(Currency.USD.of(10)));
        // Of a trillion the last digits that a sum of months gets right are whole dollars.
        assertTrue(Currency.USD.of(1e12).ties(Currency.USD.of(1e12 + 1)));
        assertFalse(Currency.USD.of(1e12).ties(Currency.USD.of(1e12 + 2)));
        assertTrue(Currency.USD.of(-1e12).ties(Currency.USD.of(-1e12 - 1)));
        assertTrue(Currency.USD.of(-0.005).nothing() && !Currency.USD.of(-0.006).nothing());
        assertFalse(Currency.USD.of(Double.NaN).nothing());
    }

    @Test
    void roundsToItsCurrencysDecimals() {
        assertEquals(Currency.USD.of(1.23), Currency.USD.of(1.2345).rounded());
        assertEquals(Currency.USD.of(-0.3), Currency.USD.of(-(0.1 + 0.2)).rounded());
        assertEquals(JPY.of(1235), JPY.of(1234.6).rounded());
        assertEquals(BHD.of(1.234), BHD.of(1.2344).rounded());
        assertEquals(Currency.USD.of(1e300), Currency.USD.of(1e300).rounded());
    }

    @Test
    void anAmountIsMoneyOrAQuantityAndMoneyHasACurrency() {
        Seeded.forAll(200, random -> {
            Unit unit = random.oneOf(Unit.values());
            Amount amount = JPY.of(random.between(-10, 10), unit);
            assertEquals(unit, amount.unit());
            assertEquals(unit == Unit.MONEY, amount instanceof Money);
            assertEquals(amount, amount.with(0).with(amount.value()));
        });
        assertThrows(IllegalArgumentException.class, () -> new Quantity(1, Unit.MONEY));
        assertEquals("12.5 percentage points", JPY.of(0.125, Unit.FRACTION).difference());
        assertEquals("¥125", JPY.of(125, Unit.MONEY).difference());
    }

    @Test
    void aFieldHoldsTheSignOfItsOwnCurrency() {
        assertEquals(
                List.of("¥1,200", "CHF 25", "", "600 tokens", "5 %"),
                List.of(
                        Typing.withUnit(JPY.of(1200)),
                        Typing.withUnit(new Currency("CHF").of(25)),
                        Typing.withUnit(JPY.of(Double.NaN)),
                        Typing.withUnit(JPY.of(600, Unit.TOKENS)),
                        Typing.withUnit(JPY.of(0.05, Unit.FRACTION))));
    }

    /** Where nothing succeeds a success has no price: no output writes an endless amount, or none, as one. */
    @Test
    void whatIsNoAmountIsADash() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Money money = new Money(none, Currency.USD);
            for (String told : List.of(money.full(), money.inShort(), money.whole(), money.price(), money.each())) {
                assertEquals("–", told);
            }
        }
    }
}
