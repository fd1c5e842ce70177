package app.steelyard.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who shows what in which frame: here each frame comes by hand, and takes as long as it is told to. */
class FrameShareTest {
    private static final long SLOW = 9_000_000;
    private static final long QUICK = 1_000_000;

    private final Deque<Runnable> next = new ArrayDeque<>();
    private final Deque<Runnable> after = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private long clock;
    private int edit;
    private final FrameShare share = new FrameShare(new FrameShare.Frames(next::add, after::add, () -> clock));

    private FrameShare.Shared showing(String part) {
        return share.of(() -> shown.add(part + edit));
    }

    private void frame(long nanos) {
        List.copyOf(next).forEach(work -> {
            next.remove(work);
            work.run();
        });
        clock += nanos;
        while (!after.isEmpty()) {
            after.remove().run();
        }
    }

    @Test
    void allIsShownAtOnceWhileNothingIsDragged() {
        showing("a").request();
        showing("b").request();
        assertEquals(List.of("a0", "b0"), shown);
        assertTrue(next.isEmpty());
    }

    @Test
    void aSlowFrameShowsOneWhoWaitedLongestAndAsItIsByThen() {
        List<FrameShare.Shared> parts = List.of(showing("a"), showing("b"), showing("c"));
        share.dragging(true);
        for (edit = 1; edit <= 5; edit++) {
            parts.forEach(FrameShare.Shared::request);
            frame(SLOW);
        }
        assertEquals(List.of("a1", "b2", "c3", "a4", "b5"), shown);
    }

    @Test
    void aHandThatRestsHasAllShownInAFewFrames() {
        List<FrameShare.Shared> parts = List.of(showing("a"), showing("b"), showing("c"));
        share.dragging(true);
        parts.forEach(FrameShare.Shared::request);
        parts.forEach(FrameShare.Shared::request);
        while (!next.isEmpty()) {
            frame(SLOW);
        }
        assertEquals(List.of("a0", "b0", "c0"), shown);
    }

    @Test
    void quickFramesTakeMoreAndMoreTurnsUntilNobodyWaits() {
        List<FrameShare.Shared> parts =
                IntStream.range(0, 4).mapToObj(i -> showing("p")).toList();
        share.dragging(true);
        List<Integer> each = new ArrayList<>();
        for (edit = 1; edit <= 6; edit++) {
            parts.forEach(FrameShare.Shared::request);
            int before = shown.size();
            frame(QUICK);
            each.add(shown.size() - before);
        }
        assertEquals(List.of(1, 2, 3, 4, 4, 4), each);
    }

    @Test
    void lettingGoShowsAllThatWaits() {
        Seeded.forAll(200, random -> {
            shown.clear();
            List<FrameShare.Shared> parts =
                    IntStream.range(0, 5).mapToObj(i -> showing(i + ":")).toList();
            share.dragging(true);
            boolean[] asked = new boolean[5];
            for (int i = 0; i < 30; i++) {
                edit++;
                int part = random.whole(0, 4);
                parts.get(part).request();
                asked[part] = true;
                if (random.maybe()) {
                    frame(random.maybe() ? SLOW : QUICK);
                }
            }
            // All hear of the last edit, as they do of each.
            edit++;
            parts.forEach(FrameShare.Shared::request);
            share.dragging(false);
            for (int part = 0; part < 5; part++) {
                String name = part + ":";
                String last = shown.reversed().stream()
                        .filter(s -> s.startsWith(name))
                        .findFirst()
                        .orElseThrow();
                assertEquals(name + edit, last);
            }
            int all = shown.size();
            frame(QUICK);
            assertEquals(all, shown.size(), "nothing is left to show");
        });
    }
}
