package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.Schemas;
import app.steelyard.pricing.PriceBookLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class DecideTest {
    @TempDir
    static Path folder;

    record Result(int code, String out, String err) {}

    private static Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Ansi.OFF,
                () -> PriceBookLoader.load(folder.resolve("no-profiles")),
                arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void printsADecision() throws IOException {
        Golden.check(
                "cli/decide-support-bot.txt",
                run("decide", "answers:support-bot").out());
        Golden.check(
                "cli/decide-clinical-extractor.json",
                run("decide", "answers:clinical-extractor", "--format", "json").out());
        Golden.check(
                "cli/decide-plan-alone.txt",
                run("decide", "sample:clinical-extractor").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers:support-bot",
                "answers:clinical-extractor",
                "answers:banking-copilot",
                "sample:caching",
                "sample:hybrid",
                "sample:support-bot",
                "sample:clinical-extractor",
                "sample:banking-copilot"
            })
    void theSchemaDescribesTheJson(String subject) throws IOException {
        assertEquals(
                List.of(),
                Schemas.problems(
                        "decide.schema.json",
                        run("decide", subject, "--format", "json").out()));
    }

    @Test
    void readsAnswersBesideTheirPlan() throws IOException {
        Files.writeString(
                folder.resolve("bot.steelyard"), run("samples", "support-bot").out());
        Path answers = folder.resolve("bot.answers.json");
        Files.writeString(answers, """
            {"format": 1, "plan": "bot.steelyard",
             "answers": {"items": {"documentation": {"nature": "documentation"}}}}
            """);
        Result record = run("decide", answers.toString(), "--format", "madr", "--date", "2026-11-23");
        assertEquals(0, record.code(), record.err());
        assertTrue(record.out().contains("# Use Prompt caching for"), record.out());
        assertTrue(record.out().matches("(?s).*SHA-256 [0-9a-f]{64}.*"));
        Result same = run("decide", folder.resolve("bot.steelyard").toString());
        assertEquals(0, same.code(), same.err());
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        assertEquals(3, run("decide", "answers:nothing").code());
        assertEquals(3, run("decide", folder.resolve("nowhere.json").toString()).code());
        assertEquals(2, run("decide", "answers:support-bot", "--format", "pdf").code());
        Path answers = folder.resolve("bad.json");
        Files.writeString(answers, """
            {"format": 1, "plan": "sample:support-bot", "answers": {"items": {"nobody": {"nature": "tone"}}}}
            """);
        Result bad = run("decide", answers.toString());
        assertEquals(3, bad.code());
        assertTrue(bad.err().contains("/answers/items/nobody"), bad.err());
    }
}
