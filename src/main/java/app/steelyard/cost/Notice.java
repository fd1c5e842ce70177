package app.steelyard.cost;

/** Something a reader must know of a result: what it leaves out, or why it may not hold. */
public record Notice(Severity severity, String text) {

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING
    }
}
