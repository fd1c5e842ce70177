package app.steelyard.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log with more in it than text at the usual price, and the plan that is made of it. */
class LoggedBillTest {
    private static final PriceRef MODEL = PriceRef.parse("openai/gpt-realtime");

    /** 1,000 requests in a day: 350,000 tokens of text go in, 150,000 of them read; 150,000 of sound, 50,000 of them read. */
    private static final String SPOKEN = row(200_000, 150_000, 100_000, 50_000, 40_000, 60_000, 1000, false);

    @TempDir
    Path folder;

    private static String row(
            int text, int cachedText, int audio, int cachedAudio, int out, int spoken, int requests, boolean batch) {
        return """
            {"object": "organization.usage.completions.result", "input_tokens": %d, "input_cached_tokens": %d,
             "input_text_tokens": %d, "input_cached_text_tokens": %d, "input_audio_tokens": %d,
             "input_cached_audio_tokens": %d, "output_tokens": %d, "output_text_tokens": %d,
             "output_audio_tokens": %d, "num_model_requests": %d, "project_id": null, "user_id": null,
             "api_key_id": null, "model": "gpt-realtime", "batch": %s}
            """.formatted(
                        text + cachedText + audio + cachedAudio,
                        cachedText + cachedAudio,
                        text,
                        cachedText,
                        audio,
                        cachedAudio,
                        out + spoken,
                        out,
                        spoken,
                        requests,
                        batch);
    }

    private Ledger ledger(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("usage.json"), """
            {"object": "page", "has_more": false, "next_page": null, "data": [{"object": "bucket",
             "start_time": 1793491200, "end_time": 1793577600, "results": [%s]}]}
            """.formatted(String.join(",", rows)));
        Ledger ledger = Ledger.temporary();
        assertTrue(ledger.add(List.of(file), Progress.NONE));
        return ledger;
    }

    private PriceBook book() {
        return PriceBookLoader.load(folder.resolve("none")).book();
    }

    private Plan made(String... rows) throws IOException {
        try (Ledger ledger = ledger(rows)) {
            PlanEdit edit = UsageToPlan.newPlan(
                    ledger.view(), ledger.sessions(), Selection.largestModel(), PricedModels.of(book()), MODEL);
            return edit.plan().orElseThrow(() -> new AssertionError(edit.findings()));
        }
    }

    private PlanEdit into(Plan plan, String... rows) throws IOException {
        try (Ledger ledger = ledger(rows)) {
            return UsageToPlan.into(plan, ledger.view(), Selection.largestModel(), PricedModels.of(book()));
        }
    }

    /** Dollars of a million requests: prices are of a million tokens. */
    private double perMillion(Plan plan) {
        Evaluation.Priced priced =
                Comparison.of(plan, book()).priced(plan.today()).orElseThrow();
        return priced.statement().stream()
                        .mapToDouble(l -> l.quantity() * l.price().value())
                        .sum()
                / plan.traffic().requestsPerMonth();
    }

    @Test
    void soundIsNoText() throws IOException {
        Plan plan = made(SPOKEN);
        assertEquals(Design.PROMPT_CACHING, plan.today());
        assertEquals(350, plan.items().getFirst().tokens(), 1e-9);
        assertEquals(40, plan.traffic().outputTokens(), 1e-9);
        assertEquals(150.0 / 350, PlanField.MEASURED_HIT_RATE.get(plan), 1e-9);
        assertEquals(
                new Media(150.0, 60.0, null, null, null, null, 1 / 3.0),
                plan.traffic().media());
        assertEquals(
                "measured: OpenAI usage export, 1 Nov 2026, 1,000 requests (usage.json)",
                plan.sources().get(PlanField.AUDIO_INPUT.path()));
        // Text 4, 0.4 read and 16 dollars; sound 32, 0.4 and 64: 0.8 + 0.06 + 0.64 + 3.2 + 0.02 + 3.84 for a thousand.
        assertEquals(8560, perMillion(plan), 1e-9);
    }

    @Test
    void aPlanOfTextAloneHearsOfSound() throws IOException {
        Plan text = made(row(200_000, 150_000, 0, 0, 40_000, 0, 1000, false));
        assertEquals(Media.NONE, text.traffic().media());
        assertEquals(1500, perMillion(text), 1e-9);
        Plan spoken = into(text, SPOKEN).plan().orElseThrow();
        assertEquals(8560, perMillion(spoken), 1e-9);
        // A later log without sound says nothing of it: what the plan states stays.
        assertEquals(
                spoken.traffic().media(),
                into(spoken, row(200_000, 150_000, 0, 0, 40_000, 0, 1000, false))
                        .plan()
                        .orElseThrow()
                        .traffic()
                        .media());
    }

    @Test
    void aPlanHearsHowRequestsWereServed() throws IOException {
        String usual = row(200_000, 150_000, 0, 0, 40_000, 0, 700, false);
        String batch = row(60_000, 40_000, 0, 0, 10_000, 0, 300, true);
        Plan plan = made(usual);
        assertEquals(Served.ALIKE, plan.inference().served());
        Plan flex = PlanField.SERVED_FLEX.with(plan, 0.5);
        assertEquals(
                new Served(0.3, null, null, null, null, null, null),
                into(flex, usual, batch).plan().orElseThrow().inference().served());
        assertEquals(
                flex.inference().served(),
                into(flex, usual).plan().orElseThrow().inference().served());
        PlanEdit other = into(plan.withInference(plan.inference().withTier(ServiceTier.BATCH)), usual, batch);
        assertEquals(Served.ALIKE, other.plan().orElseThrow().inference().served());
        assertTrue(
                other.findings().stream()
                        .map(UsageFinding::text)
                        .anyMatch(t -> t.startsWith("70 % of the requests were served in ways that a plan cannot say")),
                () -> other.findings().toString());
    }
}
