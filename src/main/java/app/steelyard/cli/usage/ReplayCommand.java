package app.steelyard.cli.usage;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.usage.LogReplay;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.plan.Plan;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.replay.BlockTraces;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayLifetime;
import app.steelyard.usage.row.UsageFinding;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Tells what caches of other lifetimes would have read. */
@Command(name = "replay")
public final class ReplayCommand extends ConsoleCommand {
    @Mixin
    private LogFiles usage = new LogFiles();

    @Option(names = "--lifetimes", paramLabel = "LIFETIME", split = ",", converter = LifetimeName.class)
    private List<ReplayLifetime> lifetimes = ReplayLifetime.USUAL;

    @Option(names = "--fixed")
    private boolean fixed;

    @Option(names = "--minimum", paramLabel = "TOKENS")
    private @Nullable Long minimum;

    @Option(names = "--step", paramLabel = "TOKENS")
    private @Nullable Long step;

    @Option(names = "--vendors", paramLabel = "VENDOR", split = ",")
    private List<String> vendors = List.of();

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public ReplayCommand(Console console) {
        super(console);
    }

    /** A lifetime such as 5m. */
    static final class LifetimeName implements ITypeConverter<ReplayLifetime> {
        @Override
        public ReplayLifetime convert(String value) {
            return ReplayLifetime.of(value)
                    .orElseThrow(() -> new TypeConversionException(Console.TEXTS.get("argument.lifetime", value)));
        }
    }

    /** All that is told. */
    record Told(LedgerView view, LogReplay log) {
        Replay replay() {
            return log.replay();
        }

        /** What a person should know before trusting the numbers; that a trace of blocks tells no more is none of it. */
        List<UsageFinding> findings() {
            boolean blocks = replay().parts().stream().anyMatch(p -> p.basis() == Replay.Basis.BLOCKS);
            return view.findings().stream()
                    .filter(f -> f.severity() == UsageFinding.Severity.ERROR
                            || f.severity() == UsageFinding.Severity.WARNING && !blocks)
                    .toList();
        }
    }

    @Override
    public Integer call() {
        if (usage.files().isEmpty()) {
            throw wrong(Console.TEXTS.get("import.noFile"));
        }
        if (minimum != null && minimum < 0 || step != null && step < 1) {
            throw wrong(Console.TEXTS.get("replay.tokens"));
        }
        LogReplay.Wish wish = wish(Optional.ofNullable(plan).map(PlanSource::read));
        BlockTraces traces = new BlockTraces();
        Told told = usage.withRequests(
                console,
                traces,
                (ledger, stopped) ->
                        new Told(ledger.view(), LogReplay.of(ledger, traces, wish, console.book(), stopped)));
        if (told.replay().parts().isEmpty()) {
            console.err().print(ImportText.of(told.view(), told.view().findings()));
            console.err().println(ReplayText.nothing(told.replay()));
            return ExitCodes.BAD_INPUT;
        }
        UsageFiles.tellDoubts(console, told.view().rejected(), told.findings());
        return print(
                switch (format) {
                    case text -> new ReplayText(told).text();
                    case json -> ReplayJson.of(told);
                    case csv -> ReplayCsv.of(told);
                });
    }

    private LogReplay.Wish wish(Optional<Plan> priced) {
        LocalDate day =
                priced.map(p -> p.inference().pricesAsOf()).orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
        return new LogReplay.Wish(lifetimes, fixed, minimum, step, priced, vendors, asOf == null ? day : asOf);
    }
}
