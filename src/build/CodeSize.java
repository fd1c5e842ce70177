import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts files and lines of code, without comments and blank lines, by package. Format the sources first: a line is what the
 * formatter makes one. Argument: the folder of the sources ({@code src/main/java}).
 */
final class CodeSize {
    /** A text or a character is found first, so that what looks like a comment in it stays. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(
            "\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++'"
                    + "|(?<comment>//[^\n]*+|/\\*.*?\\*/)",
            Pattern.DOTALL);

    private record Size(int files, long lines) {
        Size plus(Size other) {
            return new Size(files + other.files, lines + other.lines);
        }
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "src/main/java");
        Map<String, Size> rooms = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String room = root.relativize(file.getParent()).toString().replaceAll("[/\\\\]", ".");
                rooms.merge(room, new Size(1, lines(file)), Size::plus);
            });
        }
        System.out.printf("%-40s %6s %8s%n", "package", "files", "lines");
        rooms.forEach((room, size) -> System.out.printf("%-40s %6d %8d%n", room, size.files, size.lines));
        Size all = rooms.values().stream().reduce(new Size(0, 0), Size::plus);
        System.out.printf("%-40s %6d %8d%n", rooms.size() + " packages", all.files, all.lines);
    }

    private static long lines(Path file) {
        try {
            String code = TEXT_OR_COMMENT
                    .matcher(Files.readString(file))
                    .replaceAll(found -> found.group("comment") == null ? Matcher.quoteReplacement(found.group()) : "");
            return code.lines().filter(line -> !line.isBlank()).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
