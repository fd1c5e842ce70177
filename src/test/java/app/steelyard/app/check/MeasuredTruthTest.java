package app.steelyard.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.document.Samples;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.whatif.trials.TrialSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MeasuredTruthTest {
    /** Enough for percentiles that stand still to a point. */
    private static final int TRIALS = 500;

    /** The systems of the bank that samples are made after. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "coding-agent", "tracelab-claude",
            "support-chat", "fazer-whatsapp",
            "voice-agent", "callsphere-voice",
            "document-chat", "anthropic-cookbook");

    /** What is kept is what the program says today, in the order of a proposal, and without what failures cost. */
    @Test
    void itIsWhatTrialsSayAndWhatTheBankHolds() throws IOException {
        Trials trials = new Trials(
                new PriceBook(PriceBookLoader.shipped(), List.of()), TrialSettings.DEFAULT.withTrials(TRIALS));
        Map<String, Bank.Entry> bank =
                Bank.shipped().systems().stream().collect(Collectors.toMap(Bank.Entry::id, Function.identity()));
        Map<String, MeasuredTruth> kept = MeasuredTruth.all();
        ObjectNode root = JsonText.object();
        JsonText.each(root, "samples", Samples.MEASURED, (node, sample) -> {
            Bank.Entry entry = bank.get(SYSTEMS.getOrDefault(sample, ""));
            // What was told of one that is no part of the bank stands here alone.
            Bank.Kind kind = entry == null
                    ? Bank.Kind.SAVING
                    : entry.figures().getFirst().kind();
            Plan plan = PlanSource.sample(sample).withToday(Design.UNCACHED).withOutcome(Outcome.UNKNOWN);
            Interval derived = trials.now(plan, kind);
            node.put("sample", sample);
            node.put("kind", kind.word());
            node.put(
                    "truth",
                    entry == null
                            ? kept.get(sample).truth()
                            : entry.figures().getFirst().truth());
            node.put("low", rounded(derived.low()));
            node.put("median", rounded(derived.median()));
            node.put("high", rounded(derived.high()));
            node.put("source", entry == null ? kept.get(sample).source() : entry.source());
        });
        Golden.check(Path.of("src/main/resources/app/steelyard/app/check/measured.json"), JsonText.write(root));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }

    @Test
    void whatFollowsFromASampleHoldsWhatWasMeasuredOfItsSystem() {
        assertEquals(Set.copyOf(Samples.MEASURED), MeasuredTruth.all().keySet());
        MeasuredTruth.all().forEach((id, m) -> {
            assertTrue(m.derived().holds(m.truth()), id + ": " + m.there() + ", " + m.here());
            assertTrue(m.derived().width() > 0.005 && m.derived().width() < 0.15, id + ": " + m.here());
            assertFalse(m.here().contains("off"), m.here());
        });
    }

    @Test
    void itIsThatOfTheBank() {
        MeasuredTruth chat = MeasuredTruth.all().get("support-chat");
        assertEquals(0.915, chat.truth());
        assertEquals(
                "Measured there: 91.5 % of the input read from the cache (github.com/fazer-ai/agents/issues/55)",
                chat.there());
    }

    @Test
    void aMissIsTold() {
        Interval derived = new Interval(0.7, 0.75, 0.8);
        assertTrue(new MeasuredTruth(Bank.Kind.HIT, 0.9, derived, "a").here().endsWith(", 10 percentage points off"));
        assertTrue(
                new MeasuredTruth(Bank.Kind.SAVING, 0.65, derived, "a").here().endsWith(", 5 percentage points off"));
        assertTrue(new MeasuredTruth(Bank.Kind.HIT, 0.8, derived, "a").here().startsWith("Derived here: 70 % to 80 %"));
    }
}
