package app.steelyard.report;

/** The paper a report is laid out for. */
public enum PaperSize {
    A4("A4", 210),
    LETTER("letter", 215.9);

    private final String css;
    private final double widthMm;

    PaperSize(String css, double widthMm) {
        this.css = css;
        this.widthMm = widthMm;
    }

    /** As a style sheet names it. */
    public String css() {
        return css;
    }

    public double widthMm() {
        return widthMm;
    }
}
