package app.steelyard.cli.usage;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.app.prices.UnpricedName;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.Interruption;
import app.steelyard.cli.terminal.TerminalProgress;
import app.steelyard.document.LogMappingCodec;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.MappingWishes;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files with usage that a command is given, and how they are to be read. */
public final class UsageFiles {
    private static final Texts TEXTS = Console.TEXTS;

    /** More would hide the figures. */
    private static final int MOST_DOUBTS = 20;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--ledger", paramLabel = "LEDGER", descriptionKey = "ledger")
    private @Nullable Path ledger;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "source", converter = Arguments.Source.class)
    private @Nullable ReadingChoice source;

    @Option(names = "--mapping", paramLabel = "MAPPING", descriptionKey = "mapping")
    private @Nullable Path mapping;

    @Option(names = "--map", paramLabel = "NAME=VALUE", split = ",", descriptionKey = "map")
    private Map<String, String> map = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    public List<Path> files() {
        return files;
    }

    public @Nullable Path ledger() {
        return ledger;
    }

    public @Nullable Path mapping() {
        return mapping;
    }

    /**
     * Opens the ledger, imports the files and lets {@code work} look at it. With Ctrl-C the ledger stays as it was, and
     * the work is not done.
     */
    public <T> T with(Console console, Function<Ledger, T> work) {
        return with(console, ledger -> "", (ledger, nothing) -> work.apply(ledger));
    }

    /** The same, but {@code first} looks at the ledger as it was before, and {@code work} is told what it saw. */
    public <B, T> T with(Console console, Function<Ledger, B> first, BiFunction<Ledger, B, T> work) {
        ReadingChoice reading = reading();
        Map<String, PriceRef> prices = prices(console.book());
        try (Interruption interruption = new Interruption();
                Ledger opened = ledger == null ? Ledger.temporary() : Ledger.open(ledger)) {
            B before = first.apply(opened);
            // What was said once is kept with the ledger.
            prices.forEach(opened::priceAs);
            if (!files.isEmpty() && !add(opened, reading, console, interruption)) {
                // Said at once: the program may end as soon as the ledger is closed.
                console.err().println(TEXTS.get("import.stopped"));
                throw new Refusal(List.of());
            }
            return work.apply(opened, before);
        }
    }

    /** Tells what makes figures doubtful, as an import does; the figures follow. */
    static void tellDoubts(Console console, LedgerView usage) {
        usage.rejected().stream().limit(MOST_DOUBTS).forEach(console.err()::println);
        usage.findings().stream()
                .filter(f -> f.severity() != UsageFinding.Severity.INFO)
                .map(UsageFinding::text)
                .distinct()
                .limit(MOST_DOUBTS)
                .forEach(text -> console.err().println("! " + text));
    }

    /** Tells what names have no price, what they may mean, and how to price them. */
    static void tellUnpriced(Console console, LedgerView usage, PricedModels models) {
        List<UnpricedName> names = UnpricedName.in(usage, models);
        if (names.isEmpty()) {
            return;
        }
        names.stream()
                .limit(MOST_DOUBTS)
                .forEach(n -> console.err()
                        .println(n.alike(models).stream()
                                .findFirst()
                                .map(meant -> TEXTS.get("usage.unpriced.alike", n.name(), n.tokens(), meant))
                                .orElseGet(() -> TEXTS.get("usage.unpriced", n.name(), n.tokens()))));
        List<UnpricedName> untold = names.subList(Math.min(MOST_DOUBTS, names.size()), names.size());
        if (!untold.isEmpty()) {
            console.err()
                    .println(TEXTS.get(
                            "usage.unpriced.more",
                            untold.size(),
                            untold.stream().mapToLong(UnpricedName::tokens).sum()));
        }
        console.err()
                .println(TEXTS.get(
                        "usage.unpriced.how",
                        names.stream()
                                .limit(MOST_DOUBTS)
                                .map(UnpricedName::name)
                                .collect(Collectors.joining(" "))));
    }

    private boolean add(Ledger opened, ReadingChoice reading, Console console, Interruption interruption) {
        if (!console.terminal()) {
            return opened.add(files, reading, (file, bytes, all, rows) -> !interruption.wanted());
        }
        try (TerminalProgress terminal = new TerminalProgress(console.progress())) {
            Progress both = (file, bytes, all, rows) -> terminal.at(file, bytes, all, rows) && !interruption.wanted();
            return opened.add(files, reading, both);
        }
    }

    private ReadingChoice reading() {
        ReadingChoice reading = source == null ? ReadingChoice.BY_CONTENT : source;
        Map<String, String> said = new LinkedHashMap<>(map);
        said.keySet().removeIf(name -> !LogMappingCodec.isWord(name));
        return new ReadingChoice(
                reading.format(),
                reading.log(),
                mapping == null ? List.of() : List.of(LogMappingCodec.open(mapping)),
                wishes(said));
    }

    private MappingWishes wishes(Map<String, String> said) {
        try {
            return LogMappingCodec.wishes(said);
        } catch (Refusal e) {
            throw new ParameterException(
                    spec.commandLine(),
                    e.problems().stream().map(p -> "--map: " + p.reason()).collect(Collectors.joining(" ")));
        }
    }

    /** Which models are said to be priced as what, all of which has to be in the price book. */
    private Map<String, PriceRef> prices(PriceBook book) {
        Map<String, PriceRef> references = new LinkedHashMap<>();
        map.forEach((model, text) -> {
            if (LogMappingCodec.isWord(model)) {
                return;
            }
            if (text.indexOf('/') < 0) {
                throw new ParameterException(
                        spec.commandLine(),
                        TEXTS.get("argument.map", model, String.join(", ", LogMappingCodec.words()), text));
            }
            PriceRef reference = new Arguments.Reference().convert(text);
            if (book.model(reference).isEmpty()) {
                throw UnlistedModel.refused(reference, book);
            }
            references.put(model, reference);
        });
        return references;
    }
}
