package app.steelyard.cli.prices;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.pricing.profile.ProfileValidation;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong with profiles of prices, and what is unlikely in them. */
@Command(name = "validate")
public final class PricesValidateCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    public PricesValidateCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Set<Problem> problems = new LinkedHashSet<>();
        List<Problem> warnings = new ArrayList<>();
        List<Path> checked = files;
        if (files.isEmpty()) {
            PriceBookLoader.Loaded own = console.load();
            problems.addAll(own.problems());
            checked = own.files();
        }
        for (Path file : checked) {
            ProfileValidation validation = ProfileValidation.of(file);
            problems.addAll(validation.problems());
            warnings.addAll(validation.warnings());
        }
        problems.forEach(console.out()::println);
        warnings.forEach(w -> console.out().println(TEXTS.get("validate.unlikely", w)));
        if (problems.isEmpty()) {
            console.out().println(TEXTS.get(files.isEmpty() ? "validate.own" : "validate.files", files.size()));
        }
        return ExitCodes.of(problems.isEmpty());
    }
}
