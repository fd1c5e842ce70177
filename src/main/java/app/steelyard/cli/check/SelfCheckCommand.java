package app.steelyard.cli.check;

import app.steelyard.app.check.SelfCheck;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.json.JsonText;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how far the program can be believed. */
@Command(name = "selfcheck")
public final class SelfCheckCommand extends ConsoleCommand {
    private final Supplier<SelfCheck> check;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public SelfCheckCommand(Console console) {
        this(console, () -> SelfCheck.run(() -> false));
    }

    /** Of another check. */
    SelfCheckCommand(Console console, Supplier<SelfCheck> check) {
        super(console);
        this.check = check;
    }

    @Override
    public Integer call() {
        SelfCheck done = check.get();
        console.out()
                .print(
                        format == Arguments.PlainFormat.text
                                ? SelfCheckText.of(done)
                                : JsonText.write(SelfCheckJson.of(done)));
        return ExitCodes.ofCheck(done.passed());
    }
}
