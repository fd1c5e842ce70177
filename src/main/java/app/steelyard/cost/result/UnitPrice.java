package app.steelyard.cost.result;

import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Validity;
import app.steelyard.text.ExactMoney;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The price of one unit, in the plan's currency, and where it comes from.
 *
 * @param value plan currency per unit
 * @param listPrice as recorded; null where the plan itself states the price
 * @param agreed what is paid of {@code listPrice}, in its currency; null where that is all of it
 * @param exchangeRate plan currency per unit of the list price’s
 * @param source null where the plan itself states the price
 * @param owner whose price it is: the model's or service's name, or empty
 * @param note what a reader should know, or empty
 * @param expected how many times as high as listed the price is taken to be; 1 where nobody expects another
 */
public record UnitPrice(
        double value,
        @Nullable ExactMoney listPrice,
        @Nullable ExactMoney agreed,
        double exchangeRate,
        @Nullable Source source,
        @Nullable Validity validity,
        Set<PriceMark> marks,
        String owner,
        String note,
        double expected) {

    /** Of which nobody expects another. */
    public UnitPrice(
            double value,
            @Nullable ExactMoney listPrice,
            @Nullable ExactMoney agreed,
            double exchangeRate,
            @Nullable Source source,
            @Nullable Validity validity,
            Set<PriceMark> marks,
            String owner,
            String note) {
        this(value, listPrice, agreed, exchangeRate, source, validity, marks, owner, note, 1);
    }

    /** So many times as high. */
    public UnitPrice times(double factor) {
        return factor == 1
                ? this
                : new UnitPrice(
                        value * factor,
                        listPrice,
                        agreed,
                        exchangeRate,
                        source,
                        validity,
                        marks,
                        owner,
                        note,
                        expected * factor);
    }

    /** A price that the plan itself states. */
    public static UnitPrice stated(double value) {
        return new UnitPrice(value, null, null, 1, null, null, Set.of(), "", "");
    }

    /** What one unit would cost without what is agreed, in the plan's currency. */
    public double atList() {
        return agreed == null || listPrice == null ? value : listPrice.value().doubleValue() * exchangeRate * expected;
    }

    /** What is paid, as recorded; null where the plan itself states the price. */
    public @Nullable ExactMoney paid() {
        return agreed == null ? listPrice : agreed;
    }
}
