package app.steelyard.cost.result;

import app.steelyard.plan.bill.Way;
import org.jspecify.annotations.Nullable;

/**
 * One line of the statement: quantity × unit price = amount.
 *
 * @param subject the context item's name, or empty
 * @param longContext whether the long-context price applies
 * @param quantity counted things (tokens, hours, …) at one occurrence: at set-up, in the first month, or in one round
 * @param amount money at that occurrence, in the plan's currency
 * @param total money over the horizon
 * @param amountAtList as {@code amount}, without what is agreed with the vendor
 * @param totalAtList as {@code total}, likewise
 * @param way in which these requests are served; null as the plan’s usual ones
 */
public record Line(
        LineKind kind,
        String subject,
        boolean longContext,
        Timing timing,
        double quantity,
        UnitPrice price,
        double amount,
        double total,
        double amountAtList,
        double totalAtList,
        @Nullable Way way) {

    /** At list prices, served as usual. */
    public Line(
            LineKind kind,
            String subject,
            boolean longContext,
            Timing timing,
            double quantity,
            UnitPrice price,
            double amount,
            double total) {
        this(kind, subject, longContext, timing, quantity, price, amount, total, amount, total, null);
    }

    /** The same, not saying which item it is about. */
    public Line withoutSubject() {
        return new Line(kind, "", longContext, timing, quantity, price, amount, total, amountAtList, totalAtList, way);
    }

    /** Whether something is agreed with a vendor that counts here. */
    public boolean agreed() {
        return amount != amountAtList || total != totalAtList;
    }

    /** {@code quantity} in the units that the price is for, such as millions of tokens. */
    public double units() {
        return quantity / kind.unit().scale();
    }
}
