package app.steelyard.cli.usage;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.Interruption;
import app.steelyard.cli.terminal.TerminalProgress;
import app.steelyard.document.LogMappingCodec;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.log.MappingWishes;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.store.Progress;
import app.steelyard.usage.store.Stopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files with usage that a command is given, and how they are to be read. */
class LogFiles {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

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

    public @Nullable Path mapping() {
        return mapping;
    }

    /**
     * Imports the files into a ledger that is forgotten and holds each request for itself, and lets {@code work} look at it.
     * With Ctrl-C the work is not done.
     *
     * @param blocks is told of those whose prompts' blocks are known
     */
    <T> T withRequests(Console console, PromptBlocks.Listener blocks, BiFunction<Ledger, BooleanSupplier, T> work) {
        return with(
                console,
                () -> Ledger.ofRequests(blocks),
                ledger -> "",
                (ledger, nothing, stopped) -> work.apply(ledger, stopped));
    }

    /** What is done with a ledger, knowing what was seen of it before the files came in, and whether it is still wanted. */
    interface Work<B, T> {
        T with(Ledger ledger, B before, BooleanSupplier stopped);
    }

    /** Opens a ledger, lets {@code first} look at it, imports the files and lets {@code work} look at it. */
    final <B, T> T with(Console console, Supplier<Ledger> opens, Function<Ledger, B> first, Work<B, T> work) {
        ReadingChoice reading = reading();
        Map<String, PriceRef> prices = prices(console.book());
        try (Interruption interruption = new Interruption();
                Ledger opened = opens.get()) {
            B before = first.apply(opened);
            // What was said once is kept with the ledger.
            prices.forEach(opened::priceAs);
            if (!files.isEmpty() && !add(opened, reading, console, interruption)) {
                // Said at once: the program may end as soon as the ledger is closed.
                console.err().println(TEXTS.get("import.stopped"));
                throw new Refusal(List.of());
            }
            return work.with(opened, before, interruption::wanted);
        } catch (Stopped e) {
            console.err().println(TEXTS.get("import.stopped"));
            throw new Refusal(List.of());
        }
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
