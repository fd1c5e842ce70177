package app.steelyard.cli.prices;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.prices.ListDifference;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.plan.PriceRef;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what one list of prices says otherwise than another. */
@Command(name = "diff")
public final class PricesDiffCommand extends ConsoleCommand {
    /** In place of a file. */
    private static final String TODAY = "today";

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "OLD")
    private String older = "";

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "NEW")
    private Path newer = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PricesDiffCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        ListDifference lists = older.equals(TODAY)
                ? ListDifference.of(console.book(), newer)
                : ListDifference.of(PlanSource.path(older), newer);
        List<String> gone = lists.gone().stream().map(PriceRef::toString).toList();
        return print(
                format,
                () -> DifferenceText.of(lists.difference(), gone),
                () -> DifferenceJson.of(lists.difference(), gone));
    }
}
