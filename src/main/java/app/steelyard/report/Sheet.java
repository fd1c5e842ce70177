package app.steelyard.report;

/** The paper of a report, one way round. */
public record Sheet(PaperSize paper, Orientation orientation) {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double SIDE_MARGINS_MM = 42;

    /** As it is usual: the page that decides lies on its side on Letter, all else stands. */
    public static Sheet of(PaperSize paper, Edition edition) {
        return new Sheet(
                paper,
                paper == PaperSize.LETTER && edition == Edition.BOARD ? Orientation.LANDSCAPE : Orientation.PORTRAIT);
    }

    public boolean wide() {
        return orientation == Orientation.LANDSCAPE;
    }

    /** As a style sheet names it. */
    public String css() {
        return wide() ? paper.css() + " landscape" : paper.css();
    }

    /** How wide lines of text are, in points: the paper without its margins. */
    public double textWidth() {
        return ((wide() ? paper.longMm() : paper.shortMm()) - SIDE_MARGINS_MM) * POINTS_PER_MM;
    }
}
