package app.steelyard.usage.replay;

import java.util.List;

/** Sends prompts of known blocks once more, and finds how many of the first are still held. */
final class BlockReplay {
    private final int lifetimes;
    private final HeldFor cache;
    private LongNumbers numbers = new LongNumbers();
    private int[] slots = new int[1 << 8];

    BlockReplay(List<ReplayLifetime> lifetimes, boolean fixed) {
        this.lifetimes = lifetimes.size();
        this.cache = new HeldFor(lifetimes, fixed);
    }

    /** Begins with empty caches. */
    void begin() {
        numbers = new LongNumbers();
        cache.clear();
    }

    /**
     * The next request.
     *
     * @param ids of its blocks, the first {@code count} of them
     * @param size tokens of each
     * @param sums one a lifetime
     */
    void request(long now, long[] ids, int count, int size, long input, long output, CacheSteps steps, Tally[] sums) {
        long cached = steps.enough(Math.min((long) count * size, input));
        if (slots.length < count) {
            slots = new int[Math.max(count, 2 * slots.length)];
        }
        for (int i = 0; i < count; i++) {
            slots[i] = numbers.of(ids[i]);
        }
        cache.fit(numbers);
        for (int l = 0; l < lifetimes; l++) {
            int held = cached == 0 ? 0 : cache.held(l, slots, count, now);
            long read = steps.enough(Math.min((long) held * size, input));
            if (read == 0) {
                held = 0;
            }
            sums[l].add(input, read, cache.caches(l) ? cached - read : 0, output);
            sums[l].addBlocks(count, held);
            if (cached > 0) {
                cache.put(l, slots, held, count, now);
            }
        }
        if (cached > 0) {
            cache.used(slots, count, now);
        }
    }
}
