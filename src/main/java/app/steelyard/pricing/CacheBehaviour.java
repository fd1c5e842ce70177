package app.steelyard.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor's prompt cache was seen to behave, which is not always as it is described.
 *
 * @param mode of the cache policies that it is about
 * @param alone what the cache finds of what it should, where requests name neither a key nor a breakpoint; null for no
 *     observation
 * @param keyed the same where they do; null for no observation
 * @param survival lifetimes whose entries are lost before their end, or kept beyond
 * @param readDelay until what was written can be read; null for no observation
 */
public record CacheBehaviour(
        CachePolicy.Mode mode,
        @Nullable Effectiveness alone,
        @Nullable Effectiveness keyed,
        List<Survival> survival,
        @Nullable ReadDelay readDelay,
        Source source) {

    public CacheBehaviour {
        survival = List.copyOf(survival);
    }

    /**
     * A share from 0 to 1, over the systems that were observed.
     *
     * @param p10 one system in ten found less
     * @param p50 the middle one
     * @param p90 one in ten found more
     */
    public record Effectiveness(BigDecimal p10, BigDecimal p50, BigDecimal p90) {}

    /** @param steps in rising order of time; after the last one nothing is left */
    public record Survival(String lifetime, List<Step> steps) {
        public Survival {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param untilSeconds since the last use
     * @param share of the entries that can still be read until then, 0 to 1
     */
    public record Step(long untilSeconds, BigDecimal share) {}

    /** @param seconds from the start of the request that writes */
    public record ReadDelay(long seconds, Source source) {}

    /** The effectiveness where requests name a key or a breakpoint, or where they do not; empty for no observation. */
    public Optional<Effectiveness> effectiveness(boolean withKey) {
        return Optional.ofNullable(withKey || mode != CachePolicy.Mode.AUTOMATIC ? keyed : alone);
    }

    /** What was seen of the lifetime of that name. */
    public Optional<Survival> of(CacheLifetime lifetime) {
        return survival.stream()
                .filter(s -> s.lifetime().equals(lifetime.name()))
                .findFirst();
    }
}
