package app.steelyard.report;

/** The paper of a report, one way round. */
public record Sheet(PaperSize paper, Orientation orientation) {

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

    public double widthMm() {
        return wide() ? paper.longMm() : paper.shortMm();
    }
}
