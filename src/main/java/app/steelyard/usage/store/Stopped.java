package app.steelyard.usage.store;

/** Thrown through the reading of a file to end it, because nobody wants it any longer. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
        super(null, null, false, false);
    }
}
