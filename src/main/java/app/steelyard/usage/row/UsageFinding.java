package app.steelyard.usage.row;

/** Something a person should know of an import, or of a plan made from one. */
public record UsageFinding(Severity severity, String text) {

    /** How much it matters. */
    public enum Severity {
        /** How something was done. */
        INFO,
        /** The numbers may mislead. */
        WARNING,
        /** Something was not done. */
        ERROR
    }

    public static UsageFinding info(String text) {
        return new UsageFinding(Severity.INFO, text);
    }

    public static UsageFinding warning(String text) {
        return new UsageFinding(Severity.WARNING, text);
    }

    public static UsageFinding error(String text) {
        return new UsageFinding(Severity.ERROR, text);
    }
}
