package app.steelyard.cost.result;

/**
 * One line of the statement: quantity × unit price = amount.
 *
 * @param subject the context item's name, or empty
 * @param longContext whether the long-context price applies
 * @param quantity counted things (tokens, hours, …) at one occurrence: at set-up, in the first month, or in one round
 * @param amount money at that occurrence, in the plan's currency
 * @param total money over the horizon
 */
public record Line(
        LineKind kind,
        String subject,
        boolean longContext,
        Timing timing,
        double quantity,
        UnitPrice price,
        double amount,
        double total) {

    /** {@code quantity} in the units that the price is for, such as millions of tokens. */
    public double units() {
        return quantity / kind.unit().scale();
    }
}
