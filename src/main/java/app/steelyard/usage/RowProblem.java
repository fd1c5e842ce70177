package app.steelyard.usage;

/** Why a row cannot be counted, as a sentence. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1;

    RowProblem(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
