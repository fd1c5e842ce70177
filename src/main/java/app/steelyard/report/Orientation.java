package app.steelyard.report;

/** Which way round the paper is. */
public enum Orientation {
    PORTRAIT,
    LANDSCAPE
}
