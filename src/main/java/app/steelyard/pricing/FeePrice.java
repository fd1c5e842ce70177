package app.steelyard.pricing;

import app.steelyard.pricing.kind.Fee;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.util.List;

/**
 * What something costs that is billed beside tokens.
 *
 * @param models ids at the vendor; empty for all of them
 * @param freeEachMonth how many cost nothing in a month
 */
public record FeePrice(
        Fee fee,
        List<String> models,
        ExactMoney price,
        Fee.Per per,
        long freeEachMonth,
        Validity validity,
        Source source,
        String note)
        implements Dated {
    public FeePrice {
        models = List.copyOf(models);
    }

    /** What so many cost, without those that are free. */
    public ExactMoney of(long count) {
        return new ExactMoney(
                price.value().multiply(BigDecimal.valueOf(count)).divide(BigDecimal.valueOf(per.units())),
                price.currency());
    }
}
