package app.steelyard.chart.catalog.usage;

import app.steelyard.text.Texts;

/** What a chart of usage counts. */
public enum UsageMeasure {
    TOKENS,
    REQUESTS,
    COST;

    private static final Texts TEXTS = Texts.of(UsageMeasure.class);

    /** As shown. */
    public String title() {
        return TEXTS.name(this);
    }
}
