package app.steelyard.usage.format;

/** Something a person should know of an import, or of a plan made from one. */
public record Finding(Severity severity, String text) {

    /** How much it matters. */
    public enum Severity {
        /** How something was done. */
        INFO,
        /** The numbers may mislead. */
        WARNING,
        /** Something was not done. */
        ERROR
    }

    public static Finding info(String text) {
        return new Finding(Severity.INFO, text);
    }

    public static Finding warning(String text) {
        return new Finding(Severity.WARNING, text);
    }

    public static Finding error(String text) {
        return new Finding(Severity.ERROR, text);
    }
}
