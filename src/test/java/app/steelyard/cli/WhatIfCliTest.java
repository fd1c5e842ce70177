package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.Schemas;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cost.result.Measure;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.Samples;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.WhatIf;
import app.steelyard.text.Currency;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.PublishedClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code whatif}, {@code sweep}, {@code solve}, {@code claim} and {@code placements}. */
class WhatIfCliTest {
    @TempDir
    static Path folder;

    static final List<String> SAMPLES = Samples.OF_THE_GUIDE;

    private static CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    private static String written(String name, Plan plan) throws IOException {
        return Files.writeString(folder.resolve(name), PlanCodec.write(plan)).toString();
    }

    private static void holds(String schema, CliRun result) throws IOException {
        assertEquals(ExitCodes.DONE, result.code(), result.err());
        assertEquals(List.of(), Schemas.problems(schema, result.out()));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void tellsHowSureASampleIs(String id) throws IOException {
        CliRun text = run("whatif", "sample:" + id, "--trials", "1000");
        assertEquals(ExitCodes.DONE, text.code(), text.err());
        Golden.check("cli/whatif-" + id + ".txt", text.out());
        holds("whatif.schema.json", run("whatif", "sample:" + id, "--trials", "1000", "--format", "json"));
    }

    /** Without a rate there is no amount, no answer that stays, and nothing that cannot do the job: only what is missing. */
    @Test
    void withoutARateNothingIsToldInMoney() throws IOException {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        Plan euro = plan.withFinance(plan.finance().in(new Currency("EUR"), null));
        CliRun run = run("whatif", written("euro.steelyard", euro), "--trials", "1000");
        assertEquals(ExitCodes.DONE, run.code(), run.err());
        assertTrue(run.out().contains("finance.exchangeRate"), run.out());
        for (String wrong : List.of("€0", "Value of perfect information", "stays the same", "can do the job")) {
            assertFalse(run.out().contains(wrong), run.out());
        }
    }

    @Test
    void theSameSeedPrintsTheSameOnAnyNumberOfThreads() {
        for (String format : List.of("text", "json")) {
            String one = run("whatif", "sample:support-bot", "--trials", "5000", "--threads", "1", "--format", format)
                    .out();
            String three = run("whatif", "sample:support-bot", "--trials", "5000", "--threads", "3", "--format", format)
                    .out();
            assertEquals(one, three);
            String other = run("whatif", "sample:support-bot", "--trials", "5000", "--seed", "7", "--format", format)
                    .out();
            assertFalse(one.equals(other));
        }
    }

    /** Text and JSON tell the same, and shares of the cheapest add up with the trials in which nothing can do the job. */
    @Test
    void sharesAddUp() {
        JsonNode json = run("whatif", "sample:banking-copilot", "--trials", "2000", "--format", "json")
                .json();
        double sum = json.get("noneFeasible").asDouble();
        for (JsonNode design : json.get("designs")) {
            sum += design.get("probabilityCheapest").asDouble();
            assertEquals(
                    design.get("p80").asDouble() - design.get("p50").asDouble(),
                    design.get("contingency").asDouble(),
                    1e-3);
            assertTrue(design.get("p10").asDouble() <= design.get("p50").asDouble());
        }
        assertEquals(1, sum, 1e-9);
        for (JsonNode scenario : json.get("scenarios")) {
            JsonNode difference = scenario.get("difference");
            double lines = 0;
            for (JsonNode line : difference == null ? JsonMapper.shared().createArrayNode() : difference.get("lines")) {
                lines += line.get("difference").asDouble();
            }
            assertEquals(difference == null ? 0 : difference.get("total").asDouble(), lines, 1e-3);
        }
    }

    @Test
    void aDesignThatCostsMoreIsNotSaidToSave() {
        String out = run("whatif", "sample:hybrid", "--trials", "500", "--design", "hybrid")
                .out();
        assertTrue(out.contains("Hybrid on GPT-5 class to be tuned, as published costs $"), out);
        assertTrue(out.contains("more than today in the middle case"), out);
        assertFalse(out.contains("published saves"), out);
    }

    @Test
    void tellsTheSavingOfAnotherDesign() {
        JsonNode json = run(
                        "whatif", "sample:support-bot", "--trials", "500", "--design", "retrieval", "--format", "json")
                .json();
        assertEquals("retrieval", json.get("saving").get("design").asString());
        assertEquals("prompt-caching", json.get("cheapest").asString());
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("whatif", "sample:caching", "--design", "retrieval").code());
        CliRun none = run("whatif", "sample:caching", "--design", "steam");
        assertEquals(ExitCodes.WRONG_USAGE, none.code());
        assertTrue(none.err().contains("prompt-caching"), none.err());
    }

