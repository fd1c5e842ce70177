package app.steelyard.cli.terminal;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common: where they print, their texts, and how they say that they were called wrongly. */
@Command(resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public abstract class ConsoleCommand implements Callable<Integer> {
    protected final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    protected ConsoleCommand(Console console) {
        this.console = console;
    }

    /** To be thrown where options make no sense. */
    protected final ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    /** Prints the result of a command that did what it was asked. */
    protected final int print(String result) {
        console.out().print(result);
        return ExitCodes.DONE;
    }

    /** The same, for a person or a program. */
    protected final int print(Arguments.PlainFormat format, Supplier<String> text, Supplier<String> json) {
        return print(format == Arguments.PlainFormat.text ? text.get() : json.get());
    }
}
