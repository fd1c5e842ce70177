package app.steelyard.chart;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Driver;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a chart stands for, so that a click on it can be answered.
 *
 * @param item id of a context item, or null
 * @param month 0 for the set-up, or null
 */
public record ChartKey(
        @Nullable Architecture architecture,
        @Nullable Driver driver,
        @Nullable String item,
        @Nullable Integer month) {
    public static final ChartKey NONE = new ChartKey(null, null, null, null);

    public static ChartKey of(Architecture architecture) {
        return new ChartKey(architecture, null, null, null);
    }

    public ChartKey with(Driver value) {
        return new ChartKey(architecture, value, item, month);
    }

    public ChartKey withItem(String value) {
        return new ChartKey(architecture, driver, value, month);
    }

    public ChartKey withMonth(int value) {
        return new ChartKey(architecture, driver, item, value);
    }
}
