package app.steelyard.usage.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockReplayTest {
    private static final CacheSteps ANY = new CacheSteps(0, 1);

    private record Sent(long now, long[] ids, long input) {}

    private static Tally[] replayed(
            List<ReplayLifetime> lifetimes, boolean fixed, int size, CacheSteps steps, List<Sent> requests) {
        BlockReplay replay = new BlockReplay(lifetimes, fixed);
        Tally[] sums = Stream.generate(Tally::new).limit(lifetimes.size()).toArray(Tally[]::new);
        for (Sent sent : requests) {
            replay.request(sent.now, sent.ids, sent.ids.length, size, sent.input, 0, steps, sums);
        }
        return sums;
    }

    private static ReplayLifetime lasting(long millis) {
        return new ReplayLifetime(millis + "ms", millis);
    }

    private static Sent sent(long now, long input, long... ids) {
        return new Sent(now, ids, input);
    }

    /** The second finds all of the first but for its last block; what it sends lives on from its own time. */
    @Test
    void aUseRenewsWhatItReadsAndAWriteDoesNotWhereLifetimesAreFixed() {
        List<Sent> requests = List.of(sent(0, 300, 1, 2, 3), sent(80, 300, 1, 2, 4), sent(160, 350, 1, 2, 4, 5));
        Tally renewed = replayed(List.of(lasting(100)), false, 100, ANY, requests)[0];
        assertEquals(200 + 300, renewed.read());
        assertEquals(300 + 100 + 50, renewed.written());
        assertEquals(new HitCounts(500, 950, 5, 10, 2, 3, 200 / 300.0 + 300 / 350.0), renewed.counts());
        // At 160 blocks 1 and 2, written at 0, are gone; 4 is held and behind them, and written anew.
        Tally fixed = replayed(List.of(lasting(100)), true, 100, ANY, requests)[0];
        assertEquals(200, fixed.read());
        assertEquals(300 + 100 + 350, fixed.written());
    }

    @Test
    void whatIsHeldForJustTheLifetimeIsRead() {
        List<Sent> requests = List.of(sent(0, 100, 1), sent(100, 100, 1), sent(201, 100, 1));
        Tally[] sums = replayed(List.of(lasting(100), ReplayLifetime.NONE), false, 100, ANY, requests);
        assertEquals(100, sums[0].read());
        assertEquals(0, sums[1].read() + sums[1].written());
        assertEquals(300, sums[1].plain());
    }

    /** The last block is begun only: it counts for what the prompt has of it, if the prompt has the very same. */
    @Test
    void aBlockThatIsBegunCountsAsFarAsItIsFilled() {
        List<Sent> requests = List.of(sent(0, 250, 1, 2, 3), sent(1, 250, 1, 2, 3), sent(2, 290, 1, 2, 4));
        assertEquals(250 + 200, replayed(ReplayLifetime.USUAL, false, 100, ANY, requests)[3].read());
    }

    /** Ends of prompts that no block has are never read or written. */
    @Test
    void whatNoBlockHasIsNotCached() {
        Tally sums = replayed(
                List.of(ReplayLifetime.UNLIMITED), false, 64, ANY, List.of(sent(0, 150, 1, 2), sent(1, 150, 1, 2)))[0];
        assertEquals(128, sums.read());
        assertEquals(128, sums.written());
        assertEquals(44, sums.plain());
    }

    @Test
    void belowTheMinimumNothingIsReadOrHeld() {
        CacheSteps steps = new CacheSteps(200, 1);
        List<Sent> requests =
                List.of(sent(0, 150, 1, 2), sent(1, 300, 1, 2, 3), sent(2, 300, 1, 4, 5), sent(3, 300, 1, 4, 6));
        Tally sums = replayed(List.of(ReplayLifetime.UNLIMITED), false, 100, steps, requests)[0];
        // Neither what the short one sent nor one block in common is enough; two are.
        assertEquals(200, sums.read());
        assertEquals(2, sums.counts().blocksRead());
    }

    /** A replayer that looks through all that was sent before. */
    private static Tally naive(
            ReplayLifetime lifetime, boolean fixed, int size, CacheSteps steps, List<Sent> requests) {
        record Event(long time, long id) {}
        List<Event> events = new ArrayList<>();
        Tally sums = new Tally();
        for (Sent sent : requests) {
            long cacheable = Math.min((long) sent.ids.length * size, sent.input);
            boolean cached = lifetime.caches() && cacheable >= steps.minimum();
            int held = 0;
            while (cached && held < sent.ids.length) {
                long id = sent.ids[held];
                if (events.stream()
                        .noneMatch(e -> e.id == id
                                && (lifetime.equals(ReplayLifetime.UNLIMITED)
                                        || sent.now - e.time <= lifetime.millis()))) {
                    break;
                }
                held++;
            }
            long read = Math.min((long) held * size, sent.input);
            if (read < steps.minimum()) {
                read = 0;
                held = 0;
            }
            sums.add(sent.input, read, cached ? cacheable - read : 0, 0);
            sums.addBlocks(sent.ids.length, read == 0 ? 0 : held);
            if (cached) {
                LongStream.of(sent.ids).skip(fixed ? held : 0).forEach(id -> events.add(new Event(sent.now, id)));
            }
        }
        return sums;
    }

    @Test
    void findsWhatLookingThroughAllFinds() {
        Seeded.forAll(400, random -> {
            int size = random.oneOf(1, 16, 64);
            CacheSteps steps = new CacheSteps(random.oneOf(0, 0, size, 3 * size), 1);
            boolean fixed = random.maybe();
            List<ReplayLifetime> lifetimes =
                    List.of(ReplayLifetime.NONE, lasting(random.whole(0, 40)), lasting(200), ReplayLifetime.UNLIMITED);
            List<Sent> requests = new ArrayList<>();
            long now = 0;
            long spread = random.oneOf(1L, 1L << 40);
            for (int r = random.whole(1, 40); r > 0; r--) {
                now += random.whole(0, 30);
                long[] ids = new long[random.whole(0, 6)];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = random.whole(-2, 2 * i + 1) * spread;
                }
                long input = Math.max(0, (long) ids.length * size + random.whole(-size + 1, size));
                requests.add(new Sent(now, ids, ids.length == 0 ? random.whole(0, 9) : Math.max(1, input)));
            }
            Tally[] sums = replayed(lifetimes, fixed, size, steps, requests);
            for (int l = 0; l < lifetimes.size(); l++) {
                Tally expected = naive(lifetimes.get(l), fixed, size, steps, requests);
                assertEquals(expected.counts(), sums[l].counts());
                assertEquals(expected.written(), sums[l].written());
            }
        });
    }

    @Test
    void idsAreKeptAsTheyCame() {
        Seeded.forAll(20, random -> {
            PackedIds packed = new PackedIds();
            List<long[]> lists = new ArrayList<>();
            List<Long> starts = new ArrayList<>();
            for (int l = 0; l < 60; l++) {
                long[] ids = new long[random.whole(0, 9_000)];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] =
                            random.whole(0, 50) == 0 || i == 0 ? random.random().nextLong() : ids[i - 1] + 1;
                }
                starts.add(packed.end());
                for (int i = 0; i < ids.length; i++) {
                    packed.add(ids[i], i == 0 ? 0 : ids[i - 1]);
                }
                lists.add(ids);
            }
            for (int l = 0; l < lists.size(); l++) {
                long[] read = new long[lists.get(l).length];
                packed.read(starts.get(l), read.length, read);
                assertEquals(
                        LongStream.of(lists.get(l)).boxed().toList(),
                        LongStream.of(read).boxed().toList());
            }
        });
    }

    /** Ids whose lower bits are all the same, as aligned hashes' are, still tell each other apart, and soon. */
    @Test
    void idsAreNumberedInTheOrderInWhichTheyCome() {
        for (int shift : new int[] {0, 3, 20, 44}) {
            LongNumbers numbers = new LongNumbers();
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 100_000; i++) {
                    assertEquals(i, numbers.of((long) (i - 500) << shift));
                }
            }
            assertEquals(100_000, numbers.size());
        }
    }
}
