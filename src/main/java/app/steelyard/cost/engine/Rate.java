package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Currency;

/** A unit price as a function of the plan's numbers. */
interface Rate {

    Column in(Block x);

    /** What {@code price} is a price of, for plans in {@code currency}. */
    static Rate of(LineKind kind, UnitPrice price, Currency currency) {
        PlanField stated = kind.stated();
        if (stated != null) {
            return x -> x.get(stated);
        }
        if (kind == LineKind.FAILURE) {
            return Successes::failureCost;
        }
        if (price.listPrice() == null) {
            return x -> Column.ZERO;
        }
        Column listed = Column.of(price.listPrice().value().doubleValue());
        return price.listPrice().currency().equals(currency)
                ? x -> listed
                : x -> x.get(PlanField.EXCHANGE_RATE).times(listed);
    }
}
