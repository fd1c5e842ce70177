package app.steelyard.cost.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TiesTest {
    /** Of a trillion the last digits that a sum of months gets right are whole dollars. */
    @Test
    void theNoiseOfTheLastDigitsDecidesNothing() {
        assertEquals(1e12 + 1, Ties.most(1e12));
        assertEquals(-1e12 + 1, Ties.most(-1e12), "more, also of what is below nothing");
        assertEquals(0, Ties.most(0));
    }
}
