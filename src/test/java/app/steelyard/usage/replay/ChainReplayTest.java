package app.steelyard.usage.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainReplayTest {
    private record Turn(long now, long chain, long input) {}

    private static ReplayLifetime lasting(long millis) {
        return new ReplayLifetime(millis + "ms", millis);
    }

    private static Tally[] replayed(List<ReplayLifetime> lifetimes, boolean fixed, CacheSteps steps, List<Turn> turns) {
        ChainReplay replay = new ChainReplay(lifetimes, fixed);
        Tally[] sums = Stream.generate(Tally::new).limit(lifetimes.size()).toArray(Tally[]::new);
        turns.forEach(t -> replay.request(t.now, t.chain, t.input, 0, steps, sums));
        return sums;
    }

    /** 100 and 140 tokens of one chain, 500 of another between them. */
    @Test
    void aTurnReadsWhatTheOneBeforeSent() {
        List<Turn> turns =
                List.of(new Turn(0, 7, 100), new Turn(10, -7, 500), new Turn(60, 7, 140), new Turn(161, 7, 90));
        Tally[] sums = replayed(List.of(lasting(100), ReplayLifetime.UNLIMITED), false, new CacheSteps(0, 1), turns);
        assertEquals(100, sums[0].read());
        assertEquals(100 + 500 + 40 + 90, sums[0].written());
        // A shorter prompt is all of it in the longer one before.
        assertEquals(100 + 90, sums[1].read());
        assertEquals(new HitCounts(190, 830, 0, 0, 2, 4, 100 / 140.0 + 1), sums[1].counts());
    }

    @Test
    void aFixedLifetimeEndsThoughItIsUsed() {
        List<Turn> turns =
                List.of(new Turn(0, 1, 100), new Turn(60, 1, 120), new Turn(120, 1, 140), new Turn(180, 1, 160));
        assertEquals(100 + 120 + 140, replayed(List.of(lasting(100)), false, new CacheSteps(0, 1), turns)[0].read());
        assertEquals(100 + 140, replayed(List.of(lasting(100)), true, new CacheSteps(0, 1), turns)[0].read());
    }

    /** Beyond 1,024 tokens in steps of 128: of 1,200 tokens 1,152 are held, of 1,300 1,280. */
    @Test
    void whatIsBeyondAWholeStepIsPlainInput() {
        List<Turn> turns =
                List.of(new Turn(0, 1, 1200), new Turn(1, 1, 1300), new Turn(2, 1, 1023), new Turn(3, 1, 2000));
        Tally sums = replayed(List.of(ReplayLifetime.UNLIMITED), false, new CacheSteps(1024, 128), turns)[0];
        assertEquals(1152, sums.read());
        assertEquals(1152 + (1280 - 1152) + 1920, sums.written());
        assertEquals(48 + 20 + 1023 + 80, sums.plain());
    }

    @Test
    void theFirstTurnOfEachChainIsTold() {
        ChainReplay replay = new ChainReplay(ReplayLifetime.USUAL, false);
        Tally[] sums = Stream.generate(Tally::new).limit(4).toArray(Tally[]::new);
        assertTrue(replay.request(0, 1, 10, 0, CacheSteps.USUAL, sums));
        assertTrue(replay.request(0, 2, 10, 0, CacheSteps.USUAL, sums));
        assertFalse(replay.request(0, 1, 10, 0, CacheSteps.USUAL, sums));
        assertEquals(2, replay.chains());
    }

    /** Goes back through all turns of the chain. */
    private static Tally naive(ReplayLifetime lifetime, boolean fixed, CacheSteps steps, List<Turn> turns) {
        Tally sums = new Tally();
        List<Boolean> wrote = new ArrayList<>();
        for (int t = 0; t < turns.size(); t++) {
            Turn turn = turns.get(t);
            Turn before = null;
            Turn written = null;
            for (int b = t - 1; b >= 0 && written == null; b--) {
                Turn other = turns.get(b);
                if (other.chain == turn.chain) {
                    before = before == null ? other : before;
                    written = !fixed || wrote.get(b) ? other : null;
                }
            }
            boolean held = lifetime.caches()
                    && written != null
                    && (lifetime.equals(ReplayLifetime.UNLIMITED) || turn.now - written.now <= lifetime.millis());
            long common = before == null ? 0 : Math.min(before.input, turn.input);
            long read = held && common >= steps.minimum()
                    ? steps.minimum() + (common - steps.minimum()) / steps.step() * steps.step()
                    : 0;
            long cached = lifetime.caches() && turn.input >= steps.minimum()
                    ? steps.minimum() + (turn.input - steps.minimum()) / steps.step() * steps.step()
                    : 0;
            sums.add(turn.input, read, cached - read, 0);
            wrote.add(read == 0);
        }
        return sums;
    }

    @Test
    void findsWhatGoingBackThroughAllTurnsFinds() {
        Seeded.forAll(400, random -> {
            CacheSteps steps = new CacheSteps(random.whole(0, 60), random.oneOf(1, 7));
            boolean fixed = random.maybe();
            List<ReplayLifetime> lifetimes =
                    List.of(ReplayLifetime.NONE, lasting(random.whole(0, 60)), lasting(150), ReplayLifetime.UNLIMITED);
            List<Turn> turns = new ArrayList<>();
            long now = 0;
            for (int t = random.whole(1, 60); t > 0; t--) {
                now += random.whole(0, 25);
                turns.add(new Turn(now, random.whole(-2, 3) * (1L << 61), random.whole(0, 200)));
            }
            Tally[] sums = replayed(lifetimes, fixed, steps, turns);
            for (int l = 0; l < lifetimes.size(); l++) {
                Tally expected = naive(lifetimes.get(l), fixed, steps, turns);
                assertEquals(expected.counts(), sums[l].counts());
                assertEquals(expected.written(), sums[l].written());
            }
        });
    }
}
