package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MoneyDigitsTest {
    private static List<Money> dollars(double... values) {
        return DoubleStream.of(values).mapToObj(v -> new Money(v, Currency.USD)).toList();
    }

    private static List<String> shown(double... values) {
        List<Money> amounts = dollars(values);
        MoneyDigits digits = MoneyDigits.of(amounts);
        return amounts.stream().map(digits::rounded).map(digits::show).toList();
    }

    @Test
    void centsAreDroppedInAllColumnsAtOnce() {
        assertEquals(List.of("$312.50", "$9,999.99"), shown(312.5, 9999.99));
        assertEquals(List.of("$312", "$10,000", "−$4"), shown(312.4, 10_000, -3.9));
    }

    @Test
    void beyondTenMillionsAllAreToldInMillions() {
        assertEquals(List.of("$9,999,999", "$120,000"), shown(9_999_999, 120_000));
        assertEquals(List.of("$12.35M", "$0.12M", "−$1.20M", "$0.00M"), shown(12_345_678, 120_000, -1_200_000, 0));
    }

    /** What would show as nothing in millions keeps all of them in whole units. */
    @Test
    void aSmallAmountAmongLargeOnesIsNotLost() {
        assertEquals(List.of("$12,345,678", "$1,157"), shown(12_345_678, 1_157));
    }
}
