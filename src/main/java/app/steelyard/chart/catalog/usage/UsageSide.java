package app.steelyard.chart.catalog.usage;

import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Kpis;

/** By what usage is told apart. */
public enum UsageSide {
    MODEL(Kpis.Part.MODEL),
    PROJECT(Kpis.Part.PROJECT);

    private static final Texts TEXTS = Texts.of(UsageSide.class);

    private final Kpis.Part part;

    UsageSide(Kpis.Part part) {
        this.part = part;
    }

    Kpis.Part part() {
        return part;
    }

    /** As shown. */
    public String title() {
        return TEXTS.name(this);
    }
}
