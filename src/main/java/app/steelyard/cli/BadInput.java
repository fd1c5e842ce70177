package app.steelyard.cli;

/** What was given cannot be used; the message is for the person at the terminal. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
