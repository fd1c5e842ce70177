package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Fixtures;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conversations of unlike size. */
class ConversationsTest {
    private static final List<SizeClass> THREE = List.of(
            new SizeClass(0.62, 1.3, 0.05, 1), new SizeClass(0.11, 2.33, 1.3, 1), new SizeClass(0.27, 2.74, 2.8, 1));

    private static Plan plan(List<SizeClass> classes, double perTurn, Double end) {
        ContextItem item = Fixtures.item("talk", 10_000, Kind.INFORMATION, Scope.SESSION, 0)
                .withGrowth(new Growth(perTurn, 0, end, 0.02));
        Plan plan = Fixtures.plan(0, 1000).withItems(List.of(item));
        return plan.withTraffic(
                plan.traffic().withSessions(plan.traffic().sessions().withClasses(classes)));
    }

    /**
     * The example of docs/model.md: what is read of a token, given that it is found. A replay of such a trace found .595 of
     * all input at .92 of the gaps.
     */
    @Test
    void aFewLongSessionsSendMostOfTheTokens() {
        Conversations talks = Block.of(plan(THREE, 1e-9, null)).conversations();
        double m = 0.62 * 1.3 + 0.11 * 2.33 + 0.27 * 2.74;
        double sent = 0.62 * 1.3 * 500 + 0.11 * 2.33 * 13_000 + 0.27 * 2.74 * 28_000;
        double again = 0.62 * 0.3 * 500 + 0.11 * 1.33 * 13_000 + 0.27 * 1.74 * 28_000;
        assertEquals(sent / m, talks.size(0).value(), 1e-6);
        double found = (1 - 1 / m) * 0.92;
        assertEquals(
                0.92 * 0.98 * again / sent,
                found * talks.repeated(0).value() / talks.size(0).value(),
                1e-9);
        assertEquals(0.559, 0.92 * 0.98 * again / sent, 5e-4);
    }

    @Test
    void theTurnsOfClassesAreTakenInProportion() {
        Plan plan = PlanField.TURNS.with(plan(THREE, 100, null), 4);
        double stated = 0.62 * 1.3 + 0.11 * 2.33 + 0.27 * 2.74;
        List<SizeClass> scaled = THREE.stream()
                .map(c -> new SizeClass(c.share(), 1 + (c.turns() - 1) * 3 / (stated - 1), c.size(), c.growth()))
                .toList();
        assertEquals(4, Sessions.mean(scaled), 1e-12);
        assertEquals(
                Block.of(plan(scaled, 100, null)).conversations().size(0).value(),
                Block.of(plan).conversations().size(0).value(),
                1e-6);
    }

    /** Played turn by turn, with growth and an end. */
    @Test
    void meansAreThoseOfPlayedSessions() {
        List<SizeClass> classes = List.of(new SizeClass(0.7, 2, 0.5, 1), new SizeClass(0.3, 12, 1.5, 2));
        Conversations talks = Block.of(plan(classes, 1000, 30_000.0)).conversations();
        Random random = new Random(7);
        double sent = 0;
        double before = 0;
        double beyond = 0;
        double requests = 0;
        double later = 0;
        for (int s = 0; s < 300_000; s++) {
            SizeClass of = random.nextDouble() < 0.7 ? classes.get(0) : classes.get(1);
            double last = 0;
            for (int turn = 0; turn == 0 || random.nextDouble() < 1 - 1 / of.turns(); turn++) {
                before += last;
                later += turn == 0 ? 0 : 1;
                last = Math.min(30_000, 10_000 * of.size() + turn * 1000 * of.growth());
                sent += last;
                requests++;
                beyond += last > 20_000 ? 1 : 0;
            }
        }
        assertEquals(sent / requests, talks.size(0).value(), 0.01 * sent / requests);
        assertEquals(0.98 * before / later, talks.repeated(0).value(), 0.01 * before / later);
        assertEquals(
                beyond / requests, talks.beyond(0, Column.of(20_000)).share().value(), 0.01);
    }
}
