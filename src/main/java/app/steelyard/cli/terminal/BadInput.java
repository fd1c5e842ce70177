package app.steelyard.cli.terminal;

/** What was given cannot be used; the message is for the person at the terminal. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
