package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.Fixtures;
import app.steelyard.Quadrature;
import app.steelyard.Seeded;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.session.GapStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measured gaps against their points and integrals over their curve. */
class GapTableTest {
    private static final List<GapStep> LOGS =
            List.of(new GapStep(30, 0.4), new GapStep(300, 0.92), new GapStep(3600, 0.99));

    @Test
    void passesThroughItsPoints() {
        GapTable table = new GapTable(LOGS);
        assertEquals(0.2, table.within(15.0 / 3600), 1e-12, "up to the first point in a line");
        for (GapStep step : LOGS) {
            assertEquals(step.share(), table.within(step.seconds() / 3600), 1e-12);
        }
        assertEquals((0.4 + 0.92) / 2, table.within(Math.sqrt(30 * 300) / 3600), 1e-12, "then with the logarithm");
        assertEquals(0.99, table.within(100), 0, "what is longer never returns");
    }

    @Test
    void meansAreIntegralsOfItsCurve() {
        Seeded.forAll(200, draw -> {
            List<GapStep> steps = new ArrayList<>();
            double seconds = draw.scaled(1, 60);
            double share = draw.between(0.01, 0.6);
            for (int i = draw.whole(1, 6); i > 0; i--) {
                steps.add(new GapStep(seconds, share));
                seconds *= draw.between(1.1, 20);
                share += draw.between(0, 1) * (1 - share);
            }
            GapTable table = new GapTable(steps);
            double hours = draw.scaled(1e-4, 24);
            assertEquals(longer(table, steps, 0, hours), table.until(hours), 1e-7 * (1 + hours));
            double last = steps.getLast().seconds() / 3600;
            double of = table.returning();
            assertEquals(
                    (longer(table, steps, 0, last) - (1 - of) * last) / of, table.mean(), 1e-7 * (1 + table.mean()));
            assertEquals(
                    (2 * longer(table, steps, 1, last) - (1 - of) * last * last) / of,
                    table.meanSquare(),
                    1e-6 * (1 + table.meanSquare()));
        });
    }

    /** The integral of the share that is longer, times the time to a power, between the bends of the curve. */
    private static double longer(GapTable table, List<GapStep> steps, int power, double to) {
        double sum = 0;
        double from = 0;
        for (GapStep step : steps) {
            double end = Math.min(to, step.seconds() / 3600);
            if (end > from) {
                sum += Quadrature.of(t -> Math.pow(t, power) * (1 - table.within(t)), from, end, 1e-11);
                from = end;
            }
        }
        return to > from ? sum + Quadrature.of(t -> Math.pow(t, power) * (1 - table.within(t)), from, to, 1e-11) : sum;
    }

    /** Of what belongs to one session a turn finds what it sent if the gap was shorter: 7 of 8 turns, 92 % of the gaps. */
    @Test
    void takesThePlaceOfMedianAndPercentile() {
        Plan plan = PlanField.TURNS.with(Fixtures.plan(1, 1), 8);
        plan = plan.withTraffic(
                plan.traffic().withSessions(plan.traffic().sessions().withGaps(LOGS)));
        Survival survival = new Survival(new double[] {300.0 / 3600}, new double[] {1}, 300.0 / 3600, true);
        assertEquals(
                7.0 / 8 * 0.92,
                Block.of(plan)
                        .lastUse()
                        .hitRate(Column.ZERO, Column.ZERO, survival)
                        .value(),
                1e-12);
    }
}
