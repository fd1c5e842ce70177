package app.steelyard.usage.log;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.input.JsonPaths;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.notation.DayShape;
import app.steelyard.usage.notation.NumberShape;
import app.steelyard.usage.row.Vendors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            Map.entry(
                    Meaning.PREFIX,
                    Set.of("chat", "chatid", "conversation", "thread", "prompthash", "traceid", "chainid")),
            Map.entry(
                    Meaning.ID, Set.of("reqid", "uuid", "callid", "spanid", "eventid", "generationid", "completionid")),
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
        /** Those that may mean something; what an element of a list holds is only shown. */
        private final List<String> columns = new ArrayList<>();

        private final Map<String, ColumnName> names = new HashMap<>();
        /** By column, row by row. */
        private final Map<String, List<String>> cells = new HashMap<>();

        private final Map<Meaning, String> found = new EnumMap<>(Meaning.class);
        private final Map<Meaning, Clue> clues = new EnumMap<>(Meaning.class);

        Search(List<String> columns, List<List<String>> rows) {
            for (int i = 0; i < columns.size(); i++) {
                int place = i;
                if (JsonPaths.isOfElement(columns.get(i))) {
                    continue;
                }
                this.columns.add(columns.get(i));
                names.computeIfAbsent(columns.get(i), ColumnName::new);
                cells.putIfAbsent(
                        columns.get(i),
                        rows.stream().map(r -> r.get(place).strip()).toList());
            }
        }

        ColumnGuess run() {
            usual((meaning, usual, c) -> c.squashed().equals(usual));
            each(Clue.NAME, (meaning, c) -> also(meaning).contains(name(c).squashed()) && may(meaning, c));
            usual((meaning, usual, c) -> c.endsLike(meaning, usual));
            each(
                    Clue.NAME,
                    (meaning, c) ->
                            also(meaning).stream().anyMatch(a -> name(c).endsLike(meaning, a)) && may(meaning, c));
            each(Clue.NAME, (meaning, c) -> name(c).sounds(meaning) && may(meaning, c));
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

        private ColumnName name(String column) {
            return Objects.requireNonNull(names.get(column));
        }

        /** A way in which a column's name is like a usual one, which has no separators. */
        private interface Likeness {
            boolean of(Meaning meaning, String usual, ColumnName column);
        }

        /** The order of the usual names is one of preference. */
        private void usual(Likeness like) {
            for (Meaning meaning : Meaning.values()) {
                if (!found.containsKey(meaning)) {
                    meaning.usual().stream()
                            .map(ColumnName::squashed)
                            .flatMap(usual -> columns.stream().filter(c -> like.of(meaning, usual, name(c))))
                            .filter(c -> free(c) && may(meaning, c))
                            .findFirst()
                            .ifPresent(c -> put(meaning, c, Clue.NAME));
                }
            }
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
            return cells(column).stream().filter(v -> !v.isEmpty()).toList();
        }

        private List<String> cells(String column) {
            return cells.getOrDefault(column, List.of());
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

        /** A bad row is refused later, and hides no column. */
        private boolean mostly(String column, Predicate<String> is) {
            return held(column).stream().filter(is).count() * 2 > held(column).size()
                    || held(column).isEmpty();
        }

        /** Whether what stands in the column does not speak against it. */
        private boolean may(Meaning meaning, String column) {
            return switch (meaning) {
                case TIME -> mostly(column, ColumnGuess::isTime);
                case INPUT, READ, WRITE, OUTPUT -> mostly(column, NumberShape::mayBeWhole);
                case COST -> mostly(column, v -> AMOUNT.matcher(v).matches() || NumberShape.of(v) != NumberShape.NONE);
                case MODEL -> mostly(column, v -> !AMOUNT.matcher(v).matches());
                // What comes again and again is the id of something else, and rows would be taken for the same one.
                case ID ->
                    held(column).stream().distinct().count() * 2 >= held(column).size();
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
            ColumnName reads = name(read);
            boolean named = Stream.concat(Stream.of(reads.squashed()), reads.ends().stream())
                            .anyMatch(n -> n.startsWith("cachereadinput"))
                    || name(input).squashed().contains("uncached");
            // Details of a number are parts of it.
            return read.contains("details") || !named && !larger(read, input);
        }

        /** Whether the part is more than the whole in more rows than can be mistakes. */
        private boolean larger(String part, String whole) {
            List<String> parts = cells(part);
            List<String> wholes = cells(whole);
            int[] both = IntStream.range(0, parts.size())
                    .filter(i -> COUNT.matcher(parts.get(i)).matches()
                            && COUNT.matcher(wholes.get(i)).matches())
                    .toArray();
            long larger = IntStream.of(both)
                    .filter(i -> Double.parseDouble(parts.get(i)) > Double.parseDouble(wholes.get(i)))
                    .count();
            return larger > 0 && larger * 10 >= both.length;
        }
    }

    private static boolean isTime(String value) {
        return ISO.matcher(value).matches()
                || EPOCH.matcher(value).matches()
                || DayShape.of(value).isPresent();
    }

    /** The name alone, for whatever stands before a slash passes for a vendor. */
    private static boolean isModel(String value) {
        return !Vendors.ofModel(value.substring(value.lastIndexOf('/') + 1)).equals(Vendors.UNKNOWN);
    }

    private static Set<String> also(Meaning meaning) {
        return ALSO.getOrDefault(meaning, Set.of());
    }
}
