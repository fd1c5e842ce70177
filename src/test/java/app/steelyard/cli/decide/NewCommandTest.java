package app.steelyard.cli.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cli.CliRun;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    private CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
    }

    @BeforeEach
    void name() {
        file = folder.resolve("bot.steelyard");
    }

    @Test
    void withoutANumberItSaysWhatToStateFirst() {
        CliRun made = run("new", file.toString(), "--for", "support-chat");
        assertEquals(ExitCodes.DONE, made.code(), made.err());
        assertTrue(made.out().contains("Sessions a month: 50,000 (assumed)"), made.out());
        assertTrue(made.out().contains("State one number of your own first"), made.out());
        CliRun cost = run("cost", file.toString());
        assertTrue(cost.out().contains("These are example numbers"), cost.out());
        assertFalse(cost.out().contains("Cheapest over"), cost.out());
        CliRun json = run("cost", file.toString(), "--format", "json");
        assertFalse(json.out().contains("\"cheapest\""), json.out());
    }

    @Test
    void numbersAndPipedPartsMakeThePlan() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("Price list, 6000, weekly\n".getBytes(StandardCharsets.UTF_8)));
        try {
            CliRun made = run(
                    "new",
                    file.toString(),
                    "--for=support-chat",
                    "--name=Ours",
                    "--tenants=200",
                    "--sessions=50k",
                    "--turns=8",
                    "--gap=70 s",
                    "--items=-",
                    "--model=anthropic/claude-sonnet-5-5");
            assertEquals(ExitCodes.DONE, made.code(), made.err());
            assertTrue(made.out().contains("Turns a session: 8\n"), made.out());
        } finally {
            System.setIn(before);
        }
        Plan plan = PlanFile.open(file).plan();
        assertEquals("Ours", plan.name());
        assertEquals(400_000, plan.traffic().requestsPerMonth());
        assertEquals(200, plan.traffic().tenants());
        assertEquals(70, PlanField.GAP_MEDIAN.get(plan));
        assertEquals(6000, plan.item("price-list").orElseThrow().tokens());
        assertEquals("anthropic/claude-sonnet-5-5", plan.inference().model().toString());
        assertTrue(run("cost", file.toString()).out().contains("Cheapest over"));
    }

    @Test
    void aFileIsWrittenOverOnlyWhenThatIsSaid() throws Exception {
        Files.writeString(file, "mine");
        CliRun refused = run("new", file.toString());
        assertEquals(ExitCodes.BAD_INPUT, refused.code());
        assertTrue(refused.err().contains("--overwrite"), refused.err());
        assertEquals("mine", Files.readString(file));
        assertEquals(ExitCodes.DONE, run("new", file.toString(), "--dry-run").code());
        assertEquals("mine", Files.readString(file));
        assertEquals(ExitCodes.DONE, run("new", file.toString(), "--overwrite").code());
        assertEquals("New plan", PlanFile.open(file).plan().name());
    }

    @Test
    void whatCannotBeReadIsRefusedAndNothingIsWritten() throws Exception {
        Path items = Files.writeString(folder.resolve("items.csv"), "Price list, many\n");
        assertRefused(ExitCodes.WRONG_USAGE, "can be read in two ways", "--sessions=40.000");
        assertRefused(ExitCodes.WRONG_USAGE, "There is no kind of system chatt", "--for=chatt");
        assertRefused(ExitCodes.WRONG_USAGE, "not both", "--tenants=5", "--users=6");
        assertRefused(ExitCodes.WRONG_USAGE, "--turns", "--turns=0");
        assertRefused(ExitCodes.BAD_INPUT, "Line 1, tokens", "--items=" + items);
        assertRefused(ExitCodes.BAD_INPUT, "cannot be read", "--items=" + folder.resolve("none.csv"));
        assertRefused(ExitCodes.BAD_INPUT, "openai/gpt-9", "--model=openai/gpt-9");
    }

    private void assertRefused(int code, String why, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "new";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        CliRun refused = run(arguments);
        assertEquals(code, refused.code(), refused.err());
        assertTrue(refused.err().contains(why), refused.err());
        assertFalse(Files.exists(file));
    }
}
