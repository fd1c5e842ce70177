package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.steelyard.Fixtures;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficWordsTest {
    private static final Plan SINGLE = PlanField.OUTPUT_TOKENS.with(Fixtures.plan(1_000, 50_000), 350);

    private static String sentence(Plan plan) {
        return TrafficWords.of(plan).stream().map(TrafficWords.Part::text).collect(Collectors.joining());
    }

    private static List<String> paths(Plan plan) {
        return TrafficWords.of(plan).stream()
                .filter(TrafficWords.Word.class::isInstance)
                .map(p -> ((TrafficWords.Word) p).number().path())
                .toList();
    }

    private static Plan conversations() {
        ContextItem talk =
                Fixtures.item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0).withGrowth(new Growth(600, 0, null, 0));
        Plan plan = PlanField.TURNS.with(SINGLE.withItems(List.of(talk)), 8);
        plan = PlanField.SESSIONS_PER_MONTH.with(plan, 50_000);
        return PlanField.GAP_MEDIAN.with(plan, 70);
    }

    @Test
    void singleRequestsAreCountedAsSuch() {
        assertEquals(
                "50,000 requests a month, each by itself. An answer has 350 tokens. Traffic grows by 0 % a month and"
                        + " comes evenly over 24 h a day.",
                sentence(SINGLE));
    }

    @Test
    void conversationsAreToldByTurnsGapsAndGrowth() {
        Plan busy = PlanField.ACTIVE_SHARE.with(PlanField.ACTIVE_HOURS_PER_DAY.with(conversations(), 10), 0.8);
        assertEquals(
                "50,000 conversations a month of 8 turns, 70 s apart, growing by 600 tokens a turn. An answer has 350"
                        + " tokens. Traffic grows by 0 % a month; 80 % of it comes within 10 h a day.",
                sentence(busy));
        assertEquals("traffic.sessions.perMonth", paths(busy).get(0));
        assertEquals("items.talk.growth.perTurn", paths(busy).get(3));
    }

    @Test
    void everyWordIsANumberThatTheSentenceFollows() {
        for (TrafficWords.Part part : TrafficWords.of(conversations())) {
            if (part instanceof TrafficWords.Word word) {
                Plan other =
                        word.number().with(conversations(), word.number().path().endsWith("Day") ? 12 : 3);
                assertFalse(
                        sentence(other).equals(sentence(conversations())),
                        word.number().path());
            }
        }
    }

    @Test
    void countedByRequestsItSaysSo() {
        Plan plan = PlanField.SESSIONS_PER_MONTH.with(conversations(), Double.NaN);
        assertEquals("traffic.requestsPerMonth", paths(plan).get(0));
    }
}
