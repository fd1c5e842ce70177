package app.steelyard.cost.result;

/** Something a reader must know of a result: what it leaves out, or why it may not hold. */
public record Notice(Severity severity, String text) {

    /** How much it matters. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** It may not hold, or not for long. */
        WARNING,
        /** The design cannot do the job, however cheap it is. */
        OBSTACLE
    }
}
