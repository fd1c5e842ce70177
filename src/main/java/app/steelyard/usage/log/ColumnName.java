package app.steelyard.usage.log;

import app.steelyard.usage.log.LogMapping.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column's name or the path to a value, taken apart into what it says, however it is written.
 */
final class ColumnName {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Columns with one of these words measure how long something took, whatever else they say. */
    private static final Set<String> DURATIONS =
            Set.of("latency", "duration", "elapsed", "ttft", "took", "processing", "wait", "zone");

    private static final Set<String> TOTALS = Set.of("total", "sum", "max", "limit", "rate", "price", "cost", "usd");
    private static final Set<String> CACHED = Set.of("cache", "cached", "caching");
    private static final Set<String> WRITTEN = Set.of("write", "writes", "written", "creation", "create", "created");
    private static final Set<String> IN = Set.of("in", "input", "inputs", "prompt", "uncached");
    private static final Set<String> OUT =
            Set.of("out", "output", "outputs", "completion", "completions", "generated", "generation", "candidates");
    private static final Set<String> TOKENS =
            Set.of("tok", "toks", "token", "tokens", "tk", "count", "n", "num", "len");

    /** What is counted apart within the input or output, and is not all of it. */
    private static final Set<String> PARTS =
            Set.of("reasoning", "thinking", "thoughts", "details", "audio", "image", "prediction", "rejected");

    /** Amounts in other than whole units of a currency. */
    private static final Set<String> SMALL_MONEY = Set.of("micro", "micros", "cent", "cents", "nano", "nanos");

    /** What is said of a model beside its name. */
    private static final Set<String> OF_MODEL =
            Set.of("provider", "vendor", "version", "family", "type", "temperature", "ms");

    /** What a name that has no separators may be made of. */
    private static final Set<String> GLUED = Stream.of(
                    DURATIONS, TOTALS, CACHED, WRITTEN, IN, OUT, TOKENS, PARTS, Set.of("read", "content", "usage"))
            .flatMap(Set::stream)
            .filter(w -> w.length() > 1)
            .collect(Collectors.toUnmodifiableSet());

    /** Whose id it is that tells a request. */
    private static final Set<String> REQUESTS =
            Set.of("request", "response", "message", "completion", "generation", "event", "log", "call", "span");

    /** Names that say too little at the end of a path: a user has an id as well, and a plan a price. */
    private static final Map<Meaning, Set<String>> BARE =
            Map.of(Meaning.ID, Set.of("id", "uuid"), Meaning.COST, Set.of("price"), Meaning.TIER, Set.of("tier"));

    /** Longer words are not taken apart, as nobody writes so. */
    private static final int LONGEST_WORD = 60;

    /** Longer ends of a path are no name that is known. */
    private static final int LONGEST_END = 100;

    private final String name;
    private final String squashed;
    private final List<String> ends;
    private final Set<String> words;

    /** @param name in lower case */
    ColumnName(String name) {
        this.name = name;
        squashed = squashed(name);
        ends = ends(name);
        words = words(name);
    }

    static String squashed(String name) {
        return SEPARATORS.matcher(name).replaceAll("");
    }

    private static List<String> ends(String name) {
        List<String> ends = new ArrayList<>();
        for (int dot = name.indexOf('.', name.length() - LONGEST_END); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            ends.add(squashed(name.substring(dot + 1)));
        }
        return ends;
    }

    /** All of it, without separators. */
    String squashed() {
        return squashed;
    }

    /** What is left of a path without its first names, the most first; none of a name that is no path. */
    List<String> ends() {
        return ends;
    }

    /** Whether its end is {@code spelling}, without separators, and says enough for that meaning. */
    boolean endsLike(Meaning meaning, String spelling) {
        if (!ends.contains(spelling)) {
            return false;
        }
        if (!BARE.getOrDefault(meaning, Set.of()).contains(spelling)) {
            return true;
        }
        String above = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return meaning == Meaning.ID && REQUESTS.contains(squashed(above.substring(above.lastIndexOf('.') + 1)));
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        SEPARATORS.splitAsStream(name).filter(w -> !w.isEmpty()).forEach(w -> {
            List<String> parts = new ArrayList<>();
            boolean glued = w.length() <= LONGEST_WORD && !GLUED.contains(w) && unglue(w, parts);
            words.addAll(glued ? parts : List.of(w));
        });
        return words;
    }

    /** Takes a word apart into known ones, the longest first; false where something is left. */
    private static boolean unglue(String word, List<String> parts) {
        if (word.isEmpty()) {
            return true;
        }
        for (int end = word.length(); end > 1; end--) {
            if (GLUED.contains(word.substring(0, end))) {
                parts.add(word.substring(0, end));
                if (unglue(word.substring(end), parts)) {
                    return true;
                }
                parts.removeLast();
            }
        }
        return false;
    }

    /** Whether its words say it, where it is like no name that is known. */
    boolean sounds(Meaning meaning) {
        boolean cached = any(words, CACHED);
        boolean counted = !any(words, TOTALS) && !any(words, PARTS) && (any(words, TOKENS) || words.size() == 1);
        return switch (meaning) {
            case TIME -> any(words, Set.of("ts", "timestamp", "datetime", "time", "date")) && !any(words, DURATIONS);
            case MODEL -> words.contains("model") && !any(words, OF_MODEL);
            case READ ->
                cached
                        && !any(words, WRITTEN)
                        && !any(words, TOTALS)
                        && (any(words, TOKENS) || !any(words, Set.of("hit", "hits", "ratio")));
            case WRITE -> cached && any(words, WRITTEN) && !any(words, TOTALS);
            case INPUT -> !cached && counted && any(words, IN);
            case OUTPUT -> !cached && counted && any(words, OUT);
            case COST ->
                any(words, Set.of("cost", "spend", "charge"))
                        && !cached
                        && !any(words, IN)
                        && !any(words, OUT)
                        && !any(words, SMALL_MONEY);
            case PREFIX -> any(words, Set.of("session", "conversation", "thread", "chat"));
            case PROJECT -> any(words, Set.of("project", "workspace", "team"));
            case TENANT -> any(words, Set.of("tenant", "customer"));
            case KEY, ID, TIER -> false;
        };
    }

    private static boolean any(Set<String> words, Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }
}
