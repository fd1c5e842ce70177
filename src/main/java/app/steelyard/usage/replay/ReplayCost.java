package app.steelyard.usage.replay;

import app.steelyard.text.ExactMoney;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a replay cost at one's prices.
 *
 * @param noCache if nothing were cached
 * @param asLogged by the kinds of tokens that the log states, at the prices of its own models; null where it does not state
 *     what was read
 * @param lifetimes one for each of the replay
 * @param others requests that are none of the vendor's, and not in the amounts
 */
public record ReplayCost(
        PriceTarget target, Amount noCache, @Nullable Amount asLogged, List<Lifetime> lifetimes, long others) {

    /**
     * With a cache of one lifetime.
     *
     * @param replayed the requests that the amount is of
     */
    public record Lifetime(Tally replayed, Amount amount) {}

    /**
     * An amount, or why there is none.
     *
     * @param money null where any of the tokens has no price
     * @param why a sentence; null where all have one
     */
    public record Amount(
            @Nullable ExactMoney money, @Nullable String why) {}

    public ReplayCost {
        lifetimes = List.copyOf(lifetimes);
    }

    /** What {@link #asLogged} is more than without a cache; empty, too, where it is of other models. */
    public Optional<Double> loggedAgainst() {
        return asLogged == null || target.model() != null ? Optional.empty() : against(asLogged);
    }

    /** What an amount is more than without a cache, as a part of that; empty where either is not known or nothing. */
    public Optional<Double> against(Amount amount) {
        if (amount.money == null
                || noCache.money == null
                || noCache.money.value().signum() == 0) {
            return Optional.empty();
        }
        double without = noCache.money.value().doubleValue();
        return Optional.of(amount.money.minus(noCache.money).value().doubleValue() / without);
    }
}
