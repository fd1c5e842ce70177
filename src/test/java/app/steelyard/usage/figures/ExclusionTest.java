package app.steelyard.usage.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionTest {
    @TempDir
    Path folder;

    /** Requests at every full minute of one hour. */
    private Path log(String name, String day, String model, int requests) throws IOException {
        StringBuilder text =
                new StringBuilder("timestamp,model,session_id,prompt_tokens,cached_tokens,completion_tokens\n");
        for (int i = 0; i < requests; i++) {
            text.append("%sT08:%02d:00Z,%s,s,1000,%d,50%n".formatted(day, i, model, i == 0 ? 0 : 800));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertSame(Ledger one, Ledger other) {
        LedgerView a = one.view();
        LedgerView b = other.view();
        assertEquals(a.totals(), b.totals());
        assertEquals(a.byModel(), b.byModel());
        assertEquals(a.byDay(), b.byDay());
        assertEquals(a.period(), b.period());
        assertEquals(a.daysWithUsage(), b.daysWithUsage());
        assertEquals(a.daysWithoutBucket(), b.daysWithoutBucket());
        assertEquals(one.hours(), other.hours());
        assertEquals(
                one.arrivals(Selection.everyModel(), Priced.MODELS),
                other.arrivals(Selection.everyModel(), Priced.MODELS));
    }

    @Test
    void whatIsLeftOutIsInNoFigureUntilItIsTakenInAgain() throws IOException {
        Path first = log("first.csv", "2026-10-01", "gpt-5.1", 20);
        Path second = log("second.csv", "2026-10-20", "gpt-4.1", 30);
        try (Ledger both = Ledger.temporary();
                Ledger whole = Ledger.temporary();
                Ledger alone = Ledger.temporary()) {
            both.add(List.of(first, second), Progress.NONE);
            whole.add(List.of(first, second), Progress.NONE);
            alone.add(List.of(first), Progress.NONE);
            int source = both.view().files().get(1).source();
            both.include(source, false);
            assertSame(alone, both);
            assertEquals(
                    List.of("second.csv"),
                    both.view().excluded().stream().map(FileReport::file).toList());
            Imported.assertSays(both.view(), UsageFinding.Severity.WARNING, "second.csv");
            both.include(source, true);
            assertSame(whole, both);
            assertEquals(whole.view().findings(), both.view().findings());
        }
    }

    @Test
    void refusedRowsOfWhatIsLeftOutAreNotListed() {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(
                    List.of(Imported.fixture("openai", "page.json"), Imported.fixture("openai", "bad-rows.json")),
                    Progress.NONE);
            List<FileReport> files = ledger.view().files();
            long refused = files.get(1).unreadable();
            assertTrue(refused > 0 && ledger.view().rejected().size() == refused);
            ledger.include(files.get(1).source(), false);
            assertEquals(List.of(), ledger.view().rejected());
        }
    }

    @Test
    void aPlanIsMadeFromWhatCountsAndSaysWhatDoesNot() throws IOException {
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(
                    List.of(
                            log("first.csv", "2026-10-01", "gpt-5.1", 20),
                            log("second.csv", "2026-10-01", "gpt-5.1", 30)),
                    Progress.NONE);
            ledger.include(ledger.view().files().get(1).source(), false);
            PlanEdit edit = UsageToPlan.newPlan(
                    ledger.view(), Selection.everyModel(), Priced.MODELS, new PriceRef("openai", "gpt-5.1"));
            Plan plan = edit.plan().orElseThrow();
            String source = plan.sources().get(PlanField.REQUESTS_PER_MONTH.path());
            assertTrue(source.contains("20 requests") && source.contains("first.csv"), source);
            assertFalse(source.contains("second.csv"), source);
            assertTrue(edit.findings().stream().anyMatch(f -> f.text().contains("second.csv")));
        }
    }

    @Test
    void whatIsLeftOutIsKeptWithTheLedger() throws IOException {
        Path file = folder.resolve("usage.ledger");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.add(List.of(log("first.csv", "2026-10-01", "gpt-5.1", 20)), Progress.NONE);
            ledger.include(ledger.view().files().getFirst().source(), false);
        }
        try (Ledger ledger = Ledger.open(file)) {
            assertEquals(0, ledger.view().totals().requests());
            assertEquals(1, ledger.view().excluded().size());
            // The same rows come again in another file: they are still known.
            ledger.add(List.of(log("again.csv", "2026-10-01", "gpt-5.1", 20)), Progress.NONE);
            assertEquals(20, ledger.view().files().get(1).duplicates());
        }
    }
}
