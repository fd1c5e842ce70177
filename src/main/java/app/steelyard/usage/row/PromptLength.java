package app.steelyard.usage.row;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long each single prompt of some requests was, as far as prices ask for it: dearer prices begin beyond one of a few
 * lengths, so it is enough to know between which of them it was.
 *
 * @param over the prompts had more tokens, cached ones included
 * @param upTo they had no more
 */
public record PromptLength(long over, long upTo) {
    /** Nothing is known. */
    public static final PromptLength UNKNOWN = new PromptLength(0, Long.MAX_VALUE);

    /** The lengths at which prices that are known change. */
    public static final List<Long> STEPS = List.of(100_000L, 128_000L, 200_000L, 256_000L, 272_000L, 512_000L);

    /** As a ledger keeps it: the step that was exceeded, or less than nothing for a length that was not; null where unknown. */
    public static PromptLength of(@Nullable Long kept) {
        if (kept == null) {
            return UNKNOWN;
        }
        return kept < 0
                ? new PromptLength(0, -kept)
                : new PromptLength(
                        kept, STEPS.stream().filter(s -> s > kept).findFirst().orElse(Long.MAX_VALUE));
    }

    /** What a ledger keeps where a source says that all prompts were longer. */
    public static long keptOver(long tokens) {
        return STEPS.stream()
                .filter(s -> s <= tokens)
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** What a ledger keeps where a source says that no prompt was longer. */
    public static long keptUpTo(long tokens) {
        return -tokens;
    }

    /** What a ledger keeps of a request with {@code tokens}, which is SQL. */
    public static String sql(String tokens) {
        return STEPS.reversed().stream()
                .map(s -> "when " + tokens + " > " + s + " then " + s)
                .collect(Collectors.joining(" ", "case ", " else 0 end::bigint"));
    }

    /** Of one prompt with {@code tokens}. */
    public static PromptLength holding(long tokens) {
        return of(keptOver(tokens - 1));
    }

    /** Whether all of them were longer. */
    public boolean isBeyond(long tokens) {
        return over >= tokens;
    }

    /** Whether none of them was longer. */
    public boolean isWithin(long tokens) {
        return upTo <= tokens;
    }
}
