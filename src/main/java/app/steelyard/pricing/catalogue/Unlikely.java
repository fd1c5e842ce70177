package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What breaks rules that nearly all price lists keep to, and so is often a slip of the pen, a swapped column or a unit that
 * was not meant. Such a price is used all the same.
 */
public final class Unlikely {
    private static final Texts TEXTS = Texts.of(Unlikely.class);
    private static final BigDecimal MOST_OUTPUT_RATIO = BigDecimal.valueOf(12);
    private static final BigDecimal LEAST_CACHED = new BigDecimal("0.015");
    private static final BigDecimal MOST_WRITE = new BigDecimal("2.6");
    /** Beyond it the price of a request or of a page stands where that of a million tokens should. */
    private static final BigDecimal MOST_INPUT = BigDecimal.valueOf(200);
    /** Below it the price of a thousand tokens, or of one. */
    private static final BigDecimal LEAST_INPUT = new BigDecimal("0.004");

    private Unlikely() {}

    /** All that is unlikely of prices of a million tokens. */
    public static List<String> in(TokenPrices prices) {
        List<String> all = new ArrayList<>();
        BigDecimal input = prices.input();
        BigDecimal cached = prices.cachedRead();
        if (input.signum() == 0) {
            return List.of(TEXTS.get("warn.free"));
        }
        if (input.compareTo(MOST_INPUT) > 0) {
            all.add(TEXTS.get("warn.inputHigh", plain(input)));
        }
        if (input.compareTo(LEAST_INPUT) < 0) {
            all.add(TEXTS.get("warn.inputLow", plain(input)));
        }
        if (cached != null && cached.compareTo(input) == 0) {
            all.add(TEXTS.get("warn.cachedSame", plain(cached)));
        }
        if (cached != null && cached.compareTo(input.multiply(LEAST_CACHED)) < 0) {
            all.add(TEXTS.get("warn.cachedLow", plain(cached), plain(input)));
        }
        for (CacheWrite write : prices.cacheWrites()) {
            write(write, input).ifPresent(all::add);
            if (write.price().compareTo(input.multiply(MOST_WRITE)) > 0) {
                all.add(TEXTS.get("warn.writeHigh", write.lifetime(), plain(write.price()), plain(input)));
            }
        }
        output(prices).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The price of a write below that of plain input. */
    public static Optional<String> write(CacheWrite write, BigDecimal input) {
        return write.price().compareTo(input) >= 0
                ? Optional.empty()
                : Optional.of(TEXTS.get("warn.write", write.lifetime(), plain(write.price()), plain(input)));
    }

    /** Output that is cheaper than input, or very much dearer. */
    public static Optional<String> output(TokenPrices prices) {
        BigDecimal output = prices.output();
        if (output == null || prices.input().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal ratio = output.divide(prices.input(), MathContext.DECIMAL64);
        return ratio.compareTo(BigDecimal.ONE) < 0 || ratio.compareTo(MOST_OUTPUT_RATIO) > 0
                ? Optional.of(TEXTS.get("warn.outputRatio", ratio))
                : Optional.empty();
    }

    /** A price that is ten times another one of the same, or a tenth: the point stands elsewhere. */
    public static Optional<String> moved(@Nullable BigDecimal was, BigDecimal is) {
        if (was == null || was.signum() == 0 || is.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal ratio = is.divide(was, MathContext.DECIMAL64);
        boolean tenfold = ratio.compareTo(BigDecimal.TEN) >= 0 || ratio.compareTo(new BigDecimal("0.1")) <= 0;
        return tenfold ? Optional.of(TEXTS.get("warn.moved", plain(is), plain(was))) : Optional.empty();
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
