package app.steelyard.usage.replay;

import app.steelyard.usage.row.ServedAs;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sums of a replay: for all requests that have one price, one a lifetime, and what really was. */
public final class Tallies {
    private final int lifetimes;
    private final Map<Priced, Sums> sums = new LinkedHashMap<>();

    /** Requests mostly come as the one before did. */
    private @Nullable Sums last;

    /**
     * What the price of requests depends on beside their tokens.
     *
     * @param day null where it is not told
     */
    public record Priced(ServedAs as, @Nullable LocalDate day) {}

    /** @param steps how much of their prompts caches take */
    record Sums(Priced priced, CacheSteps steps, Tally[] replayed, Actual actual) {}

    Tallies(int lifetimes) {
        this.lifetimes = lifetimes;
    }

    /** Those that a request of that kind goes into. */
    Sums of(ServedAs as, @Nullable LocalDate day, CacheSteps.Known known) {
        Sums before = last;
        if (before != null && before.priced.as.equals(as) && Objects.equals(before.priced.day, day)) {
            return before;
        }
        Sums found = sums.computeIfAbsent(
                new Priced(as, day),
                p -> new Sums(
                        p,
                        known.of(as, day),
                        Stream.generate(Tally::new).limit(lifetimes).toArray(Tally[]::new),
                        new Actual()));
        last = found;
        return found;
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** By what prices depend on. */
    public List<Priced> parts() {
        return List.copyOf(sums.keySet());
    }

    /** Of one of the parts. */
    public Tally replayed(Priced part, int lifetime) {
        return found(part).replayed[lifetime];
    }

    /** How much of the prompts of one of the parts caches take. */
    public CacheSteps steps(Priced part) {
        return found(part).steps;
    }

    /** Of one of the parts. */
    public Actual actual(Priced part) {
        return found(part).actual;
    }

    private Sums found(Priced part) {
        return Objects.requireNonNull(sums.get(part));
    }

    /** Of all. */
    public Tally replayed(int lifetime) {
        Tally all = new Tally();
        sums.values().forEach(s -> all.add(s.replayed[lifetime]));
        return all;
    }

    /** Of all. */
    public Actual actual() {
        Actual all = new Actual();
        sums.values().forEach(s -> all.add(s.actual));
        return all;
    }

    /** By how much caches took prompts; more than one where models differ in it. */
    public List<CacheSteps> steps() {
        return sums.values().stream().map(Sums::steps).distinct().toList();
    }
}
