package app.steelyard.decision.rules;

import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.AnswersFile;
import app.steelyard.document.OpenedAnswers;
import app.steelyard.document.Sketch;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of worked cases, {@code cases.json}: answers files with the expected outcome and why. */
public final class Cases {
    public static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());

    private Cases() {}

    /**
     * One row of the table; {@code rules} are to be among the reasons given, {@code against} among those against the alternatives,
     * {@code findings} among what is told.
     */
    public record Case(
            String id,
            String why,
            Plan plan,
            Answers answers,
            String approach,
            Map<String, String> items,
            List<String> rules,
            List<String> against,
            List<String> findings) {

        public Decision decision() {
            return Decision.of(plan, answers, BOOK);
        }

        @Override
        public String toString() {
            return id + ": " + why;
        }
    }

    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        JsonNode root = JsonMapper.shared().readTree(Cases.class.getResourceAsStream("cases.json"));
        for (JsonNode node : root.get("cases")) {
            cases.add(read(node));
        }
        return cases;
    }

    public static Case get(String id) {
        return all().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private static Case read(JsonNode node) {
        String id = node.get("id").stringValue();
        try {
            AnswersFile file = OpenedAnswers.read(node.get("file").toString().getBytes(StandardCharsets.UTF_8), id)
                    .answers();
            Sketch sketch = file.sketch();
            if (sketch == null) {
                throw new IllegalStateException(id);
            }
            JsonNode expect = node.get("expect");
            Map<String, String> items = new TreeMap<>();
            expect.get("items")
                    .properties()
                    .forEach(e -> items.put(e.getKey(), e.getValue().stringValue()));
            return new Case(
                    id,
                    node.get("why").stringValue(),
                    sketch.plan(),
                    file.answers(),
                    expect.get("approach").stringValue(),
                    items,
                    texts(expect.get("rules")),
                    expect.has("against") ? texts(expect.get("against")) : List.of(),
                    texts(expect.get("findings")));
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(e -> texts.add(e.stringValue()));
        return texts;
    }
}
