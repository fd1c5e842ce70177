package app.steelyard.cli.prices;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.prices.LedgerEffect;
import app.steelyard.app.prices.PlanEffect;
import app.steelyard.app.prices.PriceImport;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds newer public price data against the prices in use, and takes over what is accepted. */
@Command(name = "import")
public final class PricesImportCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    private final PricesFolder folder;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--ledger", paramLabel = "LEDGER")
    private @Nullable Path ledger;

    @Option(names = "--day", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate day;

    @Option(names = "--accept", paramLabel = "ID", split = ",")
    private List<String> accept = new ArrayList<>();

    @Option(names = "--undo")
    private boolean undo;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    /** @param folder where a person's prices are kept */
    public PricesImportCommand(Console console, PricesFolder folder) {
        super(console);
        this.folder = folder;
    }

    /**
     * All that is told.
     *
     * @param rows that were accepted, or could be
     */
    record Told(
            PriceImport read,
            List<Row> rows,
            boolean accepted,
            Optional<PlanEffect> plan,
            Optional<LedgerEffect> ledger) {}

    @Override
    public Integer call() {
        if (undo) {
            if (!files.isEmpty() || !accept.isEmpty()) {
                throw wrong(TEXTS.get("prices.import.undo.alone"));
            }
            int taken = folder.undo()
                    .orElseThrow(() -> new Refusal(TEXTS.get("prices.import.undo.none")))
                    .prices()
                    .size();
            return print(TEXTS.get("prices.import.undone", taken) + "\n");
        }
        if (files.isEmpty()) {
            throw wrong(TEXTS.get("prices.import.file"));
        }
        PriceImport read = PriceImport.of(files, day, console.book());
        List<Row> rows = read.choose(accept.isEmpty() ? List.of(PriceImport.ALL) : accept);
        PriceBook after = read.with(rows);
        Told told = new Told(
                read,
                rows,
                !accept.isEmpty(),
                Optional.ofNullable(plan).map(p -> PlanEffect.of(PlanSource.read(p), read.book(), after)),
                Optional.ofNullable(ledger).map(l -> effect(l, read.book(), after)));
        if (told.accepted) {
            read.accept(rows, folder);
        }
        return print(format, () -> DifferenceText.of(told), () -> DifferenceJson.of(told));
    }

    private static LedgerEffect effect(Path file, PriceBook before, PriceBook after) {
        if (!Files.exists(file)) {
            throw new Refusal(file.toString(), TEXTS.get("prices.import.noLedger"));
        }
        try (Ledger opened = Ledger.open(file)) {
            return LedgerEffect.of(opened.view(), opened.pricedAs(), before, after);
        }
    }
}
