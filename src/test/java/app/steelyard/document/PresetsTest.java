package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.json.JsonReader;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
    @Test
    void everyKindOfSystemIsThereWithTurnsAndASourceForEachNumber() {
        List<Preset> all = Presets.shipped();
        assertEquals(
                List.of(
                        "support-chat",
                        "coding-agent",
                        "sub-agent",
                        "deep-research",
                        "consumer-chat",
                        "voice",
                        "document-chat",
                        "multi-tenant-saas",
                        "retrieval-qa",
                        "single-call",
                        "nightly-batch"),
                all.stream().map(Preset::id).toList());
        assertEquals(all.size(), new HashSet<>(all.stream().map(Preset::name).toList()).size());
        for (Preset preset : all) {
            assertTrue(preset.traffic().containsKey(PlanField.TURNS), preset.id());
            assertTrue(preset.traffic().containsKey(PlanField.PARALLEL), preset.id());
            assertEquals(
                    preset.traffic().get(PlanField.TURNS).value() > 1,
                    preset.conversation().containsKey(ItemNumber.Kind.PER_TURN),
                    preset.id());
            assertFalse(preset.traffic().containsKey(PlanField.REQUESTS_PER_MONTH), "how many ask is not its business");
            preset.traffic().forEach((field, v) -> assertFalse(v.source().isBlank(), field.path()));
            preset.conversation().forEach((kind, v) -> assertFalse(v.source().isBlank(), kind.name()));
        }
    }

    @Test
    void everyOutcomeHasARateAndASourceForEachNumber() {
        List<Preset> all = Presets.outcomes();
        assertEquals(
                List.of(
                        "classification",
                        "extraction",
                        "support-answer",
                        "facts",
                        "coding-task",
                        "voice-call",
                        "checkr-classes",
                        "shop-categories"),
                all.stream().map(Preset::id).toList());
        for (Preset preset : all) {
            assertTrue(preset.outcome(), preset.id());
            assertTrue(preset.traffic().containsKey(PlanField.SUCCESS_PROMPTED), preset.id());
            assertTrue(preset.conversation().isEmpty(), preset.id());
            preset.traffic().forEach((field, v) -> assertFalse(v.source().isBlank(), field.path()));
        }
        assertTrue(Presets.shipped().stream().noneMatch(Preset::outcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-chat", "Support chat", " SUPPORT CHAT ", "support_chat"})
    void aPresetIsFoundByIdAndName(String name) {
        assertEquals("support-chat", Presets.named(name).id());
    }

    @Test
    void anUnknownNameIsAnsweredWithWhatMayHaveBeenMeant() {
        String alike =
                assertThrows(Refusal.class, () -> Presets.named("codingagent")).getMessage();
        assertTrue(alike.contains("Did you mean coding-agent?"), alike);
        String unlike =
                assertThrows(Refusal.class, () -> Presets.named("zzzzzz")).getMessage();
        assertTrue(unlike.contains("There are: support-chat, "), unlike);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"traffic.nothing\": {\"value\": 1, \"source\": \"s\"}}",
                "{\"traffic.tenants\": {\"value\": 1}}",
                "{\"traffic.tenants\": {\"value\": 0, \"source\": \"s\"}}",
                "{\"traffic.tenants\": {\"value\": 5, \"low\": 1, \"source\": \"s\"}}",
                "{\"traffic.tenants\": {\"value\": 5, \"low\": 6, \"high\": 9, \"source\": \"s\"}}",
                "{\"traffic.tenants\": {\"value\": 5, \"low\": 0, \"high\": 9, \"source\": \"s\"}}",
                "{\"traffic.tenants\": {\"value\": 5, \"hihg\": 9, \"source\": \"s\"}}"
            })
    void whatMakesNoSenseIsRefused(String numbers) {
        assertEquals(
                1,
                JsonReader.<Map<?, ?>>read(
                                "a test", "{\"traffic\": " + numbers + "}", j -> Presets.traffic(j, "traffic"))
                        .problems()
                        .size());
    }
}
