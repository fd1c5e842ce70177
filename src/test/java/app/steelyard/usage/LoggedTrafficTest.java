package app.steelyard.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions of an agent, some of them in a log and most not, played against one cache of the head that they share. A plan made
 * of the log alone, without the rate that was measured, has its hit rate and the cost of its input.
 */
class LoggedTrafficTest {
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    private static final int HEAD = 18_000;
    private static final String MODEL = "claude-opus-4-8";

    @TempDir
    Path folder;

    /**
     * @param second from the start
     * @param turn from 0
     */
    private record Turn(int session, int turn, long second, int uncached, int read, int written) {
        int prompt() {
            return uncached + read + written;
        }
    }

    /** What the agents do, and how much of it is logged. */
    private record World(int logged, int others, double days, int turns, double shareOfLongPauses, int lifetime) {}

    /** All turns of the logged sessions, in the order of time. */
    private static List<Turn> play(World world, Seeded.Draw draw) {
        record Coming(int session, int turn, long second, int prompt) {}
        List<Coming> coming = new ArrayList<>();
        for (int session = 0; session < world.logged + world.others; session++) {
            long second = (long) (draw.between(0, 1) * world.days * 86_400);
            int turns = world.turns == 1 ? 1 : draw.whole(Math.max(2, world.turns / 2), world.turns * 3 / 2);
            int prompt = HEAD + draw.whole(500, 3000);
            for (int turn = 0; turn < turns; turn++) {
                coming.add(new Coming(session, turn, second, prompt));
                boolean pause = draw.between(0, 1) < world.shareOfLongPauses;
                second += pause ? draw.whole(world.lifetime * 2, world.lifetime * 6) : draw.whole(3, 100);
                prompt += draw.whole(200, 3000);
            }
        }
        coming.sort(Comparator.comparingLong(Coming::second));
        Map<Integer, Coming> before = new HashMap<>();
        long used = Long.MIN_VALUE / 2;
        List<Turn> turns = new ArrayList<>();
        for (Coming now : coming) {
            Coming last = before.put(now.session, now);
            int read = last != null && now.second - last.second <= world.lifetime
                    ? last.prompt
                    : now.second - used <= world.lifetime ? HEAD : 0;
            used = now.second;
            if (now.session < world.logged) {
                turns.add(new Turn(now.session, now.turn, now.second, 3, read, now.prompt - read));
            }
        }
        return turns;
    }

    private static String traceLab(Turn turn) {
        return String.format(
                Locale.ROOT,
                """
                {"provider":"claude","project":"project_1","session_id":"claude:s%d","round_index":%d,\
                "round_id":"msg_%d_%d","model":"%s","input_tokens_total":%d,"prefix_tokens":%d,"newly_append_tokens":%d,\
                "claude_uncached_input_tokens":%d,"claude_cache_creation_input_tokens":%d,\
                "claude_cache_read_input_tokens":%d,"output_tokens":0,"timing_events":[{"event_type":"user_message",\
                "timestamp":"%s"}],"tools":[],"trace_key":"k%d-%d"}
                """,
                turn.session,
                turn.turn,
                turn.session,
                turn.turn,
                MODEL,
                turn.prompt(),
                turn.read,
                turn.prompt() - turn.read,
                turn.uncached,
                turn.written,
                turn.read,
                START.plusSeconds(turn.second),
                turn.session,
                turn.turn);
    }

    private static String claudeCode(Turn turn, boolean hour) {
        return String.format(
                Locale.ROOT,
                """
                {"parentUuid":null,"isSidechain":false,"sessionId":"s%d","version":"2.0.0","type":"assistant",\
                "timestamp":"%s","requestId":"req_%d_%d","uuid":"u%d-%d","message":{"id":"msg_%d_%d","model":"%s",\
                "role":"assistant","content":[],"usage":{"input_tokens":%d,"output_tokens":0,\
                "cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"cache_creation":{\
                "ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":%d}}}}
                """,
                turn.session,
                START.plusSeconds(turn.second),
                turn.session,
                turn.turn,
                turn.session,
                turn.turn,
                turn.session,
                turn.turn,
                MODEL,
                turn.uncached,
                turn.written,
                turn.read,
                hour ? 0 : turn.written,
                hour ? turn.written : 0);
    }

