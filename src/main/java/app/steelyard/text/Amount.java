package app.steelyard.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number that knows what it counts, and so how it is written: {@code 90 %}, {@code $1.20}, {@code 1,000 tokens}. It is money
 * or a quantity of anything else; {@link Currency#of(double, Unit)} makes the one or the other.
 */
public sealed interface Amount permits Money, Quantity {
    /** Significant digits of what is told briefly. */
    MathContext BRIEF = new MathContext(3);

    /** In {@link #unit()}; NaN where it is not known. */
    double value();

    Unit unit();

    /** Another number of the same. */
    Amount with(double value);

    /** As people read it. */
    String show();

    /** The same with three significant digits, for sentences. */
    default String brief() {
        return Double.isFinite(value()) ? with(rounded(value())).show() : show();
    }

    /** As how far two values lie apart. */
    default String difference() {
        return show();
    }

    /** With as many digits as it takes to tell it from nothing. */
    String small();

    /** The most decimals that {@link #show} gives a value of this size. */
    int decimals();

    /** The most decimals that {@link #brief} gives a value of this size. */
    default int briefDecimals() {
        return decimals();
    }

    /** To three significant digits. */
    static double rounded(double value) {
        return new BigDecimal(value).round(BRIEF).doubleValue();
    }
}
