package app.steelyard.usage.ledger;

import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.row.GapBounds;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What chains of requests come to, of one model in one project or of several. A chain is what one source tells under one
 * session, conversation or the like.
 *
 * @param sessions chains
 * @param turns requests in them
 * @param turnsSquared the sum of the squares of each one's turns
 * @param first tokens of all first prompts, as far as a cache has a part in them
 * @param last tokens of all last prompts
 * @param prompts tokens of all prompts
 * @param told chains of which all rows state what was read
 * @param firstRead tokens of their first prompts that were read from the cache: what other chains had written
 * @param head tokens that their first prompts share with other chains, read or not; 0 where none read any
 * @param within turns that came so soon after the one before that a cache should have had it
 * @param found those of them that read anything
 * @param kept tokens that the turns before those that found anything had sent
 * @param keptRead tokens of that which were read
 * @param gaps how many gaps were no longer than each of {@link GapBounds}
 */
public record SessionSums(
        String vendor,
        String model,
        String project,
        long sessions,
        long turns,
        double turnsSquared,
        long first,
        long last,
        long prompts,
        long told,
        long firstRead,
        double head,
        long within,
        long found,
        long kept,
        long keptRead,
        List<Long> gaps) {

    public SessionSums {
        gaps = List.copyOf(gaps);
    }

    /** None. */
    public static SessionSums none() {
        return new SessionSums(
                "",
                "",
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                GapBounds.SECONDS.stream().map(b -> 0L).toList());
    }

    /** Those that are chosen together; {@code model} for all where it is empty. */
    public static SessionSums of(List<SessionSums> all, Selection selection, String model) {
        return all.stream()
                .filter(s -> selection.project() == null || selection.project().equals(s.project))
                .filter(s -> selection.allModels() || s.model.equals(model))
                .reduce(none(), SessionSums::plus);
    }

    private SessionSums plus(SessionSums other) {
        return new SessionSums(
                other.vendor,
                other.model,
                other.project,
                sessions + other.sessions,
                turns + other.turns,
                turnsSquared + other.turnsSquared,
                first + other.first,
                last + other.last,
                prompts + other.prompts,
                told + other.told,
                firstRead + other.firstRead,
                head + other.head,
                within + other.within,
                found + other.found,
                kept + other.kept,
                keptRead + other.keptRead,
                IntStream.range(0, GapBounds.SECONDS.size())
                        .mapToObj(i -> gaps.get(i) + Objects.requireNonNull(other.gaps.get(i)))
                        .toList());
    }

    /** Turns that have one before. */
    public long followed() {
        return turns - sessions;
    }

    /** Turns of a chain on average. */
    public double meanTurns() {
        return (double) turns / sessions;
    }

    /** Standard deviation of the turns as a fraction of their mean. */
    public double spread() {
        double mean = meanTurns();
        return Math.sqrt(Math.max(0, turnsSquared / sessions - mean * mean)) / mean;
    }

    /** Tokens of a prompt on average. */
    public double meanPrompt() {
        return turns == 0 ? 0 : (double) prompts / turns;
    }

    /** Tokens of the first prompt on average. */
    public double meanFirst() {
        return (double) first / sessions;
    }

    /** Tokens of it that chains share, on average; 0 where none is stated to have read any. */
    public double meanShared() {
        return told == 0 ? 0 : head / told;
    }

    /** Of these the share that first prompts read. */
    public double firstTurnHitRate() {
        return firstRead / head;
    }

    /** Tokens that the turn before sent, on average over turns that have one before. */
    public double meanBefore() {
        return (double) (prompts - last) / followed();
    }
}
