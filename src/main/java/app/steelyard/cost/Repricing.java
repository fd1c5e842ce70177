package app.steelyard.cost;

import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import java.util.List;
import java.util.Optional;

/**
 * A plan built on a publication's example prices, weighed again at dated list prices.
 *
 * @param comparison at list prices
 * @param reasons why it differs, as sentences
 */
public record Repricing(Comparison comparison, List<String> reasons) {

    public Repricing {
        reasons = List.copyOf(reasons);
    }

    /** The same plan at list prices; empty where its models stand for no others. */
    public static Optional<Repricing> atListPrices(Comparison asPublished, PriceBook book) {
        throw new UnsupportedOperationException();
    }
}
