package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.Schemas;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.Kpis;
import app.steelyard.usage.ledger.Ledger;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UsageTest {
    private static final String LOG =
            Imported.fixture("request-log", "priced.csv").toString();

    @TempDir
    Path folder;

    private CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /** 99.97 % of the input came from the cache: no indicator, target or part calls that all of it. */
    @Test
    void aHitRateIsNotCalledAllThatIsNot() throws Exception {
        Path log = folder.resolve("nearly.csv");
        Files.writeString(log, """
            timestamp,model,prompt_tokens,cached_tokens,completion_tokens
            2026-01-05T09:00:00Z,openai/gpt-5,10000,9997,100
            2026-01-05T10:00:00Z,openai/gpt-5,10000,9997,100
            """);
        String told = run("usage", "kpis", log.toString(), "--by", "model").out();
        assertTrue(told.contains("> 99.9 %"), told);
        assertFalse(told.lines().filter(l -> l.contains("19,994")).anyMatch(l -> l.contains("100 %")), told);
    }

    /** What may be meant is looked for among all models, so not for names that are only counted. */
    @Test
    void ofManyNamesWithoutAPriceTheFirstAreToldAndTheRestCounted() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,model,prompt_tokens,completion_tokens\n");
        for (int i = 0; i < 23; i++) {
            rows.append("2026-01-05T09:00:00Z,house-")
                    .append((char) ('a' + i))
                    .append(",1000,")
                    .append(100 + i)
                    .append('\n');
        }
        rows.append("2026-01-05T09:00:00Z,gpt-4.1-mimi,50000,100\n");
        Path log = Files.writeString(folder.resolve("names.csv"), rows);
        List<String> told = run("usage", "kpis", log.toString()).err().lines().toList();
        assertTrue(
                told.contains("! No price of gpt-4.1-mimi is known: 50,100 tokens. Did you mean openai/gpt-4.1-mini?"),
                told::toString);
        assertEquals(
                20, told.stream().filter(l -> l.startsWith("! No price of ")).count());
        // Those with fewest tokens: 1,100 to 1,103.
        assertTrue(told.contains("! And 4 more names have no known price: 4,406 tokens."), told::toString);
        assertTrue(told.getLast().startsWith("“prices find gpt-4.1-mimi house-w house-v "), told::getLast);
    }

    @Test
    void indicatorsAreTold() throws Exception {
        Golden.check(
                "cli/usage-kpis.txt", run("usage", "kpis", LOG, "--by", "model").out());
        Golden.check(
                "cli/usage-kpis.json",
                run("usage", "kpis", LOG, "--by", "project", "--format", "json").out());
    }

    @Test
    void usageIsHeldAgainstItsBill() throws Exception {
        Golden.check("cli/usage-reconcile.txt", run("usage", "reconcile", LOG).out());
        Golden.check(
                "cli/usage-reconcile.json",
                run("usage", "reconcile", LOG, "--format", "json").out());
        String mapped = run("usage", "reconcile", LOG, "--map", "house-model=anthropic/claude-sonnet-4-5")
                .out();
        assertFalse(mapped.contains("DRAFT"), mapped);
        assertTrue(mapped.contains("Within tolerance, and everything is priced."), mapped);
    }

    @Test
    void aKeptLedgerFindsDuplicatesAndRemembersPrices() {
        String ledger = at("usage.ledger");
        CliRun first = run("import", LOG, "--ledger", ledger);
        assertEquals(ExitCodes.DONE, first.code(), first.err());
        assertFalse(Files.exists(Path.of("usage.steelyard")));
        CliRun again = run("import", LOG, "--ledger", ledger);
        assertEquals(ExitCodes.DONE, again.code());
        assertTrue(again.out().contains("in an earlier file just the same"), again.out());
        run("usage", "reconcile", "--ledger", ledger, "--map", "house-model=anthropic/claude-sonnet-4-5");
        assertFalse(run("usage", "reconcile", "--ledger", ledger).out().contains("DRAFT"));
        assertTrue(run("usage", "kpis", "--ledger", ledger).out().contains("4 requests on"));
    }

    @Test
    void whatAnImportAddsIsToldAndTheRestInOneLine() throws Exception {
        String ledger = at("history.ledger");
        String page = Imported.fixture("openai", "page.json").toString();
        run("import", page, "--ledger", ledger);
        String out = run("import", LOG, "--ledger", ledger).out();
        assertFalse(out.contains("page.json"), out);
        assertFalse(out.contains("gpt-5"), out);
        assertTrue(
                out.contains("All of " + ledger
                        + ": 2 files, 164 requests, 380,000 input and 36,200 output tokens, from 2026-09-01 to"),
                out);
        JsonNode json = json(run("import", page, "--ledger", ledger, "--format", "json"));
        assertEquals(1, json.path("files").size());
        assertEquals(0, json.path("total").path("requests").asLong());
        assertEquals(3, json.path("ledger").path("files").asInt());
        assertEquals(164, json.path("ledger").path("total").path("requests").asLong());
    }

    /** Every row is in exactly one column, however it was lost. */
    @Test
    void rowsThatDoNotCountAreToldApart() throws Exception {
        Path page = Imported.fixture("openai", "page.json");
        CliRun text = run("import", page.toString(), page.toString(), at("none.csv"), "--dry-run");
        assertTrue(
                text.out()
                        .lines()
                        .anyMatch(l -> l.matches(
                                "File +Read as +Rows +Counted +Without usage +Unreadable +Duplicates +Left out")),
                text.out());
        assertTrue(text.out().lines().anyMatch(l -> l.matches("page.json .* 4 +0 +1 +0 +3 +0")), text.out());
        Path traces = Imported.fixture("openai", "bad-rows.json");
        Path embeddings = Imported.fixture("openai", "embeddings.json");
        JsonNode json = json(run(
                "import",
                page.toString(),
                page.toString(),
                traces.toString(),
                embeddings.toString(),
                "--dry-run",
                "--format",
                "json"));
        Map<String, Long> lost = new TreeMap<>();
        for (JsonNode file : json.path("files")) {
            long parts = file.path("accepted").asLong();
            for (String kind : List.of("empty", "unreadable", "duplicates", "leftOut")) {
                parts += file.path(kind).asLong();
                lost.merge(kind, file.path(kind).asLong(), Long::sum);
            }
            assertEquals(file.path("rows").asLong(), parts, file.toString());
        }
        assertTrue(lost.values().stream().allMatch(n -> n > 0), lost.toString());
    }

    @Test
    void whatNobodyWouldTakeForUsageIsSkippedQuietly() throws Exception {
        Path exports = Files.createDirectories(folder.resolve("exports/docs")).getParent();
        Files.copy(Path.of(LOG), exports.resolve("log.csv"));
        Files.copy(Path.of(LOG), exports.resolve("readme.csv"));
        for (String name : List.of("LICENSE", "README.md", "Changelog", "docs/NOTICE.txt", "docs/columns.md")) {
            Files.writeString(exports.resolve(name), "Nothing is counted here.\n");
        }
        CliRun all = run("import", exports.toString(), "--dry-run");
        assertEquals(ExitCodes.DONE, all.code());
        assertFalse(all.out().contains("!!"), all.out());
        assertTrue(
                all.out()
                        .contains("- Not looked at, as by their names they hold no usage: exports/Changelog,"
                                + " exports/LICENSE, exports/README.md, exports/docs/NOTICE.txt,"
                                + " exports/docs/columns.md."),
                all.out());
        assertTrue(all.out().contains("exports/readme.csv"), all.out());
        CliRun named = run("import", exports.resolve("LICENSE").toString(), "--dry-run");
        assertEquals(ExitCodes.BAD_INPUT, named.code());
        assertTrue(named.err().contains("!! LICENSE is no usage export known here."), named.err());
        CliRun none = run("import", exports.resolve("docs").toString(), "--dry-run");
        assertEquals(ExitCodes.BAD_INPUT, none.code());
        assertTrue(none.err().contains("docs/NOTICE.txt"), none.err());
    }

    /** Of a request log, of sums, of nothing but a bill's money, and of a source that states less than the others. */
    @Test
    void whatProgramsAreToldIsAsTheSchemasSay() throws Exception {
        String without = Files.writeString(folder.resolve("without.csv"), """
            timestamp,model,prompt_tokens,completion_tokens
            2026-09-03T12:00:00Z,gpt-5.1,2500,10
            """).toString();
        String page = Imported.fixture("openai", "page.json").toString();
        String costs = Imported.fixture("openai", "costs.json").toString();
        for (List<String> files :
                List.of(List.of(LOG), List.of(page), List.of(page, costs), List.of(LOG, without, page))) {
            for (Kpis.Part part : Kpis.Part.values()) {
                assertFits("kpis.schema.json", files, "usage", "kpis", "--by", part.name());
            }
            assertFits("kpis.schema.json", files, "usage", "kpis");
            assertFits("reconcile.schema.json", files, "usage", "reconcile");
            assertFits("import.schema.json", files, "import", "--dry-run");
            assertFits("import.schema.json", files, "import", "--ledger", at("schema.ledger"));
        }
        String bad = Imported.fixture("openai", "usage-bad-rows.csv").toString();
        JsonNode refused = assertFits("import.schema.json", List.of(bad), "import", "--out", at("schema.steelyard"));
        assertEquals(at("schema.steelyard"), refused.path("plan").asString());
        JsonNode part = assertFits("kpis.schema.json", List.of(LOG, without), "usage", "kpis")
                .at("/all/indicators/hit-of-input");
        assertEquals(27_000, part.path("numerator").asLong());
        assertEquals(40_000, part.path("denominator").asLong());
        assertEquals(40_000 / 42_500.0, part.path("coverage").asDouble(), 1e-9);
        assertEquals("without.csv", part.at("/leftOut/0").asString());
    }

    private JsonNode assertFits(String schema, List<String> files, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(files);
        arguments.addAll(List.of("--format", "json"));
        CliRun result = run(arguments.toArray(String[]::new));
        assertEquals(ExitCodes.DONE, result.code(), result.err());
        assertEquals(List.of(), Schemas.problems(schema, result.out()), arguments + "\n" + result.out());
        return json(result);
    }

    private static JsonNode json(CliRun result) {
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void aDraftIsADraftInEveryFace() throws Exception {
        String plan = at("plan.steelyard");
        CliRun imported = run("import", LOG, "--out", plan);
        assertEquals(ExitCodes.DONE, imported.code(), imported.err());
        assertTrue(imported.out().contains("What is built on this plan is a draft: "), imported.out());
        assertTrue(run("cost", plan).out().startsWith("DRAFT: "));
        assertTrue(run("cost", plan, "--format", "json").out().contains("\"draft\": "));
        assertTrue(run("cost", plan, "--format", "csv").out().contains("\ndraft,"));
    }

    @Test
    void refusedRowsAreListed() throws Exception {
        Path log = folder.resolve("bad.csv");
        Files.writeString(log, """
            timestamp,model,prompt_tokens,completion_tokens
            2026-09-01T10:00:00Z,gpt-5.1,10,1
            2026-09-01T10:00:00Z,gpt-5.1,ten,1
            yesterday,gpt-5.1,10,1
            """);
        CliRun result = run("import", log.toString(), "--dry-run", "--rejects", at("refused.csv"));
        assertEquals(ExitCodes.DONE, result.code(), result.err());
        assertTrue(result.err().startsWith("2 rows were refused; listed in "), result.err());
        String refused = Files.readString(folder.resolve("refused.csv"));
        assertTrue(refused.startsWith("file,line,field,reason\r\nbad.csv,3,"), refused);
        assertEquals(3, refused.lines().count());
        assertEquals(
                List.of("bad.csv,3,prompt_tokens", "bad.csv,4,timestamp"),
                refused.lines()
                        .skip(1)
                        .map(l -> l.substring(0, l.lastIndexOf(',')))
                        .sorted()
                        .toList());
    }

    @Test
    void theFieldToBlameIsListedOfTablesAndJson() throws Exception {
        Path table = Imported.fixture("openai", "usage-bad-rows.csv");
        Path json = Imported.fixture("openai", "bad-rows.json");
        run("import", table.toString(), json.toString(), "--dry-run", "--rejects", at("fields.csv"));
        List<List<String>> rows = Files.readString(folder.resolve("fields.csv"))
                .lines()
                .map(l -> List.of(l.split(",", 4)))
                .toList();
        assertEquals(
                List.of("input_tokens", "start_time", "input_cached_tokens", "", ""),
                rows.stream()
                        .filter(r -> r.getFirst().equals("usage-bad-rows.csv"))
                        .map(r -> r.get(2))
                        .toList());
        List<String> inJson = rows.stream()
                .filter(r -> r.getFirst().equals("bad-rows.json"))
                .map(r -> r.get(2))
                .toList();
        assertTrue(inJson.stream().anyMatch(f -> f.matches("/data/0/results/[0-9]+/[a-z_]+")), inJson.toString());
    }

    @Test
    void columnsAreReadAsTheMappingSays() {
        String out = run(
                        "usage",
                        "kpis",
                        Imported.fixture("request-log", "five.csv").toString(),
                        "--mapping",
                        Imported.fixture("request-log", "mapping.json").toString())
                .out();
        assertTrue(out.contains("1,600 input tokens read / 4,500 input tokens\n"), out);
    }

    @Test
    void pathsOfJsonAreNamedOnTheCommandLine() throws Exception {
        String log = Files.writeString(folder.resolve("own.json"), """
            {"data":[{"at":1788249600,"n":{"asked":2000,"old":500,"said":100},"model":"house-model"},
            {"at":1788260000,"n":{"asked":3000,"old":1500,"said":100},"model":"house-model"}]}
            """).toString();
        CliRun none = run("usage", "kpis", log);
        assertEquals(ExitCodes.BAD_INPUT, none.code());
        assertTrue(none.err().contains("It has at, n.asked, n.old, n.said, model."), none.err());
        String map = "input=n.asked,read=n.old,output=n.said,house-model=openai/gpt-4.1";
        for (String command : List.of("kpis", "reconcile")) {
            CliRun read = run("usage", command, log, "--map", map);
            assertEquals(ExitCodes.DONE, read.code(), read.err());
            assertFalse(read.out().contains("not priced"), read.out());
        }
        String out = run("usage", "kpis", log, "--map", map).out();
        assertTrue(out.contains("2,000 input tokens read / 5,000 input tokens\n"), out);
        CliRun plan = run("import", log, "--map", map, "--out", at("plan.steelyard"));
        assertEquals(ExitCodes.DONE, plan.code(), plan.err());
        CliRun odd = run("usage", "kpis", log, "--map", "inptu=n.asked");
        assertEquals(ExitCodes.WRONG_USAGE, odd.code());
        assertTrue(odd.err().contains("'inptu' is nothing that a log can hold (time, model,"), odd.err());
        CliRun times = run("usage", "kpis", log, "--map", "times=weeks");
        assertEquals(ExitCodes.WRONG_USAGE, times.code());
        assertTrue(times.err().contains("milliseconds"), times.err());
    }

    /** The column of the input is named for the output, so that none is left for the input. */
    @Test
    void aColumnThatIsNamedForSomethingElseIsMissedWhereItWas() throws Exception {
        String table = Files.writeString(folder.resolve("a.csv"), """
            timestamp,prompt_tokens,completion_tokens,model
            2026-01-01T00:00:00Z,10,5,m
            """).toString();
        String lines = Files.writeString(folder.resolve("a.jsonl"), """
            {"timestamp":"2026-01-01T00:00:00Z","prompt_tokens":10,"completion_tokens":5,"engine":"m"}
            {"timestamp":"2026-01-01T00:00:00Z","prompt_tokens":10,"completion_tokens":5,"engine":"m"}
            """).toString();
        for (String log : List.of(table, lines)) {
            CliRun taken = run("usage", "kpis", log, "--map", "output=prompt_tokens");
            assertEquals(ExitCodes.BAD_INPUT, taken.code(), taken.err());
            assertTrue(taken.err().contains("leave none for: input"), taken.err());
        }
    }

    @Test
    void mistakesAreNamed() throws Exception {
        CliRun source = run("import", LOG, "--source", "telepathy", "--dry-run");
        assertEquals(ExitCodes.WRONG_USAGE, source.code());
        assertTrue(source.err().contains("'telepathy' is no format. There are: "), source.err());
        assertTrue(source.err().contains("claude-code"), source.err());
        Path mapping = folder.resolve("mapping.json");
        Files.writeString(mapping, "{\"format\":1,\"columns\":{}}");
        CliRun wrong = run("import", LOG, "--mapping", mapping.toString(), "--dry-run");
        assertEquals(ExitCodes.BAD_INPUT, wrong.code());
        assertTrue(wrong.err().contains("The column of 'time' is missing"), wrong.err());
        assertEquals(ExitCodes.WRONG_USAGE, run("import").code());
        assertEquals(ExitCodes.WRONG_USAGE, run("usage", "kpis").code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("usage", "kpis", LOG, "--by", "weather").code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("usage", "reconcile", LOG, "--tolerance", "much").code());
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("usage", "kpis", "--ledger", at("none")).code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("import", LOG, "--dry-run", "--ledger", at("l")).code());
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("usage", "reconcile", LOG, "--map", "a=b/c").code());
    }

    /** A table as well: the database would look into it and keep nothing. */
    @Test
    void whatIsNoLedgerIsLeftAlone() throws Exception {
        for (String name : List.of("text.ledger", "table.csv", "empty.ledger")) {
            Path file = Files.writeString(folder.resolve(name), name.startsWith("empty") ? "" : "a,b\n1,2\n3,4\n");
            String before = Files.readString(file);
            for (CliRun opened : List.of(
                    run("usage", "kpis", "--ledger", file.toString()),
                    run("import", LOG, "--ledger", file.toString()))) {
                assertEquals(ExitCodes.BAD_INPUT, opened.code(), opened.err());
                assertTrue(opened.err().startsWith(file + " is there and is no ledger."), opened.err());
            }
            assertEquals(before, Files.readString(file));
        }
        CliRun inFolder = run("import", LOG, "--ledger", folder.toString());
        assertEquals(ExitCodes.BAD_INPUT, inFolder.code());
        assertTrue(inFolder.err().startsWith(folder + " is a folder."), inFolder.err());
        CliRun nowhere = run("import", LOG, "--ledger", at("none/usage.ledger"));
        assertEquals(ExitCodes.BAD_INPUT, nowhere.code());
        assertTrue(nowhere.err().contains("its folder is not there"), nowhere.err());
    }

    /** Holds a ledger open until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Ledger held = Ledger.open(Path.of(arguments[0]))) {
                System.out.println(held.view().files().size());
                System.in.read();
            }
        }
    }

    @Test
    void aLedgerInUseIsNamedWithItsHolder() throws Exception {
        String ledger = at("busy.ledger");
        run("import", LOG, "--ledger", ledger);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        ledger)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = holder.inputReader()) {
            assertEquals("1", said.readLine());
            for (CliRun result :
                    List.of(run("usage", "kpis", "--ledger", ledger), run("import", LOG, "--ledger", ledger))) {
                assertEquals(ExitCodes.BAD_INPUT, result.code());
                assertTrue(
                        result.err().startsWith("The ledger " + ledger + " is in use by another program"),
                        result.err());
                assertTrue(result.err().contains("Close that one, or let it finish"), result.err());
                assertFalse(result.err().contains("://"), result.err());
            }
        } finally {
            holder.destroy();
            holder.waitFor();
        }
        assertEquals(ExitCodes.DONE, run("usage", "kpis", "--ledger", ledger).code());
    }

    @Test
    void whatIsUnderstoodIsListed() {
        String out = run("usage", "formats").out();
        assertTrue(out.contains("request-log"), out);
        assertTrue(out.contains("claude-code"), out);
    }
}
