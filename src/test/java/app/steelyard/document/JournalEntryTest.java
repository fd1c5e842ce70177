package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.steelyard.Seeded;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private static JournalEntry entry() {
        return new JournalEntry(
                NOON,
                "Tenants",
                Samples.plan("banking-copilot").orElseThrow(),
                SampleAnswers.of("banking-copilot").orElseThrow().answers(),
                new JournalEntry.SavedAs(Path.of("a plan.steelyard").toAbsolutePath(), "ab12"));
    }

    @Test
    void whatIsWrittenIsReadBackExactly() {
        assertEquals(entry(), JournalEntry.read(entry().write(), "entry"));
        Seeded.forAll(60, draw -> {
            Plan plan = RandomPlans.any(draw.random());
            JournalEntry entry = new JournalEntry(NOON, "", plan, Answers.NONE, null);
            assertEquals(entry, JournalEntry.read(entry.write(), "entry"));
        });
    }

    @Test
    void aPartOfItIsRefused() {
        byte[] whole = entry().write();
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(Refusal.class, () -> JournalEntry.read(part, "entry"));
        }
    }

    @Test
    void aNumberThatRottedIsRefusedThoughItIsOne() {
        String text = new String(entry().write(), StandardCharsets.UTF_8);
        byte[] rotten = text.replaceFirst("\"tokens\": \\d", "\"tokens\": 9").getBytes(StandardCharsets.UTF_8);
        assertThrows(Refusal.class, () -> JournalEntry.read(rotten, "entry"));
    }

    @Test
    void oneOfANewerFormatIsRefusedAndNotMisread() {
        String text = new String(entry().write(), StandardCharsets.UTF_8);
        String newer = text.substring(text.indexOf('\n') + 1).replaceFirst("\"format\": 9", "\"format\": 99");
        byte[] whole = (PlanFile.digest(newer) + "\n" + newer).getBytes(StandardCharsets.UTF_8);
        assertThrows(Refusal.class, () -> JournalEntry.read(whole, "entry"));
    }
}
