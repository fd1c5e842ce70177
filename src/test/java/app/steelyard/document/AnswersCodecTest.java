package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.Seeded;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Cases;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.decision.rules.RulesTest;
import app.steelyard.text.Refusal;
import app.steelyard.text.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void theSchemaHasEveryQuestionAndNoOther() throws IOException {
        JsonNode answers = JsonMapper.shared()
                .readTree(Files.readString(Path.of("docs/answers.schema.json")))
                .at("/properties/answers/properties");
        for (Question.About about : Question.About.values()) {
            String place =
                    about == Question.About.SYSTEM ? "/system/properties" : "/items/additionalProperties/properties";
            Map<String, JsonNode> inSchema = new TreeMap<>();
            answers.at(place).properties().forEach(p -> inSchema.put(p.getKey(), p.getValue()));
            StringBuilder missing = new StringBuilder();
            for (Question question : Questions.get().about(about)) {
                String shape = shape(question.answering());
                if (!JsonMapper.shared().readTree(shape).equals(inSchema.remove(question.id()))) {
                    missing.append("\n\"").append(question.id()).append("\": ").append(shape);
                }
            }
            String within = "docs/answers.schema.json, within /properties/answers/properties" + place;
            assertEquals("", missing.toString(), "put these into " + within);
            assertEquals(Set.of(), inSchema.keySet(), "no question is called so; take these out of " + within);
        }
    }

    /** What the schema says of the answers to a question, as it is written there. */
    private static String shape(Answering answering) {
        return switch (answering) {
            case Answering.Choice choice
            when choice.words().equals(List.of(Answering.YES, Answering.NO)) -> "{\"$ref\": \"#/$defs/yesNo\"}";
            case Answering.Choice choice ->
                "{\"enum\": [\"" + String.join("\", \"", choice.words()) + "\", \"dont-know\"]}";
            case Answering.Amount amount ->
                "{\"$ref\": \"#/$defs/" + (amount.unit() == Unit.FRACTION ? "share" : "number") + "\"}";
            case Answering.Vendors _ ->
                "{\"oneOf\": [{\"type\": \"array\", \"items\": {\"type\": \"string\", \"minLength\": 1}},"
                        + " {\"const\": \"dont-know\"}]}";
            case Answering.FromPlan _ -> "{\"const\": \"dont-know\", \"description\": \"The plan states it.\"}";
        };
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
