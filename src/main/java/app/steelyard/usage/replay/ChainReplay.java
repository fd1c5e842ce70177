package app.steelyard.usage.replay;

import java.util.List;

/**
 * Sends the turns of chains once more, of which only the lengths are known: within the lifetime a turn reads what its prompt and
 * that of the turn before have in length together, and writes the rest.
 */
final class ChainReplay {
    private final int lifetimes;
    private final HeldFor cache;
    private final LongNumbers chains = new LongNumbers();

    /** The prompt of the last turn of each chain. */
    private long[] prompts = new long[0];

    private final int[] slot = new int[1];

    ChainReplay(List<ReplayLifetime> lifetimes, boolean fixed) {
        this.lifetimes = lifetimes.size();
        this.cache = new HeldFor(lifetimes, fixed);
    }

    /** How many chains there were. */
    int chains() {
        return chains.size();
    }

    /**
     * The next turn of {@code chain}; whether it is the first.
     *
     * @param sums one a lifetime
     */
    boolean request(long now, long chain, long input, long output, CacheSteps steps, Tally[] sums) {
        int before = chains.size();
        slot[0] = chains.of(chain);
        cache.fit(chains);
        prompts = chains.fitted(prompts, 0);
        long common = steps.of(Math.min(prompts[slot[0]], input));
        long cached = steps.of(input);
        for (int l = 0; l < lifetimes; l++) {
            long read = cache.held(l, slot, 1, now) > 0 ? common : 0;
            sums[l].add(input, read, cache.caches(l) ? cached - read : 0, output);
            cache.put(l, slot, read > 0 ? 1 : 0, 1, now);
        }
        cache.used(slot, 1, now);
        prompts[slot[0]] = input;
        return chains.size() > before;
    }
}
