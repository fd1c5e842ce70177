package app.steelyard.text;

import java.math.BigDecimal;

/** Money as a bill or a price list states it, to the last digit; a forecast is {@link Money}. */
public record ExactMoney(BigDecimal value, Currency currency) {

    /** @throws IllegalArgumentException if the other is in another currency */
    public ExactMoney plus(ExactMoney other) {
        return new ExactMoney(value.add(other.in(currency)), currency);
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    public ExactMoney minus(ExactMoney other) {
        return new ExactMoney(value.subtract(other.in(currency)), currency);
    }

    private BigDecimal in(Currency same) {
        same.requireSame(currency);
        return value;
    }

    /** As people read it, or reckon on with it in a forecast. */
    public Money asMoney() {
        return currency.of(value.doubleValue());
    }
}
