package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every key that a class asks for is in the bundle it finds, and every key of a bundle is asked for. Keys are told from the
 * sources: a literal that is a key, that begins one ({@code "kpi." + name}), or that ends one ({@code key + ".less"}); and
 * the names of enum constants.
 */
class MessageKeysTest {
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern LITERAL = Pattern.compile("(\\+\\s*)?\"((?:[^\"\\\\\\n]|\\\\.)*)\"(\\s*\\+)?");
    private static final Pattern ASKED = Pattern.compile("\\bTEXTS\\s*\\.get\\(\\s*\"([^\"]*)\"(\\s*\\+)?");
    private static final Pattern ENUM = Pattern.compile("\\benum (\\w+)[^{]*\\{");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");
    private static final Pattern ENUM_KEY = Pattern.compile("(?:.*\\.)?(\\w+)\\.([A-Z0-9_]+)");
    private static final Pattern KEY = Pattern.compile("[\\w.-]+");
    /** Under these picocli looks for the help of a command and its options. */
    private static final Pattern HELP = Pattern.compile("(?:steelyard\\.)?(?:[a-z]+\\.)*usage\\.[\\w.-]+");

    /** One class as written. */
    private record Source(String room, String text) {}

    private final Map<String, Set<String>> bundles = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Set<String>> constants = new HashMap<>();

    MessageKeysTest() {
        for (Path file : files(RESOURCES, "messages.properties")) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bundles.put(room(RESOURCES, file), properties.stringPropertyNames());
        }
        for (Path file : files(JAVA, ".java")) {
            String text = read(file);
            sources.add(new Source(room(JAVA, file), text));
            Matcher matcher = ENUM.matcher(text);
            while (matcher.find()) {
                CONSTANT.matcher(text)
                        .results()
                        .filter(c -> c.start() > 0)
                        .map(MatchResult::group)
                        .forEach(constants.computeIfAbsent(matcher.group(1), n -> new HashSet<>())::add);
            }
        }
    }

    @Test
    void everyKeyAskedForIsThere() {
        List<String> missing = new ArrayList<>();
        for (Source source : sources) {
            // Every command shares the bundle of the whole command line, and so does the console it prints on.
            Set<String> keys = bundles.get(bundle(source.room()));
            Matcher asked = ASKED.matcher(source.text());
            while (asked.find()) {
                String key = asked.group(1);
                boolean there = asked.group(2) == null
                        ? keys.contains(key)
                        : keys.stream().anyMatch(k -> k.startsWith(key));
                if (!there) {
                    missing.add(paste(bundle(source.room()), key + " = …"));
                }
            }
        }
        assertEquals(List.of(), missing, "add these");
    }

    @Test
    void everyKeyIsAskedFor() {
        List<String> unused = new ArrayList<>();
        bundles.forEach((bundle, keys) -> {
            Predicate<String> used = used(bundle);
            keys.stream().filter(used.negate()).sorted().forEach(k -> unused.add(paste(bundle, k)));
        });
        assertEquals(List.of(), unused, "take these out");
    }

    /** No test of its own sources: it must find what it looks for. */
    @Test
    void thereAreBundlesAndSources() {
        assertTrue(bundles.size() > 10 && bundles.containsKey("app.steelyard.cli"), bundles.keySet()::toString);
        assertTrue(sources.size() > 300, () -> sources.size() + " sources");
        assertTrue(!used("app.steelyard.cli").test("nobody.asks")
                && used("app.steelyard.cli").test("display.none"));
    }

    private Predicate<String> used(String bundle) {
        Set<String> whole = new HashSet<>();
        Set<String> begun = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (Source source : sources) {
            Matcher literal = LITERAL.matcher(source.text());
            while (within(source.room(), bundle) && literal.find()) {
                String text = literal.group(2);
                if (!KEY.matcher(text).matches()) {
                    continue;
                }
                whole.add(text);
                if (literal.group(3) != null) {
                    begun.add(text);
                }
                if (literal.group(1) != null) {
                    ends.add(text);
                }
            }
        }
        return key -> whole.contains(key)
                || begun.stream().anyMatch(key::startsWith)
                || ended(key, whole, ends)
                || named(key)
                || help(bundle, key, whole);
    }

    /** Whether a literal is the beginning of the key, and another what follows it. */
    private static boolean ended(String key, Set<String> whole, Collection<String> ends) {
        return ends.stream()
                        .filter(key::endsWith)
                        .anyMatch(e -> whole.contains(key.substring(0, key.length() - e.length())))
                || parents(key).anyMatch(whole::contains);
    }

    /** {@code a.b} and {@code a} for {@code a.b.c}: what a method is given to add the rest to. */
    private static Stream<String> parents(String key) {
        return Stream.iterate(key, k -> k.indexOf('.') > 0, k -> k.substring(0, k.lastIndexOf('.')))
                .skip(1)
                .flatMap(k -> Stream.of(k, k + "."))
                .filter(k -> k.indexOf('.') > 0);
    }

    private boolean named(String key) {
        Matcher constant = ENUM_KEY.matcher(key);
        return constant.matches()
                && constants.getOrDefault(constant.group(1), Set.of()).contains(constant.group(2));
    }

    private static boolean help(String bundle, String key, Set<String> whole) {
        if (!bundle.endsWith(".cli")) {
            return false;
        }
        String last = key.substring(key.lastIndexOf('.') + 1);
        return HELP.matcher(key).matches() || whole.contains("--" + last) || whole.contains(last);
    }

    private String bundle(String room) {
        String found = room;
        while (!bundles.containsKey(found) && found.indexOf('.') > 0) {
            found = found.substring(0, found.lastIndexOf('.'));
        }
        return found;
    }

    /** Whether classes of the room may find the bundle, or have their words shown by one that does. */
    private static boolean within(String room, String bundle) {
        return room.equals(bundle) || room.startsWith(bundle + ".");
    }

    private static String paste(String bundle, String line) {
        return "\n" + RESOURCES.resolve(bundle.replace('.', '/')).resolve("messages.properties") + ": " + line;
    }

    private static String room(Path root, Path file) {
        return root.relativize(file.getParent()).toString().replace('\\', '/').replace('/', '.');
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
