package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.usage.figures.Anomaly;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PriceDoubts;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.RequestGaps;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells the indicators of usage. */
@Command(name = "kpis")
public final class UsageKpisCommand extends ConsoleCommand {
    @Mixin
    private UsageFiles usage = new UsageFiles();

    @Option(names = "--by", paramLabel = "PART")
    private Kpis.@Nullable Part by;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public UsageKpisCommand(Console console) {
        super(console);
    }

    /** All that is told. */
    record Told(
            LedgerView view,
            PricedModels models,
            Kpis all,
            List<Kpis> parts,
            List<Anomaly> anomalies,
            RequestGaps arrivals,
            List<UsageFinding> findings) {}

    @Override
    public Integer call() {
        UsageCommand.needsOne(usage, this::wrong);
        Told told = usage.with(console, this::tell);
        if (told.all().totals().isEmpty()) {
            console.err().print(ImportText.of(told.view(), told.view().findings()));
            return ExitCodes.BAD_INPUT;
        }
        UsageFiles.tellDoubts(console, told.view());
        UsageFiles.tellUnpriced(console, told.view(), told.models());
        return print(format, () -> new KpisText(told, by).text(), () -> KpisJson.of(told, by));
    }

    private Told tell(Ledger ledger) {
        LedgerView view = ledger.view();
        PricedModels models = new PricedModels(console.book(), ledger.pricedAs());
        return new Told(
                view,
                models,
                Kpis.all(view, ledger.hours(), models),
                by == null ? List.of() : Kpis.by(by, view, models),
                Anomaly.of(view, models),
                ledger.arrivals(Selection.everyModel(), models),
                Stream.concat(
                                view.findings().stream().filter(f -> f.severity() != UsageFinding.Severity.INFO),
                                PriceDoubts.of(view, models).stream())
                        .toList());
    }
}
