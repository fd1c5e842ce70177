package app.steelyard.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the prompt cache is used.
 *
 * @param lifetime name of one of the cache policy's lifetimes, or null for the policy's first
 * @param measuredHitRate token-weighted hit rate of the cached prefix, measured from usage, 0 to 1; null to derive it
 * @param minimumTokens overrides the vendor's minimum prefix in tokens; null to take the vendor's
 * @param behaviour whether the cache is taken as described or as it was seen to behave
 * @param effectiveness what the vendor's cache finds of what it should find, 0 to 1; null to follow the behaviour
 * @param keyed whether requests name a cache key or a breakpoint, where the vendor's cache works without
 * @param readDelaySeconds from a write until it can be read; null to follow the behaviour
 * @param blocksPerTurn blocks of content that a turn adds to a conversation; null for as few as the vendor looks back over
 * @param secondBreakpoint whether a breakpoint stands where the turn before ended, beside the one at the end
 * @param keepAlivePings calls at most that keep a prefix alive after its last use, each just before the lifetime ends
 * @param prewarmed whether one short request goes before those that start side by side, so that they find what it wrote
 * @param firstTurnHitRate of what sessions share, the share that first requests of sessions find, measured; null to derive it
 * @param measuredOn what these hit rates were measured on; null for rates that are taken for every design
 * @param engineeringWeeks work to introduce caching, in weeks
 */
public record Caching(
        @Nullable String lifetime,
        @Nullable Double measuredHitRate,
        @Nullable Double minimumTokens,
        double engineeringWeeks,
        Behaviour behaviour,
        @Nullable Double effectiveness,
        boolean keyed,
        @Nullable Double readDelaySeconds,
        @Nullable Double blocksPerTurn,
        boolean secondBreakpoint,
        double keepAlivePings,
        boolean prewarmed,
        @Nullable Double firstTurnHitRate,
        @Nullable MeasuredOn measuredOn) {

    /** How a cache is taken to behave. */
    public enum Behaviour {
        /** As its vendor describes it: what was sent within the lifetime is found. */
        IDEAL,
        /** As it was seen to behave, by the profile of its prices. */
        OBSERVED
    }

    /** As its vendor describes the cache. */
    public Caching(
            @Nullable String lifetime,
            @Nullable Double measuredHitRate,
            @Nullable Double minimumTokens,
            double engineeringWeeks) {
        this(
                lifetime,
                measuredHitRate,
                minimumTokens,
                engineeringWeeks,
                Behaviour.IDEAL,
                null,
                false,
                null,
                null,
                false,
                0,
                false,
                null,
                null);
    }

    public Caching withLifetime(@Nullable String value) {
        return RecordPath.with(this, "lifetime", value);
    }

    /** For a time that differs from {@code measuredWith}, which is that of the rates here where they say no other. */
    public Caching withOtherLifetime(String value, String measuredWith) {
        boolean said = firstTurnHitRate == null
                || measuredHitRate != null
                || measuredOn != null && measuredOn.lifetime() != null;
        MeasuredOn on = measuredOn == null ? new MeasuredOn(null, null, List.of()) : measuredOn;
        return (said ? this : withMeasuredOn(new MeasuredOn(on.model(), measuredWith, on.items()))).withLifetime(value);
    }

    public Caching withMeasuredOn(@Nullable MeasuredOn value) {
        return RecordPath.with(this, "measuredOn", value);
    }

    public Caching withBehaviour(Behaviour value) {
        return RecordPath.with(this, "behaviour", value);
    }

    public Caching withKeyed(boolean value) {
        return RecordPath.with(this, "keyed", value);
    }

    public Caching withSecondBreakpoint(boolean value) {
        return RecordPath.with(this, "secondBreakpoint", value);
    }

    public Caching withPrewarmed(boolean value) {
        return RecordPath.with(this, "prewarmed", value);
    }
}
