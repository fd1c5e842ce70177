package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlanCodecTest {
    static final List<String> SAMPLES = Samples.IDS;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void aSampleStandsInItsFileAsItIsWritten(String id) throws Exception {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + id + ".steelyard")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(text, PlanCodec.write(PlanCodec.read(text, id)));
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everyNumberOfASampleSaysWhereItComesFrom(String id) {
        Plan plan = Samples.plan(id).orElseThrow();
        for (PlanField field : PlanField.values()) {
            boolean stated = !Double.isNaN(field.get(plan));
            assertEquals(stated, plan.sources().containsKey(field.path()), field.path());
        }
        plan.items().forEach(i -> assertTrue(plan.sources().containsKey("items." + i.id() + ".tokens"), i.id()));
    }

    @Test
    void anyPlanComesBackAsItWas() {
        Seeded.forAll(200, draw -> {
            RandomGenerator random = draw.random();
            Plan plan = RandomPlans.any(random);
            assertEquals(List.of(), PlanValidator.validate(plan));
            String text = PlanCodec.write(plan);
            Plan back = PlanCodec.read(text, "random");
            assertEquals(plan, back);
            assertEquals(text, PlanCodec.write(back));
        });
    }

    @Test
    void numbersAreWrittenWithoutNoise() {
        String text = PlanCodec.write(Samples.plan("hybrid").orElseThrow());
        assertTrue(text.contains("\"requestsPerMonth\": 1000000,"), text);
        assertTrue(text.contains("\"tokens\": 5485.714285714286,"), text);
        assertTrue(text.contains("\"discountRatePerYear\": 0.08,"), text);
        assertFalse(text.matches("(?s).*: \\d+\\.0\\D.*"), text);
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        String text = PlanCodec.write(Samples.plan("caching").orElseThrow());
        assertEquals(
                Samples.plan("caching").orElseThrow(),
                PlanCodec.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), "bom"));
    }

    /** As it was written before today's design stood still. */
    @Test
    void format1LetTodayFollowThePlacementColumn() throws Exception {
        Plan plan = Samples.plan("hybrid").orElseThrow().withToday(Design.AS_PLACED);
        String text = PlanCodec.write(plan)
                .replace("\"format\": 3", "\"format\": 1")
                .replace("\"as-is\"", "\"as-placed\"")
                .replaceAll(",\\s*\"today\": \"(cached-prefix|plain-prompt|weights|retrieved)\"", "");
        assertFalse(text.contains("as-is"));
        assertEquals(plan, PlanCodec.read(text, "old"));
        Plan uncached = plan.withToday(Design.UNCACHED);
        assertEquals(
                uncached, PlanCodec.read(PlanCodec.write(uncached).replace("\"format\": 3", "\"format\": 1"), "old"));
    }

    @Test
    void beforeFormat3NothingWasInDoubt() throws Exception {
        Plan plan = Samples.plan("hybrid").orElseThrow().withWhatIf(WhatIf.NOTHING);
        String text = PlanCodec.write(plan)
                .replace("\"format\": 3", "\"format\": 2")
                .replaceFirst("(?s) *\"whatIf\": \\{.*?\\},\n", "");
        assertFalse(text.contains("whatIf"));
        assertEquals(plan, PlanCodec.read(text, "old"));
    }

    @Test
    void oneReadingTellsOfEveryProblem() {
        String text = PlanCodec.write(Samples.plan("caching").orElseThrow())
                .replace("\"tenants\": 1,", "\"tenants\": \"one\", \"colour\": 3,")
                .replace("\"today\": \"uncached\"", "\"today\": \"tomorrow\"")
                .replace("      \"tokens\": 5000,\n", "");
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(text, "many.steelyard"));
        assertEquals(
                List.of("/items/0/tokens", "/traffic/tenants", "/traffic/colour", "/today"),
                e.problems().stream().map(Problem::pointer).toList());
        assertTrue(e.getMessage().startsWith("many.steelyard:6:5: /items/0/tokens: The key"), e.getMessage());
    }

    @Test
    void tooManyBytesAreRefusedUnread() {
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(new byte[JsonReader.MAX_BYTES + 1], "huge"));
        assertTrue(e.getMessage().contains("16 MiB"), e.getMessage());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = {'{', (byte) 0xC3, '}'};
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(bytes, "bytes"));
        assertTrue(e.getMessage().contains("UTF-8"), e.getMessage());
    }
}
