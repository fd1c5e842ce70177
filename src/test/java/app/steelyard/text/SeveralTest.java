package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralTest {
    @Test
    void namesAFewAndCountsTheRest() {
        assertEquals("a, b, c and 2 more", Several.joined(List.of("a", "b", "c", "d", "e")));
        assertEquals("a and 3 more", Several.joined(List.of("a", "b", "c", "d"), 1));
        assertEquals(List.of("a", "b", "c", "2 more"), Several.named(List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void namesOneMoreInsteadOfCountingIt() {
        assertEquals("a, b, c, d", Several.joined(List.of("a", "b", "c", "d")));
        assertEquals(List.of("a", "b", "c", "d"), Several.named(List.of("a", "b", "c", "d")));
        assertEquals("", Several.joined(List.of()));
    }
}
