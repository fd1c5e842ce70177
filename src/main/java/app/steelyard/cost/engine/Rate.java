package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A unit price as a function of the plan's numbers.
 *
 * @param base the list price, or 1 where the plan states the price
 * @param factor what it is multiplied with: the exchange rate, or the price that the plan states; null for nothing
 */
record Rate(double base, @Nullable PlanField factor) {

    /** What {@code price} is a price of, for plans in {@code currency}. */
    static Rate of(LineKind kind, UnitPrice price, Currency currency) {
        PlanField stated = kind.stated();
        if (stated != null) {
            return new Rate(1, stated);
        }
        if (price.listPrice() == null) {
            return new Rate(0, null);
        }
        return new Rate(
                price.listPrice().value().doubleValue(),
                price.listPrice().currency().equals(currency) ? null : PlanField.EXCHANGE_RATE);
    }

    Column in(Block x) {
        return factor == null ? Column.of(base) : x.get(factor).times(base);
    }
}
