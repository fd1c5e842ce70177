package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecideTest {
    @TempDir
    static Path folder;

    private static CliRun run(String... arguments) {
        return CliRun.in(folder, arguments);
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
        String plain = run("decide", "answers:support-bot").out();
        assertFalse(plain.contains("nature-"), plain);
        String details = run("decide", "answers:support-bot", "--details").out();
        assertTrue(details.contains("(score ") && details.contains(", nature-style)"), details);
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

    @ParameterizedTest
    @ValueSource(strings = {"openai/gpt-5.1", "anthropic/claude-sonnet-5-5", "deepseek/deepseek-v4-flash"})
    void theSchemaDescribesTheSetup(String model) throws IOException {
        CliRun json = run("setup", "answers:support-bot", "--model", model, "--format", "json");
        assertEquals(0, json.code(), json.err());
        assertEquals(List.of(), Schemas.problems("setup.schema.json", json.out()));
        assertTrue(json.out().contains("\"model\": \"" + model + "\""), json.out());
    }

    /** Answers to another plan are taken as far as they fit, and what does not is named. */
    @Test
    void saysWhatOfAnswersToAnotherPlanDoesNotFit() {
        String csv = folder.resolve("other.csv").toString();
        CliRun other = run("report", "sample:banking-copilot", "--answers", "answers:support-bot", "--csv", csv);
        assertEquals(0, other.code(), other.err());
        assertEquals("""
            answers:support-bot belongs to sample:support-bot, and is taken for sample:banking-copilot.
            What it says of customer, documentation, instructions is left out: sample:banking-copilot has no such items.
            """, other.err());
        CliRun own = run(
                "report",
                "sample:support-bot",
                "--answers",
                "answers:support-bot",
                "--csv",
                folder.resolve("own.csv").toString());
        assertEquals("", own.err());
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
        CliRun record = run("decide", answers.toString(), "--format", "madr", "--date", "2026-11-23");
        assertEquals(0, record.code(), record.err());
        assertTrue(record.out().contains("# Use Prompt caching for"), record.out());
        assertTrue(record.out().matches("(?s).*SHA-256 [0-9a-f]{64}.*"));
        CliRun same = run("decide", folder.resolve("bot.steelyard").toString());
        assertEquals(0, same.code(), same.err());
    }

    /** An item of the sketch takes its size from the prompt file; the others come with the file. */
    @Test
    void takesItemsFromAPromptFile() throws IOException {
        Files.writeString(folder.resolve("prompt.md"), "# Tone\nBe brief.\n\n# Price list\nHello world.\n");
        Path answers = folder.resolve("prompt.answers.json");
        String text = """
            {"format": 1, "prompt": "prompt.md",
             "sketch": {"name": "Bot", "model": "openai/gpt-5.1", "pricesAsOf": "2026-11-22", "requestsPerMonth": 50000,
               "items": [{"id": "price-list", "name": "Prices", "tokens": 5, "scope": "tenant"}]},
             "answers": {"items": {"price-list": {"nature": "prices"}, "tone": {"nature": "tone"}}}}
            """;
        Files.writeString(answers, text);
        assertEquals(List.of(), Schemas.problems("answers.schema.json", text));
        CliRun record = run("decide", answers.toString(), "--format", "madr", "--date", "2026-11-23");
        assertEquals(0, record.code(), record.err());
        assertTrue(record.out().contains("| Prices | 7 | "), record.out());
        assertTrue(record.out().contains("| Tone | 6 | "), record.out());
        assertTrue(record.out().contains("* items.tone.tokens: Counted in prompt.md with o200k\\_base"), record.out());

        Files.writeString(answers, text.replace("\"tone\": {", "\"mood\": {"));
        CliRun stranger = run("decide", answers.toString());
        assertEquals(3, stranger.code());
        assertTrue(stranger.err().contains("/answers/items/mood: There is no item 'mood'"), stranger.err());
        Files.writeString(answers, text.replace("prompt.md", "nowhere.md"));
        CliRun missing = run("decide", answers.toString());
        assertEquals(3, missing.code());
        assertTrue(missing.err().startsWith("nowhere.md: "), missing.err());
    }

    /** A slip is named, never taken for a price that is missing; and no answers file is called a plan. */
    @Test
    void namesWhatIsNotInThePriceBook() throws IOException {
        Path answers = folder.resolve("slip.answers.json");
        String text = """
            {"format": 1,
             "sketch": {"name": "Bot", "model": "openai/gpt-99", "pricesAsOf": "2026-11-22", "requestsPerMonth": 500,
               "items": [{"id": "docs", "name": "Docs", "tokens": 5, "scope": "shared"}]},
             "answers": {"system": {"vendors": ["opnai"]}}}
            """;
        Files.writeString(answers, text);
        CliRun slip = run("decide", answers.toString());
        assertEquals(3, slip.code());
        assertTrue(
                slip.err().contains("/sketch/model: openai/gpt-99 is not in the price book. Did you mean openai/gpt-"),
                slip.err());
        assertTrue(slip.err().contains("/answers/system/vendors/0: The price book has no vendor 'opnai'"), slip.err());
        Files.writeString(
                answers,
                text.replace("opnai", "openai").replace("gpt-99", "gpt-5.1").replaceAll("\\{\"id.*\\}\\]", "]"));
        CliRun nothing = run("decide", answers.toString());
        assertEquals(3, nothing.code());
        assertTrue(nothing.err().contains("has no items, so there is nothing to decide"), nothing.err());
        for (String broken : new String[] {"{\"format\": 1, oops", ""}) {
            Files.writeString(answers, broken);
            CliRun bad = run("decide", answers.toString());
            assertEquals(3, bad.code());
            assertFalse(bad.err().contains("plan file"), bad.err());
        }
    }

    @Test
    void printsTheAnswersOfASample() throws IOException {
        Path answers = folder.resolve("sample.answers.json");
        Files.writeString(answers, run("samples", "answers:support-bot").out());
        assertEquals(
                run("decide", "answers:support-bot").out(),
                run("decide", answers.toString()).out());
        assertEquals(3, run("samples", "answers:nothing").code());
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
        CliRun bad = run("decide", answers.toString());
        assertEquals(3, bad.code());
        assertTrue(bad.err().contains("/answers/items/nobody"), bad.err());
    }
}
