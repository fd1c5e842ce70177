package app.steelyard.cli.terminal;

import app.steelyard.text.Refusal;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** What the shell is told. */
public final class ExitCodes {
    public static final int DONE = 0;
    /** A defect in Steelyard. */
    public static final int DEFECT = 1;
    /** A command or option that does not exist, or a value that cannot be one. */
    public static final int WRONG_USAGE = 2;
    /** A plan, profile or export that cannot be read, or a file that cannot be written. */
    public static final int BAD_INPUT = 3;
    /** A check that was asked for went through and was not passed. */
    public static final int NOT_PASSED = 4;

    private ExitCodes() {}

    /** That of a command which ended with {@code failure}. */
    public static int of(Throwable failure) {
        return switch (failure) {
            case ParameterException usage -> WRONG_USAGE;
            case Refusal input -> BAD_INPUT;
            case ExceptionInInitializerError begun when unpacking(begun).isPresent() -> BAD_INPUT;
            default -> DEFECT;
        };
    }

    /** Why a library could not unpack what it needs into the folder of temporary files; empty of any other failure. */
    public static Optional<IOException> unpacking(Throwable failure) {
        return failure instanceof ExceptionInInitializerError
                ? Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(IOException.class::isInstance)
                        .map(IOException.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** That of a command which went through all that it was given, and could use it or not. */
    public static int of(boolean usable) {
        return usable ? DONE : BAD_INPUT;
    }

    /** That of a command which checked something. */
    public static int ofCheck(boolean passed) {
        return passed ? DONE : NOT_PASSED;
    }
}
