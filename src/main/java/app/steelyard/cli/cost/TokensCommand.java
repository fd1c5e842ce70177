package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Refusal;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptFile;
import app.steelyard.tokens.TokenCounter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts the tokens of prompt files, part by part. */
@Command(name = "tokens")
public final class TokensCommand extends ConsoleCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "openai/gpt-5.1",
            converter = Arguments.Reference.class)
    private PriceRef model = PriceRef.parse("openai/gpt-5.1");

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public TokensCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        TokenCounter counter = TokenCounter.of(model);
        List<PromptCount> counts = new ArrayList<>();
        for (Path file : files) {
            try {
                counts.add(PromptCount.of(PromptFile.read(file), counter));
            } catch (Refusal e) {
                console.err().println(e.getMessage());
            }
        }
        if (format == Arguments.PlainFormat.json) {
            console.out().print(TokensJson.of(counter.counting(), counts));
        } else if (!counts.isEmpty()) {
            console.out().print(TokensText.of(counter.counting(), counts));
        }
        return ExitCodes.of(counts.size() == files.size());
    }
}
