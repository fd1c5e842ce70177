package app.steelyard.cost.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TiesTest {
    @Test
    void whatShowsAlikeIsATie() {
        assertTrue(Ties.alike(10, 10.0049, "USD"), "less than half a cent");
        assertFalse(Ties.alike(10, 10.0051, "USD"));
        assertFalse(Ties.alike(10.0051, 10, "USD"));
        assertTrue(Ties.alike(-10, -10.004, "USD"));
        assertTrue(Ties.alike(10, 10.5, "JPY"), "a yen has no decimals");
        assertFalse(Ties.alike(10, 10.6, "JPY"));
    }

    /** Of a trillion the last digits that a sum of months gets right are whole dollars. */
    @Test
    void theNoiseOfTheLastDigitsDecidesNothing() {
        assertTrue(Ties.alike(1e12, 1e12 + 1, "USD"));
        assertFalse(Ties.alike(1e12, 1e12 + 2, "USD"));
        assertTrue(Ties.alike(-1e12, -1e12 - 1, "USD"));
        assertEquals(1e12 + 1, Ties.most(1e12));
        assertEquals(-1e12 + 1, Ties.most(-1e12), "more, also of what is below nothing");
        assertEquals(0, Ties.most(0));
    }
}
