package app.steelyard.pricing;

import app.steelyard.pricing.kind.Modifier;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a way of serving does to every price of some models.
 *
 * @param place the region or country that {@link Modifier#PLACE} is about; empty with the others
 * @param models ids at the vendor
 * @param factor of all prices of tokens
 */
public record Surcharge(
        Modifier modifier,
        String place,
        List<String> models,
        BigDecimal factor,
        Validity validity,
        Source source,
        String note)
        implements Dated {
    public Surcharge {
        models = List.copyOf(models);
    }
}