    private PlanEdit imported(List<String> rows, PriceBook book) throws IOException {
        Path file = Files.writeString(folder.resolve("log.jsonl"), String.join("", rows));
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(file), Progress.NONE);
            return UsageToPlan.newPlan(
                    ledger.view(),
                    ledger.sessions(),
                    Selection.largestModel(),
                    PricedModels.of(book),
                    PriceRef.parse("anthropic/" + MODEL));
        }
    }

    private PriceBook book() {
        return PriceBookLoader.load(folder.resolve("none")).book();
    }

    private static Evaluation.Priced derived(Plan plan, PriceBook book) {
        return Comparison.of(PlanField.MEASURED_HIT_RATE.with(plan, Double.NaN), book)
                .priced(Design.PROMPT_CACHING)
                .orElseThrow();
    }

    private static double input(Evaluation.Priced priced, Plan plan) {
        Set<LineKind> input =
                EnumSet.of(LineKind.PLAIN_INPUT, LineKind.CACHE_READ, LineKind.CACHE_WRITE, LineKind.CACHE_MISS);
        return priced.statement().stream()
                        .filter(l -> input.contains(l.kind()))
                        .mapToDouble(l -> l.quantity() * l.price().value())
                        .sum()
                / plan.traffic().requestsPerMonth();
    }

    /** The plan that both formats make, held against the log itself. */
    private Plan check(World world, List<Turn> turns) throws IOException {
        PriceBook book = book();
        boolean hour = world.lifetime == 3600;
        double read = turns.stream().mapToDouble(Turn::read).sum();
        double written = turns.stream().mapToDouble(Turn::written).sum();
        double rate = read / (read + written);
        // Opus: 5 dollars, a tenth of it for reads, 1.25 and 2 times as much for writes.
        double cost = (read * 0.5 + written * (hour ? 10 : 6.25) + turns.size() * 3 * 5) / turns.size();
        Plan plan = null;
        for (boolean traceLab : hour ? List.of(false) : List.of(true, false)) {
            PlanEdit edit = imported(
                    turns.stream()
                            .map(t -> traceLab ? traceLab(t) : claudeCode(t, hour))
                            .toList(),
                    book);
            plan = edit.plan().orElseThrow(() -> new AssertionError(edit.findings()));
            assertEquals(rate, Objects.requireNonNull(plan.caching().measuredHitRate()), 1e-9);
            Evaluation.Priced derived = derived(plan, book);
            assertEquals(rate, derived.caches().hitRate(), 0.02, world + " " + plan.caching());
            assertEquals(1, input(derived, plan) / cost, 0.1, world + " " + plan.caching());
        }
        return Objects.requireNonNull(plan);
    }

    @Test
    void oneSessionThatOthersKeptTheHeadWarmFor() throws IOException {
        for (int lifetime : List.of(300, 3600)) {
            World world = new World(1, 20_000, 20, 15, 0.1, lifetime);
            Seeded.forAll(6, draw -> {
                Plan plan = check(world, play(world, draw));
                assertEquals(1, plan.caching().firstTurnHitRate());
                assertEquals(HEAD, plan.items().get(0).tokens(), 1);
            });
        }
    }

    @Test
    void oneSessionThatBeginsCold() throws IOException {
        for (int lifetime : List.of(300, 3600)) {
            World world = new World(1, 0, 20, 40, 0.05, lifetime);
            Seeded.forAll(
                    6,
                    draw -> assertNull(check(world, play(world, draw)).caching().firstTurnHitRate()));
        }
    }

    @Test
    void someOfManySessions() throws IOException {
        for (int lifetime : List.of(300, 3600)) {
            World world = new World(40, lifetime == 300 ? 700 : 60, 20, 10, 0.08, lifetime);
            Seeded.forAll(4, draw -> {
                List<Turn> turns = play(world, draw);
                Plan plan = check(world, turns);
                long found =
                        turns.stream().filter(t -> t.turn == 0 && t.read > 0).count();
                assertTrue(found > 4 && found < 36, found + " of 40");
                assertEquals(found / 40.0, PlanField.FIRST_TURN_HIT_RATE.get(plan), 1e-9);
                assertTrue(Objects.requireNonNull(plan.sources().get(PlanField.FIRST_TURN_HIT_RATE.path()))
                        .contains(String.format(Locale.ROOT, "%,d of %,d shared tokens", found * HEAD, 40 * HEAD)));
            });
        }
    }

    /** Each request is a session: what it finds is what was measured. */
    @Test
    void sessionsOfOneTurn() throws IOException {
        World world = new World(60, 1500, 10, 1, 0, 300);
        Seeded.forAll(4, draw -> check(world, play(world, draw)));
    }

    /** The head is written by the first of five, and found by three of the others. */
    @Test
    void threeOfFiveFoundTheHead() throws IOException {
        List<Turn> turns = new ArrayList<>();
        int[] begins = {0, 100, 5000, 5100, 5200};
        for (int session = 0; session < 5; session++) {
            boolean found = session != 0 && session != 2;
            turns.add(new Turn(session, 0, begins[session], 3, found ? HEAD : 0, found ? 1000 : HEAD + 1000));
            turns.add(new Turn(session, 1, begins[session] + 30, 3, HEAD + 1000, 2000));
        }
        PriceBook book = book();
        PlanEdit edit = imported(turns.stream().map(LoggedTrafficTest::traceLab).toList(), book);
        Plan plan = edit.plan().orElseThrow();
        assertEquals(0.6, PlanField.FIRST_TURN_HIT_RATE.get(plan), 1e-12);
        assertEquals(HEAD, plan.items().get(0).tokens());
        assertTrue(
                edit.findings().stream()
                        .anyMatch(f -> f.severity() == UsageFinding.Severity.INFO
                                && f.text()
                                        .contains("of 90,000 tokens that sessions share at their beginning 54,000 were"
                                                + " read (60 %)")),
                () -> edit.findings().toString());
        // (3 · 18,000 + 5 · 19,000) of (54,000 + 95,000 + 3 · 1,000 + 2 · 19,000 + 5 · 2,000) tokens.
        assertEquals(149_000.0 / 200_000, derived(plan, book).caches().hitRate(), 1e-9);
    }
}
