package app.steelyard.cli.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.app.plan.PricesInForce;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.document.AgreedFile;
import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that add to prices or compare them, each as a program of its own that knows what the one before kept. */
class PricesCommandsTest {
    private static final String DATA = """
        [{"id": "house", "name": "House", "models": [
          {"id": "alpha", "match": {"equals": "alpha"}, "prices": [
             {"prices": {"input_mtok": 2, "cache_read_mtok": 0.5, "output_mtok": 6}},
             {"constraint": {"start_date": "2026-08-01"},
              "prices": {"input_mtok": 3, "cache_read_mtok": 0.5, "output_mtok": 9}}]}]}]
        """;

    @TempDir
    private Path folder;

    private record Ran(int code, String out, String err) {}

    private PricesFolder kept() {
        return new PricesFolder(folder.resolve("prices"));
    }

    private Ran run(Function<Console, ConsoleCommand> command, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> PricesInForce.with(
                        PriceBookLoader.load(folder.resolve("none")),
                        new AgreedFile(folder.resolve("agreed.json")),
                        kept()),
                false);
        int code = new CommandLine(command.apply(console))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Ran add(String pasted, String... arguments) {
        return run(
                c -> new PricesAddCommand(c, kept(), new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))),
                arguments);
    }

    private Ran importing(String... arguments) {
        return run(c -> new PricesImportCommand(c, kept()), arguments);
    }

    private String data(String day) throws Exception {
        return Files.writeString(folder.resolve("data." + day + ".json"), DATA).toString();
    }

    @Test
    void anImportIsShownAcceptedAndTakenBack() throws Exception {
        String file = data("2026-09-01");
        Ran shown = importing(file);
        assertEquals(0, shown.code);
        assertTrue(shown.out.contains("2 new + 0 changed + 0 the same = 2"), shown.out);
        assertFalse(Files.exists(kept().path()), "nothing is written");
        String json = importing(file, "--accept", "all", "--plan", "sample:caching", "--format", "json").out;
        assertEquals(List.of(), Schemas.problems("prices-import.schema.json", json));
        assertEquals(2, JsonMapper.shared().readTree(json).get("accepted").asInt());
        assertTrue(importing(file).out.contains("0 new + 0 changed + 2 the same = 2"));

        String history = run(PricesHistoryCommand::new, "house/alpha", "--format", "json").out;
        assertEquals(List.of(), Schemas.problems("prices-history.schema.json", history));
        JsonNode prices = JsonMapper.shared().readTree(history).get("prices");
        assertEquals("2026-08-01", prices.get(0).get("to").asString());
        assertEquals(3, prices.get(1).get("input").asInt());
        assertEquals("catalogue", prices.get(1).get("marks").get(0).asString());
        assertTrue(run(PricesHistoryCommand::new, "house/alpha").out.contains("before 2026-08-01"));

        assertEquals(0, importing("--undo").code);
        assertTrue(importing(file).out.contains("2 new + 0 changed + 0 the same = 2"));
    }

    @Test
    void twoListsAreCompared() throws Exception {
        Path older = Files.writeString(
                folder.resolve("old.2026-06-01.json"),
                DATA.replace("\"alpha\"", "\"beta\"").replace("\"output_mtok\": 9", "\"output_mtok\": 8"));
        Path newer = Files.writeString(folder.resolve("new.2026-10-01.json"), DATA.replace("\"alpha\"", "\"beta\""));
        String json = run(PricesDiffCommand::new, older.toString(), newer.toString(), "--format", "json").out;
        assertEquals(List.of(), Schemas.problems("prices-diff.schema.json", json));
        JsonNode counts = JsonMapper.shared().readTree(json).get("counts");
        assertEquals(1, counts.get("changed").asInt());
        assertEquals(1, counts.get("same").asInt());
        String text = run(PricesDiffCommand::new, older.toString(), data("2026-10-01")).out;
        assertTrue(text.contains("Gone (1):\n  house/beta"), text);
        assertTrue(run(PricesDiffCommand::new, "today", newer.toString()).out.contains("2 new"));
    }

    @Test
    void pricesOfOnesOwnAreSeenByEverything() throws Exception {
        Ran added = add(
                "",
                "house/zeta",
                "--input",
                "$4",
                "--cached",
                "0.4",
                "--output",
                "0.02 / 1K tokens",
                "--source",
                "a contract");
        assertEquals(0, added.code, added.err);
        assertTrue(added.out.contains("USD 4 / 0.4 / 20"), added.out);
        String json = run(
                        PricesCompareCommand::new,
                        "house/zeta",
                        "gpt-5.1",
                        "--plan",
                        "sample:support-bot",
                        "--format",
                        "json")
                .out;
        assertEquals(List.of(), Schemas.problems("prices-compare.schema.json", json));
        JsonNode zeta = JsonMapper.shared().readTree(json).get("models").get(0);
        assertEquals(4, zeta.get("price").get("input").asInt());
        assertTrue(zeta.get("todayPerMonth").asDouble() > 0, json);
        assertTrue(run(PricesListCommand::new, "--format", "csv").out.contains("house/zeta,model,standard,4,0.4,"));
        assertEquals(0, add("", "house/zeta", "--remove").code);
        assertFalse(run(PricesListCommand::new, "--format", "csv").out.contains("house/zeta"));
    }

    @Test
    void aPastedTableKeepsItsGoodRows() {
        Ran added = add("Model\tInput\tOutput\nhouse/one\t1\t3\nnameless\t1\t3\n", "--table", "-");
        assertEquals(0, added.code);
        assertTrue(added.err.contains("pasted:3: model: "), added.err);
        assertTrue(added.out.contains("house/one"), added.out);
        assertEquals(3, add("nameless, 1, 2", "--table", "-").code, "nothing was good");
        assertEquals(2, add("").code);
    }

    @Test
    void anOfferOfCapacityIsWeighedAndTaken() throws IOException {
        String json = run(PricesCapacityCommand::new, "sample:support-bot", "--format", "json").out;
        assertEquals(List.of(), Schemas.problems("prices-capacity.schema.json", json));
        JsonNode offers = JsonMapper.shared().readTree(json).get("offers");
        assertEquals("azure-ptu-global/hour", offers.get(0).get("id").asString());
        assertEquals(20, offers.get(1).get("use").get("units").asInt());
        assertEquals(5_200, offers.get(1).get("use").get("costPerMonth").asInt());
        String text = run(PricesCapacityCommand::new, "sample:support-bot").out;
        assertTrue(text.contains("azure-ptu-global/month") && text.contains("$5,200") && text.contains("never"), text);
        Path plan = Files.copy(
                Path.of("src/main/resources/app/steelyard/document/samples/support-bot.steelyard"),
                folder.resolve("bot.steelyard"));
        Ran taken = run(PricesCapacityCommand::new, plan.toString(), "--offer", "azure-ptu-global/month");
        assertEquals(0, taken.code, taken.err);
        assertTrue(Files.readString(plan).contains("\"perMonth\": 260"));
        Ran unknown = run(PricesCapacityCommand::new, "sample:support-bot", "--offer", "azure");
        assertNotEquals(0, unknown.code);
    }

    @Test
    void aNameIsPricedAsAModelFromThenOn() {
        Ran asked = run(c -> new PricesFindCommand(c, kept()), "gpt-5.1", "claude-sonet-4-6");
        assertTrue(asked.out.contains("gpt-5.1 is priced as openai/gpt-5.1"), asked.out);
        assertEquals(1, asked.code, "the exit code of a refusal is given by the program");
        assertEquals(0, run(c -> new PricesFindCommand(c, kept()), "bot-eu", "bot-us", "--as", "gpt-5.1").code);
        assertTrue(run(c -> new PricesFindCommand(c, kept()), "bot-us")
                .out
                .contains("bot-us is priced as openai/gpt-5.1"));
        assertEquals(0, run(c -> new PricesFindCommand(c, kept()), "bot-us", "bot-eu", "--forget").code);
        assertFalse(Files.exists(kept().path().resolve("names.csv")));
    }
}
