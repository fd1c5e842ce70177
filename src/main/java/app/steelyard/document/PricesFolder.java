package app.steelyard.document;

import app.steelyard.files.AtomicFile;
import app.steelyard.files.ConfigFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.Overlay;
import app.steelyard.pricing.Overlay.Laid;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person added to prices, beside the settings: prices of their own in one table, one table for each import that was
 * accepted, and as what names are priced. An import is taken back by taking its table away.
 */
public record PricesFolder(Path path) {
    private static final Texts TEXTS = Texts.of(PricesFolder.class);
    private static final String OWN = "own.csv";
    private static final String NAMES = "names.csv";
    private static final String IMPORTS = "imports";
    private static final Pattern IMPORT = Pattern.compile("\\d{4,9}\\.csv");

    /**
     * All of it.
     *
     * @param problems of what could not be read and was left out
     */
    public record Read(Overlay overlay, List<Problem> problems) {}

    /** That of this user. */
    public static PricesFolder standard() {
        return new PricesFolder(ConfigFolder.standard().resolve("prices"));
    }

    public Read read() {
        if (!Files.isDirectory(path)) {
            return new Read(Overlay.NONE, List.of());
        }
        List<Problem> problems = new ArrayList<>();
        List<Laid> laid = new ArrayList<>();
        for (Path one : imports()) {
            KeptPrices kept = table(one);
            problems.addAll(kept.problems());
            laid.addAll(kept.laid(PriceMark.CATALOGUE));
        }
        KeptPrices own = table(path.resolve(OWN));
        problems.addAll(own.problems());
        laid.addAll(own.laid(PriceMark.OWN));
        return new Read(new Overlay(laid, names(problems)), problems);
    }

    /**
     * The prices of a person's own.
     *
     * @throws Refusal if the table cannot be read, so that nothing of it is lost
     */
    public List<Listed> own() {
        KeptPrices kept = table(path.resolve(OWN));
        if (!kept.problems().isEmpty()) {
            throw new Refusal(kept.problems());
        }
        return kept.prices();
    }

    /** @throws Refusal if it cannot be written; what was there is unchanged */
    public void writeOwn(List<Listed> prices) {
        write(path.resolve(OWN), prices.isEmpty() ? null : KeptPrices.write(prices));
    }

    /**
     * Keeps what was accepted of an import.
     *
     * @throws Refusal if it cannot be written; what was there is unchanged
     */
    public void accept(List<Listed> prices) {
        List<Path> before = imports();
        int last = before.isEmpty() ? 0 : number(before.getLast());
        write(path.resolve(IMPORTS).resolve("%04d.csv".formatted(last + 1)), KeptPrices.write(prices));
    }

    /**
     * Takes the last import back.
     *
     * @return what it had brought; empty where there is none
     */
    public Optional<KeptPrices> undo() {
        List<Path> before = imports();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        KeptPrices last = table(before.getLast());
        write(before.getLast(), null);
        return Optional.of(last);
    }

    /** Whether there is an import to take back. */
    public boolean hasImports() {
        return !imports().isEmpty();
    }

    /** As what names are priced. */
    public Map<String, PriceRef> names() {
        List<Problem> problems = new ArrayList<>();
        Map<String, PriceRef> names = names(problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return names;
    }

    /** @throws Refusal if they cannot be written; what was there is unchanged */
    public void writeNames(Map<String, PriceRef> names) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            new TreeMap<>(names).forEach((name, ref) -> csv.writeRecord(name, ref.toString()));
        } catch (IOException e) {
            throw new Refusal(path.toString(), AtomicFile.why(e));
        }
        write(path.resolve(NAMES), names.isEmpty() ? null : text.toString());
    }

    private Map<String, PriceRef> names(List<Problem> problems) {
        Path file = path.resolve(NAMES);
        Map<String, PriceRef> names = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return names;
        }
        try (var csv = CsvReader.builder().ofCsvRecord(text(file))) {
            csv.forEach(row -> {
                try {
                    names.put(row.getField(0), PriceRef.parse(row.getField(1)));
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    problems.add(new Problem(
                            file.toString(),
                            row.getStartingLineNumber(),
                            0,
                            "",
                            TEXTS.get("prices.name", row.getFields())));
                }
            });
        } catch (CsvParseException | IOException e) {
            problems.add(Problem.ofFile(file.toString(), TEXTS.get("prices.unreadable")));
        }
        return names;
    }

    /** The tables of the imports that were accepted, the last one last. */
    private List<Path> imports() {
        Path folder = path.resolve(IMPORTS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f -> IMPORT.matcher(String.valueOf(f.getFileName())).matches())
                    .sorted((a, b) -> Integer.compare(number(a), number(b)))
                    .toList();
        } catch (IOException e) {
            throw new Refusal(folder.toString(), AtomicFile.why(e));
        }
    }

    private static int number(Path file) {
        String name = String.valueOf(file.getFileName());
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    private static KeptPrices table(Path file) {
        if (!Files.isRegularFile(file)) {
            return KeptPrices.NONE;
        }
        try {
            return KeptPrices.read(file.toString(), text(file));
        } catch (IOException e) {
            return new KeptPrices(List.of(), List.of(Problem.ofFile(file.toString(), TEXTS.get("prices.unreadable"))));
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new IOException("not UTF-8", e);
        }
    }

    /** @param content nothing to take the file away */
    private static void write(Path file, @Nullable String content) {
        try {
            if (content == null) {
                Files.deleteIfExists(file);
                return;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(file.toString(), TEXTS.get("file.unwritable", AtomicFile.why(e)));
        }
    }
}
