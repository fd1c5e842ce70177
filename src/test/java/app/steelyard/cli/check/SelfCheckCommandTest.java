package app.steelyard.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.app.check.Bank;
import app.steelyard.app.check.Broken;
import app.steelyard.app.check.SelfCheck;
import app.steelyard.app.check.WorkedNumber;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.whatif.trials.TrialSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SelfCheckCommandTest {
    private static SelfCheck good;

    private record Result(int code, String out) {}

    @BeforeAll
    static void run() {
        good = check(WorkedNumber.shipped());
    }

    private static SelfCheck check(List<WorkedNumber> numbers) {
        return SelfCheck.run(numbers, Bank.shipped(), TrialSettings.DEFAULT.withTrials(200), () -> false);
    }

    private static Result run(SelfCheck check, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                () -> {
                    throw new AssertionError("the user's prices do not count");
                },
                false);
        int code = new CommandLine(new SelfCheckCommand(console, () -> check)).execute(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theJsonFitsItsSchemaAndCounts() throws Exception {
        Result result = run(good, "--format", "json");
        assertEquals(ExitCodes.DONE, result.code());
        assertEquals(List.of(), Schemas.problems("selfcheck.schema.json", result.out()));
        JsonNode json = new ObjectMapper().readTree(result.out());
        assertEquals(json.path("worked").asInt(), json.path("worked_passed").asInt());
        assertEquals(good.worked().size(), json.path("numbers").size());
        assertEquals(28, json.path("systems").asInt() + json.path("left_out").asInt());
        assertEquals(good.inside(), json.path("inside").asInt());
        assertEquals(good.figures().size(), json.path("trials").size());
    }

    @Test
    void theTextTellsOfEverySystem() {
        String out = run(good).out();
        good.figures()
                .forEach(f ->
                        assertTrue(out.contains(f.system().system()), f.system().id()));
        good.leftOut().forEach(s -> assertTrue(out.contains("Left out: " + s.system()), s.id()));
        assertTrue(out.contains(good.inside() + " of " + good.systems() + " systems inside the 80 % interval"), out);
        assertTrue(out.contains("Before sessions: " + good.wereInside() + " of "), out);
    }

    @Test
    void aWorkedNumberThatDoesNotComeOutIsExitCodeFour() {
        Result result =
                run(new SelfCheck(check(Broken.first(WorkedNumber.shipped())).worked(), List.of(), List.of()));
        assertEquals(4, result.code());
        assertTrue(result.out().contains("FAILED  Caching example: a month uncached"), result.out());
    }
}
