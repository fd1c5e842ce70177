package app.steelyard.pricing;

import app.steelyard.text.ExactMoney;

/** What one unit of a retrieval service costs for some days. */
public record ServicePrice(Validity validity, ExactMoney price, boolean promotional, Source source, String note)
        implements Dated {}
