package app.steelyard.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.cost.Comparison;
import app.steelyard.plan.Caching;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.ReportModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssumptionTablesTest {
    private static final PriceBook BOOK = Fixtures.book(Fixtures.model());

    private static Map<String, String> shown(Plan plan) {
        ReportModel model = ReportModel.of(Comparison.of(plan, BOOK), null, BOOK, "test", Fixtures.DAY);
        return new AssumptionTables(model)
                .entries().stream()
                        .collect(Collectors.toMap(
                                AssumptionTables.Entry::path, e -> (e.value() + " " + e.unit()).strip()));
    }

    /** The report of a plan that tells of no sessions is as it was before plans could. */
    @Test
    void whatAPlanDoesNotTellOfIsNotListed() {
        Map<String, String> shown = shown(Fixtures.plan(5000, 1000));
        assertTrue(
                shown.keySet().stream()
                        .noneMatch(p -> p.matches(
                                ".*(sessions|Skew|DaysPer|DaysSh|growth\\.|behaviour|keyed|effect|model\\.hit).*")),
                shown.toString());
    }

    @Test
    void whatItTellsOfIs() {
        Plan plan = PlanField.TURNS.with(PlanField.SESSIONS_PER_MONTH.with(Fixtures.plan(5000, 0), 200), 8);
        plan = PlanField.USER_SKEW.with(PlanField.ACTIVE_DAYS_PER_WEEK.with(plan, 5), 0.8);
        plan = PlanField.MODEL_HIT_RATE_ERROR.with(PlanField.EFFECTIVENESS.with(plan, 0.66), 0.05);
        plan = plan.withCaching(
                        plan.caching().withBehaviour(Caching.Behaviour.OBSERVED).withKeyed(true))
                .withItems(List.of(Fixtures.item("talk", 500, Kind.INFORMATION, Scope.SESSION, 0)
                        .withGrowth(new Growth(300, 1, null, 0.02))));
        Map<String, String> shown = shown(plan);
        assertEquals("1,600 requests", shown.get("traffic.requestsPerMonth"));
        assertEquals("200", shown.get("traffic.sessions.perMonth"));
        assertEquals("8", shown.get("traffic.sessions.turns"));
        assertEquals("as of chains that end at any turn", shown.get("traffic.sessions.turnsSpread"));
        assertEquals("600 seconds", shown.get("traffic.sessions.gapP95Seconds"));
        assertEquals(null, shown.get("traffic.sessions.toolGapP95Seconds"));
        assertEquals("5", shown.get("traffic.activeDaysPerWeek"));
        assertEquals("0.8", shown.get("traffic.userSkew"));
        assertEquals(null, shown.get("traffic.tenantSkew"));
        assertEquals("As observed", shown.get("caching.behaviour"));
        assertEquals("yes", shown.get("caching.keyed"));
        assertEquals("66 %", shown.get("caching.effectiveness"));
        assertEquals("5 %", shown.get("model.hitRateError"));
        assertEquals("300 tokens", shown.get("items.talk.growth.perTurn"));
        assertEquals("100 %", shown.get("items.talk.growth.keptAnswer"));
        assertEquals("2 %", shown.get("items.talk.growth.rewritten"));
        assertEquals(null, shown.get("items.talk.growth.end"));
    }
}
