package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.text.Refusal;
import java.nio.file.Files;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What usage tells. */
@Command(name = "usage", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class UsageCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Console.TEXTS.get("command.missing"));
    }

    /** A question about usage needs files or a ledger that has some; both together would change the ledger. */
    static void needsOne(UsageFiles usage, Function<String, ParameterException> wrong) {
        if (usage.files().isEmpty() == (usage.ledger() == null)) {
            throw wrong.apply(Console.TEXTS.get("usage.filesOrLedger"));
        }
        if (usage.ledger() != null && !Files.exists(usage.ledger())) {
            throw new Refusal(Console.TEXTS.get("usage.noLedger", usage.ledger()));
        }
    }
}
