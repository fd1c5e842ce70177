package app.steelyard.usage.row;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modality;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.pricing.kind.TokenKind.Flow;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects how many of a row's tokens are no text. Sources count them over the whole prompt or over what was not cached,
 * and some do not say which of the cached ones they are.
 */
public final class KindSplit {
    private final Map<Modality, Long> prompt = new EnumMap<>(Modality.class);
    private final Map<Modality, Long> uncached = new EnumMap<>(Modality.class);
    private final Map<Modality, Long> cached = new EnumMap<>(Modality.class);
    private final Map<Modality, Long> output = new EnumMap<>(Modality.class);
    private boolean cachedStated;

    /** Of the whole prompt, cached tokens among them. */
    public KindSplit prompt(Modality modality, long count) {
        prompt.merge(modality, count, Long::sum);
        return this;
    }

    /** Of what was not read from the cache. */
    public KindSplit uncached(Modality modality, long count) {
        uncached.merge(modality, count, Long::sum);
        return this;
    }

    /** Of what was read from the cache. */
    public KindSplit cached(Modality modality, long count) {
        cachedStated = true;
        cached.merge(modality, count, Long::sum);
        return this;
    }

    /** The source says of what was read what it was, be it none of these. */
    public KindSplit cachedIsStated() {
        cachedStated = true;
        return this;
    }

    public KindSplit output(Modality modality, long count) {
        output.merge(modality, count, Long::sum);
        return this;
    }

    /**
     * As parts of {@code tokens}. Where it is not told what was read from the cache, tokens that are no text are taken for
     * not cached as far as that can be, which is the dearer way, and that is said.
     *
     * @throws RowProblem if there are more than tokens of their kind
     */
    public Extras of(Tokens tokens, RowSink rows) throws RowProblem {
        long free = zero(tokens.uncached()) + zero(tokens.write()) + zero(tokens.write5m()) + zero(tokens.write1h());
        long read = zero(tokens.read());
        Extras extras = Extras.NONE;
        boolean guessed = false;
        for (Modality modality : Modality.values()) {
            long all = prompt.getOrDefault(modality, 0L);
            long fromCache = cached.getOrDefault(modality, 0L);
            long plain = uncached.getOrDefault(modality, 0L);
            if (all > 0 && cachedStated) {
                plain += Math.max(0, all - fromCache);
            } else if (all > 0) {
                guessed |= read > 0;
                long fits = Math.min(all, free);
                plain += fits;
                fromCache += all - fits;
            }
            free -= plain;
            read -= fromCache;
            extras = extras.with(TokenKind.of(modality, Flow.INPUT), plain)
                    .with(TokenKind.of(modality, Flow.CACHED_INPUT), fromCache)
                    .with(TokenKind.of(modality, Flow.OUTPUT), output.getOrDefault(modality, 0L));
        }
        if (free < 0 || read < 0 || extras.of(Flow.OUTPUT) > zero(tokens.output())) {
            throw new RowProblem("parts.kinds");
        }
        if (guessed) {
            rows.note(RowSink.Note.KIND_OF_READS);
        }
        return extras;
    }

    private static long zero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
