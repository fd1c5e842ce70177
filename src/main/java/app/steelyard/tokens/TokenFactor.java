package app.steelyard.tokens;

import app.steelyard.plan.PriceRef;
import java.util.Optional;

/**
 * How many times as many tokens one model makes of a text as another, as far as that was measured. It is what some texts
 * showed, not a bound, and no count is multiplied by it.
 *
 * @param low the smallest ratio
 * @param high the largest ratio; {@code low} where both read alike
 */
public record TokenFactor(double low, double high) {
    private static final TokenFactor ALIKE = new TokenFactor(1, 1);

    /** That of {@code model} over {@code base}; empty where nobody has measured both. */
    public static Optional<TokenFactor> of(PriceRef model, PriceRef base) {
        Counting one = ModelEncodings.of(model);
        Counting other = ModelEncodings.of(base);
        if (model.equals(base) || alike(one, other)) {
            return Optional.of(ALIKE);
        }
        return measured(one)
                .flatMap(a -> measured(other).map(b -> new TokenFactor(a.low() / b.high(), a.high() / b.low())));
    }

    private static boolean alike(Counting one, Counting other) {
        return one.exact() && other.exact() && one.encoding() == other.encoding()
                || one.spread().isPresent() && one.spread().equals(other.spread());
    }

    /** Over the encoding that all measurements are held against. */
    private static Optional<TokenFactor> measured(Counting counting) {
        return counting.exact() && counting.encoding() == Encoding.O200K_BASE
                ? Optional.of(ALIKE)
                : counting.spread().map(s -> new TokenFactor(s.low(), s.high()));
    }
}
