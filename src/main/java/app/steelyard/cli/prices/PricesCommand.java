package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is known of prices. */
@Command(name = "prices", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class PricesCommand implements Runnable {
    private static final Texts TEXTS = Console.TEXTS;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), TEXTS.get("command.missing"));
    }
}
