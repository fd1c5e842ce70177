package app.steelyard.cli.terminal;

/** What the shell is told. */
public final class ExitCodes {
    public static final int DONE = 0;
    /** A defect in Steelyard. */
    public static final int DEFECT = 1;
    /** A command or option that does not exist, or a value that cannot be one. */
    public static final int WRONG_USAGE = 2;
    /** A plan, profile or export that cannot be read, or a file that cannot be written. */
    public static final int BAD_INPUT = 3;

    private ExitCodes() {}
}
