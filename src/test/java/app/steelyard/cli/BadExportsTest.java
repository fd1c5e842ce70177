package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Visible;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.row.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What cannot be counted is told with file, line and place, is no defect, and costs no other file its rows. */
class BadExportsTest {
    private static final String PAGE = """
        {"object": "page", "data": [{"object": "bucket", "start_time": 1756684800, "end_time": 1756771200,
        "results": [{"object": "organization.usage.completions.result", "model": "gpt-5-mini",
        "input_tokens": %s, "output_tokens": 5, "num_model_requests": 1}]}]}
        """;

    @TempDir
    Path folder;

    private String good = "";

    @BeforeEach
    void goodFile() throws IOException {
        good = write("good.csv", """
            timestamp,model,prompt_tokens,completion_tokens
            2026-01-05T09:00:00Z,gpt-5-mini,4321,10
            """);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    /** Alone it is bad input, told at its place; beside a good file that one is counted all the same. */
    private void assertRefused(String name, String text, String place) throws IOException {
        String bad = write(name, text);
        CliRun alone = run("import", bad, "--dry-run");
        assertEquals(ExitCodes.BAD_INPUT, alone.code(), alone.err());
        assertTrue(alone.err().contains(name + place), alone.err());
        assertFalse(alone.err().contains("defect"), alone.err());
        CliRun both = run("import", bad, good, "--dry-run");
        assertEquals(ExitCodes.DONE, both.code(), both.err());
        assertTrue(both.out().contains("4,321"), both.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2147483648",
                "-1e99999999999",
                "1e-2147483649",
                "9223372036854775808",
                "99999999999999999999999999999999999999999999999999",
                "NaN",
                "Infinity",
                "-3",
                "2.5",
                "[1]",
                "{\"a\": 1}",
                "\"many\""
            })
    void aCountThatCannotBeMeantCostsItsRow(String count) throws IOException {
        assertRefused("page.json", PAGE.formatted(count), ":1: /data/0/results/0/input_tokens: ");
    }

    @Test
    void anEndlessNumberCostsItsRow() throws IOException {
        assertRefused("page.json", PAGE.formatted("7".repeat(100_000)), ":1: /data/0/results/0/input_tokens: ");
        assertRefused("page.json", PAGE.formatted("0." + "3".repeat(2000)), ":1: /data/0/results/0/input_tokens: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"resourceSpans":{"resource":{},"scopeSpans":[]}}                                   | :1: /resourceSpans
        {"resourceSpans":[{"resource":{},"scopeSpans":{"spans":[]}}]}                       | :1: /resourceSpans/0/scopeSpans
        {"resourceSpans":[{"scopeSpans":[{"spans":{}}]}]}                                   | :1: /resourceSpans/0/scopeSpans/0/spans
        {"resourceSpans":[7,null]}                                                          | :1: /resourceSpans/0
        {"object":"page","data":{"object":"bucket","results":[]}}                           | :1: /data
        {"object":"page","data":[{"object":"bucket","start_time":1,"end_time":2,"results":{}}]} | :1: /data/0
        {"block_size":1,"hash_id_scope":"x","tool_tokens":1,"requests":{"in":1}}            | :1: /requests
        """)
    void anotherTypeThanAListCostsItsPart(String json, String place) throws IOException {
        assertRefused("typed.json", json, place);
    }

    @Test
    void aUnitBeyondAllNumbersIsNoUnit() throws IOException {
        String header = "BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,"
                + "ConsumedUnit,PricingQuantity,PricingUnit,ServiceName,ServiceSubcategory,ServiceCategory,SkuMeter,"
                + "ProviderName,EffectiveCost\n";
        for (String unit : new String[] {"9223372036854775808 Tokens", "9223372036854775807 million tokens"}) {
            String bill = write(
                    "bill.csv",
                    header + "1.5,USD,Usage,2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,100,"
                            + unit + ",,,Amazon Bedrock,Generative AI,AI and Machine Learning,"
                            + "Claude Sonnet 4.6 Input Tokens,AWS,1.5\n");
            CliRun told = run("import", bill, "--dry-run");
            assertFalse(told.code() == ExitCodes.DEFECT, told.err());
            assertFalse(told.err().contains("defect"), told.err());
        }
    }

    /** A person may say that a file is what it is not. */
    @Test
    void whateverAFileIsReadAsItIsNoDefect() throws IOException {
        String table = write("table.csv", "a,b\n1,2\n");
        String json = write("other.json", "{\"a\": [1, {\"b\": null}]}\n{\"a\": 2}\n");
        for (Format format : Formats.all()) {
            CliRun told = run("import", table, json, "--source", format.id(), "--dry-run");
            assertEquals(ExitCodes.BAD_INPUT, told.code(), format.id() + told.err());
            assertFalse(told.err().contains("defect"), format.id() + told.err());
        }
    }

    @Test
    void cachedTokensThatLeaveLessThanNoneCostTheirRow() throws IOException {
        assertRefused(
                "answers.jsonl",
                "{\"id\":\"x\",\"object\":\"chat.completion\",\"created\":1785924060,\"model\":\"deepseek-chat\","
                        + "\"choices\":[],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":10,"
                        + "\"prompt_cache_miss_tokens\":5000}}\n",
                ":1: prompt_cache_miss_tokens");
    }

    /** Whatever names hold, the terminal obeys none of it, and JSON is the same when it is read again. */
    @Test
    void namesCommandNoTerminal() throws IOException {
        String name = "\u001b[31mRED\u001b]0;t\u0007\u202eevil\u2066";
        Plan plan = Samples.plan("caching").orElseThrow();
        Path file = folder.resolve("named.steelyard");
        PlanFile.save(file, plan.withName(name), null);
        assertEquals(name, PlanFile.open(file).plan().name());
        for (String[] command : new String[][] {
            {"cost", file.toString()},
            {"cost", file.toString(), "--format", "csv"},
            {"cost", file.toString(), "--format", "json"},
            {"cost", name},
            {"import", write("log" + name.replaceAll("[^\\x1b-\\x7e]", "") + ".csv", "a,b\n1,2\n"), "--dry-run"}
        }) {
            CliRun told = run(command);
            String all = (told.out() + told.err()).replace("\r\n", "\n");
            assertTrue(all.chars().allMatch(c -> Visible.isPlain((char) c)), all);
            assertFalse(told.code() == ExitCodes.DEFECT, all);
        }
    }

    @Test
    void aFullDiskBehindTheOutputIsNoSuccess() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(Files.newOutputStream(full), true, StandardCharsets.UTF_8)) {
            int code = Cli.run(
                    out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Ansi.OFF,
                    () -> PriceBookLoader.load(folder.resolve("no-profiles")),
                    "import",
                    good,
                    "--dry-run");
            assertEquals(ExitCodes.BAD_INPUT, code);
        }
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("disk"), err::toString);
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("import", good, "--dry-run", "--rejects", full.toString()).code());
    }

    /** A month cannot be told by a moment. */
    @Test
    void aMomentIsNoMonth() throws IOException {
        String plan = folder.resolve("new.steelyard").toString();
        CliRun told = run("import", good, "--out", plan);
        assertEquals(ExitCodes.DONE, told.code(), told.err());
        assertTrue(told.out().contains("How many requests are made in a month?"), told.out());
        assertEquals(1, PlanFile.open(Path.of(plan)).plan().traffic().requestsPerMonth());
    }

    @Test
    void aListOfRefusedRowsTakesNoInputsPlace() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("in"));
        String log = Files.readString(Path.of(good)) + "x,y,z,w\n";
        Path file = Files.writeString(inside.resolve("log.csv"), log);
        Path hard = Files.createLink(folder.resolve("hard.csv"), file);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path other = Files.createSymbolicLink(folder.resolve("also"), inside);
        for (Path rejects : new Path[] {file, hard, link, other.resolve("log.csv")}) {
            for (String input : new String[] {inside.toString(), inside + "/*.csv", file.toString()}) {
                CliRun told = run("import", input, "--dry-run", "--rejects", rejects.toString());
                assertEquals(ExitCodes.BAD_INPUT, told.code(), input + " " + rejects + told.err());
                assertEquals(log, Files.readString(file));
            }
        }
        String list = inside.resolve("rejects.csv").toString();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    ExitCodes.DONE,
                    run("import", inside.toString(), "--dry-run", "--rejects", list)
                            .code());
        }
    }
}
