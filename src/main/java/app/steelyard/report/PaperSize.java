package app.steelyard.report;

/** The paper a report is laid out for. */
public enum PaperSize {
    A4("A4"),
    LETTER("letter");

    private final String css;

    PaperSize(String css) {
        this.css = css;
    }

    /** As a style sheet names it. */
    String css() {
        return css;
    }
}
