package app.steelyard.report;

/** The paper a report is laid out for. */
public enum PaperSize {
    A4("A4", 210, 297),
    LETTER("letter", 215.9, 279.4);

    private final String css;
    private final double shortMm;
    private final double longMm;

    PaperSize(String css, double shortMm, double longMm) {
        this.css = css;
        this.shortMm = shortMm;
        this.longMm = longMm;
    }

    /** As a style sheet names it. */
    public String css() {
        return css;
    }

    public double shortMm() {
        return shortMm;
    }

    public double longMm() {
        return longMm;
    }
}
