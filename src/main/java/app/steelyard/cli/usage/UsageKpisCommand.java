package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.RequestGaps;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells the indicators of usage. */
@Command(name = "kpis", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class UsageKpisCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private UsageFiles usage = new UsageFiles();

    @Option(names = "--by", paramLabel = "PART")
    private Kpis.@Nullable Part by;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public UsageKpisCommand(Console console) {
        this.console = console;
    }

    /** All that is told. */
    record Told(LedgerView view, Kpis all, List<Kpis> parts, List<Anomaly> anomalies, RequestGaps arrivals) {}

    @Override
    public Integer call() {
        UsageCommand.needsOne(usage, spec);
        Told told = usage.with(console, this::tell);
        if (told.all().totals().isEmpty()) {
            console.err().print(ImportText.of(told.view(), told.view().findings()));
            return ExitCodes.BAD_INPUT;
        }
        console.out()
                .print(format == Arguments.PlainFormat.text ? new KpisText(told, by).text() : KpisJson.of(told, by));
        return ExitCodes.DONE;
    }

    private Told tell(Ledger ledger) {
        LedgerView view = ledger.view();
        PricedModels models = new PricedModels(console.book(), ledger.pricedAs());
        return new Told(
                view,
                Kpis.all(view, ledger.hours(), models),
                by == null ? List.of() : Kpis.by(by, view, models),
                Anomaly.of(view, models),
                ledger.arrivals(Selection.everyModel(), models));
    }
}
