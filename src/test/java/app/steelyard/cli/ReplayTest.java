package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.Schemas;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.usage.figures.Imported;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private static final String BLOCKS =
            Imported.fixture("block-trace", "conversations.jsonl").toString();
    private static final String AGENTS =
            Imported.fixture("kv-cache-tester", "two-agents.json").toString();
    private static final String SESSIONS =
            Imported.fixture("request-log", "sessions.csv").toString();

    @TempDir
    Path folder;

    private CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    private JsonNode replayed(String... arguments) throws Exception {
        CliRun run = run(arguments);
        JsonNode json = run.json();
        assertEquals(List.of(), Schemas.problems("replay.schema.json", run.out()));
        return json;
    }

    private static JsonNode lifetime(JsonNode json, int replay, String name) {
        return json.path("replays")
                .path(replay)
                .path("lifetimes")
                .valueStream()
                .filter(l -> l.path("lifetime").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReplayIsTold() throws Exception {
        for (String format : List.of("text", "json", "csv")) {
            Golden.check(
                    "cli/replay-blocks." + format,
                    run("replay", BLOCKS, "--format", format).out());
            Golden.check(
                    "cli/replay-sessions." + format,
                    run("replay", SESSIONS, "--format", format).out());
        }
        replayed("replay", BLOCKS, "--format", "json");
        replayed("replay", SESSIONS, "--format", "json");
    }

    /**
     * By their times: 1,300 tokens, of which 10 s later all are read; 390 s after that, blocks 1 and 2, 1,024 tokens, which an
     * hour holds and five minutes do not; the same moment one block, 512 tokens, which is below the minimum; and 2,600 s later
     * two blocks again.
     */
    @Test
    void aTraceIsReplayedByItsTimesWhateverTheOrderOfItsRows() throws Exception {
        JsonNode json = replayed("replay", BLOCKS, "--format", "json");
        assertEquals(1300, lifetime(json, 0, "5m").path("read").asLong());
        assertEquals(1300 + 1024 + 1024, lifetime(json, 0, "1h").path("read").asLong());
        assertEquals(
                3 + 2 + 2,
                lifetime(json, 0, "1h")
                        .path("hitRates")
                        .path("blocks")
                        .path("numerator")
                        .asLong());
        // Without a minimum the one block counts, and the last block of the first is begun only: 276 tokens of it.
        JsonNode any = replayed("replay", BLOCKS, "--format", "json", "--minimum", "0", "--lifetimes", "1h");
        assertEquals(
                1300 + 1024 + 512 + 1024, lifetime(any, 0, "1h").path("read").asLong());
        assertEquals(
                15,
                lifetime(any, 0, "1h")
                        .path("hitRates")
                        .path("blocks")
                        .path("denominator")
                        .asLong());
        // The row whose ids are no numbers is refused, and does not count.
        assertEquals(5, json.path("replays").path(0).path("requests").asLong());
        assertTrue(run("replay", BLOCKS).err().contains("has to be a list of whole numbers"));
    }

    /** The agent's prompt has four blocks of the session's, in the cache of another model. */
    @Test
    void eachModelHasACacheOfItsOwn() throws Exception {
        JsonNode json = replayed("replay", AGENTS, "--format", "json", "--minimum", "1024");
        assertEquals(5000, lifetime(json, 0, "unlimited").path("read").asLong());
        // The minimum that Anthropic has for each.
        JsonNode caches = replayed("replay", AGENTS, "--format", "json")
                .path("replays")
                .path(0)
                .path("caches");
        assertEquals(4096, caches.path(0).path("minimumTokens").asLong());
    }

    /** The same session in a second file is the same requests again, and so is the same file. */
    @Test
    void whatComesTwiceIsReplayedOnce() throws Exception {
        Path again = Files.copy(Path.of(AGENTS), folder.resolve("again.json"));
        assertEquals(
                3,
                replayed("replay", AGENTS, again.toString(), "--format", "json")
                        .path("replays")
                        .path(0)
                        .path("requests")
                        .asLong());
        assertEquals(
                7,
                replayed("replay", SESSIONS, SESSIONS, "--format", "json")
                        .path("replays")
                        .path(0)
                        .path("requests")
                        .asLong());
    }

    /**
     * GPT-4.1 caches from 1,024 tokens on that day, in steps of 128. Session 1 sends 2,000, 2,300, 900, 2,600 and 2,600 tokens,
     * the last an hour after the one before; session 2 sends 1,500 and five and a half minutes later 1,700.
     */
    @Test
    void aLogIsReplayedBySessions() throws Exception {
        JsonNode json = replayed("replay", SESSIONS, "--format", "json");
        assertEquals(1920, lifetime(json, 0, "5m").path("read").asLong());
        assertEquals(1920 + 1408 + 2560, lifetime(json, 0, "1h").path("read").asLong());
        assertEquals(0, lifetime(json, 0, "none").path("written").asLong());
        // What was written at 10:06, after the short turn, is held at 11:06, and has not been used since.
        JsonNode fixed = replayed("replay", SESSIONS, "--format", "json", "--fixed", "--lifetimes", "1h");
        assertEquals(1920 + 1408 + 2560, lifetime(fixed, 0, "1h").path("read").asLong());
        JsonNode exact = replayed("replay", SESSIONS, "--format", "json", "--minimum", "0", "--step", "1");
        assertEquals(2000 + 900 + 900, lifetime(exact, 0, "5m").path("read").asLong());
        assertEquals(
                2944, json.path("replays").path(0).path("measured").path("read").asLong());
        assertEquals(
                1024,
                json.path("replays")
                        .path(0)
                        .path("measured")
                        .path("readByFirstTurns")
                        .asLong());
        assertEquals(1, json.path("leftOut").path("withoutSession").asLong());
    }

    private static JsonNode cost(JsonNode json, String lifetime) {
        return json.path("replays")
                .path(0)
                .path("costs")
                .path(0)
                .path("lifetimes")
                .valueStream()
                .filter(l -> l.path("lifetime").asString().equals(lifetime))
                .findFirst()
                .orElseThrow();
    }

    /**
     * GPT-4.1 takes 2.00 for a million tokens of input, 0.50 for those that are read, nothing more for a write, and 8.00 for
     * output, of which there are 380 tokens: 13,600 · 2 + 3,040, of which 1,920 or, as logged, 2,944 tokens cost 1.50 less.
     */
    @Test
    void aVendorsOwnModelsArePricedAsOfTheirDay() throws Exception {
        JsonNode json = replayed("replay", SESSIONS, "--vendors", "openai", "--format", "json");
        assertEquals(0.02736, cost(json, "5m").path("amount").asDouble(), 1e-12);
        assertEquals(-2880 / 30240.0, cost(json, "5m").path("againstNoCache").asDouble(), 1e-9);
        JsonNode costs = json.path("replays").path(0).path("costs").path(0);
        assertEquals(0.03024, costs.path("noCache").path("amount").asDouble(), 1e-12);
        assertEquals(0.025824, costs.path("asLogged").path("amount").asDouble(), 1e-12);
        // Nobody sells an hour of it.
        assertTrue(cost(json, "1h").path("unpriced").asString().contains("not sold"));
        assertFalse(cost(json, "1h").has("amount"));
        assertFalse(cost(json, "unlimited").has("amount"));
    }

    /**
     * Claude Sonnet 4.5 takes 3.00 for input, 0.30 for reads, 3.75 and 6.00 for writes of five minutes and an hour, 15.00 for
     * output, and caches every token from 1,024 on: of 13,600 all but the 900 of one prompt. Five minutes read 2,000, an hour
     * 1,500 and 2,600 more. 13,600 · 3 + 5,700 = 46,500 without a cache, 2,000 · 0.3 + 10,700 · 3.75 + 900 · 3 + 5,700 = 49,125
     * and 6,100 · 0.3 + 6,600 · 6 + 900 · 3 + 5,700 = 49,830 with it.
     */
    @Test
    void aCacheThatLosesMoneyIsALoss() throws Exception {
        String[] arguments = {"replay", SESSIONS, "--vendors", "anthropic/claude-sonnet-4-5", "--format"};
        JsonNode json = replayed(with(arguments, "json"));
        assertEquals(0.0465, cost(json, "none").path("amount").asDouble(), 1e-12);
        assertEquals(0.049125, cost(json, "5m").path("amount").asDouble(), 1e-12);
        assertEquals(0.04983, cost(json, "1h").path("amount").asDouble(), 1e-12);
        assertEquals(2625 / 46500.0, cost(json, "5m").path("againstNoCache").asDouble(), 1e-9);
        // The cache is that of the priced model, which has no steps; the replay above it is that of the log's.
        assertEquals(2000, cost(json, "5m").path("read").asLong());
        assertEquals(1920, lifetime(json, 0, "5m").path("read").asLong());
        // What was logged was of another model.
        assertFalse(json.path("replays")
                .path(0)
                .path("costs")
                .path(0)
                .path("asLogged")
                .has("againstNoCache"));
        Golden.check("cli/replay-costs.text", run(with(arguments, "text")).out());
        Golden.check("cli/replay-costs.csv", run(with(arguments, "csv")).out());
    }

    private static String[] with(String[] arguments, String last) {
        return Stream.concat(Stream.of(arguments), Stream.of(last)).toArray(String[]::new);
    }

    /** Its model, and what is agreed in it: of a discount of a tenth on all prices a tenth of the amount. */
    @Test
    void aPlansPricesAreThoseThatItPays() throws Exception {
        Path plan = folder.resolve("bot.steelyard");
        Files.writeString(plan, run("samples", "support-bot").out());
        JsonNode listed = replayed("replay", BLOCKS, "--plan", plan.toString(), "--format", "json");
        String model = listed.path("replays")
                .path(0)
                .path("costs")
                .path(0)
                .path("pricedAs")
                .asString();
        JsonNode named = replayed("replay", BLOCKS, "--vendors", model, "--as-of", "2026-11-22", "--format", "json");
        assertTrue(cost(listed, "5m").path("amount").asDouble() > 0);
        assertEquals(
                cost(named, "5m").path("amount").asDouble(),
                cost(listed, "5m").path("amount").asDouble(),
                1e-12);
        Plan agreed = PlanFile.open(plan).plan();
        PlanNumber off = PlanNumber.at(agreed, "contract.discounts.all.off").orElseThrow();
        PlanFile.save(plan, off.with(agreed, 0.1), null);
        JsonNode paid = replayed("replay", BLOCKS, "--plan", plan.toString(), "--format", "json");
        assertEquals(
                0.9 * cost(listed, "5m").path("amount").asDouble(),
                cost(paid, "5m").path("amount").asDouble(),
                1e-12);
    }

    /** Blocks and sessions are told apart, and a vendor whose models a trace does not name has no amount there. */
    @Test
    void tracesAndLogsAreReplayedBesideEachOther() throws Exception {
        String qwen = Imported.fixture("block-trace", "qwen.jsonl").toString();
        JsonNode json = replayed("replay", BLOCKS, SESSIONS, qwen, "--vendors", "openai", "--format", "json");
        assertEquals(2, json.path("replays").size());
        assertEquals("blocks", json.path("replays").path(0).path("basis").asString());
        assertEquals(6, json.path("replays").path(0).path("requests").asLong());
        assertTrue(cost(json, "5m").path("unpriced").asString().contains("none of these requests"));
        JsonNode sessions = json.path("replays").path(1);
        assertEquals(7, sessions.path("requests").asLong());
        assertEquals(
                0.03024,
                sessions.path("costs").path(0).path("noCache").path("amount").asDouble(),
                1e-12);
        assertEquals(1, json.path("leftOut").path("withoutSession").asLong());
        CliRun csv = run("replay", BLOCKS, SESSIONS, "--vendors", "openai", "--format", "csv");
        assertTrue(
                csv.out().lines().allMatch(l -> l.chars().filter(c -> c == ',').count() == 16), csv.out());
        assertEquals(
                ExitCodes.DONE,
                run("replay", BLOCKS, SESSIONS, "--vendors", "openai").code());
    }

    @Test
    void whoIsNotSoldAtIsRefused() {
        for (String vendor : List.of("nobody", "anthropic", "openai/gpt-nothing", "/")) {
            CliRun run = run("replay", SESSIONS, "--vendors", vendor);
            assertTrue(
                    run.code() == ExitCodes.BAD_INPUT || run.code() == ExitCodes.WRONG_USAGE,
                    vendor + " " + run.code() + run.err());
        }
        assertTrue(run("replay", SESSIONS, "--vendors", "anthropic").err().contains("anthropic/claude-"));
        assertTrue(run("replay", SESSIONS, "--vendors", "nobody").err().contains("openai"));
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("replay", SESSIONS, "--plan", folder.resolve("none").toString())
                        .code());
    }

    /** A large table is added up where it lies, and its requests replayed all the same. */
    @Test
    void aLargeLogIsReplayedAsASmallOneIs() throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,model,session_id,prompt_tokens,completion_tokens\n");
        for (int turn = 0; turn < 20; turn++) {
            for (int session = 0; session < 200; session++) {
                rows.append("2026-09-01T10:%02d:00Z,openai/gpt-4.1,s%03d,%d,10\n"
                        .formatted(turn, session, 2000 + 100 * turn));
            }
        }
        assertTrue(rows.length() > 1 << 17);
        Path log = Files.writeString(folder.resolve("large.csv"), rows);
        JsonNode json = replayed("replay", log.toString(), "--format", "json", "--minimum", "0", "--step", "1");
        // Turns of 2,000 to 3,900 tokens: each but the first reads the one before.
        long sent = 20 * 2000 + 100 * (19 * 20 / 2);
        assertEquals(200 * sent, json.path("replays").path(0).path("input").asLong());
        assertEquals(200 * (sent - 3900), lifetime(json, 0, "5m").path("read").asLong());
        assertEquals(200, json.path("replays").path(0).path("sessions").asInt());
    }

    @Test
    void whatCannotBeReplayedIsRefusedWithWhatIsMissing() {
        CliRun trace = run("replay", Imported.fixture("azure-trace", "code.csv").toString());
        assertEquals(ExitCodes.BAD_INPUT, trace.code());
        assertTrue(trace.err().contains("3 requests state no session"), trace.err());
        CliRun sums = run("replay", Imported.fixture("openai", "page.json").toString());
        assertEquals(ExitCodes.BAD_INPUT, sums.code());
        assertTrue(sums.err().contains("sums of requests"), sums.err());
        assertEquals(
                ExitCodes.BAD_INPUT,
                run("replay", folder.resolve("none.csv").toString()).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--lifetimes=5", "--lifetimes=0m", "--lifetimes=1y", "--minimum=-1", "--step=0", "--ledger=x"})
    void whatIsNoOptionIsRefused(String option) {
        CliRun run = run("replay", SESSIONS, option);
        assertEquals(ExitCodes.WRONG_USAGE, run.code(), run.err());
        assertFalse(run.err().isEmpty());
    }
}
