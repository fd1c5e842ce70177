package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds usage at list prices against what was billed. */
@Command(name = "reconcile")
public final class UsageReconcileCommand extends ConsoleCommand {
    @Mixin
    private UsageFiles usage = new UsageFiles();

    @Option(names = "--tolerance", paramLabel = "SHARE", converter = Arguments.Share.class)
    private @Nullable Double tolerance;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public UsageReconcileCommand(Console console) {
        super(console);
    }

    private record Told(LedgerView view, Reconciliation reconciliation) {}

    @Override
    public Integer call() {
        UsageCommand.needsOne(usage, this::wrong);
        PriceBook book = console.book();
        Told told = usage.with(console, ledger -> tell(ledger, book));
        if (told.view.usage().isEmpty()) {
            console.err().print(ImportText.of(told.view, told.view.findings()));
            return ExitCodes.BAD_INPUT;
        }
        UsageFiles.tellDoubts(console, told.view);
        return print(format, () -> ReconcileText.of(told.reconciliation), () -> ReconcileJson.of(told.reconciliation));
    }

    private Told tell(Ledger ledger, PriceBook book) {
        LedgerView view = ledger.view();
        double allowed = tolerance == null ? Reconciliation.TOLERANCE : tolerance;
        return new Told(view, Reconciliation.of(view, new PricedModels(book, ledger.pricedAs()), allowed));
    }
}