    @Test
    void aPlanWithoutRangesIsToldWhatToAdd() throws IOException {
        Plan sample = Samples.plan("caching").orElseThrow().withWhatIf(WhatIf.NOTHING);
        assertEquals(
                ExitCodes.DONE,
                run("whatif", written("derived.steelyard", sample)).code());
        Plan sure = PlanField.MEASURED_HIT_RATE.with(sample, 0.9);
        CliRun result = run("whatif", written("sure.steelyard", sure));
        assertEquals(ExitCodes.BAD_INPUT, result.code());
        assertTrue(result.err().contains("{\"path\": \"traffic.requestsPerMonth\""), result.err());
        assertEquals("", result.out());
    }

    @Test
    void contradictingCorrelationsAreNamed() throws IOException {
        Plan plan = Samples.plan("caching").orElseThrow();
        Plan torn = plan.withWhatIf(plan.whatIf()
                .withCorrelations(List.of(
                        new Correlation("traffic.requestsPerMonth", "items.context.tokens", 0.9),
                        new Correlation("items.context.tokens", "traffic.outputTokens", 0.9),
                        new Correlation("traffic.requestsPerMonth", "traffic.outputTokens", -0.9))));
        CliRun result = run("whatif", written("torn.steelyard", torn));
        assertEquals(ExitCodes.BAD_INPUT, result.code());
        assertTrue(result.err().startsWith("These correlations cannot hold together"), result.err());
        assertTrue(result.err().contains("“Requests a month” (traffic.requestsPerMonth)"), result.err());
    }

    /** A horizon of one month, one tenant, one week: whatever is counted, one is not said in the plural. */
    @Test
    void oneIsNotSaidInThePlural() throws IOException {
        Plan plan = Samples.plan("banking-copilot").orElseThrow();
        for (PlanField one : List.of(
                PlanField.HORIZON_MONTHS,
                PlanField.TENANTS,
                PlanField.CACHING_WEEKS,
                PlanField.RETRAIN_EVERY_MONTHS,
                PlanField.RUNS_PER_ROUND)) {
            plan = one.with(plan, 1);
        }
        String file = written("one.steelyard", plan);
        for (String[] command : List.of(
                new String[] {"whatif", file, "--trials", "500"},
                new String[] {"cost", file},
                new String[] {"placements", file},
                new String[] {"claim", file},
                new String[] {"claim", file, "hit-rate-support-85"},
                new String[] {"solve", file, "--for", "finance.horizonMonths", "--so-that", "saving = 1"},
                new String[] {"sweep", file, "--x", "finance.horizonMonths=1..3:3"})) {
            String text = run(command).out();
            assertFalse(text.isEmpty());
            java.util.regex.Matcher plural = java.util.regex.Pattern.compile(
                            "(?<![\\d.,])1 (months|weeks|trials|tokens|requests|hours|percentage"
                                    + " points|steps|placements|numbers)\\b")
                    .matcher(text);
            assertFalse(plural.find(), () -> String.join(" ", command) + ": " + plural.group());
        }
    }

