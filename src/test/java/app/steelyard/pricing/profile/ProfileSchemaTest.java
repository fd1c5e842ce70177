package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.json.JsonReading;
import app.steelyard.pricing.Profile;
import app.steelyard.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema and the reader must not disagree on the form of a file. */
class ProfileSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> STRANGERS = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(7),
            NODES.numberNode(1.5),
            NODES.stringNode(""),
            NODES.stringNode(" "),
            NODES.stringNode("x"),
            NODES.stringNode("-1"),
            NODES.stringNode("007"),
            NODES.stringNode("1e3"),
            NODES.stringNode("2026-13-01"),
            NODES.stringNode("https:///nowhere"),
            NODES.stringNode("PT0H"),
            NODES.arrayNode(),
            NODES.objectNode());

    private final ProfileSchema schema = new ProfileSchema();

    @Test
    void theGoodFileMeetsIt() {
        assertEquals(List.of(), problems(Good.text()));
    }

    @Test
    void itPointsAtThePlace() {
        List<Problem> problems = problems(Good.text().replace("\"input\": \"4\"", "\"input\": 4"));
        assertEquals(
                List.of("/models/0/rates/0/prices/input"),
                problems.stream().map(Problem::pointer).distinct().toList());
        assertTrue(problems.getFirst().reason().startsWith("The JSON schema is not met: "));
    }

    @Test
    void whatIsNotJsonIsForTheReaderToSay() {
        assertEquals(List.of(), problems("{"));
    }

    private List<Problem> problems(String text) {
        return schema.problems(ProfileReader.read("x.json", Good.bytes(text)), Good.bytes(text));
    }

    /** Spoils the good file in every place in every way: strangers, missing keys, unknown keys. */
    @Test
    void theReaderAgreesOnEverySpoiltFile() {
        List<String> disagreements = new ArrayList<>();
        Consumer<JsonNode> compare = spoilt -> {
            byte[] bytes = Good.bytes(spoilt.toString());
            JsonReading<Profile> reading = ProfileReader.read("x", bytes);
            List<Problem> bySchema = schema.problems(reading, bytes);
            List<Problem> byReader = reading.problems();
            boolean onlySense = bySchema.isEmpty() && byReader.stream().allMatch(ProfileSchemaTest::isSense);
            if (bySchema.isEmpty() != byReader.isEmpty() && !onlySense) {
                disagreements.add("schema " + bySchema + " reader " + byReader);
            }
        };
        int[] count = {0};
        JsonNode good = JSON.readTree(Good.text());
        spoil(good, () -> {
            count[0]++;
            compare.accept(good);
        });
        assertEquals(List.of(), disagreements);
        assertTrue(count[0] > 2000, () -> "only " + count[0] + " spoilt files");
    }

    /** Contradictions between values, which a schema cannot see. */
    private static boolean isSense(Problem problem) {
        return Set.of(
                        "lifetime",
                        "overlaps",
                        "is used twice",
                        "validity ends",
                        "more than the plain",
                        "below the one",
                        "offer needs")
                .stream()
                .anyMatch(problem.reason()::contains);
    }

    private static void spoil(JsonNode node, Runnable check) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode kept = object.get(name);
                spoil(kept, check);
                for (JsonNode stranger : STRANGERS) {
                    object.set(name, stranger);
                    check.run();
                }
                object.remove(name);
                check.run();
                object.set(name, kept);
            }
            object.put("stranger", 1);
            check.run();
            object.remove("stranger");
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode kept = array.get(i);
                spoil(kept, check);
                for (JsonNode stranger : STRANGERS) {
                    array.set(i, stranger);
                    check.run();
                }
                array.set(i, kept);
            }
        }
    }
}
