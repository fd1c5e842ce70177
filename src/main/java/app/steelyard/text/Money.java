package app.steelyard.text;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A forecast in money: a floating-point number, since it comes of probabilities and integrals, and is rounded only when it
 * is shown. What was billed or is asked for by a price list is exact decimal and stays so, as {@link ExactMoney}: the two
 * are never added up, and one type for both would pass off the one's digits as the other's. The columns of the cost
 * function are bare numbers in the currency of their plan and become money where they leave it.
 *
 * @param value NaN where it is not known
 */
public record Money(double value, Currency currency) implements Amount, Comparable<Money> {
    private static final String NONE = "–";
    /** Sums that differ by less than this share of them are the same: it is what adding up leaves behind. */
    public static final double NOISE = 1e-12;
    /** Of amounts below 1, which are shown as prices are. */
    private static final int MOST_DECIMALS = 10;
    /** Nobody states more significant digits below 1; what has more was worked out, and is told with fewer. */
    private static final MathContext STATED = new MathContext(6);

    private static final MathContext FOUND = new MathContext(4);
    /** From here on three significant digits leave no cents. */
    private static final double NO_CENTS = 100;

    @Override
    public Unit unit() {
        return Unit.MONEY;
    }

    @Override
    public Money with(double other) {
        return new Money(other, currency);
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    public Money plus(Money other) {
        return with(value + other.in(currency));
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    public Money minus(Money other) {
        return with(value - other.in(currency));
    }

    public Money abs() {
        return with(Math.abs(value));
    }

    /** To the currency's decimals, without what adding up left behind them. */
    public Money rounded() {
        double scale = Math.pow(10, currency.decimals());
        return Math.abs(value) * scale < 1e15 ? with(Math.rint(value * scale) / scale) : this;
    }

    /**
     * Whether both are the same as far as the decimals of their currency tell them apart.
     *
     * @throws IllegalArgumentException if the other is in another currency
     */
    public boolean ties(Money other) {
        return Math.abs(value - other.in(currency)) <= Math.max(0.5 * currency.smallest(), NOISE * Math.abs(value));
    }

    /** Whether it shows as none. */
    public boolean nothing() {
        return ties(with(0));
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    @Override
    public int compareTo(Money other) {
        return Double.compare(value, other.in(currency));
    }

    private double in(Currency same) {
        same.requireSame(currency);
        return value;
    }

    /** {@inheritDoc} Below 1 as {@link #price}, to four digits where it was worked out; else {@link #inShort}. */
    @Override
    public String show() {
        return Double.isNaN(value)
                ? Quantity.unknown()
                : value != 0 && Math.abs(value) < 1 ? told().price() : inShort();
    }

    private Money told() {
        double stated = new BigDecimal(value).round(STATED).doubleValue();
        boolean noise = Math.abs(stated - value) <= NOISE * Math.abs(value);
        return noise ? with(stated) : with(new BigDecimal(value).round(FOUND).doubleValue());
    }

    /** {@inheritDoc} What is whole by that is written as such: {@code $253}. */
    @Override
    public String brief() {
        if (!Double.isFinite(value)) {
            return show();
        }
        Money rounded = with(Amount.rounded(value));
        return Math.abs(rounded.value) >= NO_CENTS ? rounded.whole() : rounded.show();
    }

    @Override
    public String small() {
        return show();
    }

    @Override
    public int decimals() {
        double size = Math.abs(value);
        return size < 1 ? MOST_DECIMALS : size < 999.5 ? currency.decimals() : 0;
    }

    /** With the decimals and the sign of its currency: {@code $2,812.50}, {@code −€3.00}. */
    public String full() {
        return signed(abs().digits());
    }

    /** The same without the sign of the currency: {@code 2,812.50}. */
    public String digits() {
        int decimals = currency.decimals();
        return Numbers.format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), value);
    }

    /** Without cents from 1,000 on, for headlines and cards: {@code $2,813}. */
    public String inShort() {
        // Sums of many months leave a half a hair below itself.
        return Math.abs(value) < 999.5 ? full() : whole();
    }

    /** Without cents, however small: {@code $2,813}, {@code $0}. */
    public String whole() {
        return signed(Numbers.format("#,##0", Math.rint(Math.abs(value) * 1e6) / 1e6));
    }

    /** In millions: {@code $12.35M}. */
    String millions() {
        return signed(Numbers.format("#,##0.00", Math.abs(value) / 1e6) + "M");
    }

    /** As the price of one unit, with as many decimals as it needs: {@code $0.0625}. */
    public String price() {
        return signed(Numbers.format("#,##0.00########", Math.abs(value)));
    }

    /** What one of many comes to, below 1 with three digits: {@code $0.333}. */
    public String each() {
        return Math.abs(value) >= 1 || Double.isNaN(value)
                ? full()
                : with(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                        .price();
    }

    /** On an axis: {@code $1.2M}. */
    public String axis() {
        return signed(Numbers.axis(Math.abs(value)));
    }

    /** Of nothing there is no minus; what is no amount, such as what a success costs where none succeeds, is a dash. */
    private String signed(String digits) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
        return (negative ? "−" : "") + currency.symbol() + digits;
    }
}
