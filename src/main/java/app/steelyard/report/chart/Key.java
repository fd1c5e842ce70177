package app.steelyard.report.chart;

import app.steelyard.cost.Driver;
import app.steelyard.plan.Design;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a chart stands for, so that a click on it can be answered.
 *
 * @param item id of a context item, or null
 * @param month 0 for the set-up, or null
 */
public record Key(
        @Nullable Design design,
        @Nullable Driver driver,
        @Nullable String item,
        @Nullable Integer month) {
    public static final Key NONE = new Key(null, null, null, null);

    public static Key of(Design design) {
        return new Key(design, null, null, null);
    }

    public Key with(Driver value) {
        return new Key(design, value, item, month);
    }

    public Key withItem(String value) {
        return new Key(design, driver, value, month);
    }

    public Key withMonth(int value) {
        return new Key(design, driver, item, value);
    }
}
