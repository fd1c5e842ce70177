package app.steelyard.decision.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.Seeded;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.Resource;
import app.steelyard.decision.rules.RulesTest;
import app.steelyard.document.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersCodecTest {
    @Test
    void samplesAreAsWritten() throws IOException, AnswersException {
        for (String id : SampleAnswers.IDS) {
            AnswersFile file = SampleAnswers.of(id).orElseThrow();
            assertEquals(Resource.read(SampleAnswers.class, id + ".answers.json"), AnswersCodec.write(file), id);
            assertEquals(List.of(), Schemas.problems("answers.schema.json", AnswersCodec.write(file)));
            AnswersCodec.check(file, Samples.plan(id).orElseThrow(), Cases.BOOK, id);
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Seeded.forAll(60, random -> {
            Sketch sketch = RulesTest.sketch(random);
            AnswersFile file = new AnswersFile(
                    null, sketch, random.maybe() ? "prompt.md" : null, RulesTest.answers(random, sketch.plan()));
            String text = AnswersCodec.write(file);
            assertEquals(file, AnswersCodec.read(text, "file"));
            assertEquals(List.of(), Schemas.problems("answers.schema.json", text));
            assertTrue(AnswersCodec.looksLikeAnswers(text));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | file: An object in braces is expected here, not a list.",
                "{ | file: This is not JSON",
                "{\"plan\": \"a\", \"answers\": {}} | file: The key 'format' is missing",
                "{\"format\": 2, \"plan\": \"a\", \"answers\": {}} | file: /format: The format must be 1",
                "{\"format\": 1, \"plan\": \"a\", \"prompt\": 3, \"answers\": {}} | file: /prompt: A text in quotes",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": 1}, \"answers\": {}} | file: /sketch: The key 'items' is missing",
                "{\"format\": 1, \"answers\": {}} | file: Either 'plan' names",
                "{\"format\": 1, \"plan\": \"a\"} | file: The key 'answers' is missing",
                "{\"format\": 1, \"plan\": \"a\", \"plan\": \"b\", \"answers\": {}} | file: This is not JSON",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"x\": 1}} | file: /answers/x: The key 'x' is not"
                        + " known",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"speed\": 1}}} | file:"
                        + " /answers/system/speed: There is no question 'speed'",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"aiAct\": \"maybe\"}}} | file:"
                        + " /answers/system/aiAct: 'maybe' is not allowed",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"accuracyNow\": 1.5}}} | file:"
                        + " /answers/system/accuracyNow: 1.5 is not between",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"vendors\": \"openai\"}}} | file:"
                        + " /answers/system/vendors: A list in brackets",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"system\": {\"requests\": 5}}} | file:"
                        + " /answers/system/requests: The plan states this",
                "{\"format\": 1, \"plan\": \"a\", \"answers\": {\"items\": {\"x/y\": {\"nature\": 3}}}} | file:"
                        + " /answers/items/x~1y/nature: A text in quotes",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"gpt\", \"pricesAsOf\": \"2026-02-30\","
                    + " \"requestsPerMonth\": 1, \"items\": []}, \"answers\": {}} | file: /sketch/model: 'gpt' is not"
                    + " a model",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": -1, \"items\": []}, \"answers\": {}} | file: /sketch:"
                        + " traffic.requestsPerMonth",
                "{\"format\": 1, \"sketch\": {\"name\": \"a\", \"model\": \"a/b\", \"pricesAsOf\": \"2026-02-20\","
                        + " \"requestsPerMonth\": 1, \"items\": []}, \"answers\": {\"items\": {\"x\": {\"nature\":"
                        + " \"tone\"}}}} | file: /answers/items/x: There is no item 'x'"
            })
    void refusesWithAPointer(String text, String message) {
        AnswersException refused = assertThrows(AnswersException.class, () -> AnswersCodec.read(text, "file"));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::getMessage);
    }
}
