package app.steelyard.app.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSaysTest {
    private static final Plan PLAN = Fixtures.plan(1_000, 50_000);

    @TempDir
    private static Path folder;

    private static LogSays of(String log) throws IOException {
        PriceBook book = PriceBookLoader.load(folder).book();
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(Files.writeString(folder.resolve("log.csv"), log)), Progress.NONE));
            return LogSays.of(ledger.view(), ledger.sessions(), Selection.everyModel(), PricedModels.of(book), book);
        }
    }

    /** Three requests in three of thirty-one days are thirty-one a month; what a prompt of another plan would be served is not told. */
    @Test
    void itTellsWhatTheLogMeasuresWithItsSource() throws IOException {
        LogSays says = of("""
                timestamp,model,prompt_tokens,cached_tokens,completion_tokens
                2026-10-01T00:00:00Z,gpt-5.1,1000,400,100
                2026-10-02T12:00:00Z,gpt-5.1,1000,400,200
                2026-10-03T23:59:59Z,gpt-5.1,1000,400,300
                """);
        LogSays.Said output = says.of(PlanField.OUTPUT_TOKENS, PLAN).orElseThrow();
        assertEquals("200", output.text());
        assertTrue(output.source().contains("2026"), output::source);
        Plan with = output.use().apply(PLAN);
        assertEquals(200, PlanField.OUTPUT_TOKENS.get(with));
        assertEquals(output.source(), with.sources().get(PlanField.OUTPUT_TOKENS.path()));
        assertEquals(Optional.empty(), says.of(PlanField.OUTPUT_TOKENS, with), "the plan says so already");
        assertEquals(30.4375, used(says, PlanField.REQUESTS_PER_MONTH), 0.7);
        for (PlanField none : List.of(
                PlanField.MEASURED_HIT_RATE,
                PlanField.FIRST_TURN_HIT_RATE,
                PlanField.CACHE_MINIMUM_TOKENS,
                PlanField.FAILURE_COST,
                PlanField.TURNS,
                PlanField.SESSIONS_PER_MONTH)) {
            assertEquals(Optional.empty(), says.of(none, PLAN), none.path());
        }
        assertEquals(Optional.empty(), says.gaps(PLAN));
    }

    private static double used(LogSays says, PlanField field) {
        return field.get(says.of(field, PLAN).orElseThrow().use().apply(PLAN));
    }

    /** Twice three turns, half a minute and two minutes apart, that grow by 2,000 tokens each. */
    private static final String CHAINS = """
            timestamp,model,session_id,prompt_tokens,cached_tokens,cache_write_tokens,completion_tokens
            2026-10-01T00:00:00Z,gpt-5.1,a,5000,0,5000,100
            2026-10-01T00:00:30Z,gpt-5.1,a,7000,5000,2000,100
            2026-10-01T00:02:30Z,gpt-5.1,a,9000,7000,2000,100
            2026-10-09T00:00:00Z,gpt-5.1,b,5000,0,5000,100
            2026-10-09T00:00:30Z,gpt-5.1,b,7000,5000,2000,100
            2026-10-09T00:02:30Z,gpt-5.1,b,9000,7000,2000,100
            """;

    @Test
    void itTellsOfSessionsWhatItCounted() throws IOException {
        LogSays says = of(CHAINS);
        assertEquals(3, used(says, PlanField.TURNS));
        assertEquals(used(says, PlanField.REQUESTS_PER_MONTH) / 3, used(says, PlanField.SESSIONS_PER_MONTH), 1e-9);
        LogSays.Said gaps = says.of(PlanField.GAP_MEDIAN, PLAN).orElseThrow();
        Plan with = gaps.use().apply(PLAN);
        List<GapStep> measured = with.traffic().sessions().measuredGaps();
        assertEquals(1, measured.getLast().share());
        assertTrue(
                gaps.text()
                        .endsWith("100 % within "
                                + SessionText.time(measured.getLast().seconds())),
                gaps.text());
        assertTrue(gaps.text().startsWith("50 % within "), gaps.text());
        assertEquals(gaps.source(), with.sources().get("traffic.sessions.gaps"));
        assertEquals(Optional.empty(), says.gaps(with));
    }

    /** What a turn adds is told for the part that grows, whatever that is called. */
    @Test
    void itTellsHowTheConversationGrows() throws IOException {
        Plan talk = PLAN.withItems(List.of(
                new ContextItem("talk", "Talk", 100, Kind.INFORMATION, Scope.SESSION, 0, Placement.CACHED_PREFIX)
                        .withGrowth(new Growth(300, 0, null, 0))));
        ItemNumber number = new ItemNumber("talk", ItemNumber.Kind.PER_TURN);
        LogSays.Said growth = of(CHAINS).of(number, talk).orElseThrow();
        assertEquals(2_000, number.get(growth.use().apply(talk)), 1);
        assertEquals(Optional.empty(), of(CHAINS).of(new ItemNumber("talk", ItemNumber.Kind.TOKENS), talk));
    }

    @Test
    void whereNothingWasReadNothingIsSaid() {
        for (PlanField field : PlanField.values()) {
            assertEquals(Optional.empty(), LogSays.NOTHING.of(field, PLAN));
        }
        assertEquals(Optional.empty(), LogSays.NOTHING.gaps(PLAN));
    }
}
