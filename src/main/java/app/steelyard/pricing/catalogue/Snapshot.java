package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.Source;
import java.util.List;

/**
 * Public price data as it was on a day.
 *
 * @param source what was read, and when
 * @param prices those that can be meant, each model's in the order of their days
 * @param left how many models have no price that can be meant
 */
public record Snapshot(Source source, List<Listed> prices, int left) {
    public Snapshot {
        prices = List.copyOf(prices);
    }

    /** The lower, the more it is trusted. */
    public int trust() {
        return DataSet.of(source).ordinal();
    }
}
