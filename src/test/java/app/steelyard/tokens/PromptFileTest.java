package app.steelyard.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Refusal;
import app.steelyard.tokens.PromptFile.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFileTest {
    private static final Path FIXTURES = Path.of("src/test/resources/app/steelyard/tokens");
    private static final TokenCounter COUNTER = TokenCounter.of(PriceRef.parse("openai/gpt-5.1"));

    @TempDir
    private Path folder;

    private static PromptCount count(String fixture) {
        return PromptCount.of(PromptFile.read(FIXTURES.resolve(fixture)), COUNTER);
    }

    /** Name, role and tokens of each part. */
    private static List<String> parts(PromptCount count) {
        return count.parts().stream()
                .map(p -> p.section().name() + " " + p.section().role() + " " + p.tokens()
                        + (p.section().cacheBreakpoint() ? " cached" : ""))
                .toList();
    }

    private static List<String> names(String text) {
        return PromptFile.of(text, "prompt.md").sections().stream()
                .map(PromptSection::name)
                .toList();
    }

    private static String pieces(PromptFile file) {
        return file.sections().stream().flatMap(s -> s.pieces().stream()).collect(Collectors.joining());
    }

    /** The whole was counted with tiktoken 0.14.0. */
    @Test
    void dividesATextAtHeadingsAndTags() {
        PromptCount count = count("support.md");
        assertEquals(
                List.of(
                        "Beginning UNSTATED 19",
                        "Tone UNSTATED 13",
                        "policies UNSTATED 30",
                        "price_list UNSTATED 36",
                        "Knowledge UNSTATED 4",
                        "example UNSTATED 50",
                        "Examples UNSTATED 20"),
                parts(count));
        assertEquals(172, count.inOnePiece());
        assertEquals(172, count.tokens());
        assertEquals(0, count.seams());
        assertEquals(2, count.parts().get(5).section().pieces().size());
    }

    @Test
    void dividesAtTheWidestHeadingsThereAreTwoOf() {
        assertEquals(List.of("A", "B"), names("# Title\n\n## A\na\n### C\nc\n## B\nb\n"));
        assertEquals(List.of("Title", "A"), names("# Title\nx\n## A\na\n### C\nc\n"));
        assertEquals(List.of("A", "B"), names("  # A #\na\r\n\r\n# B\r\nb"));
        assertEquals(List.of("Beginning", "a", "A"), names("x\n<a>\n# no\n</a>\ny\n# A\nz\n"));
        assertEquals(List.of("prompt.md"), names("#no heading\n####### nor this\n<b>bold</b> text\n<br>\n"));
        assertEquals(List.of("prompt.md"), names("{{role}}, answer \"kettle\".\n"));
        assertEquals(List.of("A", "B"), names("# A\na\n# B"));
        assertEquals(List.of("outer"), names("<outer>\n<inner>\nx\n</inner>\n<outer>\ny\n</outer>\n</outer>\n"));
    }

    @Test
    void readsOpenAiChat() {
        PromptCount count = count("chat.json");
        assertEquals(Form.CHAT, count.file().form());
        assertEquals(
                List.of(
                        "Tools (1) TOOLS 30",
                        "Output format OUTPUT_FORMAT 29",
                        "System SYSTEM 7",
                        "Other messages (3) CONVERSATION 42",
                        "Question of the user QUESTION 6"),
                parts(count));
        assertEquals(0, count.seams());
        assertTrue(count.file().notes().get(0).contains("image_url at /messages/4/content/1"));
        assertTrue(count.file().notes().get(1).contains("model, temperature"));
        PromptFile list = PromptFile.of("[{\"role\": \"user\", \"content\": \"How loud is it?\"}]", "list");
        assertEquals(Form.CHAT, list.form());
        assertEquals(Role.QUESTION, list.sections().get(0).role());
    }

    @Test
    void readsOpenAiResponses() {
        PromptCount count = count("responses.json");
        assertEquals(Form.RESPONSES, count.file().form());
        assertEquals(
                List.of(
                        "Tools (1) TOOLS 18",
                        "Tone SYSTEM 8",
                        "Duties SYSTEM 9",
                        "Other messages (3) CONVERSATION 44",
                        "Question of the user QUESTION 6"),
                parts(count));
        PromptFile one = PromptFile.of("{\"input\": \"How loud is it?\"}", "one");
        assertEquals(List.of("How loud is it?"), one.blocks());
    }

    @Test
    void readsAnthropicMessages() {
        PromptCount count = count("anthropic.json");
        assertEquals(Form.ANTHROPIC, count.file().form());
        assertEquals(
                List.of(
                        "Tools (1) TOOLS 32",
                        "System SYSTEM 7",
                        "System 2 SYSTEM 11 cached",
                        "Other messages (2) CONVERSATION 30",
                        "Question of the user QUESTION 14"),
                parts(count));
        String loop = """
            {"system": "Look kettles up.", "messages": [
              {"role": "user", "content": "How loud is it?"},
              {"role": "assistant", "content": [{"type": "tool_use", "id": "t", "name": "look_up", "input": {}}]},
              {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t", "content": "62 dB"}]}]}
            """;
        PromptSection question = PromptFile.of(loop, "loop").sections().get(2);
        assertEquals(List.of("How loud is it?"), question.pieces());
    }

    /** Every character is in one part, and parts that begin with lines have as many tokens as the whole. */
    @Test
    void losesNothing() {
        List<String> lines = List.of(
                "# A",
                "## B",
                "###",
                "text",
                "",
                "  ",
                "<a>",
                "</a>",
                "<b x=\"1\">",
                "</b> ",
                "<c/>",
                "```",
                "~~~",
                "\t# C",
                "日本語 <a>",
                "- item/",
                "/path",
                "\r",
                "</a> and more",
                "* \"quoted\"",
                "1. one");
        Seeded.forAll(500, random -> {
            StringBuilder text = new StringBuilder("begin");
            for (int i = 0; i < 30; i++) {
                text.append(random.oneOf(lines)).append(random.oneOf("\n", "\n", "\r\n"));
            }
            PromptFile file = PromptFile.of(text.toString(), "random.md");
            assertTrue(
                    file.sections().stream().allMatch(s -> s.pieces().stream().noneMatch(String::isBlank)));
            // What goes on behind a tag comes together with its beginning, so the order is not kept.
            assertEquals(
                    text.chars().sorted().boxed().toList(),
                    pieces(file).chars().sorted().boxed().toList());
            assertTrue(Math.abs(PromptCount.of(file, COUNTER).seams()) <= 2, text::toString);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1}|no prompt known here",
                "{\"messages\": {}}|/messages: A list",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"x\"}, {\"content\": \"x\"}]}|/messages/1: A"
                        + " message",
                "{\"messages\": [{\"role\": \"user\", \"content\": 5}]}|/messages/0/content: A text",
                "{\"messages\": [{\"role\": \"user\", \"content\": [5]}]}|/messages/0/content/0: A text",
                "{\"messages\": []}|no text in this prompt",
                "{\"tools\": {}, \"input\": \"x\"}|/tools: A list",
                "{\"messages\": [], \"messages\": []}|p.json:1: This is not JSON: the key “messages” stands here twice",
                "{\"messages\": [}|p.json:1: This is not JSON",
                "5|no prompt known here",
                "{\"messages\": []} {\"messages\": []}|p.json:1: This is not JSON",
            })
    void refusesOtherJson(String text, String reason) {
        Refusal e = assertThrows(Refusal.class, () -> PromptFile.of(text, "p.json"));
        assertTrue(e.getMessage().startsWith("p.json:"), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = folder.resolve("prompt.md");
        assertTrue(refused(file).contains("no such file"));
        assertTrue(refused(folder).contains("folder"));
        Files.write(file, new byte[] {'a', '\n', 'b', '\n', (byte) 0xC3, '(', '\n'});
        assertTrue(refused(file).startsWith("prompt.md:3: This is not text in UTF-8"), refused(file));
        Files.write(file, new byte[] {'a', '\n', (byte) 0xE2, (byte) 0x82});
        assertTrue(refused(file).startsWith("prompt.md:2:"), refused(file));
        Files.write(file, new byte[] {'a', 0, 'b'});
        assertTrue(refused(file).contains("not a text file"));
        Files.writeString(file, " \n");
        assertTrue(refused(file).contains("empty"));
    }

    private static String refused(Path file) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> PromptFile.read(file)).getMessage());
    }

    @Test
    void doesNotCountAByteOrderMark() throws Exception {
        Path file = folder.resolve("marked.json");
        Files.write(file, "\uFEFF{\"input\": \"How loud is it?\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("How loud is it?"), PromptFile.read(file).blocks());
        Path text = folder.resolve("marked.md");
        Files.write(text, "\uFEFF# A\na".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("# A\na"), PromptFile.read(text).blocks());
    }

    @Test
    void dividesTwoMegabytes() {
        for (String line : List.of("# A\ntext\n", "<a>\n", "<a>\nb\n</a>\n", "</a>\n", "<", "```\n", "# A\n")) {
            String text = "begin\n" + line.repeat(2_000_000 / line.length());
            assertTimeout(
                    Duration.ofSeconds(10),
                    () -> assertFalse(PromptFile.of(text, "large.md").sections().isEmpty()));
        }
    }
}
