package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSourceTest {
    @Test
    void aSampleIsNamedAndAnythingElseIsAFile() throws Exception {
        assertEquals(Optional.of("hybrid"), PlanSource.sampleNamed("sample:hybrid"));
        assertEquals(Optional.empty(), PlanSource.sampleNamed("hybrid"));
        for (String id : Samples.IDS) {
            assertEquals(Samples.plan(id).orElseThrow(), PlanSource.read(PlanSource.ofSample(id)));
        }
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        String said = assertThrows(Refusal.class, () -> PlanSource.read("sample:nothing"))
                .getMessage();
        assertTrue(said.contains("nothing") && Samples.IDS.stream().allMatch(said::contains), said);
        assertThrows(Refusal.class, () -> PlanSource.path("a\0b"));
    }

    @Test
    void itsShortNameIsThatOfItsFile() {
        assertEquals("support-bot", PlanSource.shortName("sample:support-bot"));
        assertEquals("bot", PlanSource.shortName("plans/bot.steelyard"));
        assertEquals("bot.json", PlanSource.shortName("bot.json"));
    }

    @Test
    void onlyWhatIsGivenIsReplaced() {
        Plan plan = PlanSource.sample("hybrid");
        LocalDate day = LocalDate.of(2025, 5, 5);
        PriceRef model = new PriceRef("a", "b");
        assertEquals(plan, PlanSource.withModel(PlanSource.asOf(plan, null), null));
        assertEquals(day, PlanSource.asOf(plan, day).inference().pricesAsOf());
        assertEquals(
                plan.inference().model(), PlanSource.asOf(plan, day).inference().model());
        assertEquals(model, PlanSource.withModel(plan, model).inference().model());
        assertEquals(
                plan.inference().pricesAsOf(),
                PlanSource.withModel(plan, model).inference().pricesAsOf());
    }
}
