package app.steelyard.usage.store;

/** Thrown through the reading or the replay of a file to end it, because nobody wants it any longer. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Stopped() {
        super(null, null, false, false);
    }
}
