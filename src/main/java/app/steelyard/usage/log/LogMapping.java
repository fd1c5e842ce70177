package app.steelyard.usage.log;

import app.steelyard.text.Currency;
import app.steelyard.usage.notation.NotationScout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which column of a plain request log holds what. A person points at the columns once; a log with the usual names needs
 * no pointing.
 *
 * @param columns the column's name in lower case for each meaning that the log has
 * @param timeUnit how times are written
 * @param inside whether the input holds the tokens read from and written to the cache, as OpenAI counts; else they are
 *     beside it, as Anthropic counts
 * @param vendor whose models they are, as in price references; empty to tell it from the models' names
 * @param currency ISO 4217 code of the costs
 * @param notation how numbers and days are written, as far as it is not to be found out
 */
public record LogMapping(
        Map<Meaning, String> columns,
        TimeUnit timeUnit,
        boolean inside,
        String vendor,
        Currency currency,
        NotationScout.Wish notation) {

    /** What a column may hold, with the names by which it is known where nobody points. */
    public enum Meaning {
        TIME(
                "timestamp",
                "time",
                "created_at",
                "created",
                "start_time",
                "starttime",
                "request_time",
                "datetime",
                "date"),
        MODEL("model", "model_name", "model_id", "response_model", "request_model"),
        PROJECT("project", "project_id", "workspace", "app", "application", "service", "feature"),
        KEY("api_key", "api_key_id", "key_id"),
        TENANT("tenant", "tenant_id", "customer", "customer_id", "user", "user_id"),
        PREFIX("prefix", "prefix_id", "session", "session_id", "conversation_id", "thread_id", "prompt_id"),
        ID("request_id", "id", "response_id", "message_id"),
        TIER("service_tier", "tier"),
        INPUT("prompt_tokens", "input_tokens", "tokens_in", "input", "prompt", "contexttokens"),
        READ(
                "cached_tokens",
                "cache_read_tokens",
                "cache_read_input_tokens",
                "cached_input_tokens",
                "input_cached_tokens",
                "prompt_cache_hit_tokens",
                "cache_read"),
        WRITE("cache_write_tokens", "cache_creation_input_tokens", "cache_creation_tokens", "cache_write"),
        OUTPUT("completion_tokens", "output_tokens", "tokens_out", "output", "completion", "generatedtokens"),
        COST("cost", "cost_usd", "spend", "total_cost", "price");

        private final List<String> usual;

        Meaning(String... usual) {
            this.usual = List.of(usual);
        }

        /** The names by which it is known, the one to be preferred first. */
        List<String> usual() {
            return usual;
        }
    }

    /** How a time is written. */
    public enum TimeUnit {
        /** ISO 8601, or with a space for the T; without an offset it is in UTC. */
        ISO,
        /** Seconds since 1970, with or without a fraction. */
        SECONDS,
        /** Milliseconds since 1970. */
        MILLISECONDS,
        /** Microseconds since 1970. */
        MICROSECONDS
    }

    private static final Set<Meaning> COUNTS = Set.of(Meaning.INPUT, Meaning.READ, Meaning.WRITE, Meaning.OUTPUT);

    /** What a log must tell to be of any use. */
    private static final Set<Meaning> NEEDED = Set.of(Meaning.TIME, Meaning.INPUT, Meaning.OUTPUT);

    public LogMapping {
        columns = Map.copyOf(columns);
    }

    /** One whose notation is to be found out. */
    public LogMapping(
            Map<Meaning, String> columns, TimeUnit timeUnit, boolean inside, String vendor, Currency currency) {
        this(columns, timeUnit, inside, vendor, currency, NotationScout.Wish.NONE);
    }

    /** Whether a column holds whole numbers. */
    public boolean counts(String column) {
        return COUNTS.stream().anyMatch(m -> column.equals(columns.get(m)));
    }

    /** What is needed and not pointed at, in the order of meanings; empty if the mapping can be used. */
    public List<Meaning> missing() {
        List<Meaning> missing = new ArrayList<>(NEEDED);
        missing.removeAll(columns.keySet());
        missing.sort(null);
        return missing;
    }

    /** Whether a table with these columns can be read with it. */
    public boolean fits(Collection<String> present) {
        return missing().isEmpty() && present.containsAll(columns.values());
    }

    /** The same of paths in JSON: what is not needed may be left out of the records that are looked at. */
    public boolean fitsPaths(Collection<String> present) {
        return missing().isEmpty() && NEEDED.stream().allMatch(m -> present.contains(columns.get(m)));
    }

    /**
     * Tells by their names what the columns hold.
     *
     * @param present names in lower case
     * @param sample a value of the column that is asked for, to tell the unit of times
     */
    public static Optional<LogMapping> guess(Collection<String> present, UnaryOperator<String> sample) {
        return Optional.of(suggest(present, sample)).filter(m -> m.missing().isEmpty());
    }

    /** The same, as far as the names tell; what is {@link #missing} is for a person to point at. */
    public static LogMapping suggest(Collection<String> present, UnaryOperator<String> sample) {
        Map<Meaning, String> columns = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            meaning.usual.stream().filter(present::contains).findFirst().ifPresent(c -> columns.put(meaning, c));
        }
        String time = columns.get(Meaning.TIME);
        String read = columns.get(Meaning.READ);
        // Only Anthropic counts the input beside the cached tokens, and it is the one that says "cache_read_input".
        boolean inside = !"cache_read_input_tokens".equals(read);
        return new LogMapping(
                columns, time == null ? TimeUnit.ISO : unit(sample.apply(time)), inside, "", Currency.USD);
    }

    /** By the size of the number: seconds have ten digits, milliseconds thirteen, microseconds sixteen. */
    public static TimeUnit unit(String sample) {
        String time = sample.strip();
        if (!time.matches("\\d+([.,]\\d*)?")) {
            return TimeUnit.ISO;
        }
        String whole = time.replaceFirst("[.,].*", "");
        return switch (whole.length()) {
            case 12, 13 -> TimeUnit.MILLISECONDS;
            case 15, 16 -> TimeUnit.MICROSECONDS;
            default -> TimeUnit.SECONDS;
        };
    }
}
