package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.pricing.profile.ProfileProblem;
import app.steelyard.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong with profiles of prices. */
@Command(name = "validate", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class PricesValidateCommand implements Callable<Integer> {
    private static final Texts TEXTS = Console.TEXTS;

    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    public PricesValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ProfileProblem> problems = files.isEmpty()
                ? console.load().problems()
                : files.stream()
                        .flatMap(f -> PriceBookLoader.read(f).problems().stream())
                        .toList();
        problems.forEach(p -> console.out().println(Console.line(p)));
        if (problems.isEmpty()) {
            console.out().println(TEXTS.get(files.isEmpty() ? "validate.own" : "validate.files", files.size()));
        }
        return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }
}
