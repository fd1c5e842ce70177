package app.steelyard.text;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * To how many digits amounts are shown that stand in columns beside each other: all to the same, so that what is shown adds
 * up and can be compared at a glance.
 */
public enum MoneyDigits {
    /** With the decimals of their currency. */
    EXACT(Money::full, 0),
    /** In whole units. */
    WHOLE(Money::whole, 1),
    /** In millions with two decimals. */
    MILLIONS(Money::millions, 1e4);

    private static final double WHOLE_FROM = 1e4;
    private static final double MILLIONS_FROM = 1e7;
    /** Below it an amount in millions would show as none or nearly none. */
    private static final double LEAST_IN_MILLIONS = 1e5;

    private final Function<Money, String> words;
    private final double unit;

    MoneyDigits(Function<Money, String> words, double unit) {
        this.words = words;
        this.unit = unit;
    }

    /**
     * Those for {@code amounts}: cents are dropped from ten thousand on, and from ten million on all are told in millions, unless
     * there are some so small that nothing would be left of them.
     */
    public static MoneyDigits of(Collection<Money> amounts) {
        ToDoubleFunction<Money> size = m -> Math.abs(m.value());
        double most = amounts.stream()
                .mapToDouble(size)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double least =
                amounts.stream().mapToDouble(size).filter(s -> s > 0).min().orElse(0);
        if (most >= MILLIONS_FROM && least >= LEAST_IN_MILLIONS) {
            return MILLIONS;
        }
        return most >= WHOLE_FROM ? WHOLE : EXACT;
    }

    /** As it will be shown. */
    public Money rounded(Money amount) {
        return unit == 0 ? amount.rounded() : amount.with(Math.rint(amount.value() / unit) * unit);
    }

    public String show(Money amount) {
        return words.apply(amount);
    }
}
