package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.Seeded;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.bill.Fees;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Unit;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        JsonNode file = JsonMapper.shared().readTree(PlanCodec.write(plan));
        for (PlanField field : PlanField.values()) {
            boolean stated = !file.at("/" + field.path().replace('.', '/')).isMissingNode();
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

    /** As such a plan was written, small; its items stand in an order that no cache would choose. */
    private static Plan old(int format) throws Exception {
        try (InputStream in = PlanCodecTest.class.getResourceAsStream("format-" + format + ".steelyard")) {
            return PlanCodec.read(in.readAllBytes(), "old");
        }
    }

    @Test
    void format1LetTodayFollowThePlacementColumn() throws Exception {
        Plan plan = old(1);
        assertEquals(Design.AS_IS, plan.today());
        plan.items().forEach(i -> assertEquals(i.placement(), i.today(), i.id()));
        assertEquals(old(2), plan.withItems(old(2).items()));
    }

    @Test
    void beforeFormat3NothingWasInDoubt() throws Exception {
        assertEquals(WhatIf.NOTHING, old(2).whatIf());
        assertEquals(old(3).withWhatIf(WhatIf.NOTHING), old(2));
    }

    @Test
    void beforeFormat4ARequestWasASessionAndACacheWasAsItsVendorDescribesIt() throws Exception {
        Plan plan = old(3);
        assertEquals(Sessions.SINGLE, plan.traffic().sessions());
        assertEquals(7, plan.traffic().activeDaysPerWeek());
        assertEquals(0, plan.traffic().tenantSkew() + plan.traffic().userSkew());
        assertEquals(Caching.Behaviour.IDEAL, plan.caching().behaviour());
        assertEquals(Plan.ModelError.KNOWN, plan.model());
        assertEquals(
                List.of("customer", "instructions", "conversation"),
                plan.items().stream().map(ContextItem::id).toList());
        assertEquals("A forecast", plan.whatIf().ranges().get(0).note());
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "new"));
    }

    @Test
    void beforeFormat5AMeasuredHitRateWasTakenForEveryDesign() throws Exception {
        Plan plan = old(4);
        assertEquals(0.8, plan.caching().measuredHitRate());
        assertNull(plan.caching().measuredOn());
        assertEquals(PlanField.MEASURED_HIT_RATE.with(old(3), 0.8).withCaching(plan.caching()), plan);
    }

    @Test
    void beforeFormat6NothingWasSaidOfSingleModels() throws Exception {
        Plan plan = old(5);
        assertEquals(List.of(), plan.models());
        assertEquals(0.7, plan.outcome().promptedElsewhere());
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "new"));
        // What is said of all other models still holds of each.
        Plan there = plan.whatIf().scenarios().get(0).apply(plan);
        assertEquals(0.7, there.outcome().prompted());
    }

    @Test
    void beforeFormat7ListPricesWerePaid() throws Exception {
        Plan plan = old(6);
        assertEquals(Contract.NONE, plan.contract());
        assertEquals(1.1, plan.models().get(0).tokenFactor());
        assertEquals(old(5).withModels(plan.models()), plan);
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "new"));
    }

    @Test
    void beforeFormat8WhatFirstTurnsFindWasDerived() throws Exception {
        Plan plan = old(7);
        assertNull(plan.caching().firstTurnHitRate());
        assertEquals(0.12, plan.contract().discounts().get(0).off());
        assertEquals(old(6).withContract(plan.contract()), plan);
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "new"));
    }

    @Test
    void beforeFormat9AllRequestsWereServedAlike() throws Exception {
        Plan plan = old(8);
        assertEquals(Served.ALIKE, plan.inference().served());
        assertEquals(Media.NONE, plan.traffic().media());
        assertEquals(Fees.NONE, plan.traffic().fees());
        assertEquals(PlanField.FIRST_TURN_HIT_RATE.with(old(7), 0.6), plan);
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "new"));
    }

    @Test
    void whatIsPaidBesideTextIsWrittenAndReadAgain() throws Exception {
        Plan plan = PlanField.SERVED_BATCH.with(old(8), 0.3);
        plan = plan.withInference(
                plan.inference().withServed(plan.inference().served().withRegion("eu")));
        plan = PlanField.AUDIO_INPUT.with(PlanField.WEB_SEARCHES.with(plan, 0.7), 900);
        String text = PlanCodec.write(plan);
        assertTrue(text.contains("\"served\": {\n      \"batch\": 0.3,\n      \"region\": \"eu\"\n    }"), text);
        assertTrue(text.contains("\"media\": {\n      \"audioInput\": 900\n    }"), text);
        assertTrue(text.contains("\"fees\": {\n      \"webSearches\": 0.7\n    }"), text);
        assertEquals(plan, PlanCodec.read(text, "again"));
        for (String key : List.of("served", "media", "fees")) {
            assertFalse(PlanCodec.write(old(8)).contains("\"" + key + "\""), key);
        }
    }

    @Test
    void beforeFormat9PricesStayedAsListed() throws Exception {
        assertFalse(old(8).finance().pricesMove());
        assertEquals(Double.NaN, PlanField.PRICE_TREND.get(old(8)));
        assertFalse(PlanCodec.write(old(8)).contains("priceTrend"), "nothing is said of what nobody expects");
    }

    @Test
    void whatIsExpectedOfPricesIsWrittenAndReadAgain() throws Exception {
        Plan plan = PlanField.PRICE_TREND.with(old(8), -0.25);
        for (String path :
                List.of("finance.priceChanges.anthropic.perYear", "finance.priceChanges.all.by.2027-01-01")) {
            plan = PlanNumber.at(plan, path).orElseThrow().with(plan, -0.1);
        }
        plan = plan.withWhatIf(plan.whatIf()
                .with(new Range("finance.priceTrendPerYear", -0.55, 0, Distribution.TRIANGULAR, ""))
                .withScenarios(List.of(
                        new Scenario("A tenth off", List.of(new Scenario.Value("contract.discounts.all.off", 0.1))))));
        String text = PlanCodec.write(plan);
        assertTrue(text.contains("\"priceTrendPerYear\": -0.25"), text);
        assertTrue(text.contains("\"from\": \"2027-01-01\""), text);
        assertEquals(plan, PlanCodec.read(text, "again"));
        assertEquals(List.of(), Schemas.problems("plan.schema.json", text));
        for (String wrong : List.of(
                "{\"vendor\": \"anthropic\"}",
                "{\"perYear\": -0.1}",
                "{\"vendor\": \"anthropic\", \"perYear\": -0.1, \"from\": \"2027-01-01\"}",
                "{\"by\": -2}")) {
            String bad = text.replaceAll("(?s)\"priceChanges\": \\[.*?\\]", "\"priceChanges\": [" + wrong + "]");
            assertThrows(Refusal.class, () -> PlanCodec.read(bad, "bad"), wrong);
            assertFalse(Schemas.problems("plan.schema.json", bad).isEmpty(), wrong);
        }
    }

    @Test
    void whatFirstTurnsFindIsWrittenAndReadAgain() throws Exception {
        Plan plan = PlanField.FIRST_TURN_HIT_RATE.with(old(7), 0.6);
        String text = PlanCodec.write(plan);
        assertTrue(text.contains("\"firstTurnHitRate\": 0.6"), text);
        assertEquals(plan, PlanCodec.read(text, "again"));
        assertFalse(PlanCodec.write(old(7)).contains("firstTurnHitRate"));
    }

    @Test
    void whatIsAgreedIsWrittenAndReadAgain() throws Exception {
        Contract.Discount all = new Contract.Discount("anthropic", 0.12);
        Contract.Discount close = new Contract.Discount(
                "anthropic",
                0.2,
                "claude-sonnet*",
                List.of(Contract.PriceKind.INPUT),
                ServiceTier.BATCH,
                1e5,
                null,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2027, 12, 1),
                "Contract 17");
        Plan plan = old(6).withContract(new Contract(
                List.of(all, close),
                List.of(new Contract.Commitment("anthropic", 1000, 200.0, null, null, null)),
                List.of(new Contract.Credit("google", 500, null, LocalDate.of(2027, 1, 1), null)),
                0.19));
        String text = PlanCodec.write(plan);
        assertEquals(plan, PlanCodec.read(text, "again"));
        assertTrue(text.contains("\"kinds\": [\n          \"input\"\n        ]"), text);
        Plan alone = old(6).withContract(Contract.NONE.with(all));
        assertFalse(PlanCodec.write(alone).contains("credits"), PlanCodec.write(alone));
        assertEquals(alone, PlanCodec.read(PlanCodec.write(alone), "again"));
    }

    @Test
    void whatIsSaidOfAModelIsWrittenAndReadAgain() throws Exception {
        PriceRef mini = PriceRef.parse("openai/gpt-4.1-mini");
        Plan plan = old(5).withModels(List.of(new StatedModel(mini)));
        for (ModelNumber number : ModelNumber.of(plan).toList()) {
            plan = number.with(plan, number.unit() == Unit.FRACTION ? 0.75 : 2);
        }
        Range range = new Range("models.openai/gpt-4.1-mini.prompted", 0.7, 0.8, Distribution.PERT, null);
        plan = plan.withWhatIf(plan.whatIf().with(range)).withSource(range.path(), "200 tickets, judged");
        assertEquals(List.of(), PlanValidator.validate(plan));
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "again"));
        // Without the model, its range says nothing.
        assertEquals(old(5).whatIf(), plan.withModels(List.of()).whatIf());
        // What it thinks goes with its answer.
        ModelNumber answer = new ModelNumber(mini, ModelNumber.Kind.OUTPUT_TOKENS);
        assertEquals(List.of(), PlanValidator.validate(answer.with(plan, Double.NaN)));
    }

    @Test
    void aRateThatNobodyStatedIsNone() throws Exception {
        String dollars = PlanCodec.write(old(3));
        assertTrue(!dollars.contains("exchangeRate"), dollars);
        String euros = "\"currency\": \"EUR\", \"exchangeRate\": {\"perUsd\": %s, \"date\": \"2026-11-20\", \"source\":"
                + " \"%s\"}";
        for (String said : List.of("US dollars", "The plan is in US dollars", "the plan is in US dollars")) {
            assertNull(rate(dollars, euros.formatted("1", said)), said);
        }
        ExchangeRate stated = new ExchangeRate(0.87, LocalDate.of(2026, 11, 20), "US dollars");
        assertEquals(stated, rate(dollars, euros.formatted("0.87", "US dollars")));
        assertEquals(
                new ExchangeRate(1, LocalDate.of(2026, 11, 20), "a bank"),
                rate(dollars, euros.formatted("1", "a bank")));
        assertEquals(
                new ExchangeRate(0.87, null, null),
                rate(dollars, "\"currency\": \"EUR\", \"exchangeRate\": {\"perUsd\": 0.87}"));
    }

    /** The rate of the plan with that in place of its dollars; as it is again after saving. */
    private static @Nullable ExchangeRate rate(String plan, String money) {
        Plan read = PlanCodec.read(plan.replace("\"currency\": \"USD\"", money), "money");
        assertEquals(read, PlanCodec.read(PlanCodec.write(read), "again"));
        return read.finance().exchangeRate();
    }

    @Test
    void whatAPlanOfFormat4LeavesOutIsTheUsualCase() throws Exception {
        Plan plan = PlanCodec.read(
                PlanCodec.write(old(3))
                        .replace("\"behaviour\": \"ideal\"", "\"keyed\": true")
                        .replace(
                                "\"requestsPerMonth\": 200000,",
                                "\"sessions\": {\"perMonth\": 25000, \"turns\": 8,"
                                        + " \"classes\": [{\"share\": 1, \"turns\": 8}],"
                                        + " \"gaps\": [{\"seconds\": 30, \"share\": 0.4}]},")
                        .replace("\"scope\": \"request\",", "\"scope\": \"session\", \"growth\": {\"perTurn\": 500},")
                        .replaceFirst("(?s)\"whatIf\": \\{.*\\},(?=\\s*\"sources\")", ""),
                "short");
        assertEquals(Caching.Behaviour.OBSERVED, plan.caching().behaviour());
        assertTrue(plan.caching().keyed());
        assertEquals(200_000, plan.traffic().requestsPerMonth());
        assertEquals(
                new Sessions(
                        25_000.0,
                        8,
                        null,
                        60,
                        600,
                        0,
                        5,
                        30,
                        1,
                        List.of(new SizeClass(1, 8, 1, 1)),
                        List.of(new GapStep(30, 0.4))),
                plan.traffic().sessions());
        assertEquals(new Growth(500, 0, null, 0), plan.items().get(2).growth());
        assertEquals(plan, PlanCodec.read(PlanCodec.write(plan), "again"));
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
