package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Roles;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** No command writes over a file that it reads, or twice into one. */
class RolesTest {
    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int run(ByteArrayOutputStream err, String... arguments) {
        return Cli.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Ansi.OFF,
                () -> PriceBookLoader.load(folder.resolve("no-profiles")),
                arguments);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() throws IOException {
        Files.writeString(
                file("log.csv"),
                "timestamp,model,prompt_tokens,completion_tokens\n2026-11-01T00:00:00Z,gpt-5-mini,2000,100\n"
                        + "2026-11-08T00:00:00Z,gpt-5-mini,2000,100\n");
        Files.writeString(file("mapping.json"), "{}");
        PlanFile.save(file("plan.steelyard"), Samples.plan("caching").orElseThrow(), null);
        Files.createSymbolicLink(file("link.csv"), file("log.csv"));
        Map<String, String> before = contents();
        String log = file("log.csv").toString();
        String plan = file("plan.steelyard").toString();
        for (List<String> command : List.of(
                List.of("import", log, "--rejects", log),
                List.of("import", log, "--rejects", file("link.csv").toString()),
                List.of("import", log, "--rejects", folder + "/./log.csv"),
                List.of("import", log, "--ledger", log),
                List.of("import", log, "--out", log),
                List.of("import", log, "--into", plan, "--rejects", plan),
                List.of(
                        "import",
                        log,
                        "--ledger",
                        file("l").toString(),
                        "--rejects",
                        file("l").toString()),
                List.of(
                        "import",
                        log,
                        "--mapping",
                        file("mapping.json").toString(),
                        "--rejects",
                        file("mapping.json").toString()),
                List.of("charts", "--draw", "monthly-cost", "--plan", plan, "--svg", plan),
                List.of(
                        "charts",
                        "--draw",
                        "monthly-cost",
                        "--plan",
                        plan,
                        "--svg",
                        file("x").toString(),
                        "--csv",
                        file("x").toString()),
                List.of("report", plan, "--pdf", plan),
                List.of(
                        "report",
                        plan,
                        "--pdf",
                        file("x").toString(),
                        "--csv",
                        file("x").toString()))) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = run(err, command.toArray(String[]::new));
            assertEquals(ExitCodes.BAD_INPUT, code, command + ": " + err);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("are the same file"), command + ": " + err);
            assertEquals(before, contents(), command.toString());
        }
    }

    @Test
    void whatIsReadTwiceIsNoMatter() {
        List<Path> twice = new ArrayList<>(Arrays.asList(file("a"), file("a"), null));
        assertDoesNotThrow(() -> Roles.apart(twice, Arrays.asList(file("b"), null)));
    }
}
