package app.steelyard.text;

/** Something that was given cannot be used, such as a name that nothing has. */
public final class BadInput extends RuntimeException implements Refusal {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
