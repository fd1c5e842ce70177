package app.steelyard.pricing;

import java.math.BigDecimal;

/** What one unit of a retrieval service costs for some days. */
public record ServicePrice(
        Validity validity, String currency, BigDecimal price, boolean promotional, Source source, String note)
        implements Dated {}
