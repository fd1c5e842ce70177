package app.steelyard.usage.log;

import app.steelyard.text.Currency;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.notation.NotationScout;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a log whose rest is guessed. What is null is left to the guess.
 *
 * @param columns in lower case
 * @param notation how numbers and days are written, in other tables as well
 */
public record MappingWishes(
        Map<Meaning, String> columns,
        @Nullable TimeUnit timeUnit,
        @Nullable Boolean inside,
        @Nullable String vendor,
        @Nullable Currency currency,
        NotationScout.Wish notation) {

    public static final MappingWishes NONE =
            new MappingWishes(Map.of(), null, null, null, null, NotationScout.Wish.NONE);

    public MappingWishes {
        columns = Map.copyOf(columns);
    }

    /** Whether nothing is said of what is where; of how it is written something may be. */
    public boolean isEmpty() {
        return columns.isEmpty() && timeUnit == null && inside == null && vendor == null && currency == null;
    }

    /** The columns that are named and are not there. */
    public List<String> absent(Collection<String> present) {
        return columns.values().stream()
                .filter(c -> !present.contains(c))
                .sorted()
                .toList();
    }

    /**
     * The guess with these in it; empty where it lacks what is needed, or a column that is named here.
     *
     * @param sample a value of the column that is asked for, to tell the unit of times
     */
    public Optional<LogMapping> of(Collection<String> present, LogMapping guess, UnaryOperator<String> sample) {
        return Optional.of(over(guess, sample))
                .filter(m -> absent(present).isEmpty() && m.missing().isEmpty());
    }

    /** What {@code guess} lacks with these in it: a column that is named here for one thing is no longer guessed for another. */
    List<Meaning> lacking(LogMapping guess) {
        return over(guess, column -> "").missing();
    }

    private LogMapping over(LogMapping guess, UnaryOperator<String> sample) {
        Map<Meaning, String> all = new EnumMap<>(Meaning.class);
        all.putAll(guess.columns());
        all.values().removeAll(columns.values());
        all.putAll(columns);
        String time = columns.get(Meaning.TIME);
        TimeUnit guessed = time == null ? guess.timeUnit() : LogMapping.unit(sample.apply(time));
        return new LogMapping(
                all,
                timeUnit == null ? guessed : timeUnit,
                inside == null ? guess.inside() : inside,
                vendor == null ? guess.vendor() : vendor,
                currency == null ? guess.currency() : currency,
                guess.notation());
    }
}
