package app.steelyard.chart;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Driver;
import app.steelyard.plan.Design;

/** What a colour stands for: each architecture and each cost driver has one, the same in every chart. */
public enum ColorRole {
    UNCACHED,
    PROMPT_CACHING,
    RETRIEVAL,
    FINE_TUNING,
    HYBRID,
    AS_PLACED,
    AS_IS,
    /** Prompt caching on the model to be tuned, where that is not the base. */
    OTHER_MODEL,
    /** What runs today in another order. */
    REORDERED,
    DRIVER_INPUT,
    DRIVER_CACHE_WRITE,
    DRIVER_CACHE_READ,
    DRIVER_CACHE_STORAGE,
    DRIVER_OUTPUT,
    DRIVER_RETRIEVAL,
    DRIVER_HOSTING,
    DRIVER_TRAINING,
    DRIVER_PEOPLE,
    DRIVER_FAILURES,
    DRIVER_FEES,
    DRIVER_AGREED,
    /** A result below the plan's, or a loss. */
    WORSE,
    /** A result above the plan's, or a gain. */
    BETTER,
    /** What comes of the low end of a range. */
    LOW_END,
    /** What comes of the high end of a range. */
    HIGH_END,
    /** Behind the chart. */
    BACKGROUND,
    TEXT,
    /** Axes' numbers and notes. */
    MUTED,
    GRID,
    /** A band of target values. */
    BAND;

    public static ColorRole of(Design design) {
        return valueOf(design.name());
    }

    public static ColorRole of(Architecture architecture) {
        if (architecture.own() != null) {
            return OTHER_MODEL;
        }
        return architecture.reordered() ? REORDERED : of(architecture.design());
    }

    public static ColorRole of(Driver driver) {
        return valueOf("DRIVER_" + driver.name());
    }
}
