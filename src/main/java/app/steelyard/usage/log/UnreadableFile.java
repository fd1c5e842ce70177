package app.steelyard.usage.log;

import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.input.Content;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.JsonPaths;
import app.steelyard.usage.log.LogMapping.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a document is nothing that can be read, told so that a person can mend it. */
public final class UnreadableFile {
    private static final Texts TEXTS = Texts.of(UnreadableFile.class);

    /** As many are told of a file. */
    private static final int PATHS_NAMED = 24;

    private UnreadableFile() {}

    /**
     * A sentence that begins with the document's name.
     *
     * @param asLog whether it was to be read as a request log
     */
    public static String of(Head head, boolean asLog) {
        if (head.isJson()) {
            Optional<JsonBeginning> beginning = JsonBeginning.likeliest(head.text());
            if (beginning.isPresent() && !beginning.get().columns().isEmpty()) {
                return json(head, beginning.get());
            }
        }
        if (asLog) {
            return TEXTS.get("file.noLog", head.name());
        }
        return lacking(head)
                .map(why -> TEXTS.get("file.problem", head.name(), why))
                .orElseGet(() -> TEXTS.get(reason(head), head.name()));
    }

    /** Which values it has, of which nobody knows what they are. */
    private static String json(Head head, JsonBeginning beginning) {
        List<String> paths = beginning.columns().stream()
                .filter(c -> !JsonPaths.isOfElement(c))
                .toList();
        return TEXTS.get(
                "file.jsonPaths",
                head.name(),
                beginning.guess().mapping().missing().stream().map(TEXTS::name).collect(Collectors.joining(", ")),
                Several.joined(paths.isEmpty() ? beginning.columns() : paths, PATHS_NAMED));
    }

    /** Where columns were named that are not there. */
    public static String wished(String name, List<String> absent, List<String> columns) {
        return TEXTS.get(
                "file.noColumn", name, String.join(", ", absent), absent.size(), Several.joined(columns, PATHS_NAMED));
    }

    /** Where columns were named that would have to hold something else as well: what that is. */
    public static Optional<String> taken(Head head, MappingWishes wishes) {
        Optional<ColumnGuess> guess = head.isJson()
                ? JsonBeginning.likeliest(head.text()).map(JsonBeginning::guess)
                : LogSample.of(head).map(LogSample::guess);
        return guess.filter(g -> g.mapping().missing().isEmpty())
                .map(g -> wishes.lacking(g.mapping()))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> TEXTS.get(
                        "file.taken",
                        head.name(),
                        missing.stream().map(TEXTS::name).collect(Collectors.joining(", "))));
    }

    /** Where a table is nearly one that is known: which columns it lacks. */
    static Optional<String> lacking(Head head) {
        return Formats.nearly(head).or(() -> nearlyLog(head));
    }

    /** Where a table lacks one column to be a request log: a sentence that says which. */
    private static Optional<String> nearlyLog(Head head) {
        List<Meaning> missing = LogMapping.suggest(head.columns(), column -> "").missing();
        return head.columns().isEmpty() || missing.size() != 1
                ? Optional.empty()
                : Optional.of(TEXTS.get("file.nearlyLog", TEXTS.name(missing.getFirst())));
    }

    private static String reason(Head head) {
        String text = head.text();
        if (text.isBlank()) {
            return "file.empty";
        }
        if (text.indexOf('\0') >= 0
                || text.chars().filter(c -> c == Content.INVALID).count() > text.length() / 20) {
            return "file.binary";
        }
        if (head.isJson()) {
            return "file.json";
        }
        return head.columns().size() > 2 ? "file.table" : "file.unknown";
    }
}
