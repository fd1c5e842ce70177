package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a vendor's prompt cache for one model and some days.
 *
 * @param minimumTokens a shorter prefix is not cached
 * @param stepTokens beyond the minimum, a prefix is cached in whole steps of this many tokens; 1 for every token
 * @param maxBreakpoints how many separately cached parts a prompt may have; null for no limit
 * @param lookBackBlocks how many blocks of content before a breakpoint an earlier one is looked for; null for no limit
 * @param lifetimes the choices, the default one first; at least one
 * @param storagePerMillionTokenHour currency of the rate card per 1M tokens and hour kept; null for none
 * @param requestsPerMinutePerKey beyond it, requests with one prefix go to another cache; null for no limit
 * @param inBatch whether cached prices apply to batch requests
 * @param onTunedModels whether they apply to fine-tuned models
 * @param behaviour how such a cache of this vendor was seen to behave; null for no observation
 */
public record CachePolicy(
        Mode mode,
        Validity validity,
        long minimumTokens,
        long stepTokens,
        @Nullable Integer maxBreakpoints,
        @Nullable Integer lookBackBlocks,
        List<CacheLifetime> lifetimes,
        @Nullable BigDecimal storagePerMillionTokenHour,
        @Nullable BigDecimal requestsPerMinutePerKey,
        boolean inBatch,
        boolean onTunedModels,
        @Nullable CacheBehaviour behaviour,
        Source source,
        String note)
        implements Dated {

    private static final Texts TEXTS = Texts.of(CachePolicy.class);

    /** Who decides what is cached. */
    public enum Mode {
        /** The vendor finds common prefixes. */
        AUTOMATIC,
        /** The request marks the end of each cached part. */
        EXPLICIT,
        /** A named cache is created, kept for its hours, and referred to. */
        OBJECT
    }

    public CachePolicy {
        lifetimes = List.copyOf(lifetimes);
        if (lifetimes.isEmpty()) {
            throw new IllegalArgumentException("a cache policy needs at least one lifetime");
        }
    }

    /** Of which no behaviour was observed, and that looks back without a limit. */
    public CachePolicy(
            Mode mode,
            Validity validity,
            long minimumTokens,
            long stepTokens,
            @Nullable Integer maxBreakpoints,
            List<CacheLifetime> lifetimes,
            @Nullable BigDecimal storagePerMillionTokenHour,
            @Nullable BigDecimal requestsPerMinutePerKey,
            boolean inBatch,
            boolean onTunedModels,
            Source source,
            String note) {
        this(
                mode,
                validity,
                minimumTokens,
                stepTokens,
                maxBreakpoints,
                null,
                lifetimes,
                storagePerMillionTokenHour,
                requestsPerMinutePerKey,
                inBatch,
                onTunedModels,
                null,
                source,
                note);
    }

    /** The same as it is taken to hold for a model whose own rules are not recorded. */
    CachePolicy takenFrom(PriceRef other, LocalDate from) {
        return new CachePolicy(
                mode,
                new Validity(from, validity.to()),
                minimumTokens,
                stepTokens,
                maxBreakpoints,
                lookBackBlocks,
                lifetimes,
                storagePerMillionTokenHour,
                requestsPerMinutePerKey,
                inBatch,
                onTunedModels,
                behaviour,
                new Source(source.title(), source.url(), source.read(), Confidence.LOW),
                (TEXTS.get("cache.taken", other) + " " + note).strip());
    }

    /** The lifetime of this name, or the default one for null; empty where there is none of that name. */
    public Optional<CacheLifetime> lifetime(@Nullable String name) {
        return lifetimes.stream()
                .filter(l -> name == null || l.name().equals(name))
                .findFirst();
    }
}
