package app.steelyard.cost.terms;

import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import org.jspecify.annotations.Nullable;

/**
 * What one counted thing of a line costs, and at whom.
 *
 * @param of whose price it is; null where no vendor is paid
 * @param kind null likewise
 * @param list in the plan's currency
 * @param paid the same with the discounts that hold whatever is spent
 * @param token whether a token is counted
 * @param tier by whose price list
 */
public record Priced(
        @Nullable PriceRef of, @Nullable PriceKind kind, double list, double paid, boolean token, ServiceTier tier) {
    /** Of which no vendor is paid. */
    public static final Priced NOT = new Priced(null, null, 0, 0, false, ServiceTier.STANDARD);
}
