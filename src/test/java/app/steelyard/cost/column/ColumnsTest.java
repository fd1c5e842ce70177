package app.steelyard.cost.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Plan PLAN =
            PlanField.TURNS.with(PlanField.SESSIONS_PER_MONTH.with(Fixtures.plan(5000, 0), 100), 8);

    /** A row means what its plan does, whichever of requests and sessions varies. */
    @Test
    void requestsThatVaryNoLongerFollowFromTheSessions() {
        Columns columns = new Columns(PLAN, 2);
        columns.vary(PlanField.REQUESTS_PER_MONTH)[1] = 5000;
        Block block = new Block(Inputs.count(PLAN), 2);
        columns.load(block, 0, 2);
        assertTrue(Double.isNaN(block.get(PlanField.SESSIONS_PER_MONTH).at(1)));
        assertEquals(5000, block.get(PlanField.REQUESTS_PER_MONTH).at(1));
        assertEquals(5000, columns.plan(1).traffic().requestsPerMonth());
    }

    @Test
    void sessionsThatVaryStayStated() {
        Columns columns = new Columns(PLAN, 1);
        columns.vary(PlanField.SESSIONS_PER_MONTH)[0] = 300;
        Block block = new Block(Inputs.count(PLAN), 1);
        columns.load(block, 0, 1);
        assertEquals(300, block.get(PlanField.SESSIONS_PER_MONTH).at(0));
        assertEquals(2400, columns.plan(0).traffic().requestsPerMonth());
    }
}
