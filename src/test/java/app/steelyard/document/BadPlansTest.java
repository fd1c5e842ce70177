package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.Seeded;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.WhatIf;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadPlansTest {
    private static final String GOOD =
            PlanCodec.write(Samples.plan("support-bot").orElseThrow().withWhatIf(WhatIf.NOTHING));

    private static final String DOLLARS = "\"currency\": \"USD\",";
    private static final String SESSIONS = "\"retryRate\": 0.01";

    /**
     * A good plan with one text replaced, and what is said of it.
     *
     * @param schema whether the schema can refuse it too
     */
    record Bad(String name, String from, String to, String pointer, String reason, boolean schema) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Bad> BAD = List.of(
            bad("unknown key", "\"traffic\": {", "\"traffic\": {\"colour\": 1,", "/traffic/colour", "not known here"),
            only(
                    "range of nothing",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.colour\", \"low\": 1, \"high\": 2, \"distribution\": \"pert\"}]",
                    "/whatIf/ranges/0/path",
                    "no number"),
            only(
                    "range of a misspelt number",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.tenant\", \"low\": 1, \"high\": 2, \"distribution\": \"pert\"}]",
                    "/whatIf/ranges/0/path",
                    "Did you mean traffic.tenants, "),
            only(
                    "range upside down",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.outputTokens\", \"low\": 5, \"high\": 2, \"distribution\":"
                            + " \"pert\"}]",
                    "/whatIf/ranges/0/high",
                    "above its beginning"),
            only(
                    "range outside",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.activeShare\", \"low\": 0.5, \"high\": 1.5, \"distribution\":"
                            + " \"uniform\"}]",
                    "/whatIf/ranges/0/high",
                    "outside the range"),
            only(
                    "range of the horizon",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"finance.horizonMonths\", \"low\": 5, \"high\": 20, \"distribution\":"
                            + " \"pert\"}]",
                    "/whatIf/ranges/0/path",
                    "a choice"),
            only(
                    "range without value",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"caching.measuredHitRate\", \"low\": 0.5, \"high\": 0.6,"
                            + " \"distribution\": \"pert\"}]",
                    "/whatIf/ranges/0/path",
                    "State the number itself"),
            only(
                    "lognormal from zero",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.outputTokens\", \"low\": 0, \"high\": 2, \"distribution\":"
                            + " \"lognormal\"}]",
                    "/whatIf/ranges/0/low",
                    "above 0"),
            bad(
                    "unknown distribution",
                    "\"ranges\": []",
                    "\"ranges\": [{\"path\": \"traffic.outputTokens\", \"low\": 0, \"high\": 2, \"distribution\":"
                            + " \"gauss\"}]",
                    "/whatIf/ranges/0/distribution",
                    "uniform"),
            only(
                    "correlated points",
                    "\"correlations\": []",
                    "\"correlations\": [{\"first\": \"traffic.users\", \"second\": \"traffic.tenants\","
                            + " \"coefficient\": 0.5}]",
                    "/whatIf/correlations/0/first",
                    "has no range"),
            bad(
                    "nameless scenario",
                    "\"scenarios\": []",
                    "\"scenarios\": [{\"name\": \" \", \"values\": []}]",
                    "/whatIf/scenarios/0/name",
                    "needs a name"),
            only(
                    "scenario outside",
                    "\"scenarios\": []",
                    "\"scenarios\": [{\"name\": \"S\", \"values\": [{\"path\": \"traffic.tenants\", \"value\": 0}]}]",
                    "/whatIf/scenarios/0/values/0/value",
                    "outside the range"),
            bad(
                    "scenario on no model",
                    "\"scenarios\": []",
                    "\"scenarios\": [{\"name\": \"S\", \"model\": {\"base\": \"gpt\"}, \"values\": []}]",
                    "/whatIf/scenarios/0/model/base",
                    "VENDOR/ID"),
            bad(
                    "scenario of another model",
                    "\"scenarios\": []",
                    "\"scenarios\": [{\"name\": \"S\", \"model\": {\"third\": \"a/b\"}, \"values\": []}]",
                    "/whatIf/scenarios/0/model/third",
                    "not known here"),
            bad("unknown top key", "\"format\": 9,", "\"format\": 9, \"more\": 1,", "/more", "not known here"),
            bad("missing key", "\"tenants\": 400,", "", "/traffic/tenants", "'tenants' is missing"),
            bad("missing format", "\"format\": 9,", "", "/format", "may not be a plan"),
            bad("newer format", "\"format\": 9,", "\"format\": 10,", "/format", "newer Steelyard"),
            bad("format 0", "\"format\": 9,", "\"format\": 0,", "/format", "whole number from 1"),
            bad("format as text", "\"format\": 9,", "\"format\": \"5\",", "/format", "whole number from 1"),
            bad("text for number", "\"users\": 8000", "\"users\": \"8000\"", "/traffic/users", "not a text"),
            bad("null for number", "\"users\": 8000", "\"users\": null", "/traffic/users", "not null"),
            bad("true for number", "\"users\": 8000", "\"users\": true", "/traffic/users", "not true"),
            bad("number for text", "\"currency\": \"USD\"", "\"currency\": 1", "/finance/currency", "not a number"),
            bad("null for optional", "\"model\": \"openai/gpt-4.1\"", "\"model\": null", "/tuning/model", "not null"),
            bad("list for object", "\"latency\": {", "\"latency\": [], \"latency-\": {", "/latency", "not a list"),
            bad("object for list", "\"items\": [", "\"items\": {}, \"items-\": [", "/items", "not an object"),
            bad("number for object", "\"today\": \"uncached\"", "\"today\": 3", "/today", "not a number"),
            bad("no such choice", "\"uncached\"", "\"Uncached\"", "/today", "use one of: uncached, prompt-caching"),
            bad("today as placed", "\"today\": \"uncached\"", "\"today\": \"as-placed\"", "/today", "Use as-is"),
            bad(
                    "no such day",
                    "\"pricesAsOf\": \"2026-11-22\"",
                    "\"pricesAsOf\": \"2026-02-30\"",
                    "/inference/pricesAsOf",
                    "not a date"),
            bad(
                    "day in words",
                    "\"pricesAsOf\": \"2026-11-22\"",
                    "\"pricesAsOf\": \"today\"",
                    "/inference/pricesAsOf",
                    "not a date"),
            bad("no reference", "voyage/voyage-3.5", "voyage-3.5", "/retrieval/embedding", "VENDOR/ID"),
            bad("blank reference", "voyage/voyage-3.5", " /x", "/retrieval/embedding", "VENDOR/ID"),
            bad("endless number", "\"users\": 8000", "\"users\": 1e999", "/traffic/users", "too large"),
            bad("below the range", "\"users\": 8000", "\"users\": 0", "/traffic/users", "outside the range"),
            bad(
                    "above the range",
                    "\"retryRate\": 0.01",
                    "\"retryRate\": 1.5",
                    "/traffic/retryRate",
                    "outside the range"),
            bad(
                    "half a month",
                    "\"horizonMonths\": 24",
                    "\"horizonMonths\": 1.5",
                    "/finance/horizonMonths",
                    "whole number"),
            bad("negative tokens", "\"tokens\": 100000", "\"tokens\": -1", "/items/1/tokens", "outside the range"),
            bad("bad id", "\"id\": \"customer\"", "\"id\": \"the customer\"", "/items/2/id", "cannot be an id"),
            bad(
                    "blank name",
                    "\"name\": \"Product documentation\"",
                    "\"name\": \" \"",
                    "/items/1/name",
                    "needs a name"),
            bad(
                    "bad currency",
                    "\"currency\": \"USD\"",
                    "\"currency\": \"usd\"",
                    "/finance/currency",
                    "capital letters"),
            bad(
                    "dollars for dollars",
                    DOLLARS,
                    DOLLARS + "\"exchangeRate\": {\"perUsd\": 2},",
                    "/finance/exchangeRate/perUsd",
                    "must be 1"),
            bad(
                    "rate without a number",
                    DOLLARS,
                    DOLLARS + "\"exchangeRate\": {\"date\": \"2026-11-20\", \"source\": \"a bank\"},",
                    "/finance/exchangeRate/perUsd",
                    "missing"),
            bad(
                    "rate of nothing",
                    DOLLARS,
                    "\"currency\": \"EUR\", \"exchangeRate\": {\"perUsd\": 0},",
                    "/finance/exchangeRate/perUsd",
                    "outside the range"),
            bad(
                    "rate of no day",
                    DOLLARS,
                    "\"currency\": \"EUR\", \"exchangeRate\": {\"perUsd\": 0.9, \"date\": \"yesterday\"},",
                    "/finance/exchangeRate/date",
                    "is not a date"),
            bad(
                    "number as source",
                    "\"sources\": {",
                    "\"sources\": {\"a/b~c\": 1,",
                    "/sources/a~1b~0c",
                    "not a number"),
            bad(
                    "turns below one",
                    SESSIONS,
                    sessions("\"turns\": 0.5"),
                    "/traffic/sessions/turns",
                    "outside the range"),
            bad(
                    "spread above 20",
                    SESSIONS,
                    sessions("\"turnsSpread\": 21"),
                    "/traffic/sessions/turnsSpread",
                    "outside"),
            bad(
                    "eight days",
                    SESSIONS,
                    SESSIONS + ", \"activeDaysPerWeek\": 8",
                    "/traffic/activeDaysPerWeek",
                    "outside"),
            bad("share of 2", SESSIONS, sessions("\"toolShare\": 2"), "/traffic/sessions/toolShare", "0 % to 100 %"),
            only(
                    "classes of 90 %",
                    SESSIONS,
                    sessions("\"classes\": [{\"share\": 0.9, \"turns\": 2}]"),
                    "/traffic/sessions/classes",
                    "not to 90"),
            bad(
                    "a class of no turn",
                    SESSIONS,
                    sessions("\"classes\": [{\"share\": 1, \"turns\": 0}]"),
                    "/traffic/sessions/classes/0/turns",
                    "outside"),
            only(
                    "gaps that fall",
                    SESSIONS,
                    sessions("\"gaps\": [{\"seconds\": 30, \"share\": 0.5}, {\"seconds\": 60, \"share\": 0.4}]"),
                    "/traffic/sessions/gaps/1/share",
                    "counts the shorter gaps too"),
            bad("no requests", "\"requestsPerMonth\": 200000,", "", "/traffic/requestsPerMonth", "is missing"),
            bad("behaves badly", "\"ideal\"", "\"bad\"", "/caching/behaviour", "use one of: ideal, observed"),
            bad(
                    "error of 0.6",
                    "\"today\":",
                    "\"model\": {\"hitRateError\": 0.6}, \"today\":",
                    "/model/hitRateError",
                    "outside"),
            bad(
                    "share of a model",
                    "\"today\":",
                    "\"models\": [{\"model\": \"a/b\", \"prompted\": 82}], \"today\":",
                    "/models/0/prompted",
                    "outside the range 0 %"),
            bad(
                    "first turns in per cent",
                    "\"caching\": {",
                    "\"caching\": {\"firstTurnHitRate\": 60, ",
                    "/caching/firstTurnHitRate",
                    "outside the range 0 %"),
            only(
                    "shares above all",
                    "\"pricesAsOf\":",
                    "\"served\": {\"batch\": 0.7, \"flex\": 0.4}, \"pricesAsOf\":",
                    "/inference/served",
                    "come to 110 %"),
            bad(
                    "discount in per cent",
                    "\"today\":",
                    "\"contract\": {\"discounts\": [{\"vendor\": \"anthropic\", \"off\": 12}]}, \"today\":",
                    "/contract/discounts/0/off",
                    "in a file 12 % is written 0.12."),
            bad(
                    "discount on a model as vendor",
                    "\"today\":",
                    "\"contract\": {\"discounts\": [{\"vendor\": \"a/b\", \"off\": 0.1}]}, \"today\":",
                    "/contract/discounts/0/vendor",
                    "is no vendor"),
            bad(
                    "credit without amount",
                    "\"today\":",
                    "\"contract\": {\"credits\": [{\"vendor\": \"google\"}]}, \"today\":",
                    "/contract/credits/0/amount",
                    "missing"),
            bad("no model", "\"today\":", "\"models\": [{\"prompted\": 0.8}], \"today\":", "/models/0/model", "model"),
            bad(
                    "factor of a model",
                    "\"today\":",
                    "\"models\": [{\"model\": \"a/b\", \"tokenFactor\": 0}], \"today\":",
                    "/models/0/tokenFactor",
                    "0.1"),
            bad(
                    "thinking alone",
                    "\"today\":",
                    "\"models\": [{\"model\": \"a/b.c\", \"reasoningTokens\": 5}], \"today\":",
                    "/models/0/reasoningTokens",
                    "without its output"),
            bad(
                    "success above 1",
                    "\"today\":",
                    "\"outcome\": {\"tuned\": 1.2}, \"today\":",
                    "/outcome/tuned",
                    "outside"),
            bad(
                    "tuned answers of no length",
                    "\"engineeringWeeksPerRetrain\":",
                    "\"outputTokens\": -1, \"engineeringWeeksPerRetrain\":",
                    "/tuning/outputTokens",
                    "outside"),
            bad(
                    "a failure of two costs",
                    "\"today\":",
                    "\"outcome\": {\"failureCost\": 4, \"failureMinutes\": 5, \"failureHourlyRate\": 60}, \"today\":",
                    "/outcome/failureCost",
                    "either money or somebody"),
            bad(
                    "minutes without a price",
                    "\"today\":",
                    "\"outcome\": {\"failureMinutes\": 5}, \"today\":",
                    "/outcome/failureHourlyRate",
                    "How many minutes"),
            bad(
                    "a price without minutes",
                    "\"today\":",
                    "\"outcome\": {\"failureHourlyRate\": 50}, \"today\":",
                    "/outcome/failureMinutes",
                    "What an hour costs"),
            bad(
                    "a part of what is needed whole",
                    "\"tokens\": 100000,",
                    "\"tokens\": 100000, \"neededWhole\": 5,",
                    "/items/1/neededWhole",
                    "true or false"),
            bad(
                    "growth of what all share",
                    "\"tokens\": 100000,",
                    "\"tokens\": 100000, \"growth\": {\"perTurn\": 5},",
                    "/items/1/growth",
                    "scope session"),
            only(
                    "gap upside down",
                    SESSIONS,
                    sessions("\"gapMedianSeconds\": 90, \"gapP95Seconds\": 80"),
                    "/traffic/sessions/gapP95Seconds",
                    "above the median of 90 s"),
            only(
                    "gaps all alike",
                    SESSIONS,
                    sessions("\"toolGapMedianSeconds\": 30"),
                    "/traffic/sessions/toolGapP95Seconds",
                    "a little longer"),
            only(
                    "requests that are not the sessions'",
                    SESSIONS,
                    sessions("\"perMonth\": 1000, \"turns\": 8"),
                    "/traffic/requestsPerMonth",
                    "8,000 requests a month, and 200,000 are stated"),
            only(
                    "too many sessions",
                    "\"requestsPerMonth\": 200000,",
                    "\"sessions\": {\"perMonth\": 1e11, \"turns\": 80},",
                    "/traffic/sessions/perMonth",
                    "more than 1,000,000,000,000 requests"),
            only(
                    "end below the beginning",
                    "\"scope\": \"request\",",
                    "\"scope\": \"session\", \"growth\": {\"perTurn\": 5, \"end\": 800},",
                    "/items/3/growth/end",
                    "its first turn"),
            bad(
                    "all of it grows",
                    "\"tokens\":",
                    "\"growth\": {\"keptAnswer\": 1}, \"tokens\":",
                    "/items/3/growth",
                    "“Instructions and tone” does"),
            only("id twice", "\"id\": \"customer\"", "\"id\": \"documentation\"", "/items/2/id", "used twice"),
            only("key twice", "\"users\": 8000", "\"users\": 8000, \"users\": 9000", "/traffic/users", "stands twice"),
            only(
                    "minimum too high",
                    "\"caching\": {",
                    "\"caching\": {\"minimumTokens\": 500000,",
                    "/caching/minimumTokens",
                    "nothing could ever be cached"));

    private static String sessions(String stated) {
        return SESSIONS + ", \"sessions\": {" + stated + "}";
    }

    private static Bad bad(String name, String from, String to, String pointer, String reason) {
        return new Bad(name, from, to, pointer, reason, true);
    }

    /** Bad for the program only: a schema cannot say it. */
    private static Bad only(String name, String from, String to, String pointer, String reason) {
        return new Bad(name, from, to, pointer, reason, false);
    }

    @ParameterizedTest
    @FieldSource("BAD")
    void isRefusedAtItsPlaceWithItsReason(Bad bad) throws Exception {
        String text = GOOD.replace(bad.from(), bad.to());
        assertFalse(text.equals(GOOD), "nothing replaced");
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(text, "bad.steelyard"));
        assertTrue(
                e.problems().stream()
                        .anyMatch(p ->
                                p.pointer().equals(bad.pointer()) && p.reason().contains(bad.reason()) && p.line() > 0),
                e.getMessage());
        if (!bad.name().equals("key twice")) {
            assertEquals(
                    bad.schema(), !Schemas.problems("plan.schema.json", text).isEmpty());
        }
    }

    static final List<String> NO_JSON = List.of(
            "",
            "  \n",
            "plan",
            "{",
            "[1, 2",
            "{\"format\": 1,}",
            "{'format': 1}",
            "{\"format\": NaN}",
            "{\"format\": 01}",
            "{\"format\": +1}",
            "{\"format\": 1} {}",
            "{\"format\": 1} x",
            "{\"format\": \"\\x\"}",
            "// comment\n{}",
            "\u0000",
            "[".repeat(100_000),
            "{\"a\":".repeat(50) + "1" + "}".repeat(50));

    @ParameterizedTest
    @FieldSource("NO_JSON")
    void whatIsNoJsonIsRefusedInOneSentence(String text) {
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(text, "bad.steelyard"));
        assertEquals(1, e.problems().size(), e.getMessage());
        assertFalse(e.getMessage().contains("tools.jackson"), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void aValueThatIsNoPlanIsRefused(String text) {
        Refusal e = assertThrows(Refusal.class, () -> PlanCodec.read(text, "bad.steelyard"));
        assertTrue(e.getMessage().startsWith("bad.steelyard:1:1: An object in braces is expected"), e.getMessage());
    }

    static final List<String> VALUES = List.of("1", "\"plan\"", "null", "[]");

    /** However a plan is damaged, it is read or refused, and nothing else. */
    @Test
    void anyDamageIsToldOf() {
        Seeded.forAll(2000, draw -> {
            StringBuilder text = new StringBuilder(GOOD);
            int damages = draw.whole(1, 3);
            for (int i = 0; i < damages; i++) {
                int at = draw.whole(0, text.length() - 1);
                if (draw.maybe()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, draw.oneOf("\"", "{", "}", "[", ",", "-", "9", "e9", "null", "\u0000"));
                }
            }
            try {
                PlanCodec.read(text.toString(), "damaged");
            } catch (Refusal e) {
                assertFalse(e.problems().isEmpty());
            }
        });
    }

    static final List<String> SAMPLES = Samples.IDS;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void theSchemaAcceptsTheSamples(String id) throws Exception {
        assertEquals(
                List.of(),
                Schemas.problems(
                        "plan.schema.json", PlanCodec.write(Samples.plan(id).orElseThrow())));
    }

    @Test
    void theSchemaAcceptsAnyPlan() {
        Seeded.forAll(
                50,
                draw -> assertEquals(
                        List.of(),
                        Schemas.problems("plan.schema.json", PlanCodec.write(RandomPlans.any(draw.random())))));
    }

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(schema());

    private static String schema() {
        try {
            return Files.readString(Path.of("docs/plan.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @FieldSource("FIELDS")
    void theSchemaKnowsTheRangeOfEveryNumber(PlanField field) {
        JsonNode node = SCHEMA;
        for (String key : field.path().split("\\.")) {
            node = node.path("properties").path(key);
        }
        assertEquals(field.min(), node.path("minimum").asDouble());
        assertEquals(field.max(), node.path("maximum").asDouble());
        assertEquals(field.whole() ? "integer" : "number", node.path("type").asString());
        assertFalse(node.path("description").asString().isBlank());
    }

    static final List<PlanField> FIELDS = Stream.of(PlanField.values()).toList();
}
