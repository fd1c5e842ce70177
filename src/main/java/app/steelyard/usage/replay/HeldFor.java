package app.steelyard.usage.replay;

import java.util.Arrays;
import java.util.List;

/**
 * When something was last put into caches of several lifetimes. Where every use renews it, one moment serves them all: what is
 * no longer held is written anew, so that each request leaves all of its prompt behind in each. Counted from the write, each
 * lifetime has moments of its own.
 */
final class HeldFor {
    /** Before all times. */
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] lifetimes;
    private final boolean fixed;
    private final long[][] since;

    /** @param fixed whether a lifetime counts from the write and not from the last use */
    HeldFor(List<ReplayLifetime> lifetimes, boolean fixed) {
        this.lifetimes = lifetimes.stream().mapToLong(ReplayLifetime::millis).toArray();
        this.fixed = fixed;
        this.since = new long[fixed ? this.lifetimes.length : 1][0];
    }

    /** Whether the cache of that lifetime takes anything. */
    boolean caches(int lifetime) {
        return lifetimes[lifetime] >= 0;
    }

    /** Makes room for what {@code numbers} has. */
    void fit(LongNumbers numbers) {
        for (int i = 0; i < since.length; i++) {
            since[i] = numbers.fitted(since[i], NEVER);
        }
    }

    /** How many of the first {@code count} of {@code slots} the cache of that lifetime holds, without a gap. */
    int held(int lifetime, int[] slots, int count, long now) {
        long most = lifetimes[lifetime];
        long[] from = since[fixed ? lifetime : 0];
        int held = 0;
        while (held < count) {
            long moment = from[slots[held]];
            if (moment == NEVER || now - moment > most) {
                break;
            }
            held++;
        }
        return held;
    }

    /** Of those {@code slots} the first {@code held} were read from the cache of that lifetime, and the others written. */
    void put(int lifetime, int[] slots, int held, int count, long now) {
        if (fixed) {
            long[] from = since[lifetime];
            for (int i = held; i < count; i++) {
                from[slots[i]] = now;
            }
        }
    }

    /** The request that used those {@code slots} is over. */
    void used(int[] slots, int count, long now) {
        if (!fixed) {
            long[] from = since[0];
            for (int i = 0; i < count; i++) {
                from[slots[i]] = now;
            }
        }
    }

    /** Forgets all. */
    void clear() {
        for (long[] from : since) {
            Arrays.fill(from, NEVER);
        }
    }
}
