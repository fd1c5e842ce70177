package app.steelyard.usage.log;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.row.Vendors;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the columns of a table nobody knows probably hold, told by their names, however those are written, and by what
 * stands in the first rows. It is for a person to confirm; no file is read by a guess alone.
 *
 * @param mapping as far as it could be guessed; what is {@link LogMapping#missing} is for a person to point at
 * @param clues by what each column of the mapping was found
 */
public record ColumnGuess(LogMapping mapping, Map<Meaning, Clue> clues) {
    private static final Texts TEXTS = Texts.of(ColumnGuess.class);
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}(\\.0*)?");
    private static final Pattern AMOUNT = Pattern.compile("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?");
    private static final Pattern ISO = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\d([T ][0-2]\\d:[0-5]\\d.*)?");

    /** Seconds, milliseconds or microseconds from 2015 to 2100, as the importer takes them. */
    private static final Pattern EPOCH =
            Pattern.compile("(1[4-9]\\d{8}|[2-3]\\d{9}|40\\d{8})(\\d{3}|\\d{6}|\\.\\d+)?(\\.\\d+)?");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Columns with one of these words measure how long something took, whatever else they say. */
    private static final Set<String> DURATIONS =
            Set.of("latency", "duration", "elapsed", "ttft", "took", "processing", "wait", "zone");

    private static final Set<String> TOTALS = Set.of("total", "sum", "max", "limit", "rate", "price", "cost", "usd");
    private static final Set<String> CACHED = Set.of("cache", "cached", "caching");
    private static final Set<String> WRITTEN = Set.of("write", "writes", "written", "creation", "create", "created");
    private static final Set<String> IN = Set.of("in", "input", "inputs", "prompt", "uncached");
    private static final Set<String> OUT =
            Set.of("out", "output", "outputs", "completion", "completions", "generated", "generation");
    private static final Set<String> TOKENS =
            Set.of("tok", "toks", "token", "tokens", "tk", "count", "n", "num", "len");

    /** Names without separators, beside the usual ones of a {@link Meaning}. */
    private static final Map<Meaning, Set<String>> ALSO = Map.ofEntries(
            Map.entry(
                    Meaning.TIME,
                    Set.of(
                            "ts",
                            "when",
                            "at",
                            "utc",
                            "epoch",
                            "unixtime",
                            "eventtime",
                            "loggedat",
                            "startedat",
                            "requestedat",
                            "createdtime",
                            "timestampms",
                            "tsms")),
            Map.entry(Meaning.MODEL, Set.of("llm", "engine", "deployment", "modelversion", "llmmodel")),
            Map.entry(
                    Meaning.PROJECT, Set.of("team", "product", "appname", "projectname", "servicename", "costcenter")),
            Map.entry(Meaning.KEY, Set.of("key", "keyname", "apikeyname")),
            Map.entry(Meaning.TENANT, Set.of("account", "accountid", "client", "clientid", "org", "orgid", "username")),
            Map.entry(Meaning.PREFIX, Set.of("chat", "chatid", "conversation", "thread", "prompthash")),
            Map.entry(Meaning.ID, Set.of("reqid", "uuid", "callid", "traceid")),
            Map.entry(Meaning.TIER, Set.of("servicelevel")),
            Map.entry(Meaning.COST, Set.of("usd", "amount", "amountusd", "charge", "spendusd")));

    /** By what a column was found. */
    public enum Clue {
        NAME,
        VALUES
    }

    public ColumnGuess {
        clues = Map.copyOf(clues);
    }

    /**
     * @param columns names in lower case
     * @param rows the first ones, as wide as the columns; may be none
     */
    public static ColumnGuess of(List<String> columns, List<List<String>> rows) {
        return new Search(columns, rows).run();
    }

    /** The guess in a sentence about {@code file}; empty where what is needed could not be guessed. */
    public Optional<String> sentence(String file) {
        return mapping.missing().isEmpty()
                ? Optional.of(TEXTS.get(
                        "file.guess",
                        file,
                        mapping.columns().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> TEXTS.name(e.getKey()) + " = " + e.getValue())
                                .collect(Collectors.joining(", "))))
                : Optional.empty();
    }

    /** Gives each column one meaning at most, by the surest clues first. */
    private static final class Search {
        private final List<String> columns;
        private final Map<String, List<String>> values = new HashMap<>();
        private final Map<Meaning, String> found = new EnumMap<>(Meaning.class);
        private final Map<Meaning, Clue> clues = new EnumMap<>(Meaning.class);

        Search(List<String> columns, List<List<String>> rows) {
            this.columns = columns;
            for (int i = 0; i < columns.size(); i++) {
                int place = i;
                values.putIfAbsent(
                        columns.get(i),
                        rows.stream()
                                .map(r -> r.get(place).strip())
                                .filter(v -> !v.isEmpty())
                                .toList());
            }
        }

        ColumnGuess run() {
            // The order of the usual names is one of preference.
            for (Meaning meaning : Meaning.values()) {
                meaning.usual().stream()
                        .map(ColumnGuess::squashed)
                        .flatMap(usual ->
                                columns.stream().filter(c -> squashed(c).equals(usual)))
                        .filter(c -> free(c) && may(meaning, c))
                        .findFirst()
                        .ifPresent(c -> put(meaning, c, Clue.NAME));
            }
            each(Clue.NAME, (meaning, c) -> also(meaning).contains(squashed(c)) && may(meaning, c));
            each(Clue.NAME, (meaning, c) -> sounds(meaning, words(c)) && may(meaning, c));
            each(Clue.VALUES, this::holds);
            // A time that cannot be read is still the time, and the first rows show why nothing comes of it.
            each(
                    Clue.NAME,
                    (meaning, c) -> meaning == Meaning.TIME && meaning.usual().contains(c));
            TimeUnit unit = held(found.getOrDefault(Meaning.TIME, "")).stream()
                    .findFirst()
                    .map(LogMapping::unit)
                    .orElse(TimeUnit.ISO);
            return new ColumnGuess(new LogMapping(found, unit, inside(), "", Currency.USD), clues);
        }

        private void each(Clue clue, BiPredicate<Meaning, String> is) {
            for (Meaning meaning : EnumSet.allOf(Meaning.class)) {
                if (!found.containsKey(meaning)) {
                    columns.stream()
                            .filter(c -> free(c) && is.test(meaning, c))
                            .findFirst()
                            .ifPresent(c -> put(meaning, c, clue));
                }
            }
        }

        /** What stands in a column, row by row, without empty cells. */
        private List<String> held(String column) {
            return values.getOrDefault(column, List.of());
        }

        private void put(Meaning meaning, String column, Clue clue) {
            found.put(meaning, column);
            clues.put(meaning, clue);
        }

        private boolean free(String column) {
            return !found.containsValue(column);
        }

        private boolean all(String column, Predicate<String> is) {
            return held(column).stream().allMatch(is);
        }

        /** Whether what stands in the column does not speak against it. */
        private boolean may(Meaning meaning, String column) {
            return switch (meaning) {
                case TIME -> all(column, ColumnGuess::isTime);
                case INPUT, READ, WRITE, OUTPUT ->
                    all(column, v -> COUNT.matcher(v).matches());
                case COST -> all(column, v -> AMOUNT.matcher(v).matches());
                case MODEL -> all(column, v -> !AMOUNT.matcher(v).matches());
                default -> true;
            };
        }

        /** Whether what stands in the column says what it is, whatever its name. */
        private boolean holds(Meaning meaning, String column) {
            return !held(column).isEmpty()
                    && switch (meaning) {
                        case TIME -> all(column, ColumnGuess::isTime);
                        case MODEL -> all(column, ColumnGuess::isModel);
                        default -> false;
                    };
        }

        /** Only Anthropic counts the input beside the cached tokens. */
        private boolean inside() {
            String input = found.get(Meaning.INPUT);
            String read = found.get(Meaning.READ);
            if (input == null || read == null) {
                return true;
            }
            boolean named = squashed(read).startsWith("cachereadinput")
                    || squashed(input).contains("uncached");
            return !named && !larger(read, input);
        }

        private boolean larger(String part, String whole) {
            List<String> parts = held(part);
            List<String> wholes = held(whole);
            for (int i = 0; i < Math.min(parts.size(), wholes.size()); i++) {
                if (parts.size() == wholes.size()
                        && Double.parseDouble(parts.get(i)) > Double.parseDouble(wholes.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isTime(String value) {
        return ISO.matcher(value).matches() || EPOCH.matcher(value).matches();
    }

    /** The name alone, for whatever stands before a slash passes for a vendor. */
    private static boolean isModel(String value) {
        return !Vendors.ofModel(value.substring(value.lastIndexOf('/') + 1)).equals(Vendors.UNKNOWN);
    }

    private static Set<String> also(Meaning meaning) {
        return ALSO.getOrDefault(meaning, Set.of());
    }

    private static String squashed(String name) {
        return SEPARATORS.matcher(name).replaceAll("");
    }

    private static Set<String> words(String name) {
        return Set.copyOf(
                SEPARATORS.splitAsStream(name).filter(w -> !w.isEmpty()).collect(Collectors.toSet()));
    }

    /** Whether the words of a name say it, where no name that is known is like it. */
    private static boolean sounds(Meaning meaning, Set<String> words) {
        boolean cached = any(words, CACHED);
        boolean counted = !any(words, TOTALS) && (any(words, TOKENS) || words.size() == 1);
        return switch (meaning) {
            case TIME -> any(words, Set.of("ts", "timestamp", "datetime", "time", "date")) && !any(words, DURATIONS);
            case MODEL -> words.contains("model");
            case READ ->
                cached
                        && !any(words, WRITTEN)
                        && !any(words, TOTALS)
                        && (any(words, TOKENS) || !any(words, Set.of("hit", "hits", "ratio")));
            case WRITE -> cached && any(words, WRITTEN) && !any(words, TOTALS);
            case INPUT -> !cached && counted && any(words, IN);
            case OUTPUT -> !cached && counted && any(words, OUT);
            case COST -> any(words, Set.of("cost", "spend", "charge"));
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
