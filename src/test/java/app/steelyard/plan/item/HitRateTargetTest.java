package app.steelyard.plan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.plan.item.HitRateTarget.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitRateTargetTest {
    /** The ends of the guide's spans belong to them. */
    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_SUPPORT, 0.849, BELOW",
        "CUSTOMER_SUPPORT, 0.85, WITHIN",
        "CUSTOMER_SUPPORT, 0.95, WITHIN",
        "CUSTOMER_SUPPORT, 0.951, ABOVE",
        "CODE_COPILOT, 0.7, WITHIN",
        "CODE_COPILOT, 0.86, ABOVE",
        "MULTI_TENANT, 0.59, BELOW",
        "MULTI_TENANT, 0.75, WITHIN",
    })
    void standsBelowWithinOrAbove(HitRateTarget target, double hitRate, Standing expected) {
        assertEquals(expected, target.standing(hitRate));
    }
}
