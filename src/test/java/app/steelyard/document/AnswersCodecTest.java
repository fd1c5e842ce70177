package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.Seeded;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.RulesTest;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersCodecTest {
    private static OpenedAnswers read(String text, String file) {
        return OpenedAnswers.read(text.getBytes(StandardCharsets.UTF_8), file);
    }

    private static String shipped(String id) throws IOException {
        try (InputStream in = SampleAnswers.class.getResourceAsStream("samples/" + id + ".answers.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void samplesAreAsWritten() throws IOException {
        for (String id : SampleAnswers.IDS) {
            AnswersFile file = SampleAnswers.of(id).orElseThrow();
            assertEquals(shipped(id), AnswersCodec.write(file), id);
            assertEquals(List.of(), Schemas.problems("answers.schema.json", AnswersCodec.write(file)));
            read(shipped(id), id).check(Samples.plan(id).orElseThrow(), Cases.BOOK);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Seeded.forAll(60, random -> {
            Sketch sketch = RulesTest.sketch(random);
            AnswersFile file = new AnswersFile(
                    null, sketch, random.maybe() ? "prompt.md" : null, RulesTest.answers(random, sketch.plan()));
            String text = AnswersCodec.write(file);
            assertEquals(file, read(text, "file").answers());
            assertEquals(List.of(), Schemas.problems("answers.schema.json", text));
            assertTrue(AnswersCodec.looksLikeAnswers(text.getBytes(StandardCharsets.UTF_8), "file.steelyard"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | file:1:1: An object in braces is expected here, not a list.",
                "{ | file:1:2: From here on this is not JSON: the file ends too early",
                "{\"plan\": \"a\", \"answers\": {}} | file:1:1: /format: The key 'format' is missing",
                "{\"format\": 2, \"plan\": \"a\", \"answers\": {}} | file:1:12: /format: The format must be 1",
                "{\"format\": 1, \"plan\": \"a\", \"prompt\": 3, \"answers\": {}} | file:1:38: /prompt: A text in"
                        + " quotes",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": 1}, \"answers\": {}} | /sketch/items: The key 'items' is missing",
                "{\"format\": 1, \"answers\": {}} | file:1:1: Either 'plan' names",
                "{\"format\": 1, \"plan\": \"a\"} | file:1:1: /answers: The key 'answers' is missing",
                "{\"format\": 1, \"plan\": \"a\", \"plan\": \"b\", \"answers\": {}} | file:1:28: /plan: The key 'plan'"
                        + " stands twice",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"x\": 1}} | /answers/x: The key 'x' is not" + " known",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"speed\": 1}}} |"
                        + " /answers/system/speed: There is no question 'speed'",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"aiAct\": \"maybe\"}}} |"
                        + " /answers/system/aiAct: 'maybe' is not allowed",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"accuracyNow\": 1.5}}} |"
                        + " /answers/system/accuracyNow: 1.5 is not between",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"vendors\": \"openai\"}}} |"
                        + " /answers/system/vendors: A list in brackets",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"requests\": 5}}} |"
                        + " /answers/system/requests: The plan states this",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"items\": {\"x/y\": {\"nature\": 3}}}} |"
                        + " /answers/items/x~1y/nature: A text in quotes",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"gpt\", \"pricesAsOf\": \"2026-02-30\","
                        + " \"requestsPerMonth\": 1, \"items\": []}, \"answers\": {}} | /sketch/model: 'gpt' is not"
                        + " a model",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": -1, \"items\": []}, \"answers\": {}} | /sketch:"
                        + " traffic.requestsPerMonth",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": 1, \"items\": []}, \"answers\": {\"items\": {\"x\": {\"nature\":"
                        + " \"tone\"}}}} | /answers/items/x: There is no item 'x'"
            })
    void refusesWithAPointer(String text, String message) {
        Refusal refused = assertThrows(Refusal.class, () -> read(text, "file"));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }
}
