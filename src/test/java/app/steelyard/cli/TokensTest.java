package app.steelyard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String FIXTURES = "src/test/resources/app/steelyard/tokens/";

    private static CliRun run(String... arguments) {
        return CliRun.with(
                () -> {
                    throw new AssertionError("counting needs no prices");
                },
                arguments);
    }

    @Test
    void countsAPromptPartByPart() throws IOException {
        CliRun text = run("tokens", FIXTURES + "support.md");
        assertEquals(0, text.code(), text.err());
        Golden.check("cli/tokens-support.txt", text.out());
        Golden.check(
                "cli/tokens-anthropic.txt",
                run("tokens", FIXTURES + "anthropic.json", FIXTURES + "chat.json", "--model", "anthropic/claude-opus-5")
                        .out());
        Golden.check(
                "cli/tokens-anthropic.json",
                run("tokens", FIXTURES + "anthropic.json", "--model", "anthropic/claude-opus-5", "--format", "json")
                        .out());
    }

    @Test
    void namesWhatItCannotReadAndCountsTheRest() {
        CliRun mixed = run("tokens", FIXTURES + "nothing.md", FIXTURES + "support.md");
        assertEquals(3, mixed.code());
        assertTrue(mixed.err().startsWith("nothing.md: There is no such file."), mixed.err());
        assertTrue(mixed.out().contains("172"), mixed.out());
        assertEquals("", run("tokens", FIXTURES + "nothing.md").out());
        assertEquals(2, run("tokens", FIXTURES + "support.md", "--model", "gpt").code());
        assertEquals(2, run("tokens").code());
    }
}
