package app.steelyard.cli.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.TakenPreset;
import app.steelyard.cli.CliRun;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetCommandTest {
    /** A system without a conversation, whose question comes last. */
    private static final Plan BOT = withoutConversation(PlanSource.sample("support-bot"));

    @TempDir
    Path folder;

    private Path file = Path.of("");

    private static Plan withoutConversation(Plan plan) {
        List<ContextItem> items = new ArrayList<>(plan.items());
        items.removeLast();
        items.add(new ContextItem(
                "question", "Question", 900, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT));
        return plan.withItems(items);
    }

    private CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    @BeforeEach
    void aPlan() {
        file = folder.resolve("bot.steelyard");
        PlanFile.save(file, BOT, null);
    }

    @Test
    void presetsAreListedInWordsAndForPrograms() throws Exception {
        String text = run("samples", "presets").out();
        String json = run("samples", "presets", "--format", "json").out();
        assertEquals(List.of(), Schemas.problems("presets.schema.json", json));
        for (Preset preset : Presets.shipped()) {
            assertTrue(text.contains(preset.id() + ": " + preset.what()), preset.id());
            assertTrue(json.contains("\"id\": \"" + preset.id() + "\""), preset.id());
        }
        assertTrue(text.contains("22 / 1,300 s, tools 17 / 180 s"), text);
    }

    @Test
    void aPresetIsTakenIntoThePlanWithItsSources() {
        CliRun result = run("preset", "coding agent", "--into", file.toString());
        assertEquals(ExitCodes.DONE, result.code(), result.err());
        Plan taken = TakenPreset.of(BOT, Presets.named("coding-agent"), null).plan();
        assertEquals(taken, PlanFile.open(file).plan());
        assertTrue(result.out().contains("New item: Conversation"), result.out());
        assertTrue(result.out().contains("Turns a session: 61 (52 to 136, assumed) (was 1)"), result.out());
        assertTrue(result.out().contains("  Source: kv-cache-tester"), result.out());
    }

    @Test
    void whereThereIsNoPlanOneIsBegunOnTheModelThatIsNamed() {
        Path none = folder.resolve("none.steelyard");
        CliRun unknown = run("preset", "voice", "--into", none.toString(), "--model", "openai/gpt-51");
        assertEquals(ExitCodes.BAD_INPUT, unknown.code());
        assertTrue(Files.notExists(none));
        CliRun begun = run("preset", "voice", "--into", none.toString(), "--model", "openai/gpt-5.1");
        assertEquals(ExitCodes.DONE, begun.code(), begun.err());
        assertTrue(begun.err().contains("is a new plan"), begun.err());
        Plan plan = PlanFile.open(none).plan();
        assertEquals(PriceRef.parse("openai/gpt-5.1"), plan.inference().model());
        assertEquals(Presets.named("voice").name(), plan.name());
        assertEquals(8, plan.traffic().sessions().turns());
    }

    @Test
    void sessionsThatAreGivenAreTakenAsTyped() {
        assertEquals(
                0,
                run("preset", "support-chat", "--into", file.toString(), "--sessions", "20k")
                        .code());
        assertEquals(160_000, PlanFile.open(file).plan().traffic().requestsPerMonth());
    }

    @Test
    void aDryRunPrintsThePlanAndWritesNothing() throws Exception {
        String before = Files.readString(file);
        CliRun result = run("preset", "voice", "--into", file.toString(), "--dry-run");
        assertEquals(
                TakenPreset.of(BOT, Presets.named("voice"), null).plan(),
                PlanCodec.read(result.out(), "what was printed"));
        assertTrue(result.err().contains("nothing was written"), result.err());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void whatIsUnknownIsRefusedAndThePlanStays() throws Exception {
        String before = Files.readString(file);
        CliRun name = run("preset", "codingagent", "--into", file.toString());
        assertEquals(ExitCodes.BAD_INPUT, name.code());
        assertTrue(name.err().contains("Did you mean coding-agent?"), name.err());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("preset", "voice", "--into", file.toString(), "--sessions", "many")
                        .code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("preset", "voice", "--into", file.toString(), "--sessions", "-1")
                        .code());
        assertEquals(ExitCodes.WRONG_USAGE, run("preset", "voice").code());
        assertEquals(
                ExitCodes.WRONG_USAGE,
                run("preset", "voice", "--into", file.toString(), "--model", "openai/gpt-5.1")
                        .code());
        assertEquals(before, Files.readString(file));
    }
}