    @Test
    void aPlansDoubtfulRangeIsTold() throws IOException {
        Plan plan = PlanField.REQUESTS_PER_MONTH.with(Samples.plan("caching").orElseThrow(), 100);
        String file = written("outside.steelyard", plan);
        assertTrue(
                run("whatif", file, "--trials", "500").out().contains("“Requests a month” is planned at 100, outside"));
        CliRun json = run("whatif", file, "--trials", "500", "--format", "json");
        holds("whatif.schema.json", json);
        assertEquals(1, json.json().get("notices").size());
        JsonNode never = json.json().get("designs").get(0);
        assertEquals(0, never.get("probabilityCheapest").asDouble());
        assertEquals(0.006, never.get("probabilityBound").asDouble(), 1e-12);
        assertTrue(json.json().get("lead").get("oneAtATime").size() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "cheapest = prompt-caching, traffic.requestsPerMonth, true",
        "cheapest = hybrid, traffic.requestsPerMonth, false",
        "tco(caching) = tco(rag), items.documentation.tokens, true",
        "tco(caching) = tco(uncached), traffic.outputTokens, false",
    })
    void solvesForDesigns(String goal, String number, boolean found) throws IOException {
        String[] asked = {"solve", "sample:support-bot", "--for", number, "--so-that", goal};
        CliRun text = run(asked);
        assertEquals(ExitCodes.DONE, text.code(), text.err());
        assertEquals(found, !text.out().contains("Never. "), text.out());
        CliRun json = run("solve", "sample:support-bot", "--for", number, "--so-that", goal, "--format", "json");
        holds("solve.schema.json", json);
        assertEquals(found, json.json().get("found").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"--trials,0", "--trials,5000001", "--threads,0", "--seed,x", "--format,csv"})
    void settingsOutOfRangeAreWrongUsage(String option, String value) {
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("whatif", "sample:caching", option, value).code());
    }

    @Test
    void sweepsOneNumber() throws IOException {
        String[] along = {"sweep", "sample:caching", "--x", "traffic.requestsPerMonth=100k..1M:4"};
        Golden.check("cli/sweep.txt", run(along).out());
        CliRun json = run("sweep", "sample:caching", "--x", "traffic.requestsPerMonth=100k..1M:4", "--format", "json");
        holds("sweep.schema.json", json);
        // The guide's example: 5,000 tokens at $0.625/M and $0.0625/M, a million requests in each of twelve months.
        JsonNode last = json.json().get("points").get(3);
        assertEquals(1e6, last.get("x").asDouble());
        assertEquals(37_500, last.get("values").get(0).asDouble(), 1e-6);
        assertEquals(3_750, last.get("values").get(1).asDouble(), 1e-6);
        assertTrue(last.get("values").get(2).isNull(), "what has no price is not known");
        String csv = run("sweep", "sample:caching", "--x", "traffic.requestsPerMonth=100k..1M:4", "--format", "csv")
                .out();
        assertTrue(csv.startsWith("traffic.requestsPerMonth,tco(uncached),tco(prompt-caching),"), csv);
        assertTrue(csv.endsWith("1000000,37500,3750,,,prompt-caching\r\n"), csv);
    }

    @Test
    void sweepsOneResultOfOneDesign() {
        JsonNode json = run(
                        "sweep",
                        "sample:support-bot",
                        "--x",
                        "caching.measuredHitRate=0%..100%:3",
                        "--result",
                        "hit-rate(prompt-caching)",
                        "--format",
                        "json")
                .json();
        assertEquals(1, json.get("designs").size());
        assertEquals(0.5, json.get("points").get(1).get("x").asDouble());
        assertEquals(0.5, json.get("points").get(1).get("values").get(0).asDouble(), 1e-12);
    }

    /** The horizon cannot be an axis of a map, but a plan is weighed anew for each value along one number. */
    @Test
    void sweepsTheHorizonInWholeMonths() {
        JsonNode json = run("sweep", "sample:caching", "--x", "finance.horizonMonths=1..4:11", "--format", "json")
                .json();
        assertEquals(4, json.get("points").size());
        assertEquals(3_125, json.get("points").get(0).get("values").get(0).asDouble(), 1e-6);
        CliRun map = run(
                "sweep", "sample:caching", "--x", "finance.horizonMonths=1..4", "--y", "traffic.requestsPerMonth=1..2");
        assertEquals(ExitCodes.WRONG_USAGE, map.code());
        assertTrue(map.err().contains("cannot be an axis"), map.err());
    }

    @Test
    void mapsTheCheapestDesign() throws IOException {
        String[] map = {
            "sweep",
            "sample:support-bot",
            "--x",
            "traffic.requestsPerMonth=1k..1M:40",
            "--y",
            "items.documentation.tokens=10k..300k:8:log"
        };
        CliRun text = run(map);
        Golden.check("cli/sweep-map.txt", text.out());
        text.out().lines().filter(l -> l.contains("│")).forEach(l -> assertTrue(l.length() <= 80, l));
        String[] asJson = java.util.Arrays.copyOf(map, map.length + 2);
        asJson[map.length] = "--format";
        asJson[map.length + 1] = "json";
        CliRun json = run(asJson);
        holds("sweep.schema.json", json);
        JsonNode cells = json.json().get("cells");
        assertEquals(320, cells.size());
        double least = Double.POSITIVE_INFINITY;
        String cheapest = "";
        JsonNode cell = cells.get(7);
        for (int i = 0; i < cell.get("totals").size(); i++) {
            if (cell.get("feasible").get(i).asBoolean()
                    && cell.get("totals").get(i).asDouble() < least) {
                least = cell.get("totals").get(i).asDouble();
                cheapest = json.json().get("designs").get(i).asString();
            }
        }
        assertEquals(cheapest, cell.get("cheapest").asString());
        asJson[map.length + 1] = "csv";
        assertEquals(321, run(asJson).out().lines().count());
    }

    @Test
    void saysWhereCachingCostsMoreThanToday() {
        String out = run(
                        "sweep",
                        "sample:support-bot",
                        "--x",
                        "traffic.requestsPerMonth=1k..1M",
                        "--y",
                        "traffic.tenants=1..10k")
                .out();
        assertTrue(out.contains("Prompt caching costs more than today’s design (Uncached) on "), out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traffic.tenants",
                "traffic.tenants=1",
                "traffic.tenants=1..10:lin",
                "traffic.tenants=1..10:1",
                "traffic.tenants=10..1",
                "traffic.tenants=0..1:log",
                "traffic.tenants=1..many",
                "traffic.retryRate=0..200%"
            })
    void refusesWhatIsNoAxis(String axis) {
        CliRun result = run("sweep", "sample:caching", "--x", axis);
        assertEquals(ExitCodes.WRONG_USAGE, result.code(), result.out());
        assertEquals("", result.out());
        assertFalse(result.err().isBlank());
    }

    /** Told at once and apart from the result, whatever the command prints. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost PLAN --format json",
                "claim PLAN",
                "placements PLAN",
                "sweep PLAN --x traffic.tenants=1..10",
                "solve PLAN --for traffic.tenants --so-that tco=1M",
                "decide PLAN"
            })
    void saysWhichModelsAndServicesAPlanMisspells(String command) throws Exception {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        Retrieval retrieval = plan.retrieval();
        Plan misspelt = plan.withInference(new Inference(
                        PriceRef.parse("openai/gpt-41"),
                        plan.inference().tier(),
                        plan.inference().pricesAsOf()))
                .withTuning(plan.tuning().withModel(PriceRef.parse("openai/gpt-4.1-mimi")))
                .withRetrieval(new Retrieval(
                        PriceRef.parse("openai/text-embeding-3-small"),
                        null,
                        null,
                        retrieval.retrievedTokens(),
                        retrieval.reembeddedShare(),
                        retrieval.engineeringWeeks()));
        CliRun result = run(
                command.replace("PLAN", written("misspelt.steelyard", misspelt)).split(" "));
        assertTrue(result.err().startsWith("""
            openai/gpt-41 is not in the price book. Did you mean openai/gpt-4.1? Choose a model it lists, or add a profile of your own.
            openai/gpt-4.1-mimi is not in the price book. Did you mean openai/gpt-4.1-mini? Choose a model it lists, or add a profile of your own.
            openai/text-embeding-3-small is not in the price book. Did you mean openai/text-embedding-3-small? Choose a service it lists, or add a profile of your own.
            """), result.err());
        assertFalse(result.out().startsWith("openai/gpt-41 is not"));
    }

    @Test
    void suggestsNumbersThatAreNamedAlike() {
        CliRun typo = run("sweep", "sample:caching", "--x", "trafic.requestPerMonth=1..2");
        assertEquals(ExitCodes.BAD_INPUT, typo.code());
        assertTrue(typo.err().contains("Did you mean traffic.requestsPerMonth"), typo.err());
        CliRun last = run("solve", "sample:caching", "--for", "tenants", "--so-that", "tco = 1");
        assertTrue(last.err().contains("Did you mean traffic.tenants"), last.err());
        for (PlanField field : PlanField.values()) {
            assertTrue(last.err().contains("\n  " + field.path()), field.path());
        }
    }

    @Test
    void findsTheValueThatIsWanted() throws IOException {
        // $3,125.00 a month uncached are $2,812.50 less with a cache: half of that takes half of the requests.
        String[] solve = {
            "solve",
            "sample:caching",
            "--for",
            "traffic.requestsPerMonth",
            "--so-that",
            "saving-first-month = $1,406.25"
        };
        Golden.check("cli/solve.txt", run(solve).out());
        CliRun json = run(
                "solve",
                "sample:caching",
                "--for",
                "traffic.requestsPerMonth",
                "--so-that",
                "saving-first-month = 1406.25",
                "--format",
                "json");
        holds("solve.schema.json", json);
        assertEquals(500_000, json.json().get("solutions").get(0).get("from").asDouble(), 1e-3);
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        String[] solve = {"solve", "sample:caching", "--for", "traffic.growthPerMonth", "--so-that", "tco = 1"};
        CliRun text = run(solve);
        assertEquals(ExitCodes.DONE, text.code(), text.err());
        assertTrue(text.out().contains("Never. "), text.out());
        CliRun json = run(
                "solve",
                "sample:caching",
                "--for",
                "traffic.growthPerMonth",
                "--so-that",
                "tco = 1",
                "--format",
                "json");
        holds("solve.schema.json", json);
        assertFalse(json.json().get("found").asBoolean());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("solve", "sample:caching", "--for", "traffic.tenants", "--so-that", "cost = 1")
                        .code());
    }

    @Test
    void helpNamesEveryResultAndDesign() {
        String help = run("solve", "--help").out();
        Measure.keys().forEach(k -> assertTrue(help.matches("(?s).*\\s" + k + "[,.\\s].*"), k));
        Subject.keys().stream()
                .filter(k -> !k.equals(Subject.CHEAPEST.key()))
                .forEach(k -> assertTrue(help.matches("(?s).*\\s" + k + "[,.\\s].*"), k));
    }

    @Test
    void holdsClaimsAgainstAPlan() throws IOException {
        Golden.check("cli/claim.txt", run("claim", "sample:support-bot").out());
        CliRun all = run("claim", "sample:support-bot", "--format", "json");
        holds("claim.schema.json", all);
        assertEquals(PublishedClaim.shipped().size(), all.json().get("claims").size());
        Golden.check(
                "cli/claim-one.txt",
                run("claim", "sample:support-bot", "saving-share(prompt-caching) >= 90%")
                        .out());
        CliRun one = run("claim", "sample:support-bot", "caching-input-90", "--format", "json");
        holds("claim.schema.json", one);
        assertEquals(
                "caching-input-90",
                one.json().get("claims").get(0).get("published").get("id").asString());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("claim", "sample:support-bot", "caching is good").code());
    }

    @Test
    void findsTheCheapestPlacement() throws IOException {
        Golden.check(
                "cli/placements.txt",
                run("placements", "sample:clinical-extractor").out());
        CliRun json = run("placements", "sample:clinical-extractor", "--format", "json");
        holds("placements.schema.json", json);
        assertTrue(json.json().get("proven").asBoolean());
        CliRun never = run("placements", "sample:clinical-extractor", "--max-first-token", "1ms");
        assertEquals(ExitCodes.DONE, never.code());
        assertTrue(never.out().contains("No placement can do the job and keeps to the constraints."), never.out());
        holds(
                "placements.schema.json",
                run("placements", "sample:clinical-extractor", "--max-first-token", "1ms", "--format", "json"));
    }

    /** What is asked of models, in text and as JSON. */
    @Test
    void searchesPlacementsOverModels() throws IOException {
        String[] asked = {
            "placements", "sample:clinical-extractor", "--vendor", "all", "--region", "us", "--min-window", "400k"
        };
        Golden.check("cli/placements-models.txt", run(asked).out());
        CliRun json = run(
                Stream.concat(Stream.of(asked), Stream.of("--format", "json")).toArray(String[]::new));
        holds("placements.schema.json", json);
        JsonNode against = json.json().get("againstToday");
        assertEquals(
                against.get("saving").asDouble(),
                against.get("byModel").asDouble() + against.get("byDesign").asDouble(),
                1e-6);
        assertEquals("us", json.json().get("constraints").get("region").asString());
        assertTrue(json.json().get("left").size() > 10);
        CliRun seldom = run("placements", "sample:clinical-extractor", "--vendor", "openai", "--min-success", "90%");
        assertTrue(seldom.out().contains("nobody has said how often sessions succeed there"), seldom.out());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("placements", "sample:caching", "--min-success", "2").code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("placements", "sample:caching", "--min-window", "many").code());
    }

    private static Plan scenarioOn(String base) {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Scenario.Models models = new Scenario.Models(PriceRef.parse(base), null);
        return plan.withWhatIf(plan.whatIf().withScenarios(List.of(new Scenario("Smaller model", models, List.of()))));
    }

    @Test
    void aScenarioOnAnotherModelIsToldByItsName() throws IOException {
        String plan = written("smaller.steelyard", scenarioOn("anthropic/claude-haiku-4-5"));
        String text = run("whatif", plan, "--trials", "100").out();
        assertTrue(text.contains("on Claude Haiku 4.5"), text);
        assertTrue(text.contains("Base model: Claude Haiku 4.5 instead of "), text);
        CliRun result = run("whatif", plan, "--trials", "100", "--format", "json");
        holds("whatif.schema.json", result);
        JsonNode scenario = result.json().get("scenarios").get(1);
        assertEquals("anthropic/claude-haiku-4-5", scenario.get("baseModel").asString());
        assertEquals("anthropic/claude-haiku-4-5", scenario.get("cheapestModel").asString());
        String csv = run("cost", plan, "--format", "csv").out();
        assertTrue(csv.lines().anyMatch(l -> l.startsWith("scenario,") && l.contains("on Claude Haiku 4.5")), csv);
        assertTrue(csv.lines().anyMatch(l -> l.contains("model.base") && l.contains("anthropic/claude-haiku-4-5")));
    }

    @Test
    void aScenarioOnAModelThatNobodyListsIsRefused() throws IOException {
        CliRun refused = run("whatif", written("unlisted.steelyard", scenarioOn("anthropic/claude-haiku-4-6")));
        assertEquals(ExitCodes.BAD_INPUT, refused.code());
        assertTrue(refused.err().contains("unlisted.steelyard: /whatIf/scenarios/0/model/base: "), refused.err());
        assertTrue(refused.err().contains("anthropic/claude-haiku-4-5"), refused.err());
    }

    private static boolean inWeights(JsonNode found) {
        return found.get("frontier")
                .valueStream()
                .anyMatch(c -> c.get("placements").get("rules").asString().equals("weights"));
    }

    @Test
    void placementsKeepToTheirConstraints() {
        JsonNode free = run("placements", "sample:clinical-extractor", "--format", "json")
                .json();
        assertTrue(inWeights(free));
        JsonNode kept = run("placements", "sample:clinical-extractor", "--personal", "rules", "--format", "json")
                .json();
        assertFalse(inWeights(kept));
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("placements", "sample:clinical-extractor", "--personal", "nobody")
                        .code());
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("placements", "sample:clinical-extractor", "--vendor", "nobody")
                        .code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("placements", "sample:clinical-extractor", "--max-first-token", "soon")
                        .code());
    }
}
