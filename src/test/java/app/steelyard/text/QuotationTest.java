package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One way to quote in all that people read: an apostrophe is ’, a name or a word spoken of stands in “ ”, and what was typed or
 * is to be typed, such as a path or a command, in straight single quotes.
 */
class QuotationTest {
    private static final Path BUNDLES = Path.of("src/main/resources/app/steelyard");
    /** Between letters, or one without another that closes it. */
    private static final Pattern APOSTROPHE =
            Pattern.compile("[\\p{L}}]'\\p{L}|^[^']*'(?:[^']*'[^']*')*[^']*$", Pattern.DOTALL);

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("\\p{L}'\\p{L}");

    /** Shows what is typed with straight double quotes into a shell or a JSON file, or keeps to the form of a record. */
    private static final Set<String> STRAIGHT = Set.of(
            "cli/whatif.noRanges",
            "document/format.missing",
            "pricing/decimal",
            "pricing/decimal.number",
            "report/record/record.chosen");

    /** Examples of commands in the help. */
    private static final String HELP = "cli/steelyard.";

    /** Every text by its room and key. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file :
                    files.filter(f -> f.endsWith("messages.properties")).toList()) {
                Properties bundle = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    bundle.load(reader);
                }
                String room = BUNDLES.relativize(file.getParent()).toString().replace('\\', '/');
                bundle.forEach((key, text) -> texts.put(room + "/" + key, ((String) text).replace("''", "'")));
            }
        }
        return texts;
    }

    private static List<String> those(Pattern pattern) throws IOException {
        return texts().entrySet().stream()
                .filter(t -> pattern.matcher(t.getValue()).find())
                .map(t -> t.getKey() + " = " + t.getValue())
                .toList();
    }

    @Test
    void anApostropheIsCurly() throws IOException {
        assertEquals(List.of(), those(APOSTROPHE));
    }

    /** Rules, claims, answers and samples are data with sentences in them. */
    @Test
    void anApostropheIsCurlyInWhatIsToldFromDataToo() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            List<Path> straight = files.filter(
                            f -> f.toString().endsWith(".json") || f.toString().endsWith(".steelyard"))
                    .filter(f -> BETWEEN_LETTERS.matcher(read(f)).find())
                    .toList();
            assertEquals(List.of(), straight);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void straightDoubleQuotesStandOnlyInWhatIsTyped() throws IOException {
        List<String> straight = texts().entrySet().stream()
                .filter(t -> t.getValue().contains("\""))
                .map(Map.Entry::getKey)
                .filter(k -> !k.startsWith(HELP))
                .sorted()
                .toList();
        assertEquals(STRAIGHT.stream().sorted().toList(), straight);
    }

    @Test
    void noThirdKindOfQuotes() throws IOException {
        assertEquals(List.of(), those(Pattern.compile("[‘‚‛„‟«»]")));
    }
}
