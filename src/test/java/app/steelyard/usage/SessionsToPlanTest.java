package app.steelyard.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.GapStep;
import app.steelyard.usage.figures.Priced;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.SessionSums;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of requests, from a log into a plan. */
class SessionsToPlanTest {
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

    @TempDir
    Path folder;

    private static String turn(String session, long second, int input, int read, int write) {
        return "{\"timestamp\":\"" + START.plusSeconds(second) + "\",\"session_id\":\"" + session
                + "\",\"model\":\"base\",\"input_tokens\":" + input + ",\"cached_tokens\":" + read
                + ",\"cache_write_tokens\":" + write + ",\"output_tokens\":10}\n";
    }

    /** One session of three turns, a minute and two apart, and one of one a day later. */
    private Path log() throws IOException {
        return Files.writeString(
                folder.resolve("log.jsonl"),
                turn("a", 0, 5_100, 0, 5_000)
                        + turn("a", 60, 7_100, 5_000, 2_000)
                        + turn("a", 180, 9_100, 7_000, 2_000)
                        + turn("b", 86_400, 6_100, 0, 6_000));
    }

    @Test
    void chainsAreKeptByTheirTurnsGapsAndPrompts() throws IOException {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log()), Progress.NONE);
            SessionSums sums = SessionSums.of(ledger.sessions(), Selection.everyModel(), "");
            assertEquals(2, sums.sessions());
            assertEquals(4, sums.turns());
            assertEquals(0.5, sums.spread(), 1e-12, "three turns and one");
            assertEquals(5_500, sums.meanFirst());
            assertEquals(6_750, sums.meanPrompt());
            assertEquals(6_000, sums.meanBefore());
            assertEquals(2, sums.within());
            assertEquals(2, sums.found());
            assertEquals(12_000, sums.kept());
            assertEquals(12_000, sums.keptRead());
            assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L), sums.gaps().subList(0, 8));
        }
    }

    @Test
    void aPlanHasThemAsMeasuredNumbers() throws IOException {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log()), Progress.NONE);
            PlanEdit edit = UsageToPlan.newPlan(
                    ledger.view(),
                    ledger.sessions(),
                    Selection.largestModel(),
                    Priced.MODELS,
                    PriceRef.parse("test/base"));
            Plan plan = edit.plan().orElseThrow(() -> new AssertionError(edit.findings()));
            assertEquals(2, plan.traffic().sessions().turns());
            assertEquals(0.5, plan.traffic().sessions().turnsSpread());
            assertEquals(
                    List.of(new GapStep(60, 0.5), new GapStep(120, 1)),
                    plan.traffic().sessions().measuredGaps());
            assertEquals(1, plan.caching().effectiveness());
            assertEquals(
                    List.of(Scope.SESSION, Scope.REQUEST),
                    plan.items().stream().map(ContextItem::scope).toList());
            ContextItem talk = plan.items().getFirst();
            assertEquals(5_500, talk.tokens());
            // 6,750 are 5,500 and 1,250, over ((1 + 0.25) · 2 − 1) ÷ 2 = 0.75 turns before a request.
            assertEquals(1_250 / 0.75, talk.growing().perTurn(), 0.01);
            assertNull(talk.growing().end());
            assertEquals(0, talk.growing().rewritten());
            assertEquals(100, plan.items().getLast().tokens());
            assertTrue(Objects.requireNonNull(plan.sources().get("caching.effectiveness"))
                    .contains("2 of 2 turns"));
            assertTrue(
                    edit.findings().stream().anyMatch(f -> f.text().contains("2 with 4 requests, 2 turns each")),
                    () -> edit.findings().toString());
            assertTrue(edit.findings().stream().anyMatch(f -> f.text().contains("success is left open")));
        }
    }

    @Test
    void aPlanThatHasSessionsGetsWhatFirstTurnsFound() throws IOException {
        Path file = Files.writeString(
                folder.resolve("warm.jsonl"),
                turn("a", 0, 5_100, 0, 5_000)
                        + turn("a", 60, 7_100, 5_000, 2_000)
                        + turn("b", 600, 5_100, 4_000, 1_000)
                        + turn("b", 660, 7_100, 5_000, 2_000)
                        // Shorter than what the other one found.
                        + turn("c", 90_000, 3_100, 0, 3_000));
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(file), Progress.NONE);
            Plan plan = Fixtures.plan(4_000, 1_000).withToday(Design.PROMPT_CACHING);
            plan = plan.withItems(List.of(
                    plan.items().getFirst(),
                    Fixtures.item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0)
                            .withGrowth(new Growth(400, 0, null, 0))));
            PlanEdit edit =
                    UsageToPlan.into(plan, ledger.view(), ledger.sessions(), Selection.largestModel(), Priced.MODELS);
            Plan put = edit.plan().orElseThrow(() -> new AssertionError(edit.findings()));
            // Of 4,000 by a and b, and 3,000 by c.
            assertEquals(4_000.0 / 11_000, put.caching().firstTurnHitRate());
            assertTrue(Objects.requireNonNull(put.sources().get("caching.firstTurnHitRate"))
                    .endsWith("4,000 of 11,000 shared tokens of first prompts were read"));
            Plan alone = plan.withItems(List.of(plan.items().getLast()));
            assertNull(
                    UsageToPlan.into(alone, ledger.view(), ledger.sessions(), Selection.largestModel(), Priced.MODELS)
                            .plan()
                            .orElseThrow()
                            .caching()
                            .firstTurnHitRate());
        }
    }

    @Test
    void nothingIsMadeUpBetweenShortPausesAndLongOnes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("pauses.jsonl"),
                turn("a", 0, 5_100, 0, 5_000) + turn("a", 55, 7_100, 5_000, 2_000) + turn("a", 3_500, 9_100, 0, 9_000));
        Plan plan = newPlan(file);
        assertEquals(
                List.of(new GapStep(60, 0.5), new GapStep(1800, 0.5), new GapStep(3600, 1)),
                plan.traffic().sessions().measuredGaps());
    }

    /** Prompts that stop growing at 20,000 tokens after the second of six turns. */
    @Test
    void anEndIsFoundWherePromptsStopGrowing() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int session = 0; session < 5; session++) {
            int before = 0;
            for (int turn = 0; turn < 6; turn++) {
                int prompt = Math.min(20_000, 8_000 + 8_000 * turn);
                log.append(turn("s" + session, session * 86_400L + turn * 30L, prompt, before, prompt - before));
                before = prompt;
            }
        }
        Path file = Files.writeString(folder.resolve("agents.jsonl"), log.toString());
        Plan plan = newPlan(file);
        ContextItem talk = plan.items().getFirst();
        assertEquals(0, plan.traffic().sessions().turnsSpread(), "all alike");
        assertEquals(20_000, Objects.requireNonNull(talk.growing().end()), 600);
        assertEquals(8_000, talk.growing().perTurn(), 400);
    }

    @Test
    void aLedgerWithoutChainsGetsTheirTable() throws Exception {
        Path ledger = folder.resolve("usage.ledger");
        Path log = log();
        try (Ledger opened = Ledger.open(ledger)) {
            opened.add(List.of(log), Progress.NONE);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + ledger);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table session");
            statement.execute("update meta set version = 2");
        }
        Path next = Files.writeString(
                folder.resolve("next.jsonl"),
                turn("c", 200_000, 5_100, 0, 5_000) + turn("c", 200_060, 6_100, 5_000, 1_000));
        try (Ledger opened = Ledger.open(ledger)) {
            assertEquals(List.of(), opened.sessions(), "of what was imported before they are not known");
            opened.add(List.of(next), Progress.NONE);
            assertEquals(6, opened.view().totals().requests());
            assertEquals(
                    1,
                    SessionSums.of(opened.sessions(), Selection.everyModel(), "")
                            .sessions());
        }
    }

    private static Plan newPlan(Path log) throws IOException {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(log), Progress.NONE);
            return UsageToPlan.newPlan(
                            ledger.view(),
                            ledger.sessions(),
                            Selection.largestModel(),
                            Priced.MODELS,
                            PriceRef.parse("test/base"))
                    .plan()
                    .orElseThrow();
        }
    }
}
