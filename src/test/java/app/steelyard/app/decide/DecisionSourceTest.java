package app.steelyard.app.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.decision.answers.Answers;
import app.steelyard.document.AnswersCodec;
import app.steelyard.document.AnswersFile;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers and their plans, from what is named to what is decided on, and back into a file. */
class DecisionSourceTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());

    @TempDir
    Path folder;

    private final Plan plan = Samples.plan("hybrid").orElseThrow();

    @Test
    void theAnswersOfEverySampleCanBeDecidedOn() throws Exception {
        for (String id : SampleAnswers.IDS) {
            DecisionSource source = DecisionSource.read(DecisionSource.ofSample(id), BOOK);
            assertEquals(SampleAnswers.of(id).orElseThrow().answers(), source.answers());
            assertFalse(source.plan().items().isEmpty());
        }
        assertThrows(Refusal.class, () -> DecisionSource.read("answers:nothing", BOOK));
    }

    @Test
    void aPlanIsDecidedOnWithoutAnswers() throws Exception {
        DecisionSource source = DecisionSource.read("sample:hybrid", BOOK);
        assertEquals(plan, source.plan());
        assertEquals(Answers.NONE, source.answers());
        assertEquals(PlanFile.digest(PlanCodec.write(plan)), source.digest());
    }

    @Test
    void savedAnswersNameThePlanBesideThem() throws Exception {
        PlanFile file = PlanFile.save(folder.resolve("bot.steelyard"), plan, null);
        Path to = folder.resolve("bot.answers.json");
        AnswersFile saved = SavedAnswers.of(Answers.NONE, plan, file, Optional.empty(), to);
        assertEquals("bot.steelyard", saved.plan());
        Files.writeString(to, AnswersCodec.write(saved));
        DecisionSource read = DecisionSource.read(to.toString(), BOOK);
        assertEquals(plan, read.plan());
        assertEquals(file.content(), read.digest());
        assertEquals("bot.steelyard", read.name());
    }

    @Test
    void savedAnswersNameASampleOnlyWhileItIsUnchanged() {
        Path to = folder.resolve("x.answers.json");
        AnswersFile same = SavedAnswers.of(Answers.NONE, plan, null, Optional.of("hybrid"), to);
        assertEquals("sample:hybrid", same.plan());
        Plan changed = plan.withTraffic(Samples.plan("caching").orElseThrow().traffic());
        assertNotEquals(plan, changed);
        AnswersFile other = SavedAnswers.of(Answers.NONE, changed, null, Optional.of("hybrid"), to);
        assertEquals(null, other.plan());
        assertTrue(SavedAnswers.sketches(Objects.requireNonNull(other.sketch()), changed));
        assertFalse(SavedAnswers.sketches(Objects.requireNonNull(other.sketch()), plan));
    }
}
