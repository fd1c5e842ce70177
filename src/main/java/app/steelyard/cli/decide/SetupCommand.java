package app.steelyard.cli.decide;

import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.decide.DecisionSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.decision.Decision;
import app.steelyard.decision.setup.Setup;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Alike;
import app.steelyard.text.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what to change in code for what is decided, at the plan's vendor or at another. */
@Command(name = "setup")
public final class SetupCommand extends ConsoleCommand {
    @Parameters(paramLabel = "ANSWERS|PLAN", descriptionKey = "FILE")
    private String file = "";

    @Option(names = "--model", paramLabel = "VENDOR/MODEL")
    private @Nullable String model;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public SetupCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        PriceBook book = console.book();
        DecisionSource subject = DecisionSource.read(file, book);
        console.tellUnlisted(subject.plan());
        if (subject.plan().items().isEmpty()) {
            throw new Refusal(Console.TEXTS.get("decide.noItems", file));
        }
        Optional<Model> other = Optional.ofNullable(model).map(m -> named(m, book));
        Decision decision = Decision.of(AnsweredPlan.in(subject.plan(), subject.answers()), subject.answers(), book);
        Setup setup = other.map(m -> Setup.on(m, decision, book))
                .or(() -> Setup.of(decision, book))
                .orElseThrow(() -> new Refusal(Console.TEXTS.get("setup.noModel")));
        return print(format, setup::text, () -> SetupJson.of(subject.plan().name(), setup));
    }

    private static Model named(String name, PriceBook book) {
        List<Model> all = book.models();
        return all.stream()
                .filter(m -> m.ref().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> alike = Alike.to(
                            name, all.stream().map(m -> m.ref().toString()).toList(), '/');
                    return new Refusal(
                            Console.TEXTS.get("setup.unknown", name, alike.size(), String.join(", ", alike)));
                });
    }
}
